"""Bodies that are spelled as text: what is in them, and whether that is all."""

from __future__ import annotations

import time

import pytest

from sealguard.bodies import LONGEST, read_body
from sealguard.facts import Body, Hole, Kind, Text, Value
from sealguard.model import Span
from sealguard.urls import HOLE


def value_of(text: str) -> Value:
    """Make a value of text in which `HOLE` stands for what is not known."""
    parts: list[Text | Hole] = []
    at = 0
    for piece in text.split(HOLE):
        if at:
            parts.append(Hole(Kind.UNKNOWN, (), Span(at - 1, at)))
        if piece:
            parts.append(Text(piece, Span(at, at + len(piece))))
        at += len(piece) + 1
    return Value(tuple(parts), Span(0, len(text)))


def read(text: str) -> Body:
    body = read_body(value_of(text))
    assert body is not None
    return body


def shown(body: Body) -> dict[str, list[str]]:
    return {entry.name: [value.shape for value in entry.values] for entry in body.entries}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"name": "x", "scopes": ["admin", "read"], "days": 30}', {"name": ["x"], "scopes": ["admin", "read"], "days": ["30"]}),
        ('{"days": null, "on": true, "list": []}', {"days": ["null"], "on": ["true"], "list": []}),
        ('{"deep": {"days": 1, "list": [1]}, "days": 2}', {"deep": [], "days": ["2"]}),
        ('{"list": [["a"], {"b": 1}, "c"], "d": 1}', {"list": ["c"], "d": ["1"]}),
        ("{name: $n, scopes: ['admin'],}", {"name": ["$n"], "scopes": ["admin"]}),
        (f'{{"name": "{HOLE}", "days": {HOLE}}}', {"name": [HOLE], "days": [HOLE]}),
        (
            "grant_type=client_credentials&scope=analytics:read admin",
            {"grant_type": ["client_credentials"], "scope": ["analytics:read admin"]},
        ),
        ("{}", {}),
    ],
)
def test_entries_are_read_with_what_stands_under_them(text: str, expected: dict[str, list[str]]) -> None:
    body = read(text)
    assert shown(body) == expected
    assert body.complete


@pytest.mark.parametrize("text", [f'{{"a": 1, {HOLE}}}', f"{{{HOLE}}}", '{"a": 1', f'{{"a": 1{HOLE}', f"a=1&{HOLE}=2"])
def test_a_hole_among_the_entries_may_be_more_of_them(text: str) -> None:
    assert not read(text).complete


def test_a_hole_in_a_list_may_be_more_of_its_members_unless_it_is_quoted() -> None:
    whole = {entry.name: entry.whole for entry in read(f'{{"a": [{HOLE}], "b": ["{HOLE}"], "c": {{}}}}').entries}
    assert whole == {"a": False, "b": True, "c": False}


def test_values_know_where_they_are_written() -> None:
    text = '{\n  "scopes": ["read", "admin"]\n}'
    (entry,) = read(text).entries
    assert [text[value.span.start : value.span.end] for value in entry.values] == ["read", "admin"]
    assert text[entry.span.start] == "["


@pytest.mark.parametrize("text", ["", "just text", "<xml/>", "[1, 2]", "no equals sign", HOLE])
def test_what_is_neither_json_nor_a_form_is_no_body(text: str) -> None:
    assert read_body(value_of(text)) is None


def test_names_are_found_however_they_are_spelled() -> None:
    body = read('{"expiresInDays": 1, "expires-in-days": 2}')
    entry = body.get("expiresindays")
    assert entry is not None
    assert entry.values[0].text == "2"
    assert body.get("name") is None


@pytest.mark.parametrize(
    "text", ['{"a":' * 9_000, "{" + "[" * LONGEST, '{"' + "\\" * LONGEST, "a=" * LONGEST, "{" + "]" * LONGEST, "{" + ":" * LONGEST]
)
def test_hostile_bodies_are_read_in_no_time(text: str) -> None:
    start = time.perf_counter()
    read_body(value_of(text))
    assert time.perf_counter() - start < 2
