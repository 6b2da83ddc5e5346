"""Rust's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "rust"

WAYS_TO_A_HEADER = {
    "a static": 'static T: &str = "abc"; fn f() { let h = ("Authorization", format!("Bearer {}", T)); }',
    "concat!": 'fn f() { let h = ("Authorization", concat!("Bearer ", "abc")); }',
    "a raw string": 'fn f() { let h = ("Authorization", r"Bearer abc"); }',
    "an associated constant": (
        'struct C; impl C { const T: &\'static str = "abc"; fn h() { let h = ("Authorization", format!("Bearer {}", Self::T)); } }'
    ),
    "unwrap_or_else": (
        'fn m() { let t = env::var("T").unwrap_or_else(|_| "abc".to_string()); let h = ("Authorization", format!("Bearer {t}")); }'
    ),
    "match": ('fn m(x: &str) { let t = match x { "a" => "abc", _ => "def" }; let h = ("Authorization", format!("Bearer {t}")); }'),
    "a module": 'mod k { pub const T: &str = "abc"; } fn m() { let h = ("Authorization", format!("Bearer {}", k::T)); }',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "reqwest": (f'async fn f() {{ reqwest::Client::new().get("{API}/x").header("Authorization", "Bearer abc").send().await; }}'),
    "bearer_auth": f'async fn f(c: &reqwest::Client) {{ c.get("{API}/x").bearer_auth("abc").send().await?; }}',
    "a header's constant": (
        f'use reqwest::header::AUTHORIZATION; async fn f(c: Client) {{ c.post(format!("{{}}/x", '
        f'"{API}")).header(AUTHORIZATION, "Bearer abc").send().await?; }}'
    ),
    "default headers": (
        f'fn f() {{ let mut h = HeaderMap::new(); h.insert("Authorization", '
        'HeaderValue::from_static("Bearer abc")); let c = '
        f'reqwest::Client::builder().default_headers(h).build().unwrap(); c.get("{API}/x").send(); }}'
    ),
    "a request in steps": f'fn f() {{ ureq::post("{API}/x").set("Authorization", "Bearer abc").send_string("a"); }}',
    "ureq": f'fn f() {{ ureq::get("{API}/x").set("Authorization", "Bearer abc").call(); }}',
    "a field": (f'struct C {{ http: Client }} impl C {{ fn f(&self) {{ self.http.get("{API}/x").bearer_auth("abc").send(); }} }}'),
    "http": f'fn f() {{ let r = Request::builder().uri("{API}/x").header("Authorization", "Bearer abc").body(()); }}',
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('env::var("T").unwrap()', Kind.ENVIRONMENT, ""),
        ('std::env::var("T")?', Kind.ENVIRONMENT, ""),
        ('fs::read_to_string("/t").unwrap()', Kind.FILE, ""),
        ('fs::read_to_string("/t")?.trim().to_string()', Kind.FILE, "trimmed"),
        ('base64::encode(env::var("T").unwrap())', Kind.ENVIRONMENT, "base64"),
        ('hex::encode(env::var("T").unwrap())', Kind.ENVIRONMENT, "hex"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read('use std::{env, fs}; fn f() { let h = ("Authorization", ' + expression + "); }", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"sm_".to_string() + "A"',
        'format!("sm_{}", "A")',
        '["sm", "A"].join("_")',
        'String::from_utf8(hex::decode("736d5f41").unwrap()).unwrap()',
        'base64::decode("c21fQQ==").unwrap()',
        '"\\x73m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read("fn f() { let sealmetrics = " + expression + "; }", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        "fn f() { let c = reqwest::Client::builder().danger_accept_invalid_certs(true).build(); }",
        (f'async fn f() {{ Client::builder().danger_accept_invalid_certs(true).build()?.get("{API}").send().await; }}'),
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        "fn f() { let c = reqwest::Client::builder().danger_accept_invalid_certs(false).build(); }",
        f'async fn f() {{ reqwest::get("{API}").await; }}',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'fn f(u: &str) { if u.starts_with("http://api.sealmetrics.com") {} }',
        'fn f(u: &str) { if u == "http://api.sealmetrics.com" {} }',
        'fn f() { assert_eq!(u, "http://api.sealmetrics.com"); }',
        'fn f() { assert!(connect("http://api.sealmetrics.com").is_err()); }',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'fn f() {{ reqwest::Client::new().get("{API}").send(); }}', LANGUAGE).requests[0].complete
    assert not read(f'fn f(c: &Client) {{ c.get("{API}").send(); }}', LANGUAGE).requests[0].complete
    assert not read(f'fn f() {{ let r = reqwest::Client::new().get("{API}"); sign(r); }}', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        'fn f() { let t = std::env::var("SEALMETRICS_TOKEN").unwrap(); println!("t {t}"); }',
        'fn f() { let t = std::env::var("SEALMETRICS_TOKEN").unwrap(); tracing::info!("t {}", t); }',
        'fn f() { let t = std::env::var("SEALMETRICS_TOKEN").unwrap(); log::error!("t {}", &t); }',
        'fn f() { let t = std::env::var("SEALMETRICS_TOKEN").unwrap(); info!(token = %t, "calling"); }',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))


def test_a_login_of_a_chain_is_said_where_it_is_set() -> None:
    code = f'async fn f(c: &reqwest::Client) {{\n c\n .get("{API}/x")\n .basic_auth(key, None::<&str>)\n .send().await?; }}'
    spans = {request.authentication for request in read(code, LANGUAGE).requests}
    assert [code[span.start : span.end] for span in spans if span is not None] == ["basic_auth(key, None::<&str>)"]
