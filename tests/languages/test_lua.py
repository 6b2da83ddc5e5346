"""Lua's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "lua"

WAYS_TO_A_HEADER = {
    "a quoted key": 'local h = { ["Authorization"] = "Bearer abc" }',
    "a string's format": 'local h = { Authorization = ("Bearer %s"):format("abc") }',
    "a long string": "local h = { Authorization = [[Bearer abc]] }",
    "a field that is set": 'local headers = {}\nheaders.Authorization = "Bearer abc"',
    "a field of a table": 'local M = { t = "abc" }\nlocal h = { Authorization = "Bearer " .. M.t }',
    "a field of a module": 'local M = { t = "abc" }\nfunction M.h() return { Authorization = "Bearer " .. M.t } end',
    "a module's argument": 'local M = {}\nfunction M.h(t) return { Authorization = "Bearer " .. t } end\nM.h("abc")',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "ssl.https": (
        f'local https = require("ssl.https")\nhttps.request({{ url = "{API}/x", headers = {{ Authorization = "Bearer abc" }} }})'
    ),
    "without brackets": (
        f'local https = require "ssl.https"\nlocal r, c = https.request{{ url = "{API}/x", headers = {{ Authorization = "Bearer abc" }} }}'
    ),
    "resty.http": (
        f'local http = require("resty.http")\nlocal c = http.new()\nc:request_uri("{API}/x", {{ headers = '
        f'{{ Authorization = "Bearer abc" }} }})'
    ),
    "an unknown client": f'client:request_uri("{API}/x", {{ headers = {{ Authorization = "Bearer abc" }} }})',
    "a helper": (
        f'local https = require("ssl.https")\nlocal function f(p) return https.request({{ url = "{API}/" '
        f'.. p, headers = {{ Authorization = "Bearer abc" }} }}) end\nf("x")'
    ),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('os.getenv("T")', Kind.ENVIRONMENT, ""),
        ('io.open("/t"):read("*a")', Kind.FILE, ""),
        ('io.open("/t"):read("*a"):gsub("%s+$", "")', Kind.FILE, "trimmed"),
        ('ngx.encode_base64(os.getenv("T"))', Kind.ENVIRONMENT, "base64"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f"local h = {{ Authorization = {expression} }}", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"sm_" .. "A"',
        'table.concat({ "sm", "A" }, "_")',
        "string.char(115, 109, 95, 65)",
        'ngx.decode_base64("c21fQQ==")',
        '"\\x73m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"local sealmetrics = {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        f'c:request_uri("{API}", {{ ssl_verify = false }})',
        f'local https = require("ssl.https")\nhttps.request({{ url = "{API}", verify = "none" }})',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        f'c:request_uri("{API}", {{ ssl_verify = true }})',
        f'local https = require("ssl.https")\nhttps.request({{ url = "{API}", verify = "peer" }})',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'if u:find("http://api.sealmetrics.com", 1, true) then f() end',
        'if u == "http://api.sealmetrics.com" then f() end',
        'if u:match("^http://api.sealmetrics.com") then f() end',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'local https = require("ssl.https")\nhttps.request({{ url = "{API}" }})', LANGUAGE).requests[0].complete
    assert not read(f'local https = require("ssl.https")\nhttps.request({{ url = "{API}", headers = own }})', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        'local t = os.getenv("SEALMETRICS_TOKEN")\nprint("t " .. t)',
        'local t = os.getenv("SEALMETRICS_TOKEN")\nngx.log(ngx.ERR, "t ", t)',
        'local t = os.getenv("SEALMETRICS_TOKEN")\nerror("no " .. t)',
        'local t = os.getenv("SEALMETRICS_TOKEN")\nio.write(t)',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
