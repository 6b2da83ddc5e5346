"""Placeholders that something else fills in: `${X}`, `${X:-default}`, `{{ x }}`, `$(X)`, `<%= x %>`, `%(x)s`, `secret://x`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Kind, Text, Value
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Part
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.tree import Scalar

_MOUSTACHE: Final = r"""(?:"[^"\n]{0,120}+"|'[^'\n]{0,120}+'|`[^`\n]{0,120}+`|[^"'`\n}]{1,120}+|\}(?!\})){0,24}+"""
"""What stands in `{{ }}`: a string in it can hold braces of its own."""
MOUSTACHE: Final = rf"(?:\{{\{{{_MOUSTACHE}\}}\}}|\{{\{{[^\n]{{0,300}}?\}}\}})"
"""A placeholder in braces, whole; the second form is for quotes that do not match."""
_FORMS: Final = r"""
    \$\{\{(?P<action>[^\n]{0,300}?)\}\}
  | (?<!\{)\{\{(?!\{)(?P<nested_moustache>MOUSTACHE)\}\}
  | \$\{(?P<brace>[^{}\n]{0,300})\}
  | \$\{(?P<nested>[^{}\n]{0,200}\$\{[^{}\n]{0,100}\}[^{}\n]{0,200})\}
  | \{\{\{?(?P<moustache>[^\n]{0,300}?)\}?\}\}
  | \$\((?P<paren>[A-Za-z_][\w.:-]{0,100})\)
  | <%[=-]?(?P<erb>[^%\n]{0,300})-?%>
  | %\((?P<percent>\w{1,100})\)s
  | %\{(?P<logstash>[^{}\n]{1,200})\}
  | \#\{(?P<octo>[^{}\n]{1,200})\}
  | (?<!\\)\$(?P<bare>[A-Z_][A-Z0-9_]{2,100})(?![A-Za-z0-9])
  | %env\((?:[\w.-]{1,60}:){0,4}(?P<symfony>\w{1,100})\)%
  | (?<![\w%])%(?P<parameter>[a-z][a-z0-9]{0,40}(?:[._][a-z0-9]{1,40}){1,8})%(?!\w)
  | (?<![\w%])%(?P<batch>[A-Z_][A-Z0-9_]{2,100})%
  | (?<![\w@])@(?P<filtered>[A-Za-z_][\w.]{2,100})@(?!\w)
  | (?<!\w)__(?P<token>[A-Z][A-Z0-9_]{2,100})__(?!\w)
"""
_FORMS_SPELLED: Final = _FORMS.replace("MOUSTACHE", _MOUSTACHE.replace("#", r"\#").replace(" ", r"\ "))
_SINGLE: Final = r"  | (?<![{$])\{(?P<single>[A-Za-z_][\w.]{0,100})\}(?!\})"
TEMPLATE: Final = re.compile(_FORMS_SPELLED + _SINGLE, re.VERBOSE)
_QUICK: Final = re.compile(r"[$%#<@]|\{|__")
_UNSURE: Final = re.compile(r"[$%#<@{]|__|://\S|\\")
"""Whatever a text has that is not plainly itself."""
_STORE: Final = re.compile(
    r"(?:secret|secrets|secretref|vault|op|awssm|aws-sm|gcpsm|gcp-sm|azurekv|keyvault|sm|ssm|ps|berglas|keyring|keychain|doppler|infisical|bws|pass)"
    r"(?:[+][a-z]+)?://\S+",
)
_PROVIDERS: Final = word_set(
    "env environment ssm secret secrets vault cf self sm opt param sys config file input aws s3 git custom stage var vars",
    "parameter prompt keyvault sops secretsmanager sources systemproperty provider command",
)
_DEFAULT_FILTER: Final = re.compile(r"""default\s{0,5}[( ]?\s{0,5}(["'])([^"'\n]{1,200})\1|\|\|\s{0,5}(')([^'\n]{1,200})'""")
_DOTENV: Final = re.compile(r"\$(?:dotenv|processEnv|shared)\s+%?")
_QUOTED: Final = re.compile(r"""["']([A-Za-z_][\w./-]{0,150})["']""")
_FORMATTED: Final = re.compile(r"[\s.-]*(?:printf|print|tpl|include|required)\b")
_STRING: Final = re.compile(r""""[^"\n]{0,200}"|'[^'\n]{0,200}'""")
_DOTTED: Final = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*")
_NEEDLESS: Final = re.compile(r"\\u00[3-7]|\\x[3-7]")
_FILTERS: Final = word_set("trim b64enc base64 b64encode quote urlencode printf print tostring tpl required include index fromjson squote")
_MARKS: Final = {
    "trim": "trimmed",
    "b64enc": "base64",
    "b64encode": "base64",
    "base64": "base64",
    "quote": "quoted",
    "urlencode": "percent",
    **dict.fromkeys(
        ("hash", "sha256sum", "sha1sum", "sha256", "md5", "sha1", "length", "count", "bool", "type_debug", "password_hash"), "digest"
    ),
    **dict.fromkeys(("trunc", "truncate", "substr", "regex_replace", "regex_search", "first", "last", "slice"), "partial"),
}
_CUT: Final = re.compile(r"\w\[-?\d*:-?\d*\]")
_SAID_OF: Final = re.compile(r"\bis\s+(?:not\s+)?(?:defined|none|undefined|string)\b|[=!]=|\bnot\b")
_LOOKUPS: Final = frozenset({"env", "lookup", "getenv", "env_var", "var", "secrets", "vars", "inputs", "matrix", "lookup_env"})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder of a text, by offsets in it."""

    start: int
    end: int
    kind: Kind
    names: tuple[str, ...]
    default: tuple[int, int] | None = None
    """Where the literal stands that is used when nothing fills it."""
    marks: frozenset[str] = frozenset()


def placeholders(text: str) -> Iterator[Placeholder]:
    """Give the placeholders of `text`, in order."""
    if not _QUICK.search(text):
        return
    for match in TEMPLATE.finditer(text):
        form = match.lastgroup or ""
        body, start = match.group(form), match.start(form)
        if form in {"brace", "nested"}:
            yield _brace(match.start(), match.end(), body, start)
        elif form in {"action", "nested_moustache", "moustache", "erb", "logstash", "octo"}:
            yield _expression(match.start(), match.end(), body, start)
        else:
            kind = Kind.ENVIRONMENT if form in {"bare", "batch", "symfony"} else Kind.TEMPLATE
            yield Placeholder(match.start(), match.end(), kind, (body,))


def _brace(start: int, end: int, body: str, offset: int) -> Placeholder:
    """Read `X`, `X:-default`, `X:default`, `env:X`, `env:X, 'default'`."""
    match = re.match(r"\s*([A-Za-z_][\w./-]*?)\s*(?::?[-=]|:\?|\?|:\+|\+|:|,|$)", body)
    if match is None:
        return _expression(start, end, body, offset)
    name, rest = match.group(1), match.end()
    operator = body[match.end(1) : rest].strip()
    if operator == ":" and name.lower() in _PROVIDERS:
        inner = re.match(r"\s*([\w./~-]+)\s*(?:(:-?|,)\s*(['\"]?)(.*?)\3\s*)?$", body[rest:])
        found = inner.group(1) if inner else body[rest:]
        span = (offset + rest + inner.start(4), offset + rest + inner.end(4)) if inner and inner.group(4) else None
        kind = Kind.ENVIRONMENT if name.lower() in {"env", "environment"} else Kind.STORE if "secret" in name.lower() else Kind.TEMPLATE
        return Placeholder(start, end, kind, (found,), span)
    default = None
    if operator in {":-", "-", ":=", "=", ":"} and rest < len(body):
        default = (offset + rest, offset + len(body))
        quoted = body[rest:]
        if len(quoted) > 1 and quoted[0] == quoted[-1] and quoted[0] in "'\"":
            default = (default[0] + 1, default[1] - 1)
    kind = Kind.ENVIRONMENT if name.isupper() else Kind.TEMPLATE
    return Placeholder(start, end, kind, (name,), default)


def _expression(start: int, end: int, body: str, offset: int) -> Placeholder:
    """Read what stands in a template language's marks: names, and a default filter."""
    match = _DEFAULT_FILTER.search(body)
    default = None
    if match:
        group = 2 if match.group(2) is not None else 4
        default = (offset + match.start(group), offset + match.end(group))
    head = body[: match.start()] if match else body
    head = _DOTENV.sub("env ", head)
    first, *filters = head.split("|")
    if _FORMATTED.match(head):
        first = head = _STRING.sub("", head)
    words = [word for word in _DOTTED.findall(head) if word.lower() not in _LOOKUPS | _FILTERS]
    quoted = [name for name in _QUOTED.findall(first) if name.lower() not in {"env", "file"}]
    name = quoted[-1] if quoted else words[0] if words else ""
    for prefix in ("secrets.", "env.", "vars.", "inputs.", "process.env.", "ENV."):
        name = name.removeprefix(prefix)
    kind = Kind.ENVIRONMENT if re.search(r"(?i)\benv\b|processEnv|getenv|dotenv", head) else Kind.TEMPLATE
    piped = [word.strip().split("(")[0].split(" ")[0] for word in filters] + [head.strip().split(" ")[0]]
    marks = frozenset(_MARKS[word] for word in piped if word in _MARKS) | ({"partial"} if _CUT.search(first) else frozenset())
    marks |= {"digest"} if _SAID_OF.search(first) else frozenset()
    names = tuple(part for part in (name,) if part)
    return Placeholder(start, end, kind, names, default, marks)


