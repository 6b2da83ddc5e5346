"""Elixir's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "elixir"

WAYS_TO_A_HEADER = {
    "a list of pairs": 'h = [{"Authorization", "Bearer abc"}]',
    "a keyword list": 'h = [authorization: "Bearer abc"]',
    "a sigil": 'h = [{"Authorization", ~s(Bearer abc)}]',
    "or": 't = System.get_env("T") || "abc"\nh = [{"Authorization", "Bearer #{t}"}]',
    "case": 't = case x do\n  "a" -> "abc"\n  _ -> "def"\nend\nh = [{"Authorization", "Bearer #{t}"}]',
    "a pipe": 't = " abc " |> String.trim()\nh = [{"Authorization", "Bearer #{t}"}]',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "HTTPoison": f'HTTPoison.get!("{API}/x", [{{"Authorization", "Bearer abc"}}])',
    "HTTPoison with a body": f'HTTPoison.post("{API}/x", "{{}}", [{{"Authorization", "Bearer abc"}}])',
    "Req": f'Req.get!("{API}/x", headers: [authorization: "Bearer abc"])',
    "Finch": f'Finch.build(:get, "{API}/x", [{{"authorization", "Bearer abc"}}]) |> Finch.request(MyFinch)',
    "an attribute": (
        f'defmodule A do\n  @base "{API}"\n  def f, do: HTTPoison.get!(@base <> "/x", [{{"Authorization", "Bearer abc"}}])\nend'
    ),
    "a helper": (
        f'defmodule A do\n  def f(p), do: HTTPoison.get!("{API}/#{{p}}", [{{"Authorization", "Bearer abc"}}])\n  def g, do: f("x")\nend'
    ),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('System.get_env("T")', Kind.ENVIRONMENT, ""),
        ('System.fetch_env!("T")', Kind.ENVIRONMENT, ""),
        ('File.read!("/t")', Kind.FILE, ""),
        ('File.read!("/t") |> String.trim()', Kind.FILE, "trimmed"),
        ('String.trim(File.read!("/t"))', Kind.FILE, "trimmed"),
        ("Application.get_env(:a, :t)", Kind.STORE, ""),
        ('Base.encode64(System.get_env("T"))', Kind.ENVIRONMENT, "base64"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read('h = [{"Authorization", ' + expression + "}]", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"sm_" <> "A"',
        'Base.decode64!("c21fQQ==")',
        'String.reverse("A_ms")',
        '"\\x73m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"sealmetrics = {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f'HTTPoison.get!("{API}", [], hackney: [:insecure])',
        f'HTTPoison.get!("{API}", [], ssl: [verify: :verify_none])',
        f'Req.get!("{API}", connect_options: [transport_opts: [verify: :verify_none]])',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f'HTTPoison.get!("{API}", [], ssl: [verify: :verify_peer])',
        f'Req.get!("{API}")',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'String.starts_with?(u, "http://api.sealmetrics.com")',
        'u == "http://api.sealmetrics.com"',
        'test "it refuses http" do\n  connect("http://api.sealmetrics.com")\nend',
        'assert_raise E, fn -> connect("http://api.sealmetrics.com") end',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'HTTPoison.get!("{API}")', LANGUAGE).requests[0].complete
    assert not read(f'HTTPoison.get!("{API}", own)', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        't = System.get_env("SEALMETRICS_TOKEN")\nIO.puts("t #{t}")',
        't = System.get_env("SEALMETRICS_TOKEN")\nLogger.info("t " <> t)',
        't = System.get_env("SEALMETRICS_TOKEN")\nIO.inspect(t)',
        't = System.get_env("SEALMETRICS_TOKEN")\nraise "no #{t}"',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
