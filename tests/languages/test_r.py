"""R's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "r"

WAYS_TO_A_HEADER = {
    "a quoted name": 'h <- c("Authorization" = "Bearer abc")',
    "a name in backticks": 'h <- c(`Authorization` = "Bearer abc")',
    "add_headers": 'GET(url, add_headers(Authorization = "Bearer abc"))',
    "paste0": 't <- "abc"\nh <- c(Authorization = paste0("Bearer ", t))',
    "a raw string": 'h <- c(Authorization = r"(Bearer abc)")',
    "an assignment to the right": '"abc" -> t\nh <- c(Authorization = paste("Bearer", t))',
    "a list's item": 'cfg <- list(t = "abc")\nh <- c(Authorization = paste("Bearer", cfg[["t"]]))',
    "a short function": 'h <- \\(t) c(Authorization = paste("Bearer", t))\nh("abc")',
    "what stands for nothing": 't <- x %||% "abc"\nh <- c(Authorization = paste("Bearer", t))',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "httr": f'GET("{API}/x", add_headers(Authorization = "Bearer abc"))',
    "httr with its package": f'httr::GET("{API}/x", httr::add_headers(.headers = c(Authorization = "Bearer abc")))',
    "httr2": f'request("{API}/x") |>\n  req_headers(Authorization = "Bearer abc") |>\n  req_perform()',
    "httr2's token": f'resp <- request("{API}/x") %>% req_auth_bearer_token("abc") %>% req_perform()',
    "httr2 in steps": f'req <- request("{API}/x")\nreq <- req_headers(req, Authorization = "Bearer abc")\nreq_perform(req)',
    "RCurl": f'getURL("{API}/x", httpheader = c(Authorization = "Bearer abc"))',
    "a helper": f'f <- function(p) GET(paste0("{API}/", p), add_headers(Authorization = "Bearer abc"))\nf("x")',
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('Sys.getenv("T")', Kind.ENVIRONMENT, ""),
        ('trimws(Sys.getenv("T"))', Kind.ENVIRONMENT, "trimmed"),
        ('readr::read_file("/t")', Kind.FILE, ""),
        ('readLines("/t", n = 1)', Kind.FILE, "trimmed"),
        ('trimws(read_file("/t"))', Kind.FILE, "trimmed"),
        ('keyring::key_get("t")', Kind.STORE, ""),
        ('jsonlite::base64_enc(Sys.getenv("T"))', Kind.ENVIRONMENT, "base64"),
        ('URLencode(Sys.getenv("T"))', Kind.ENVIRONMENT, "percent"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f"h <- c(Authorization = {expression})", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        'paste0("sm_", "A")',
        "intToUtf8(c(115, 109, 95, 65))",
        'rawToChar(base64enc::base64decode("c21fQQ=="))',
        '"\\x73m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"sealmetrics <- {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f'GET("{API}", config(ssl_verifypeer = 0))',
        f'request("{API}") |> req_options(ssl_verifypeer = FALSE) |> req_perform()',
        f'getURL("{API}", ssl.verifypeer = FALSE)',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f'GET("{API}", config(ssl_verifypeer = 1))',
        f'request("{API}") |> req_perform()',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'if (startsWith(u, "http://api.sealmetrics.com")) stop("no")',
        'u == "http://api.sealmetrics.com"',
        'grepl("^http://api.sealmetrics.com", u)',
        'test_that("it refuses http", {\n  connect("http://api.sealmetrics.com")\n})',
        'expect_error(connect("http://api.sealmetrics.com"))',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'GET("{API}")', LANGUAGE).requests[0].complete
    assert read(f'GET("{API}", add_headers(Accept = "x"))', LANGUAGE).requests[0].complete
    assert not read(f'GET("{API}", own)', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        't <- Sys.getenv("SEALMETRICS_TOKEN")\nprint(paste("t", t))',
        'message("t ", Sys.getenv("SEALMETRICS_TOKEN"))',
        't <- Sys.getenv("SEALMETRICS_TOKEN")\ncat("t:", t, "\\n")',
        't <- Sys.getenv("SEALMETRICS_TOKEN")\nstop("no ", t)',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
