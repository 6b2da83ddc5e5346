"""The marks of template languages in pages: what is computed on a server, and what of it is written into the page.

PHP, ERB, EJS, JSP, Jinja, Twig, Blade, Liquid, Handlebars: statements vanish, expressions become names in the script around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.facts import Kind
from sealguard.languages.hypertext_scan import FILLER
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sealguard.languages.fragment import Piece

# Neither a string nor a comment of more lines ends PHP's code; a comment of one line does.
_PHP: Final = (
    r"<\?(?!xml)(?:[^?\"'/#<]++|\"(?:[^\"\\]|\\(?s:.))*+(?:\"|\Z)|'(?:[^'\\]|\\(?s:.))*+(?:'|\Z)|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
    r"|(?://|\#(?!\[))(?:[^\n?]|\?(?!>))*+|<<<[ \t]*[\"']?(?P<heredoc>\w+)[\"']?(?:\n(?![ \t]*(?P=heredoc)\b)[^\n]*+)*+"
    r"|\?(?!>)|[/#<])*+(?:\?>|\Z)"
)
_MARK: Final = re.compile(
    # What begins anew inside of a mark ends the search for the end of the first one, which keeps it linear.
    r"<%--(?:[^<]|<(?!%--)){0,20000}?--%>|\{\{!?--(?:[^{]|\{(?!\{!?--)){0,20000}?--\}\}|\{#(?:[^{]|\{(?!\#)){0,20000}?#\}"
    r"|" + _PHP + r"|<%(?s:.*?)(?:%>|\Z)|\{%(?:[^{]|\{(?!%)){0,4000}?%\}|\{!!(?:[^{]|\{(?!!!)){0,1000}?!!\}"
    r"|@\{\{|\{\{\{[^{}\n;]{0,300}\}\}\}|\{\{[^{}\n;]{0,300}\}\}"
)
_OUTPUT: Final = re.compile(
    r"(?:<\?=|<\?php\s+(?:echo|print)\b|<%[=-]|\{!!|\{\{\{?[&~]?)(?P<inner>(?s:.*?))(?:;?\s*\?>|-?%>|!!\}|[~-]?\}\}\}?)\Z"
)
_COMMENT: Final = ("<%--", "{{--", "{{!", "{#", "<%#")
_LOOKED_UP: Final = re.compile(
    r"(?P<call>getenv|env|environ|ENV|_ENV|_SERVER|process\.env|config|Config|settings|fetch|credentials|secrets?|get_option|constant)"
    r"(?:\.(?:get|fetch|dig))?\s*(?:->|::|[\[(.])+\s*[:\"']{0,2}(?P<name>[A-Za-z_][\w.-]*)"
)
_KEY: Final = re.compile(r"[\"']?\s{0,5}(?:,\s{0,5}:|\]\s{0,5}\[\s{0,5}[:\"'])(?P<name>[A-Za-z_]\w*)")
"""Another key behind the first: `credentials.dig(:sealmetrics, :token)`, `credentials[:sealmetrics][:token]`."""
_WORD: Final = re.compile(r"(?<![\w\"'])[$@:]?(?P<word>[A-Za-z_]\w*(?:(?:\.|->|::|\[[\"']|[\"']\]\[[\"'])[A-Za-z_]\w*)*)(?!\w)(?!\s*\()")
_CUT: Final = re.compile(
    r"\[\s*\d*\s*:\s*-?\d*\s*\]|\b(?:slice|substr|substring|truncate|truncatechars|first|last|length|mask|masked|sha256|md5|hash)\b"
)
_ASKED: Final = re.compile(r"(?:^|\s)(?:isset|empty|if|unless)\b|[=!]==?|\?.*:|\b(?:blank|present|any|empty|nil|defined)\?")
_STRING: Final = re.compile(r"\"(?:[^\"\\\n]|\\(?s:.))*\"|'(?:[^'\\\n]|\\(?s:.))*'|`(?:[^`\\]|\\(?s:.))*`|//[^\n]*|/\*(?s:.*?)\*/")
_STATEMENT: Final = re.compile(r"\s*(?:[#/^>!]|(?:if|else|with|range|end|define|template|block|unless|each|include|partial|yield)\b)")
"""What Handlebars and Go write in the marks of an expression."""
_WRAPPERS: Final = re.compile(
    r"(?>(?:h|raw|j|e|json|to_json|esc_\w+|htmlspecialchars|htmlentities|json_encode|addslashes|escape_javascript|html_escape|Html::encode"
    r"|JSON\.stringify|encodeURIComponent|String|str|strval|trim|url_encode|escape|unescape|safe|\$this->e(?:scape\w*)?|Rails|application|System"
    r"|os|process)\b\s*\(?\s*|[$@:.&!]\s*)*+"
)
"""What may stand before a value that is written as it is; to any other function it is only given."""
_KEYWORDS: Final = frozenset(
    {"true", "false", "null", "nil", "none", "None", "not", "and", "or", "if", "else", "this", "safe", "raw", "json", "h"}
)


_RAZOR_FILES: Final = (".cshtml", ".vbhtml")
_RAZOR: Final = re.compile(
    r"(?P<comment>@\*(?:[^*]|\*(?!@)){0,20000}\*@)"
    r"|(?<![\w@.])@(?:\((?P<group>[^()\n]{1,200})\)|(?P<word>[A-Za-z_]\w{0,80})"
    r"(?P<rest>(?:[?!]?\.[A-Za-z_]\w{0,80}|\[[^\]\n]{1,100}\]|\((?:[^()\n]|\([^()\n]{0,200}\)){0,200}\)){0,12}))"
)
_RAZOR_WORDS: Final = word_set(
    "model using inject page section if else foreach for while do switch functions code layout addTagHelper removeTagHelper",
    "tagHelperPrefix namespace inherits implements attribute lock try await media import keyframes supports charset font",
)
_RAZOR_WRAPPERS: Final = re.compile(r"(?:Html\.Raw|Json\.Serialize|JsonSerializer\.Serialize|Html\.Encode|Uri\.EscapeDataString)\(")
_DECLARED: Final = re.compile(
    r"^@(?:inject\s+(?P<type>[\w.<>,]{1,200})\s+(?P<name>\w{1,80})|model\s+(?P<model>[\w.<>,]{1,200}))", re.MULTILINE
)
_TYPE: Final = re.compile(r"[A-Za-z_]\w*")
_EXPRESSION_FILES: Final = (".jsp", ".jspx", ".jspf", ".tag", ".ftl", ".ftlh")
_EXPRESSION: Final = (re.compile(r"(?P<whole>[$#]\{(?P<inner>[^{}\n]{1,200})\})"),)
_THYMELEAF: Final = (
    re.compile(r"\bth:[\w:-]{1,40}\s{0,5}=\s{0,5}[\"'](?:[^\"'$\n]|\$(?!\{)){0,200}(?P<whole>\$\{(?P<inner>[^{}\n]{1,200})\})"),
    re.compile(r"(?P<whole>\[[\[(]\$\{(?P<inner>[^{}\n]{1,200})\}[\])]\])"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, and what it writes into the page."""

    start: int
    end: int
    comment: bool = False
    output: bool = False
    names: tuple[str, ...] = ()
    """Of an output: what the value goes under."""
    kind: Kind = Kind.TEMPLATE
    marks: frozenset[str] = frozenset()


