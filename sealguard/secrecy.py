"""Whether a text can be a secret at all: placeholders, references and words are none, random characters are.

Nothing here knows what Sealmetrics is; the words come from the profile.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST: Final = 8192
"""In code points: a longer text is data, not a credential."""

_SHORTEST_BODY: Final = 8
"""How many characters follow a form's prefix at least: `sm_test_123` is an example."""
_FORM = re.compile(r"(?:(?:bearer|token|basic|jwt|apikey|api-key)\s+)?(?:sm_(?:live_|test_)?|whsec_)?", re.IGNORECASE)
_SCHEME = re.compile(r"(?:bearer|token|basic|jwt|apikey|api-key|digest)\s+", re.IGNORECASE)
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SEGMENT = re.compile(r"[A-Za-z0-9]+")
_VOWELS = frozenset("aeiouy")

_TEMPLATED = re.compile(
    r"\ufffc|\$\{|\{\{|\}\}|<%|%>|\{%|\$\(|#\{|%\(|\$\[\[|\[\[.*\]\]|\(\(.*\)\)"
    r"|%[sdrv](?![A-Za-z0-9])|\{[A-Za-z_][A-Za-z0-9_.]*\}|\{\}|<[A-Za-z][^<>]{2,}>"
    r"|^[<\[{(].*[>\]})]$|^__\w+__$|^@@?\w+@@?$|^%\w+%$|^\$[A-Za-z_]+(?:_\w*)?$|^\$env:|^\$[1-9@]$|^:[a-z_]+$",
    re.DOTALL,
)
_MASKED = re.compile(r"\.\.\.|…|\\u2026|\*{3}|[x]{4}|[X]{4}|[•●·]{2}|_{4}|-{6}|#{4}|\?{3}")
_RUN = re.compile(r"([A-Za-z0-9])\1{5}|([A-Za-z0-9])\2{4}(?![A-Za-z0-9])|^([A-Za-z0-9])\3{4}")
_HASH = re.compile(
    r"\$(?:2[abxy]|argon2\w*|[156]|apr1|scrypt|pbkdf2[\w-]*)\$|(?:sha\d+|md5|pbkdf2_\w+|argon2\w*|bcrypt\w*)[:$-]", re.IGNORECASE
)
_CODE = re.compile(r"""["'`;\\\s]|=>|->|::|\w\(.*\)$|\w\[.*\]$""", re.DOTALL)
_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|[~.]{1,2}/|[A-Za-z]:\\|[^@\s]+@[\w-]+\.[\w.-]+$", re.ASCII)
# Base64 hardly ever begins with a word and a slash.
_RELATIVE = re.compile(r"[a-z]{3,16}/(?:[\w.@-]{1,24}/){0,8}[\w.@-]{1,24}$", re.ASCII)
_FILE = re.compile(
    r"\.(?:json|txt|pem|key|env|ya?ml|toml|ini|cfg|conf|crt|cer|pub|py|js|ts|tsx|jsx|rb|php|go|java|sh|sql|xml|html?|md|csv|log|db|lock"
    r"|css|s[ac]ss|less|[cm]js|[cm]ts|map|vue|svelte|wasm|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|pdf|zip|gz|tgz|tar|jar|whl|kts?|cs|swift|rs|exe|dll)$",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|io|net|org|dev|app|cloud|local|internal|es|eu|co|ai|svc)(?::\d+)?(?:/.*)?$", re.IGNORECASE
)
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?$|\d{8}T\d{4,6}Z?$")

_ROWS: Final = ("abcdefghijklmnopqrstuvwxyza", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "9abcdef0")
_NEIGHBOURS: Final = frozenset(a + b for row in _ROWS for pair in (row, row[::-1]) for a, b in itertools.pairwise(pair))


