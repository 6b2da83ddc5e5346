"""HTML, the components of Vue, Svelte and Astro, and the pages that PHP, Ruby, Python and JavaScript fill: markup with scripts in it."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Delivery, Hole, Parameter, Response, String, Text, Value, Zone
from sealguard.languages import template_marks
from sealguard.languages.hypertext_scan import Stretch, Tag, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Part
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.languages.hypertext_scan import Attribute
    from sealguard.languages.template_marks import Mark
    from sealguard.profile import Profile

KINDS: Final = frozenset({"html", "vue", "svelte", "astro"})
_NAMES: Final = {"html": "an HTML page", "vue": "a Vue component", "svelte": "a Svelte component", "astro": "an Astro page"}
_FRONT: Final = re.compile(r"\s*---[ \t]*\r?\n(?P<code>(?s:.*?))(?:\r?\n)?---[ \t]*(?:\r?\n|\Z)")
_DATA: Final = re.compile(r"(?:^|[/+])json$|importmap|speculationrules", re.IGNORECASE)
_TYPES: Final = {
    "": "javascript",
    "module": "javascript",
    "ts": "typescript",
    "typescript": "typescript",
    "tsx": "tsx",
    "jsx": "javascript",
    "python": "python",
    "py": "python",
}
_HANDLER: Final = re.compile(r"on[a-z]+$|@|v-on:|on:|\(|x-on:|:|v-|\[|bind:|x-")
_INTERESTING: Final = re.compile(r"fetch|axios|ajax|\$http|Storage|cookie|://|sm_|[Tt]oken|[Kk]ey")
_URL: Final = re.compile(r"url\(\s{0,5}[\"']?(?P<url>[^\s\"')]{4,2000})")
_CODE_OF: Final = {"ejs": "javascript", "erb": "ruby", "jsp": "java", "cshtml": "cs", "eex": "elixir", "heex": "elixir"}
_SERVER_NAME: Final = re.compile(
    r"\.(?:php|phtml|blade\.php|twig|erb|ejs|jsp|cshtml|hbs|handlebars|njk|liquid|jinja2?|j2|mustache|tmpl|gohtml|eex|heex|ftl|tera)$"
    r"|(?:^|/)(?:templates|views|layouts|partials|_includes|_layouts)/",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(r"(?P<name>[A-Za-z_][\w.-]{0,80})[\"']?\s{0,9}[=:]\s{0,9}[\"'`]?\s*$")
_LABELLED: Final = frozenset({"meta", "input", "param"})
_LONGEST_HANDLER: Final = 5_000
_DATA_PREFIX: Final = re.compile(r"^(?:data|v|x)-|^[:@]")


@dataclass(slots=True)
class _Page:
    """What is gathered of one page while its markup is walked."""

    fragment: Fragment
    facts: Facts
    profile: Profile
    kind: str
    marks: list[Mark] = field(default_factory=list)
    filled: str = ""
    scripts: list[Piece] = field(default_factory=list)
    """Everything that runs in the page, as one program."""
    rendered: list[Piece] = field(default_factory=list)
    """What a server renders: the front matter, and the expressions of the markup."""
    language: str = "javascript"

    @property
    def text(self) -> str:
        return self.fragment.text

    def inside(self, start: int, end: int) -> list[Mark]:
        """Give the marks that stand in a stretch."""
        low = bisect.bisect_left(self.marks, start, key=lambda mark: mark.start)
        return self.marks[low : bisect.bisect_right(self.marks, end, lo=low, key=lambda mark: mark.end)]


def read(fragment: Fragment, facts: Facts, profile: Profile, kind: str, name: str = "", *, code: bool = True) -> None:
    """Add what markup says; `code`: what stands in the marks of a template language is read here, too."""
    page = _Page(fragment, facts, profile, kind)
    text = fragment.text
    start = 0
    if kind == "html":
        page.marks = template_marks.find(text, name or facts.document.path)
        page.filled = template_marks.over(text, page.marks) if page.marks else text
    else:
        page.filled = text
    if kind == "astro" and (front := _FRONT.match(text)) is not None:
        start = front.end()
        page.rendered.append((front["code"], front.start("code"), front.end("code")))
    facts.deliveries.append(Delivery(fragment.outer(start, len(text)), _NAMES[kind]))
    for token in scan(page.filled, braces=kind in {"svelte", "astro"}, start=start):
        if isinstance(token, Stretch):
            _stretch(page, token)
        else:
            _tag(page, token)
    _marks(page, name, code=code)
    _programs(page)


def _stretch(page: _Page, stretch: Stretch) -> None:
    """Say what text and comments are; the marks between are none of them."""
    zone = Zone.COMMENT if stretch.comment else Zone.PROSE
    at = stretch.start
    for mark in page.inside(stretch.start, stretch.end) if not stretch.comment else ():
        _zone(page, at, mark.start, zone)
        at = mark.end
    _zone(page, at, stretch.end, zone)


def _zone(page: _Page, start: int, end: int, zone: Zone) -> None:
    if start < end and not page.text[start:end].isspace():
        page.facts.zones.append((page.fragment.outer(start, end), zone))


# Tags ----------------------------------------------------------------------------------------------------------------------


def _tag(page: _Page, tag: Tag) -> None:
    held = {each.name.lower(): page.text[each.start : each.end] for each in tag.attributes if not each.expression}
    rendered: list[Attribute] = []
    for attribute in tag.attributes:
        if attribute.expression:
            rendered.append(attribute)
        elif attribute.start < attribute.end:
            _attribute(page, tag, attribute, held)
    if rendered:
        _expressions(page, tag, rendered)
    if tag.content is None:
        return
    if tag.name == "style":
        for match in _URL.finditer(page.text, *tag.content):
            _string(page, *match.span("url"), ("style", "url"))
        return
    _script(page, tag.content, held)


def _attribute(page: _Page, tag: Tag, attribute: Attribute, held: dict[str, str]) -> None:
    name = attribute.name
    if _HANDLER.match(name) or (name.startswith("on") and name.islower()):
        _handler(page, attribute)
        if not name.startswith(("x-", "v-")):
            return
    if name in {"class", "style", "d", "integrity", "nonce"}:
        return
    labelled = held.get("name") or held.get("property") or held.get("id") or ""
    value = _string(page, attribute.start, attribute.end, (tag.name, name))
    bare = _DATA_PREFIX.sub("", name)
    if tag.name.lower() in _LABELLED and name in {"content", "value"} and labelled:
        path: tuple[str, ...] = (labelled,)
    else:
        around = next((held[each] for each in ("id", "name", "src", "class") if each in held and each != name), "")
        path = (tag.name, around, bare) if around else (tag.name, bare)
    if any(part.text.strip() for part in value.texts):
        page.facts.bindings.append(Binding(path, value, page.fragment.outer(attribute.start, attribute.end)))


def _string(page: _Page, start: int, end: int, context: tuple[str, ...]) -> Value:
    """Say a value of the markup, its marks as holes."""
    parts: list[Part] = []
    at = start
    for mark in page.inside(start, end):
        if at < mark.start:
            parts.append(page.fragment.part(at, mark.start))
        if mark.output:
            parts.append(_hole(page, mark))
        at = mark.end
    if at < end:
        parts.append(page.fragment.part(at, end))
    value = Value(tuple(parts), page.fragment.outer(start, end))
    if any(isinstance(part, Text) for part in parts):
        page.facts.strings.append(String(value, context=context))
    return value


def _hole(page: _Page, mark: Mark) -> Hole:
    return Hole(mark.kind, mark.names, page.fragment.outer(mark.start, mark.end), mark.marks)


def _handler(page: _Page, attribute: Attribute) -> None:
    """Take code that stands in an attribute into the page's program."""
    if attribute.end - attribute.start > _LONGEST_HANDLER or not _INTERESTING.search(page.text, attribute.start, attribute.end):
        return
    page.scripts.append((";", attribute.start, attribute.start))
    page.scripts += template_marks.script(
        page.text, page.filled, attribute.start, attribute.end, page.inside(attribute.start, attribute.end)
    )
    page.scripts.append(("\n", attribute.end, attribute.end))


