"""From bytes to text without losing a byte: every offset of a `Document` can be turned back into the file's own."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from sealguard.model import Document

if TYPE_CHECKING:
    from sealguard.model import SourceFile

SNIFFED: Final = 8192
"""How many bytes decide what kind of file it is; git looks at as many."""

# UTF-32's little-endian mark begins with UTF-16's, so the longer ones come first.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNIT: Final = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}


def encoding(content: bytes) -> tuple[str, int]:
    """Give the encoding and the length of the byte order mark; whatever shows no sign of another one is UTF-8."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, len(mark)
    return _unmarked_utf16(content[:SNIFFED]) or "utf-8", 0


def is_binary(content: bytes) -> bool:
    """Tell whether the file is not text: it has a NUL among its first bytes, and not because it is UTF-16 or UTF-32."""
    return b"\0" in content[:SNIFFED] and encoding(content)[0] == "utf-8"


def decode(file: SourceFile) -> Document:
    """Decode a file. Bytes that its encoding does not know stay in the text as lone surrogates; line ends stay as they are."""
    name, mark = encoding(file.content)
    body = file.content[mark:]
    if name == "utf-8":
        return Document(file, body.decode("utf-8", "surrogateescape"), name, mark)
    body = body[: len(body) - len(body) % _UNIT[name]]
    try:
        return Document(file, body.decode(name, "surrogatepass"), name, mark)
    except UnicodeDecodeError:  # beyond the last code point, or half of a pair: not what the mark promised
        return Document(file, file.content.decode("utf-8", "surrogateescape"))


def _unmarked_utf16(head: bytes) -> str | None:
    """Recognise UTF-16 without a mark by where its NULs are: the high bytes of Latin text, and nowhere else."""
    even, odd = head[::2], head[1::2]
    if odd and even.count(0) == 0 and odd.count(0) * 10 >= len(odd) * 7:
        return "utf-16-le"
    if odd and odd.count(0) == 0 and even.count(0) * 10 >= len(even) * 7:
        return "utf-16-be"
    return None
