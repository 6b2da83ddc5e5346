"""Which front end reads what: by the file's name, by what a fence calls it, by its first line."""

from __future__ import annotations

import bisect
import importlib
import posixpath
import re
from typing import TYPE_CHECKING, Final

from sealguard.anchors import matches
from sealguard.facts import Candidate, Facts, String, Text, Value, Zone
from sealguard.forms import find_credentials
from sealguard.languages import encodings, prose, public_names, text
from sealguard.languages.fragment import Fragment
from sealguard.languages.grammars import GRAMMARS
from sealguard.languages.problem import TOO_LARGE, SyntaxProblem
from sealguard.languages.syntaxes import is_prose
from sealguard.model import Span

if TYPE_CHECKING:
    from sealguard.flow.library import Library
    from sealguard.model import Document
    from sealguard.profile import Profile
    from sealguard.syntax import Program

FAULT: Final = "its front end failed"
"""Begins the problem of a file on which a front end raised what it should not: a fault of this project's own."""
_MOST: Final = 20_000
"""How many candidates, and how many URLs outside code, are kept of one file."""
_EXTENSIONS: Final = {
    "json": "json jsonc json5 jsonl ndjson har geojson webmanifest postman_collection code-workspace tfstate arb avsc topojson jsonld",
    "yaml": "yaml yml eyaml",
    "toml": "toml",
    "bru": "bru",
    "ini": "ini cfg service timer desktop editorconfig pypirc conf_ini gitconfig inf",
    "properties": "properties",
    "env": "env envrc",
    "xml": "xml plist resx csproj fsproj vbproj props targets config nuspec xaml xsd wsdl storyboard xib entitlements jmx pom runsettings",
    "shell": "sh bash zsh ksh dash fish command bats console shell terminal shellsession sh-session ksh cron crontab procfile",
    "batch": "bat cmd dosbatch batch",
    "makefile": "mk mak make makefile gnumakefile",
    "dockerfile": "dockerfile containerfile docker",
    "markdown": "md markdown mdx mkd mdown qmd rmd rst adoc asciidoc asc",
    "http": "http rest",
    "notebook": "ipynb",
    "python": "py pyi pyw python python3 python2 py3 py2 ipython pycon gyp wsgi",
    "netrc": "netrc",
    "r": "r rscript rprofile",
    "html": "html htm xhtml shtml ejs hbs handlebars mustache njk liquid twig erb jsp cshtml gohtml eex heex ftl phtml tera",
    "vue": "vue",
    "svelte": "svelte",
    "astro": "astro",
    "map": "map",
}
_BY_EXTENSION: Final = {
    **{extension: language for language, extensions in _EXTENSIONS.items() for extension in extensions.split()},
    **{extension: language for language, grammar in GRAMMARS.items() for extension in grammar.extensions.split()},
}
_BY_NAME: Final = (
    (re.compile(r"\.blade\.php$|\.html\.\w+$"), "html"),
    (
        re.compile(
            r"(?:^|\.)env(?:\.(?!(?:py|pyi|[cm]?[jt]sx?|rb|go|rs|php|java|kt|cs|ya?ml|json|toml|sh|md)$)[\w.-]+)?$|^\.?env-|^\.flaskenv$|^\.dev\.vars|\.env$"
        ),
        "env",
    ),
    (re.compile(r"^(?:docker|container)file(?:[.-][\w.-]+)?$|\.dockerfile$"), "dockerfile"),
    (re.compile(r"^(?:gnu)?makefile(?:[.-][\w.-]+)?$"), "makefile"),
    (re.compile(r"^[._]netrc$"), "netrc"),
    (
        re.compile(
            r"^\.(?:pypirc|npmrc|gitconfig|editorconfig|curlrc|wgetrc|my\.cnf|pylintrc|flake8|coveragerc|yarnrc|boto|s3cfg)$|^(?:setup|tox)\.cfg$"
        ),
        "ini",
    ),
    (re.compile(r"^\.?(?:bashrc|bash_profile|bash_aliases|profile|zshrc|zprofile|zshenv|zlogin|kshrc)$|^crontab$|^procfile"), "shell"),
    (re.compile(r"^(?:pipfile|poetry\.lock|cargo\.lock|uv\.lock|pdm\.lock)$"), "toml"),
    (re.compile(r"^(?:composer\.lock|pipfile\.lock|\.babelrc|\.eslintrc|\.prettierrc|\.mcp\.json|package\.json)$"), "json"),
    (re.compile(r"^(?:sconstruct|sconscript|snakefile)$"), "python"),
    (re.compile(r"^(?:rake|gem|cap|guard|vagrant|brew|pod|fast|danger|steep)file$|^\.(?:irb|pry)rc$"), "ruby"),
    (re.compile(r"^\.(?:clang-format|yamllint)$|^pubspec\.lock$"), "yaml"),
)
_SETTINGS: Final = frozenset({"json", "yaml", "toml", "ini", "properties", "env"})
"""Formats of files that programs read their settings from."""
_LOCK: Final = re.compile(r"[.-]lock(?:file)?(?:\.json|\.ya?ml|\.toml)?$|^npm-shrinkwrap\.json$|^package\.resolved$")
"""What package managers call the list of what they installed."""
_UNDELIVERED: Final = frozenset({
    "python", "yaml", "env", "toml", "ini", "properties", "netrc", "dockerfile", "makefile", "shell", "batch", "http", "powershell",
})  # fmt: skip
"""Languages of which nothing reaches a browser or a device."""
_SHEBANG: Final = re.compile(r"#!\s*\S*?(?:env\s+(?:-S\s+)?)?([A-Za-z]+)[\d.]*(?:\s|$)")
_MODULES: Final = {
    "shell": "shell", "makefile": "makefile", "dockerfile": "dockerfile", "markdown": "markup", "notebook": "notebook",
    "http": "http_file", "python": "python", "r": "r_source",
}  # fmt: skip