def find(text: str, path: str = "") -> list[Mark]:
    """Give the marks of a page, in order; the end of its path tells what Razor and the JVM's expression languages mark."""
    if path.lower().endswith(_RAZOR_FILES):
        declared = ((match["name"] or "Model", match["type"] or match["model"]) for match in _DECLARED.finditer(text))
        types = {name: _TYPE.findall(spelled)[-1] for name, spelled in declared}
        return [_read_razor(match, types) for match in _RAZOR.finditer(text) if match["word"] not in _RAZOR_WORDS]
    found = [_read(match) for match in _MARK.finditer(text)]
    expressions = _EXPRESSION if path.lower().endswith(_EXPRESSION_FILES) else _THYMELEAF
    if "${" not in text:
        return found
    more = [_said(match["inner"], *match.span("whole")) for pattern in expressions for match in pattern.finditer(text)]
    kept = [mark for mark in more if not any(each.start < mark.end and mark.start < each.end for each in found)]
    return sorted([*found, *kept], key=lambda mark: mark.start)


def _read_razor(match: re.Match[str], types: Mapping[str, str]) -> Mark:
    """Read `@Model.Token`, `@(token)`, `@Html.Raw(token)`, `@Configuration["Sealmetrics:Token"]`; `types`: what declared names are of."""
    if match["comment"]:
        return Mark(*match.span(), comment=True)
    inner = match["group"] or match["word"] + match["rest"]
    wrapped = _RAZOR_WRAPPERS.match(inner)
    inner = inner[wrapped.end() : -1] if wrapped else inner
    keys = re.findall(r"\[\"([^\"\n]{1,80})\"\]", inner)
    if keys:
        return Mark(*match.span(), output=True, names=(keys[-1],), kind=Kind.STORE)
    if not re.fullmatch(r"[\w.?!\s]+", inner):
        return Mark(*match.span(), output=True)  # what a method makes of something is not that
    first, dot, rest = re.sub(r"[?!\s]", "", inner).partition(".")
    return Mark(*match.span(), output=True, names=(f"{types.get(first, first)}{dot}{rest}",))


