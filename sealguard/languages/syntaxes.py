"""How languages that have no front end of their own write comments and strings, by file extension."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from typing import Final

from sealguard.languages.vocabulary import word_set


@dataclass(frozen=True, slots=True)
class Syntax:
    """What the plain-text reader needs to know of a language."""

    name: str
    line: tuple[str, ...] = ()
    """What begins a comment that ends with the line."""
    block: tuple[tuple[str, str], ...] = ()
    quotes: str = "\"'"
    multiline: str = ""
    """Quotes whose strings can hold line ends."""
    fills: str = ""
    """How double quotes interpolate: `dollar`, `hash`, `backslash`, `brace` (with a `$` before the quote); empty: not at all."""
    single_fills: bool = False
    """Whether single quotes do, too."""
    program: bool = True
    """Whether it is a programming language; what is none may leave values unquoted."""


_C: Final = (("/*", "*/"),)
_ANGLE: Final = (("<!--", "-->"),)
_UNKNOWN: Final = Syntax("text", ("#", "//"), (), program=False, fills="any", single_fills=True)
_PROSE: Final = Syntax("prose", fills="any", single_fills=True, program=False)

_SYNTAXES: Final[tuple[tuple[str, Syntax], ...]] = (
    ("js mjs cjs jsx ts mts cts tsx javascript typescript node jsonc es6 gs", Syntax("javascript", ("//",), _C, "\"'`", "`")),
    (
        "vue svelte astro html htm xhtml jsp ejs hbs handlebars mustache njk liquid twig erb",
        Syntax("html", ("//",), (*_C, *_ANGLE), "\"'`", "`"),
    ),
    ("php phtml", Syntax("php", ("//", "#"), _C, fills="dollar", multiline="\"'")),
    ("go golang", Syntax("go", ("//",), _C, '"`', "`")),
    ("java jav", Syntax("java", ("//",), _C, '"')),
    ("kt kts kotlin scala sc", Syntax("kotlin", ("//",), _C, fills="dollar")),
    ("groovy gradle jenkinsfile gvy gy", Syntax("groovy", ("//",), _C, fills="dollar")),
    ("dart", Syntax("dart", ("//",), _C, fills="dollar", single_fills=True)),
    ("swift", Syntax("swift", ("//",), _C, '"', fills="backslash")),
    ("cs csharp fs csx", Syntax("csharp", ("//",), _C, '"', fills="brace")),
    ("c h cc cpp cxx hpp m mm rs rust proto sol zig v d cu ino", Syntax("c", ("//",), _C, '"')),
    ("rb ruby rake gemspec cr ex exs elixir coffee podfile fastfile gemfile rakefile", Syntax("ruby", ("#",), fills="hash")),
    ("pl pm perl", Syntax("perl", ("#",), fills="dollar")),
    ("ps1 psm1 psd1 powershell pwsh", Syntax("powershell", ("#",), (("<#", "#>"),), fills="dollar")),
    ("tf tfvars hcl nomad bicep", Syntax("hcl", ("#", "//"), _C, '"', fills="any", program=False)),
    ("lua", Syntax("lua", ("--",), (("--[[", "]]"),))),
    ("sql hs elm vhdl ada", Syntax("sql", ("--",), _C, "\"'", "'")),
    ("vb vbs bas", Syntax("vb", ("'", "REM "), (), '"', fills="brace")),
    ("lisp clj cljs cljc el scm asm s edn rkt", Syntax("lisp", (";",), (), '"')),
    ("tex erl hrl prolog", Syntax("tex", ("%",), (), '"')),
    (
        "m4 r jl awk tcl nim pyx py pyi python py2 starlark bzl bazel build workspace tiltfile cmake",
        Syntax("hash", ("#",), fills="any", single_fills=True),
    ),
    ("conf nginx nginxconf vhost", Syntax("nginx", ("#",), (), fills="nginx", single_fills=True, program=False)),
    ("yaml yml toml cfg ini properties", Syntax("config", ("#",), (), fills="any", single_fills=True, program=False)),
    ("css scss sass less", Syntax("css", ("//",), _C)),
    ("graphql gql", Syntax("graphql", ("#",), ())),
    ("bat cmd", Syntax("batch", ("REM ", "rem ", "::"), (), '"', fills="any", program=False)),
    ("vcl caddyfile", Syntax("vcl", ("#", "//"), _C, '"', fills="any", program=False)),
    ("json json5 har ipynb map", Syntax("json", (), (), '"', fills="any", program=False)),
    ("xml plist svg xsd xsl wsdl", Syntax("xml", (), _ANGLE, fills="any", single_fills=True, program=False)),
)
PROSE: Final = word_set(
    "txt text log out err patch diff csv tsv psv swp swo bak orig rej history po pot srt vtt eml mbox tex bib rtf changelog",
    "adoc asciidoc rst md markdown mdx sarif",
)
_PROSE_NAMES: Final = word_set(
    "authors changelog changes codeowners copying history licence license news notice readme todo",
)


@cache
def _table() -> dict[str, Syntax]:
    return {extension: syntax for extensions, syntax in _SYNTAXES for extension in extensions.split()}


def syntax_of(name: str, language: str = "") -> Syntax:
    """Give the syntax for a file's name, or for the language that a fence names."""
    if language == "prose" or (not language and is_prose(name)):
        return _PROSE
    base = posixpath.basename(name).lower()
    extension = language.lower() or (base.rpartition(".")[2] if "." in base else base)
    return _table().get(extension, _UNKNOWN)


def is_prose(name: str) -> bool:
    """Tell whether a file holds text for people, or a record of what happened."""
    base = posixpath.basename(name).lower()
    stem, dot, extension = base.rpartition(".")
    if extension in PROSE and dot:
        return True
    return (stem or extension) in _PROSE_NAMES or base.endswith(("_history", "-history", ".log.1")) or base in {".viminfo", ".lesshst"}
