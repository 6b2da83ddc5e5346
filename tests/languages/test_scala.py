"""Scala's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "scala"

WAYS_TO_A_HEADER = {
    "braced interpolation": 'object A { val t = "abc"; val h = Map("Authorization" -> s"Bearer ${t}") }',
    "three quotes": 'object A { val h = Map("Authorization" -> """Bearer abc""") }',
    "a list of headers": (
        'object A { val h = List(RawHeader("Authorization", "Bearer abc")); val r = HttpRequest(uri = "/x", headers = h) }'
    ),
    "a companion": 'class A { val h = Map("Authorization" -> s"Bearer ${A.t}") }\nobject A { val t = "abc" }',
    "a case class": 'case class A(t: String) { def h = Map("Authorization" -> s"Bearer $t") }\nobject B { val a = A("abc") }',
    "an option": 'object A { val t = sys.env.get("T").getOrElse("abc"); val h = Map("Authorization" -> s"Bearer $t") }',
    "match": ('object A { val t = x match { case "a" => "abc"; case _ => "def" }; val h = Map("Authorization" -> s"Bearer $t") }'),
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "sttp": f'object A {{ basicRequest.get(uri"{API}/x").header("Authorization", "Bearer abc").send(backend) }}',
    "sttp's auth": f'import sttp.client3._\nobject A {{ basicRequest.get(uri"{API}/x").auth.bearer("abc").send(backend) }}',
    "requests": f'object A {{ requests.get("{API}/x", headers = Map("Authorization" -> "Bearer abc")) }}',
    "akka": (
        f'object A {{ Http().singleRequest(HttpRequest(uri = "{API}/x", headers = List(RawHeader("Authorization", "Bearer abc")))) }}'
    ),
    "akka's credentials": (f'object A {{ val r = HttpRequest(uri = "{API}/x", headers = List(Authorization(OAuth2BearerToken("abc")))) }}'),
    "a helper": (f'object A {{ def f(p: String) = requests.get(s"{API}/$p", headers = Map("Authorization" -> "Bearer abc")); f("x") }}'),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('sys.env("T")', Kind.ENVIRONMENT, ""),
        ('System.getenv("T")', Kind.ENVIRONMENT, ""),
        ('Source.fromFile("/t").mkString', Kind.FILE, ""),
        ('Source.fromFile("/t").mkString.trim', Kind.FILE, "trimmed"),
        ('URLEncoder.encode(sys.env("T"))', Kind.ENVIRONMENT, "percent"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read('object A { val h = Map("Authorization" -> ' + expression + ") }", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"sm_" + "A"',
        's"sm_${"A"}"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read("object A { val sealmetrics = " + expression + " }", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f'object A {{ requests.get("{API}", verifySslCerts = false) }}',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f'object A {{ requests.get("{API}", verifySslCerts = true) }}',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'object A { if (u.startsWith("http://api.sealmetrics.com")) f() }',
        'object A { val x = u == "http://api.sealmetrics.com" }',
        'object A { assertEquals(u, "http://api.sealmetrics.com") }',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'object A {{ requests.get("{API}") }}', LANGUAGE).requests[0].complete
    assert not read(f'object A {{ requests.get("{API}", headers = own) }}', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        'object A { val t = sys.env("SEALMETRICS_TOKEN"); println(s"t $t") }',
        'object A { val t = sys.env("SEALMETRICS_TOKEN"); logger.info("t " + t) }',
        'object A { val t = sys.env("SEALMETRICS_TOKEN"); throw new Exception(s"no $t") }',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