def _expressions(page: _Page, tag: Tag, attributes: list[Attribute]) -> None:
    """Take expressions in braces into the page's program, or, where a server renders them, into the server's."""
    if page.kind != "astro":
        for attribute in attributes:
            if attribute.name and _INTERESTING.search(page.text, attribute.start, attribute.end):
                page.scripts += [
                    (";(", attribute.start, attribute.start),
                    (page.text[attribute.start : attribute.end], attribute.start, attribute.end),
                    (");\n", attribute.end, attribute.end),
                ]
        return
    component = tag.name[:1].isupper() or "." in tag.name
    if component and not any(each.name.startswith("client:") for each in tag.attributes):
        return  # it is given to another part of the server
    for attribute in attributes:
        page.facts.reserved.append(page.fragment.outer(attribute.start, attribute.end))
        name = attribute.name.replace('"', "") or "value"
        page.rendered += [
            (f'\n;__rendered__({{"{name}": ', attribute.start, attribute.start),
            (page.text[attribute.start : attribute.end] or "0", attribute.start, attribute.end),
            ("});", attribute.end, attribute.end),
        ]


def _script(page: _Page, content: tuple[int, int], held: dict[str, str]) -> None:
    start, end = content
    if not page.text[start:end].strip():
        return
    spoken = (held.get("lang") or held.get("type") or "").lower().removeprefix("text/").removeprefix("application/").removeprefix("x-")
    if _DATA.search(spoken):
        _nested(page, start, end, "json")
        return
    language = _TYPES.get(spoken, "javascript" if spoken in {"javascript", "ecmascript", "babel"} else "")
    page.facts.deliveries.append(
        Delivery(page.fragment.outer(start, end), "an inline <script>" if page.kind == "html" else _NAMES[page.kind])
    )
    if language in {"javascript", "typescript", "tsx"}:
        page.language = language if language != "javascript" else page.language
        page.scripts += template_marks.script(page.text, page.filled, start, end, page.inside(start, end))
        page.scripts.append(("\n;\n", end, end))
    elif language:
        _nested(page, start, end, language)
    elif "<" in page.text[start:end]:
        _nested(page, start, end, "html")