def value(fragment: Fragment, scalar: Scalar, *, filled: bool = True) -> Value:
    """Give a scalar's value; placeholders are holes where the format has something that fills them (`filled`)."""
    span = fragment.outer(scalar.start, scalar.end)
    text = scalar.text
    if len(scalar.pieces) == 1 and not _UNSURE.search(text):
        part = fragment.part(scalar.pieces[0][1], scalar.pieces[0][2], text)
        return Value((part if part.verbatim else _marked(fragment, part),), span)
    if filled and _STORE.fullmatch(text.strip()):
        return Value((Hole(Kind.STORE, (text.strip(),), span),), span)
    parts: list[Part] = []
    at = 0
    for placeholder in placeholders(text) if filled else ():
        parts += stretch(fragment, scalar, at, placeholder.start)
        where = stretch(fragment, scalar, placeholder.start, placeholder.end)
        # Quotes around a whole plain scalar are the format's own.
        marks = (
            placeholder.marks - {"quoted"}
            if (placeholder.start, placeholder.end) == (0, len(text)) and not scalar.quote
            else placeholder.marks
        )
        parts.append(Hole(placeholder.kind, placeholder.names, where[0].span if where else span, marks))
        at = placeholder.end
    parts += stretch(fragment, scalar, at, len(text))
    return Value(tuple(parts), span)


