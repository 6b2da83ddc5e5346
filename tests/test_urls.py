"""URLs are read whatever parts of them are known, and text that is none is told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.facts import Hole, Kind, Text, Value
from sealguard.model import Span
from sealguard.urls import HOLE, Url, read_url


def value(shape: str) -> Value:
    """Spell a value: each `∅` is a hole, every stretch between holes is a literal of its own, two columns from the next."""
    parts: list[Text | Hole] = []
    at = 0
    for index, piece in enumerate(shape.split("∅")):
        if index:
            parts.append(Hole(Kind.UNKNOWN, ("x",), Span(at, at + 1)))
            at += 3
        if piece:
            parts.append(Text(piece, Span(at, at + len(piece))))
            at += len(piece) + 2
    return Value(tuple(parts), Span(0, at))


def read(shape: str) -> Url:
    url = read_url(value(shape))
    assert url is not None
    return url


@pytest.mark.parametrize(
    ("shape", "scheme", "host", "port", "path"),
    [
        ("https://api.sealmetrics.com/v1/accounts", "https", "api.sealmetrics.com", "", "/v1/accounts"),
        ("HTTP://API.sealmetrics.com:8443", "http", "api.sealmetrics.com", "8443", ""),
        ("wss://my.sealmetrics.com/live", "wss", "my.sealmetrics.com", "", "/live"),
        ("//t.sealmetrics.com/t.js", "", "t.sealmetrics.com", "", "/t.js"),
        ("api.sealmetrics.com/v1", "", "api.sealmetrics.com", "", "/v1"),
        ("http://localhost:8000/v1", "http", "localhost", "8000", "/v1"),
        ("https://∅/v1/accounts", "https", "", "", "/v1/accounts"),
        ("∅/v1/accounts", "", "", "", "/v1/accounts"),
        ("https://∅.sealmetrics.com/v1", "https", "", "", "/v1"),
        ("https://api.sealmetrics.com:∅/v1", "https", "api.sealmetrics.com", "", "/v1"),
        ("https://api.sealmetrics.com∅", "https", "api.sealmetrics.com", "", HOLE),
        ("∅://api.sealmetrics.com/v1", "", "api.sealmetrics.com", "", "/v1"),
        ("http∅://api.sealmetrics.com/v1", "", "api.sealmetrics.com", "", "/v1"),
        ("https://u:p@api.sealmetrics.com/v1", "https", "api.sealmetrics.com", "", "/v1"),
    ],
)
def test_scheme_host_port_and_path(shape: str, scheme: str, host: str, port: str, path: str) -> None:
    url = read(shape)
    assert (url.scheme, url.host, url.port, url.path) == (scheme, host, port, path)


@pytest.mark.parametrize(
    "shape",
    ["", "hello world", "/v1/accounts", "application/json", "mailto:a@b.example", "1.2.3", "Bearer ∅", "https://", "See https://a.example"],
)
def test_what_is_no_url(shape: str) -> None:
    assert read_url(value(shape)) is None


def test_a_host_in_a_path_or_query_is_not_the_host() -> None:
    assert read("https://proxy.example/https://api.sealmetrics.com/v1").host == "proxy.example"
    assert read("https://proxy.example/?to=api.sealmetrics.com").host == "proxy.example"
    assert read("https://api.sealmetrics.com@evil.example/v1").host == "evil.example"
    assert read("https://evil.example\\@api.sealmetrics.com/v1").host == "evil.example"
    assert read("https://evil.example#@api.sealmetrics.com/v1").host == "evil.example"


def test_a_scheme_points_to_where_it_is_written() -> None:
    assert read("https://api.sealmetrics.com").scheme_span == Span(0, 5)
    assert read("∅://api.sealmetrics.com").scheme_span == Span(0, 1)
    assert read("//api.sealmetrics.com").scheme_span is None
    assert read("//api.sealmetrics.com").relative
    assert not read("api.sealmetrics.com/v1").relative
    assert not read("∅://api.sealmetrics.com").scheme_known


def test_user_info_query_and_fragment_are_values() -> None:
    url = read("https://reader:∅@api.sealmetrics.com/v1?site=acme&token=∅&amp;page=2&flag#at=9")
    assert url.user is not None
    assert url.user.text == "reader"
    assert url.password is not None
    assert url.password.holes
    assert [(name, held.shape) for name, held in url.query] == [("site", "acme"), ("token", HOLE), ("page", "2"), ("flag", "")]
    assert url.fragment is not None
    assert url.fragment.text == "at=9"
    site = url.query[0][1]
    assert site.texts[0].text == "acme"
    shape = url.value.shape
    assert [shape[start:].split("=")[0].split("#")[0] for start in url.query_starts] == ["site", "token", "page", "flag"]


@given(st.text(alphabet="htps:/@.?#&=[]\\ a1∅", max_size=60))
def test_any_text_can_be_read(shape: str) -> None:
    url = read_url(value(shape))
    if url is not None:
        assert not set(url.host) & set("/?#@\\ ")
        assert HOLE not in url.host
