"""From bytes to text: no byte is lost, and every offset leads back to the file's own."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.decode import SNIFFED, decode, encoding, is_binary
from sealguard.model import SourceFile, Span

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def file(content: bytes) -> SourceFile:
    return SourceFile(b"file", content)


@pytest.mark.parametrize("name", MARKS)
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(name: str) -> None:
    document = decode(file(MARKS[name] + "é = 1\r\n".encode(name)))
    assert (document.text, document.encoding, document.bom) == ("é = 1\r\n", name, len(MARKS[name]))
    assert document.region(Span(0, 1)).byte_offset == len(MARKS[name])


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["a", "key = 'value'\r\n" * 2000, "naïve café = 1\n"])
def test_utf_16_is_recognised_without_a_mark(name: str, text: str) -> None:
    document = decode(file(text.encode(name)))
    assert (document.text, document.encoding) == (text, name)
    assert not is_binary(text.encode(name))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_utf_8_come_back_unchanged(content: bytes) -> None:
    document = decode(file(content))
    raw = document.text.encode(document.encoding, "surrogateescape" if document.encoding == "utf-8" else "surrogatepass")
    assert content.startswith(content[: document.bom] + raw)
    assert len(content) - document.bom - len(raw) < 4, "only an incomplete last unit is left out"


@given(st.text(max_size=60), st.binary(max_size=3), st.data())
def test_regions_point_at_the_bytes_of_the_file(text: str, junk: bytes, data: st.DataObject) -> None:
    content = text.encode("utf-8", "surrogatepass") + b"\xff" + junk + b"tail"
    document = decode(file(content))
    if document.encoding != "utf-8":
        return
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    region = document.region(Span(start, end))
    raw = content[region.byte_offset : region.byte_offset + region.byte_length]
    assert raw.decode("utf-8", "surrogateescape") == document.text[start:end]


def test_a_mark_that_lies_does_not_lose_the_file() -> None:
    content = codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff" + b"sm_"
    assert decode(file(content)).text.endswith("sm_")


@pytest.mark.parametrize(
    ("content", "binary"),
    [
        (b"", False),
        (b"plain text", False),
        (b"caf\xe9 in latin-1", False),
        (b"\x7fELF\x02\x01\x01\x00\x00", True),
        (b"text" + b"\x00", True),
        (b"x" * SNIFFED + b"\x00", False),
        ("text".encode("utf-16"), False),
        ("text".encode("utf-32"), False),
    ],
)
def test_binary_is_what_has_a_nul_among_its_first_bytes(content: bytes, binary: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_binary(content) is binary


def test_plain_text_has_no_mark() -> None:
    assert encoding(b"text") == ("utf-8", 0)