def language_of(name: str, text_: str, language: str = "") -> str:
    """Name the front end for a file, or for a fence that calls its language so; `text` where there is none."""
    if language:
        return _BY_EXTENSION.get(language.lower(), "json" if language.lower() == "jsonl" else "text")
    base = posixpath.basename(name).lower()
    for pattern, found in _BY_NAME:
        if pattern.search(base):
            return found
    if "/cron." in f"/{name}" and "." not in base:
        return "shell"
    if base.endswith(".txt") and re.search(r"(?m)^(?:```|~~~)", text_):
        return "markdown"
    _stem, dot, extension = base.rpartition(".")
    if extension == "svg" and "<script" in text_:
        return "html"
    if (
        extension
        in {
            "example",
            "sample",
            "template",
            "dist",
            "tmpl",
            "j2",
            "jinja",
            "jinja2",
            "tpl",
            "gotmpl",
            "erb",
            "in",
            "local",
            "default",
            "bak",
        }
        and dot
    ):
        inner = language_of(_stem, text_)
        return _BY_EXTENSION.get(extension, inner) if inner == "text" else inner
    if dot and extension == "ts" and text_.lstrip()[:1] == "<":
        return "xml"  # Qt's translations
    if dot and extension in _BY_EXTENSION:
        return _BY_EXTENSION[extension]
    return _by_content(text_) if not (dot and len(extension) > 1) or extension == "conf" else "text"


def _by_content(content: str) -> str:
    shebang = _SHEBANG.match(content[:200])
    if shebang:
        return _BY_EXTENSION.get(shebang.group(1).lower(), "text")
    head = content[:400].lstrip()
    if head.startswith("<?xml"):
        return "xml"
    if head.startswith("<?php"):
        return "php"
    if re.match(r"[{\[]\s*[\"\[{]", head):
        return "json"
    if re.search(r"(?m)^\[[\w .:\"-]+\]\s*$", content[:4000]) and re.search(r"(?m)^[\w.-]+\s*=", content[:8000]):
        return "ini"
    return "text"


def read(document: Document, profile: Profile, signals: frozenset[str] = frozenset()) -> Facts:
    """Say everything that a document says; see `sealguard.languages.read`."""
    del signals  # nothing that triage saw changes how a file is read, so far
    fragment = Fragment.whole(document, "")
    language = language_of(document.path, document.text)
    facts = Facts(document, language)
    read_fragment(fragment, facts, profile, document.path)
    _order(facts)
    prose.read(facts, profile)
    _candidates(facts)
    _urls(facts)
    public_names.find(facts, profile)
    if language not in _UNDELIVERED:
        from sealguard.languages import delivery  # noqa: PLC0415 - it is all patterns, and most files are no client's

        delivery.deliver(facts)
    return facts