def defaults(fragment: Fragment, scalar: Scalar) -> Iterator[tuple[str, Value]]:
    """Give the literal that each placeholder falls back to, with the placeholder's name."""
    for placeholder in placeholders(scalar.text):
        if placeholder.default and placeholder.default[0] < placeholder.default[1]:
            parts = tuple(stretch(fragment, scalar, *placeholder.default))
            if parts and not _QUICK.search(parts[0].text):
                name = placeholder.names[-1] if placeholder.names else ""
                yield name, Value(parts, parts[0].span)


def stretch(fragment: Fragment, scalar: Scalar, start: int, end: int) -> list[Text]:
    """Give `scalar.text[start:end]`: line by line where it has several, else as one text."""
    if start >= end:
        return []
    pieces = scalar.cut(start, end).pieces
    if scalar.block:
        return [fragment.part(low, high, text) for text, low, high in pieces]
    if not pieces:
        return []
    text = fragment.part(pieces[0][1], pieces[-1][2], "".join(piece[0] for piece in pieces))
    return [text if text.verbatim else _marked(fragment, text)]


def _marked(fragment: Fragment, text: Text) -> Text:
    """Say that a text was hidden in escapes, where letters that need none are written so."""
    if not _NEEDLESS.search(fragment.document.slice(text.span)):
        return text
    return Text(text.text, text.span, verbatim=False, decoded="escape")


def alternatives(fragment: Fragment, scalar: Scalar) -> tuple[Value, ...]:
    """Give what a scalar can be: with its placeholders unfilled, and with the first one's default in its place."""
    whole = value(fragment, scalar)
    if len(whole.parts) == 1 and isinstance(whole.parts[0], Text):
        return (whole,)
    for placeholder in placeholders(scalar.text):
        if placeholder.default and placeholder.default[0] < placeholder.default[1]:
            middle = stretch(fragment, scalar, *placeholder.default)
            head = stretch(fragment, scalar, 0, placeholder.start)
            tail = stretch(fragment, scalar, placeholder.end, len(scalar.text))
            if not any(_QUICK.search(text.text) for text in (*head, *middle, *tail)):
                return (whole, Value((*head, *middle, *tail), whole.span))
        break
    return (whole,)