def _read(match: re.Match[str]) -> Mark:
    text = match[0]
    if text.startswith(_COMMENT):
        return Mark(*match.span(), comment=True)
    output = _OUTPUT.match(text)
    if output is None:
        return Mark(*match.span())
    inner = output["inner"]
    if text.startswith("{{") and _STATEMENT.match(inner):
        return Mark(*match.span())
    return _said(inner, *match.span())


def _said(inner: str, start: int, end: int) -> Mark:
    """Read an expression whose value is written into the page."""
    changed = frozenset({"partial"}) if _CUT.search(inner) else frozenset({"digest"}) if _ASKED.search(inner) else frozenset[str]()
    looked_up = _LOOKED_UP.search(inner)
    if looked_up and _WRAPPERS.fullmatch(inner[: looked_up.start()].strip()):
        environment = "env" in looked_up["call"].lower()
        kind = Kind.ENVIRONMENT if environment else Kind.STORE
        keys = [looked_up["name"]]
        while (more := _KEY.match(inner, looked_up.end())) is not None:
            keys.append(more["name"])
            looked_up = more
        return Mark(start, end, output=True, names=(".".join(keys),), kind=kind, marks=changed)
    head = inner.partition("|")[0] if "||" not in inner else inner
    words = [
        found["word"]
        for found in _WORD.finditer(head)
        if found["word"] not in _KEYWORDS and _WRAPPERS.fullmatch(head[: found.start()].strip())
    ]
    name = re.sub(r"(?:->|::|\W)+", ".", words[0]).strip(".") if words else ""
    return Mark(start, end, output=True, names=(name,) if name else (), marks=changed)


def over(text: str, marks: Iterable[Mark]) -> str:
    """Give the text with every mark filled over, so that offsets stay what they are."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += [text[at : mark.start], FILLER * (mark.end - mark.start)]
        at = mark.end
    pieces.append(text[at:])
    return "".join(pieces)


def script(text: str, filled: str, start: int, end: int, inside: Sequence[Mark]) -> Iterator[Piece]:
    """Give a script with the marks inside of it turned into code: `"Bearer {{ token }}"` into `"Bearer " + token + ""`."""
    if not inside:
        yield text[start:end], start, end
        return
    strings = [match.span() for match in _STRING.finditer(filled, start, end)]
    position = 0
    at = start
    for mark in inside:
        yield text[at : mark.start], at, mark.start
        while position < len(strings) and strings[position][1] <= mark.start:
            position += 1
        held = position < len(strings) and strings[position][0] <= mark.start
        yield _code(mark, text[strings[position][0]] if held else ""), mark.start, mark.end
        at = mark.end
    yield text[at:end], at, end


def _code(mark: Mark, quote: str) -> str:
    name = re.sub(r"\W", "_", mark.names[-1]) if mark.names else "filled"
    if not re.match(r"[A-Za-z_]", name):
        name = f"_{name}"
    if quote == "/":
        return " "
    if not mark.output:
        return "" if quote else " "
    if "partial" in mark.marks or "digest" in mark.marks:
        name = f"Boolean({name})" if "digest" in mark.marks else f"{name}.slice(0, part)"
    return f"${{{name}}}" if quote == "`" else f"{quote} + {name} + {quote}" if quote else name