def program(document: Document, base: int, profile: Profile) -> tuple[Library, Program] | None:
    """Give the program of a file; see `sealguard.languages.program`."""
    kind = language_of(document.path, document.text)
    fragment = Fragment.whole(document, kind, base)
    try:
        if kind == "python":
            from sealguard.languages import python  # noqa: PLC0415 - as below

            return python.program(fragment)
        if kind in GRAMMARS:
            from sealguard.languages import treesitter  # noqa: PLC0415 - as below

            return treesitter.program(fragment, kind, profile)
    except (SyntaxProblem, RecursionError):
        return None
    return None


def settings(document: Document, base: int) -> Program | None:
    """Give a data file for the sake of the programs that read it; see `sealguard.languages.settings`."""
    kind = language_of(document.path, document.text)
    if kind not in _SETTINGS:
        return None
    from sealguard.languages import settings_file  # noqa: PLC0415 - as below

    try:
        return settings_file.program(kind, Fragment.whole(document, kind, base))
    except (SyntaxProblem, RecursionError):
        return None


def read_fragment(fragment: Fragment, facts: Facts, profile: Profile, name: str = "", language: str = "") -> None:
    """Add the facts of a piece; where its front end gives up, the facts of plain text."""
    kind = language_of(name, fragment.text, language)
    if kind == "text":
        text.read(fragment, facts, profile, name, language)
        return
    piece = Facts(facts.document, kind)
    try:
        _structured(kind, fragment, piece, profile, name)
    except SyntaxProblem as problem:
        _give_up(fragment, facts, profile, name, language or kind, str(problem))
    except RecursionError:
        _give_up(fragment, facts, profile, name, language or kind, "nested too deep")
    except Exception as error:  # noqa: BLE001 - a fault of ours must not keep the text rules from a file
        _give_up(fragment, facts, profile, name, language or kind, f"{FAULT} ({type(error).__name__})")
    else:
        facts.extend(piece)


def _give_up(fragment: Fragment, facts: Facts, profile: Profile, name: str, language: str, reason: str) -> None:
    # A fence is an excerpt: that it does not parse is no reason to call the scan incomplete. Of what a package manager writes,
    # nothing is known by its structure that its text does not say.
    listed = reason == TOO_LARGE and _LOCK.search(posixpath.basename(name).lower())
    if (fragment.text == facts.document.text and not listed) or reason.startswith(FAULT):
        facts.problems.append(reason)
    piece = Facts(facts.document, "text")
    text.read(fragment, piece, profile, name, "" if name else language)
    facts.extend(piece)


def _structured(kind: str, fragment: Fragment, facts: Facts, profile: Profile, name: str) -> None:
    if kind in {"json", "yaml", "toml", "xml", "bru", "env", "ini", "properties", "netrc"}:
        from sealguard.languages import formats  # noqa: PLC0415 - only data pays for it

        formats.read(kind, fragment, facts, profile)
    elif kind == "batch":
        importlib.import_module("sealguard.languages.shell").read(_expanded(fragment), facts, profile, "batch")
    elif kind == "markdown":
        importlib.import_module("sealguard.languages.markup").read(fragment, facts, profile, name)
    elif kind == "map":
        importlib.import_module("sealguard.languages.source_map").read(fragment, facts, profile)
    elif kind in {"html", "vue", "svelte", "astro"}:
        importlib.import_module("sealguard.languages.hypertext").read(fragment, facts, profile, kind, name)
    elif kind == "hcl":
        importlib.import_module("sealguard.languages.hcl").read(fragment, facts, profile)
    elif kind in GRAMMARS:
        from sealguard.languages import treesitter  # noqa: PLC0415 - only programs of its languages pay for it

        treesitter.read(fragment, facts, kind, profile)
        if kind == "php" and ("?>" in fragment.text or not fragment.text.lstrip().startswith("<?")):
            importlib.import_module("sealguard.languages.hypertext").read(fragment, facts, profile, "html", name, code=False)
    elif kind in {"http", "python", "r"}:
        importlib.import_module(f"sealguard.languages.{_MODULES[kind]}").read(fragment, facts)
    else:
        importlib.import_module(f"sealguard.languages.{_MODULES[kind]}").read(_prompts(fragment), facts, profile)


def _expanded(fragment: Fragment) -> Fragment:
    """Spell batch's delayed expansion, where it is on, as the other one: `!NAME!` as `%NAME%`."""
    if "enabledelayedexpansion" not in fragment.text.lower():
        return fragment
    text = re.sub(r"!(\w{1,80})!", r"%\1%", fragment.text)
    return fragment.nest("batch", [(text, 0, len(text))])