@dataclass(frozen=True)
class Vocabulary:
    """The words by which placeholders and references are told from secrets."""

    words: frozenset[str]
    """Each makes a placeholder of any text it stands in."""
    long_words: tuple[str, ...]
    """Those of them that are long enough to be looked for inside other words."""
    soft: frozenset[str]
    """Each says nothing by itself: a text that has no other words is a placeholder."""
    references: tuple[str, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Vocabulary:
        """Take the words from the profile's data."""
        placeholders = data["placeholders"]
        return cls(
            words=frozenset(word for word in placeholders["words"] if len(word) > 3),  # noqa: PLR2004 - three letters occur by chance
            long_words=tuple(word for word in placeholders["words"] if len(word) > 5),  # noqa: PLR2004 - the same
            soft=frozenset(placeholders["soft"]) | frozenset(placeholders["words"]),
            references=tuple(data["references"]["prefixes"]),
        )


def is_placeholder(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether text is a documentation placeholder, templated, masked, or hardly varies."""
    text = text.strip()
    if not text or _TEMPLATED.search(text):
        return True
    if text.startswith("eyJ") and text.count(".") == 2:  # noqa: PLR2004 - a JWT: claims repeat themselves, the signature does not
        text = text.rpartition(".")[2]
    body = text[_FORM.match(text).end() :]  # type: ignore[union-attr] # the pattern matches nothing, too
    if not body or _MASKED.search(body) or _RUN.search(body) or _hardly_varies(body):
        return True
    pieces = [piece.lower() for piece in _PIECE.findall(body)]
    lower = body.lower()
    if any(piece in vocabulary.words or piece.startswith("your") for piece in pieces) or any(
        word in lower for word in vocabulary.long_words
    ):
        return True
    if any(looks_random(segment) for segment in _SEGMENT.findall(body)):
        return False
    spoken = [piece for piece in pieces if piece.isalpha() and len(piece) > 1]
    return lower in vocabulary.soft or (bool(spoken) and all(piece in vocabulary.soft for piece in spoken))


def _hardly_varies(body: str) -> bool:
    plain = "".join(_SEGMENT.findall(body)).lower()
    size = len(plain)
    if size < 8:  # noqa: PLR2004 - too short to tell; what is shorter is no token anyway
        return False
    if len(set(plain)) <= (7 if size >= 24 else 5 if size >= 16 else 3):  # noqa: PLR2004 - far below what random hexadecimal digits have
        return True
    # Of random text a tenth to a fifth of the pairs are neighbours, in short text by chance a half.
    much = 0.75 if size < 12 else 0.55  # noqa: PLR2004 - measured
    if _share_of_neighbours(plain, plain[1:]) >= much or _share_of_neighbours(plain, plain[2:]) >= much + 0.1:
        return True
    return _border(plain[:256]) * 2 >= min(size, 256)  # the same few characters over and over


def _border(text: str) -> int:
    """Give the length of the longest proper prefix that is also a suffix (Knuth, Morris and Pratt)."""
    borders = [0] * len(text)
    for index in range(1, len(text)):
        length = borders[index - 1]
        while length and text[index] != text[length]:
            length = borders[length - 1]
        borders[index] = length + (text[index] == text[length])
    return borders[-1]


def _share_of_neighbours(text: str, shifted: str) -> float:
    pairs = list(zip(text, shifted, strict=False))
    return sum(a == b or a + b in _NEIGHBOURS for a, b in pairs) / len(pairs)


def looks_random(text: str) -> bool:
    """Tell whether letters and digits look drawn by lot rather than put together from words.

    Words are told by being pronounceable, without a dictionary: of random base62 or hexadecimal text of 32 characters
    less than one in a hundred passes for words, and no identifier of ordinary length passes for random.
    """
    pieces = _PIECE.findall(text)
    size = sum(map(len, pieces))
    numbers = sum(piece.isdigit() for piece in pieces)
    if size < 8 or numbers == len(pieces):  # noqa: PLR2004 - too short to tell
        return False
    if numbers == 0 and size < 16:  # noqa: PLR2004 - letters alone say little
        return False
    if numbers >= 4 and size >= 20:  # noqa: PLR2004 - no identifier has so many numbers in it
        return True
    spoken = sum(len(piece) for piece in pieces if _pronounceable(piece))
    return spoken / size < (0.5 if size < 16 else 0.66)  # noqa: PLR2004 - measured on random and on written text


def _pronounceable(piece: str) -> bool:
    piece = piece.lower()
    if len(piece) < 3 or not piece.isalpha():  # noqa: PLR2004 - abbreviations are as likely by chance
        return False
    vowels = consonants = 0
    for char in piece:
        vowels, consonants = (vowels + 1, 0) if char in _VOWELS else (0, consonants + 1)
        if vowels > 3 or consonants > 3:  # noqa: PLR2004 - "queue" and "ngth" are as far as words go
            return False
    return not _VOWELS.isdisjoint(piece)


def looks_secret(text: str, vocabulary: Vocabulary, *, chosen: bool = False) -> bool:
    """Tell whether text, given that its name or flow says credential, can be one; `chosen`, one that a person chose."""
    text = text.strip()
    if _SCHEME.match(text):
        text = text.split(None, 1)[1]
    if not (4 if chosen else 8) <= len(text) <= LONGEST or is_placeholder(text, vocabulary):
        return False
    if any(_refers(text)) or text.startswith(vocabulary.references):
        return False
    if chosen:
        return _looks_chosen(text)
    form = _FORM.match(text)
    if not text.isascii() or (form and form.end() and len(text) - form.end() < _SHORTEST_BODY):
        return False
    return looks_random(text) or any(looks_random(segment) for segment in _SEGMENT.findall(text))


def _refers(text: str) -> Iterator[bool]:
    """Say for each kind of text that a credential's name is often given, and that is none, whether `text` is one."""
    yield bool(_CODE.search(text))
    yield bool(_PLACE.match(text))
    # An absolute path; base64 can begin with a slash, too.
    yield text.startswith("/") and not looks_random(text[1:].partition("/")[0])
    yield bool(_RELATIVE.match(text))
    yield bool(_HASH.match(text))
    yield bool(_TIME.match(text))
    yield bool(_HOST.match(text))
    yield bool(_FILE.search(text))


def _looks_chosen(text: str) -> bool:
    """Tell whether text can be a password: letters with a digit or symbol that no identifier, name or number has."""
    if not any(char.isalpha() for char in text):
        return False
    if re.fullmatch(r"[a-z0-9]+(?:[._/-][a-z0-9]+){2,}", text):
        return False  # a slug: the name of a secret, a job, a host
    return any(char.isdigit() for char in text) or bool(re.search(r"[^\w\s.,:/-]", text))
