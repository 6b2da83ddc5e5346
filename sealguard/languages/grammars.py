"""Which tree-sitter grammar reads which language, with which queries and which table of its library: one entry a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language is read."""

    package: str
    """The Python package that holds the grammar; it is imported when the first file of the language is read."""
    queries: tuple[str, ...]
    """Query files of `queries/` without suffix; what a later one says of a node overrides what an earlier one says."""
    library: str
    """The module of `sealguard.languages` whose `LIBRARY` is the language's table."""
    extensions: str
    """File extensions, and what a Markdown fence calls the language, separated by blanks, in lower case."""
    function: str = "language"
    """The function of the package that gives the grammar."""
    sigils: str = ""
    """What may stand before a name and is no part of it: `$` in PHP, `#` of a private member."""
    receiver: str = ""
    """What a method calls its object where the language does not declare it: `this`, `self`."""
    within: tuple[str, str] = ("", "")
    """What begins code in a file that is markup otherwise, and the key of the grammar for pieces in which it is not."""
    yields: bool = False
    """Whether a function gives what its last statement is."""
    folds: bool = False
    """Whether names are the same in upper and lower case; they go by their first spelling, the table's before the program's."""
    types: str = ""
    """Kinds of nodes, separated by blanks, that say what values may be and give none: interfaces, structures."""
    hollow: bool = False
    """Whether blocks, strings and comments are spelled as in JavaScript, so that large files can be emptied before they are parsed."""
    respelled: tuple[tuple[str, str], ...] = ()
    """Patterns of what the grammar does not know, each with something as long that says the same and that it does know."""


_KOTLIN_CLASS: Final = r"(\bclass[ \t]+\w{1,80}(?:<[^<>\n]{0,200}>)?[ \t]*\r?)"
_KOTLIN_ANNOTATED: Final = r"@[\w.:]{1,80}(?:\([^()\n]{0,200}\))?"
_KOTLIN_MAKER: Final = r"(?:(?:public|private|internal|protected)[ \t]+)?constructor\b"