_PROMPT: Final = re.compile(r"(?m)^([ \t]*(?:\([\w-]+\)[ \t]*)?(?:[\w.-]+@[\w.-]+:?[^\n$#]{0,40})?[$>#%][ \t]+)(?=\S)")


_TIMES: Final = r"(?m)^[ \t]*(?:@[a-z]+|(?:[\d*/,A-Za-z-]+[ \t]+){4}[\d*/,A-Za-z-]+)[ \t]+"
_SCHEDULE: Final = re.compile(_TIMES + r"(?=\S)")
_SYSTEM_SCHEDULE: Final = re.compile(_TIMES + r"[a-z_][a-z0-9_-]*[ \t]+(?=\S)")
"""Of the system's tables, which name a user before the command."""
_SCHEDULED: Final = re.compile(
    r"(?m)^[ \t]*(?:@(?:hourly|daily|weekly|monthly|yearly|annually|midnight|reboot)|(?:[\d*][\d*/,-]*[ \t]+){2}\S+[ \t]+\S+[ \t]+\S+)[ \t]"
)


def _prompts(fragment: Fragment) -> Fragment:
    """Take out what stands before the commands: prompts of a console session, schedules of a crontab.

    A `#` before a command is a prompt only where `$` never is.
    """
    if _SCHEDULED.search(fragment.text) and not fragment.text.startswith("#!"):
        system = re.search(r"(?:^|/)(?:etc/crontab|cron\.d/)", fragment.document.path)
        return _without(fragment, _SYSTEM_SCHEDULE if system else _SCHEDULE)
    return _without(fragment, _PROMPT) if re.match(r"\s*\$[ \t]+\S", fragment.text) else fragment


def _without(fragment: Fragment, before: re.Pattern[str]) -> Fragment:
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for match in before.finditer(fragment.text):
        if before is _PROMPT and match.group().strip()[-1] == "#":
            continue
        pieces.append((fragment.text[at : match.start()], at, match.start()))
        pieces.append((" " * len(match.group()), match.start(), match.end()))
        at = match.end()
    pieces.append((fragment.text[at:], at, len(fragment.text)))
    return fragment.nest("shell", pieces)


# What every file says ------------------------------------------------------------------------------------------------


def _order(facts: Facts) -> None:
    """Put zones in order and keep the outer of two that overlap."""
    kept: list[tuple[Span, Zone]] = []
    for span, zone in sorted(facts.zones, key=lambda item: (item[0].start, -item[0].end)):
        if span.start >= span.end:
            continue
        start = max(span.start, kept[-1][0].end) if kept else span.start
        if start < span.end:
            kept.append((Span(start, span.end), zone))
    facts.zones = kept


class _Zones:
    def __init__(self, facts: Facts) -> None:
        self._starts = [span.start for span, _ in facts.zones]
        self._zones = facts.zones
        self._base = Zone.PROSE if is_prose(facts.document.path) and facts.language == "text" else Zone.CODE

    def at(self, offset: int) -> Zone:
        index = bisect.bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._zones[index][0].end:
            return self._zones[index][1]
        return self._base


def _candidates(facts: Facts) -> None:
    """Add everything that looks like a credential, wherever it stands."""
    content = facts.document.text
    zones = _Zones(facts)
    found: list[Candidate] = []
    for form, start, end in find_credentials(content):
        found.append(Candidate(form, Text(content[start:end], Span(start, end)), zones.at(start)))
        if len(found) >= _MOST:
            break
    for encoding, decoded, start, end in encodings.hidden(content):
        for form, low, high in find_credentials(decoded):
            found.append(Candidate(form, Text(decoded[low:high], Span(start, end), verbatim=False, decoded=encoding), zones.at(start)))
            break
    facts.candidates += sorted(found, key=lambda candidate: candidate.text.span)


def _urls(facts: Facts) -> None:
    """Add the URLs that stand where no front end reads strings: in comments and prose."""
    if not facts.zones:
        return
    content = facts.document.text
    zones = _Zones(facts)
    separated = facts.document.path.lower().endswith((".csv", ".psv"))
    for count, match in enumerate(matches(text.URL, content, "//", 6)):
        zone = zones.at(match.start())
        if zone is Zone.CODE:
            continue
        url = re.split("[,;|]", match.group(), maxsplit=1)[0] if separated else match.group()
        span = Span(match.start(), match.start() + len(url.rstrip(".,;:!?}*_")))
        facts.strings.append(String(Value((Text(content[span.start : span.end], span),), span), zone=zone))
        if count >= _MOST:
            break
