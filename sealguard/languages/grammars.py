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
    yields: bool = False
    """Whether a function gives what its last statement is."""
    folds: bool = False
    """Whether names are the same in upper and lower case; they go by their first spelling, the table's before the program's."""
    respelled: tuple[tuple[str, str], ...] = ()
    """Patterns of what the grammar does not know, each with something as long that says the same and that it does know."""


GRAMMARS: Final = {
    "javascript": Grammar(
        package="tree_sitter_javascript",
        queries=("ecmascript", "javascript", "jsx"),
        library="javascript_library",
        extensions="js mjs cjs jsx javascript node es6 gs userscript ecmascript",
        sigils="#",
        receiver="this",
    ),
    "typescript": Grammar(
        package="tree_sitter_typescript",
        function="language_typescript",
        queries=("ecmascript", "typescript", "type_assertion"),
        library="javascript_library",
        extensions="ts mts cts typescript",
        sigils="#",
        receiver="this",
    ),
    "tsx": Grammar(
        package="tree_sitter_typescript",
        function="language_tsx",
        queries=("ecmascript", "jsx", "typescript"),
        library="javascript_library",
        extensions="tsx",
        sigils="#",
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
        library="go_library",
        extensions="go golang",
    ),
}