GRAMMARS: Final = {
    "javascript": Grammar(
        package="tree_sitter_javascript",
        queries=("ecmascript", "javascript", "jsx"),
        library="javascript_library",
        hollow=True,
        extensions="js mjs cjs jsx javascript node es6 gs userscript ecmascript",
        sigils="#",
        receiver="this",
    ),
    "typescript": Grammar(
        package="tree_sitter_typescript",
        function="language_typescript",
        queries=("ecmascript", "typescript", "type_assertion"),
        types="interface_declaration type_alias_declaration ambient_declaration property_signature method_signature import_statement",
        library="javascript_library",
        hollow=True,
        extensions="ts mts cts typescript",
        sigils="#",
        receiver="this",
    ),
    "tsx": Grammar(
        package="tree_sitter_typescript",
        function="language_tsx",
        queries=("ecmascript", "jsx", "typescript"),
        types="interface_declaration type_alias_declaration ambient_declaration property_signature method_signature import_statement",
        library="javascript_library",
        hollow=True,
        extensions="tsx",
        sigils="#",
        receiver="this",
    ),
    "ruby": Grammar(
        package="tree_sitter_ruby",
        queries=("ruby",),
        library="ruby_library",
        extensions="rb ruby rake gemspec ru jruby irb thor podspec jbuilder builder",
        sigils="@:",
        receiver="self",
        yields=True,
    ),
    "php": Grammar(
        package="tree_sitter_php",
        function="language_php",
        queries=("php", "php_page"),
        library="php_library",
        extensions="php phtml php3 php4 php5 php7 php8 phps phpt",
        sigils="$",
        receiver="this",
        within=("<?", "php_only"),
    ),
    "php_only": Grammar(
        package="tree_sitter_php",
        function="language_php_only",
        queries=("php",),
        library="php_library",
        extensions="",
        sigils="$",
        receiver="this",
    ),
    "powershell": Grammar(
        package="tree_sitter_powershell",
        queries=("powershell",),
        library="powershell_library",
        extensions="ps1 psm1 psd1 powershell pwsh posh",
        sigils="$@{}-",
        receiver="this",
        yields=True,
        folds=True,
        respelled=((r"\?\?=", "="), (r"\?\?[ \t]", "-or"), (r"(?<!\|)[ \t]\?[ \t](?!\{)", "-or"), (r"[ \t]:[ \t](?=[\"'$(@\[])", "-or")),
    ),
    "go": Grammar(
        package="tree_sitter_go",
        queries=("go",),
        types="type_declaration field_declaration",
        library="go_library",
        extensions="go golang",
    ),
    "rust": Grammar(
        package="tree_sitter_rust",
        queries=("rust",),
        library="rust_library",
        extensions="rs rust",
        sigils="!",
        receiver="self",
        yields=True,
        # What stands in a macro is no code to the grammar; most macros that matter are called like functions.
        respelled=(
            (
                (
                    r"\b(e?println|e?print|format|panic|info|debug|warn|error|trace|event|anyhow|bail|ensure|assert|assert_eq|assert_ne"
                    r"|concat|env|option_env|writeln?|include_str|dbg)!(?=\()"
                ),
                r"\1_",
            ),
            (r"\bvec!(?=\[)", "   &"),
            (r"(?<=[(,=] )[%?](?=[a-z_])", " "),
        ),
    ),
    "dart": Grammar(
        package="tree_sitter_dart",
        queries=("dart",),
        library="dart_library",
        extensions="dart flutter",
        receiver="this",
    ),
    "swift": Grammar(
        package="tree_sitter_swift",
        queries=("swift",),
        types="typealias_declaration",
        library="swift_library",
        extensions="swift",
        receiver="self",
        yields=True,
    ),
    "java": Grammar(
        package="tree_sitter_java",
        queries=("java",),
        library="java_library",
        extensions="java",
        receiver="this",
    ),
    "lua": Grammar(
        package="tree_sitter_lua",
        queries=("lua",),
        library="lua_library",
        extensions="lua rockspec luau nse",
        receiver="self",
    ),
    "scala": Grammar(
        package="tree_sitter_scala",
        queries=("scala",),
        library="scala_library",
        extensions="scala sc sbt",
        receiver="this",
        yields=True,
    ),
    "csharp": Grammar(
        package="tree_sitter_c_sharp",
        queries=("csharp",),
        library="csharp_library",
        extensions="cs csx csharp c#",
        receiver="this",
        # Both branches of a condition are read: which one is compiled is decided elsewhere.
        respelled=(
            (r"(?m)^[ \t]{0,80}#(?:if|elif|else|endif|region|endregion|pragma|nullable|define|undef|warning|error|line|r)\b[^\r\n]*", "//"),
        ),
    ),
    "kotlin": Grammar(
        package="tree_sitter_kotlin",
        queries=("kotlin",),
        library="kotlin_library",
        extensions="kt kts kotlin",
        receiver="this",
        respelled=(
            (r"\bfun(?=[ \t]+interface\b)", "   "),
            (r"\b(return|break|continue)@\w{1,80}", r"\1"),
            # What says how an object is made may stand on lines of its own.
            (rf"{_KOTLIN_CLASS}\n([ \t]*{_KOTLIN_ANNOTATED})\n([ \t]*{_KOTLIN_MAKER})", r"\1 \2 \3"),
            (rf"{_KOTLIN_CLASS}\n([ \t]*(?:{_KOTLIN_ANNOTATED}[ \t]+)?{_KOTLIN_MAKER})", r"\1 \2"),
            # A call of `get` or `set` below a property is no accessor of it.
            (r"([\w\"')\]}]\s*\n[ \t]*)[ \t](?=get\([ \t]*[^\s)]|set\([^()\n]*,)", r"\1;"),
        ),
    ),
    "elixir": Grammar(
        package="tree_sitter_elixir",
        queries=("elixir",),
        library="elixir_library",
        extensions="ex exs elixir",
        sigils=": ",
        yields=True,
    ),
    "hcl": Grammar(
        package="tree_sitter_hcl",
        queries=("hcl",),
        library="hcl_library",
        extensions="tf tfvars hcl nomad terraform tofu",
        # The heads of blocks are spelled as references to what is in them are.
        respelled=((r'(?m)^([ \t]*)variable(?=[ \t]+")', r"\1var     "), (r"(?m)^([ \t]*)locals(?=[ \t]*\{)", r"\1local ")),
    ),
    "perl": Grammar(
        package="tree_sitter_perl",
        queries=("perl",),
        library="perl_library",
        extensions="pl pm perl psgi cgi",
        sigils="$@%&",
    ),
}
