"""When colours are written, how wide lines are, and what an encoding without our glyphs gets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from sealguard.cli import terminal

if TYPE_CHECKING:
    from typing import TextIO


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("choice", "variables", "stream", "colored"),
    [
        ("auto", {}, Terminal(), True),
        ("auto", {}, io.StringIO(), False),
        ("auto", {"NO_COLOR": "1"}, Terminal(), False),
        ("auto", {"NO_COLOR": ""}, Terminal(), True),
        ("auto", {"FORCE_COLOR": "1"}, io.StringIO(), True),
        ("auto", {"FORCE_COLOR": "0"}, Terminal(), False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal(), False),
        ("auto", {"TERM": "dumb"}, Terminal(), False),
        ("always", {"NO_COLOR": "1"}, io.StringIO(), True),
        ("never", {"FORCE_COLOR": "1"}, Terminal(), False),
    ],
)
def test_colour(choice: str, variables: dict[str, str], stream: TextIO, colored: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter of the test
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal.use_color(choice, stream) is colored


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("160", 160), ("0", 80), ("wide", 80), ("", 80)])
def test_width_is_what_columns_says_or_80_where_there_is_no_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.width(io.StringIO()) == width


def test_an_encoding_without_a_character_gets_it_spelled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1")
    monkeypatch.setattr("sys.stdout", stream)
    assert not terminal.holds_unicode(stream)
    terminal.write(["größer …\n"])
    assert raw.getvalue() == "größer \\u2026\n".encode("latin-1")


def test_what_could_be_a_secret_is_not_repeated() -> None:
    assert terminal.veiled("No such option '--fomat'.") == "No such option '--fomat'."
    assert terminal.veiled("Got unexpected extra argument (sm_" + "a1B2" * 16 + ")") == "Got unexpected extra argument (…)"
