"""Nothing that a scanned tree holds moves the cursor, turns the line round, or hides."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.reports.escape import cells, escaped, readable, uri


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ASCII", "plain ASCII"),
        ("größer 日本", "größer 日本"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\tb\r\n", "a\\tb\\r\\n"),
        ("\u202egnp.py", "\\u202egnp.py"),
        ("no\u00a0break", "no\\xa0break"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\u2028", "\\u2028"),
        ("\ufe0f", "\\ufe0f"),
        ("\udcff.py", "\\xff.py"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("##vso[task.x]y", "\\x23#vso[task.x]y"),
        ("###[error]y", "\\x23\\x23#[error]y"),
        ("## [a comment]", "## [a comment]"),
        ("::error::x", "\\x3a:error::x"),
        ("a::Stop-Commands::x", "a\\x3a:Stop-Commands::x"),
        ("std::error_code Log::error($x) ::X", "std::error_code Log::error($x) ::X"),
    ],
)
def test_what_does_not_simply_print_is_spelled_out(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_escaped_text_holds_nothing_that_acts_on_a_terminal(text: str) -> None:
    assert all(char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"} for char in escaped(text))
    readable(text).encode("utf-8")


@given(st.binary())
def test_a_path_survives_as_a_uri(raw: bytes) -> None:
    encoded = uri(raw.decode("utf-8", "surrogateescape"))
    assert encoded.isascii()
    assert encoded.isprintable()
    assert unquote_to_bytes(encoded) == raw


def test_uris_keep_slashes_and_encode_what_would_mean_something_else() -> None:
    assert uri("a b/c#d?e%f:g\\h.py") == "a%20b/c%23d%3Fe%25f%3Ag%5Ch.py"


def test_wide_and_combining_characters_take_the_room_they_take() -> None:
    assert cells("ab") == 2
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
