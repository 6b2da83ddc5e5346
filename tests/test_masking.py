"""What is shown of a file holds no secret of it, and still says where things are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from realistic import realistic

from sealguard.masking import BEFORE, GRAM, HASHED, WIDTH, Veil, line_hash, spellings
from sealguard.model import MASK, Document, SourceFile, Span

KEY = realistic("sm")


def document(text: str) -> Document:
    return Document(SourceFile(b"file", text.encode("utf-8", "surrogatepass")), text)


def leaked(secret: str, text: str) -> bool:
    return any(secret[at : at + GRAM] in text for at in range(len(secret) - GRAM + 1))


def shown(text: str, start: int, end: int, veil: Veil) -> tuple[tuple[str, ...], str]:
    """Give the lines of a region, and what is underlined in the first."""
    made = document(text)
    excerpt = veil.excerpt(made, made.region(Span(start, end)))
    return excerpt.lines, excerpt.lines[0][slice(*excerpt.underline)]


def test_a_secret_is_masked_and_what_is_underlined_follows() -> None:
    text = f'first = "{KEY}"; second = "{KEY}"; third = 3\n'
    at = text.index("third")
    assert shown(text, at, at + 5, Veil([KEY])) == ((f'first = "sm_{MASK}"; second = "sm_{MASK}"; third = 3',), "third")
    at = text.rindex(KEY)
    assert shown(text, at, at + len(KEY), Veil([KEY]))[1] == f"sm_{MASK}"


def test_a_span_is_masked_wherever_its_text_comes_from() -> None:
    text = "password = 'abc' + abc\n"
    assert shown(text, 0, 8, Veil(["abc"], [Span(12, 15)]))[0] == (f"password = '{MASK}' + abc",)


def test_pieces_of_a_secret_are_masked_too() -> None:
    text = f"'{KEY[:20]}' + '{KEY[20:40]}' +\n'{KEY[40:]}'\nx\ny\n"
    lines, _ = shown(text, 0, len(text) - 1, Veil([KEY]))
    assert len(lines) == 3
    assert not any(leaked(KEY, line) for line in lines)


@pytest.mark.parametrize("spelled", list(spellings(KEY)))
def test_spellings_of_a_secret_are_masked_too(spelled: str) -> None:
    text = f"x = '{spelled}'"
    assert not leaked(spelled, shown(text, 0, 1, Veil(spellings(KEY)))[0][0])


def test_messages_are_masked() -> None:
    assert Veil([KEY]).hide(f"'{KEY}' is written out.") == f"'sm_{MASK}' is written out."


@given(
    before=st.text(" ab=;'\t", max_size=3 * WIDTH),
    between=st.text(" ab=;'é\U0001f600", max_size=2 * WIDTH),
    after=st.text(" ab=;'", max_size=3 * WIDTH),
    first=st.booleans(),
)
def test_long_lines_are_cut_around_the_region_and_no_cut_shows_a_secret(before: str, between: str, after: str, *, first: bool) -> None:
    text = f"\n{before}{KEY}{between}TARGET{after}{KEY}\n" if first else f"\n{before}TARGET{between}{KEY}{after}\n"
    at = text.index("TARGET")
    lines, underlined = shown(text, at, at + 6, Veil([KEY]))
    assert underlined == "TARGET"
    assert len(lines[0]) <= WIDTH + 2
    assert not leaked(KEY, lines[0])


def test_a_region_that_is_cut_is_underlined_as_far_as_it_is_shown() -> None:
    text = "x" * 500 + "y" * 1000
    lines, underlined = shown(text, 500, 1500, Veil([]))
    assert underlined == "y" * (WIDTH - BEFORE)
    assert lines[0].startswith(MASK + "x" * BEFORE + "y")


@given(st.text(max_size=80), st.data())
def test_any_region_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines, _ = shown(text, start, end, Veil(["abcdefgh", "0000"], [Span(1, 3)]))
    assert 1 <= len(lines) <= 3


# The hash of a line --------------------------------------------------------------------------------------------------


def test_the_hash_is_githubs() -> None:
    text = "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n"
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    assert [line_hash(text[start:]) for start in starts] == [
        "e54938cc54b302f1",
        "bb609acbe9138d60",
        "1131fd5871777f34",
        "5c482a0f8b35ea28",
        "54517377da7028d2",
        "2c644846cb18d53e",
        "f1b89f20de0d133",
        "c129715d7a2bc9a3",
    ]


@given(st.text("ab \t\r\n", max_size=150), st.text(max_size=20))
def test_blanks_line_ends_and_what_is_far_away_do_not_count(text: str, end: str) -> None:
    units = "".join(text.replace("\r\n", "\n").replace("\r", "\n").split(" ")).replace("\t", "")
    assert line_hash(text) == line_hash(units)
    if len(units) >= HASHED:
        assert line_hash(units + end) == line_hash(units)


def test_a_rotated_secret_leaves_the_hash_as_it_was() -> None:
    def hashed(secret: str) -> str:
        return Veil([secret]).line_hash(document(f"import x\ntoken = '{secret}'\n"), 2)

    assert hashed(realistic("sm", 1)) == hashed(realistic("sm", 2))
    assert hashed(realistic("sm", 1)) != hashed("something else")