def _nested(page: _Page, start: int, end: int, language: str) -> None:
    from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

    read_fragment(page.fragment.nest(language, [(page.text[start:end], start, end)]), page.facts, page.profile, "", language)


# Marks and programs --------------------------------------------------------------------------------------------------------


def _marks(page: _Page, name: str, *, code: bool) -> None:
    path = name or page.facts.document.path
    served = bool(_SERVER_NAME.search(path)) or any(page.text.startswith(("{%", "<%", "<?"), mark.start) for mark in page.marks)
    quoted = False
    for mark in page.marks:
        span = page.fragment.outer(mark.start, mark.end)
        if mark.comment:
            page.facts.zones.append((span, Zone.COMMENT))
            continue
        page.facts.reserved.append(span)
        if served and mark.names:
            _given(page, mark)
        quoted = quoted or any(quote in page.text[mark.start : mark.end] for quote in "\"'")
    if code and quoted:
        _read_code(page, _CODE_OF.get(path.rpartition(".")[2].lower(), "text"))


def _read_code(page: _Page, language: str) -> None:
    """Read what stands in the marks as a program of the server's, in one piece."""
    from sealguard.languages import read_fragment  # noqa: PLC0415 - as above

    pieces: list[Piece] = []
    for mark in page.marks:
        opening = re.match(r"<\?(?:php|=)?|<%[=-]?|\{%-?|\{!!|\{\{\{?", page.text[mark.start : mark.end])
        closing = re.search(r"(?:\?>|-?%>|-?%\}|!!\}|\}\}\}?)\Z", page.text[mark.start : mark.end])
        if opening and closing and not mark.comment and opening.end() < closing.start():
            low, high = mark.start + opening.end(), mark.start + closing.start()
            pieces += [(page.text[low:high], low, high), ("\n", high, high)]
    read_fragment(page.fragment.nest(language, pieces), page.facts, page.profile, "", language)


def _given(page: _Page, mark: Mark) -> None:
    """Say what a server's template writes into the page."""
    before = page.filled[max(0, mark.start - 160) : mark.start]
    left = _LEFT.search(before)
    label = left["name"] if left else ""
    if label in {"content", "value"}:
        named = re.search(r"(?:name|property|id)=[\"']([\w.:-]{1,80})[\"'][^<>]*\Z", before)
        label = named[1] if named else label
    span = page.fragment.outer(mark.start, mark.end)
    entry = Parameter(Value((Text(label, span, verbatim=False),) if label else (), span), (Value((_hole(page, mark),), span),), span)
    page.facts.responses.append(Response(span, "", "a part of the page that a template fills", (entry,)))


def _programs(page: _Page) -> None:
    from sealguard.languages import read_fragment  # noqa: PLC0415 - as above

    for pieces, language in _all(page):
        nested = page.fragment.nest(language, pieces)
        if nested.text.strip():
            read_fragment(nested, page.facts, page.profile, "", language)


def _all(page: _Page) -> Iterator[tuple[list[Piece], str]]:
    if page.scripts:
        yield page.scripts, page.language
    if page.rendered:
        yield page.rendered, "tsx"
