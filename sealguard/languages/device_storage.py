"""What apps keep in a device's open preferences, told by the few calls that write there: Android, Apple, Flutter, Unity, MAUI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Kind, Storage, Text, Value
from sealguard.model import Span

if TYPE_CHECKING:
    from sealguard.facts import Facts

_ARGUMENT: Final = r"(?:@?\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w.$!?]{1,120}(?:\(\))?)"
_KEY_FIRST: Final = rf"\(\s*(?:key:\s*)?(?P<key>{_ARGUMENT})\s*,\s*(?:value:\s*)?(?P<value>{_ARGUMENT})"
_FORMS: Final = {
    "kt java": (
        re.compile(rf"(?P<sink>\bputString){_KEY_FIRST}"),
        "SharedPreferences",
        re.compile(r"\b[eE]dit(?:or)?\b|\b\w*[pP]ref\w*\b"),
    ),
    "swift": (
        re.compile(
            r"(?P<sink>\w*[dD]efaults(?:\.standard|\([^()\n]{0,80}\))?[!?]?\.set)"
            rf"\(\s*(?P<value>{_ARGUMENT})\s*,\s*forKey:\s*(?P<key>{_ARGUMENT})"
        ),
        "UserDefaults",
        None,
    ),
    "m mm": (
        re.compile(rf"(?P<sink>[dD]efaults\]?\s+setObject):(?P<value>{_ARGUMENT})\s+forKey:(?P<key>{_ARGUMENT})"),
        "NSUserDefaults",
        None,
    ),
    "dart": (re.compile(rf"(?P<sink>\.setString){_KEY_FIRST}"), "SharedPreferences", None),
    "cs": (re.compile(rf"(?P<sink>\b(?:PlayerPrefs\.SetString|Preferences(?:\.Default)?\.Set)){_KEY_FIRST}"), "preferences", None),
}
"""By file extension: the call, what it writes to, and what has to stand right before it."""
_WRAPPED: Final = re.compile(r"@(?P<sink>AppStorage)\(\s*(?P<key>\"[^\"\n]{1,200}\")[^)\n]{0,80}\)\s*(?:private\s+)?var\s+(?P<value>\w+)")
_SECURE: Final = re.compile(r"EncryptedSharedPreferences|EncryptedPreferences|FlutterSecureStorage|KeychainWrapper")
_BEFORE: Final = 240
_MOST: Final = 2_000


def find(facts: Facts, extension: str) -> None:
    """Add the writes of a file of an app's code."""
    text = facts.document.text
    if extension == "swift":
        for match in _WRAPPED.finditer(text):
            _add(facts, match, "UserDefaults")
    form = next((each for extensions, each in _FORMS.items() if extension in extensions.split()), None)
    if form is None or _SECURE.search(text):
        return
    pattern, kept_in, needed = form
    if kept_in == "SharedPreferences" and extension == "dart" and kept_in not in text:
        return
    for count, match in enumerate(pattern.finditer(text)):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if count < _MOST and (
            needed is None or (needed.search(before) and not re.search(r"[bB]undle\w*\s*\.\s*$|[iI]ntent\w*\s*\.\s*$", before))
        ):
            _add(facts, match, kept_in)


def _add(facts: Facts, match: re.Match[str], kept_in: str) -> None:
    facts.storages.append(Storage(Span(*match.span()), kept_in, (_value(match, "key"),), (_value(match, "value"),)))


def _value(match: re.Match[str], group: str) -> Value:
    span, text = Span(*match.span(group)), match[group]
    quote = text.removeprefix("@")[:1]
    if quote in {'"', "'"}:
        inner = Span(span.start + text.index(quote) + 1, span.end - 1)
        return Value((Text(text[text.index(quote) + 1 : -1], inner),) if inner.start < inner.end else (), span)
    name = re.sub(r"[!?]|\(\)$", "", text).rpartition(".")[2]
    return Value((Hole(Kind.UNKNOWN, (name,), span),), span)
