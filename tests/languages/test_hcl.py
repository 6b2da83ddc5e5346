"""HCL's front end: blocks and what they stand for, what is embedded in them, where values come from."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested
from reading import bindings, facts_of
from reading import headers as shown_headers

from sealguard.facts import Kind, Use, Zone

LANGUAGE = "hcl"

WAYS_TO_A_HEADER = {
    "a quoted key": 'h = { "Authorization" : "Bearer abc" }',
    "a local that is defined later": 'locals { h = { Authorization = "Bearer ${local.t}" } }\nlocals { t = "abc" }',
    "a local's item": 'locals { a = { t = "abc" } }\nh = { Authorization = "Bearer ${local.a["t"]}" }',
    "coalesce": 'h = { Authorization = "Bearer ${coalesce(var.t, "abc")}" }',
    "try": 'h = { Authorization = "Bearer ${try(var.t, "abc")}" }',
    "lookup": 'h = { Authorization = "Bearer ${lookup(var.m, "t", "abc")}" }',
    "sensitive": 'h = { Authorization = "Bearer ${sensitive("abc")}" }',
    "a list of names and values": 'h = { headers = [{ name = "Authorization", value = "Bearer abc" }] }',
    "a block that names itself": 'resource "a" "b" {\n  header {\n    name  = "Authorization"\n    value = "Bearer abc"\n  }\n}',
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


HEADERS = '{ Authorization = "Bearer abc" }'
WAYS_TO_A_REQUEST = {
    "data http": f'data "http" "a" {{\n  url = "{API}/x"\n  request_headers = {HEADERS}\n}}',
    "a base": f'locals {{ base = "{API}" }}\ndata "http" "a" {{\n  url = "${{local.base}}/x"\n  request_headers = {HEADERS}\n}}',
    "headers of a local": f'locals {{ h = {HEADERS} }}\ndata "http" "a" {{\n  url = "{API}/x"\n  request_headers = local.h\n}}',
    "a provider": f'provider "restapi" {{\n  uri = "{API}/x"\n  headers = {HEADERS}\n}}',
    "a block in a resource": f'resource "job" "a" {{\n  http_target {{\n    uri = "{API}/x"\n    headers = {HEADERS}\n  }}\n}}',
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


def test_a_request_begins_with_its_block_and_shows_all_it_sends() -> None:
    (request,) = read(f'# a\ndata "http" "a" {{\n  url = "{API}"\n}}\n', LANGUAGE).requests
    assert request.complete
    assert request.span.start == len("# a\ndata ")


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ("var.t", Kind.UNKNOWN, ""),
        ('file("t")', Kind.FILE, ""),
        ('trimspace(file("t"))', Kind.FILE, "trimmed"),
        ("base64encode(var.t)", Kind.UNKNOWN, "base64"),
        ("data.aws_secretsmanager_secret_version.s.secret_string", Kind.UNKNOWN, ""),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f"h = {{ Authorization = {expression} }}", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)


@pytest.mark.parametrize(
    "expression", ['"${"sm_"}A"', 'join("_", ["sm", "A"])', 'base64decode("c21fQQ==")', '"\\u0073m_A"', 'format("%s_A", "sm")']
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"sealmetrics = {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ('sealmetrics_token = "abc"', "sealmetrics_token"),
        ('variable "sealmetrics_token" {\n  default = "abc"\n}', "var.sealmetrics_token"),
        ('locals {\n  sealmetrics = {\n    token = "abc"\n  }\n}', "local.sealmetrics.token"),
        ('resource "aws_ssm_parameter" "sealmetrics" {\n  value = "abc"\n}', "sealmetrics.aws_ssm_parameter.value"),
        ('resource "f" "a" {\n  environment {\n    variables = {\n      TOKEN = "abc"\n    }\n  }\n}', "a.f.variables.TOKEN"),
        ('resource "s" "a" {\n  secret_name = "TOKEN"\n  plaintext_value = "abc"\n}', "a.TOKEN"),
        ('resource "s" "a" {\n  env {\n    name  = "TOKEN"\n    value = "abc"\n  }\n}', "a.s.TOKEN"),
        ('resource "s" "a" {\n  defs = jsonencode([{ environment = [{ name = "TOKEN", value = "abc" }] }])\n}', "a.environment.TOKEN"),
        ('module "sealmetrics" {\n  token = "abc"\n}', "sealmetrics.sealmetrics.token"),
        ('task "x" {\n  env {\n    TOKEN = "abc"\n  }\n}', "x.x.TOKEN"),
    ],
)
def test_a_value_is_bound_under_the_names_of_its_blocks(code: str, path: str) -> None:
    assert bindings(facts_of("main.tf", f"# sealmetrics\n{code}"))[path] == "abc"


def test_a_switch_is_seen_where_it_stands() -> None:
    code = f'data "http" "a" {{\n  url = "{API}"\n  insecure = true\n}}\n'
    (request,) = read(code, LANGUAGE).requests
    assert request.unverified is not None
    assert code[request.unverified.start : request.unverified.end] == "true"
    (request,) = read(code.replace("true", "false"), LANGUAGE).requests
    assert request.unverified is None


@pytest.mark.parametrize(
    "code",
    [
        f'resource "a" "b" {{\n  user_data = <<-EOF\n    #!/bin/sh\n    curl -H "X-API-Key: $KEY" {API}\n  EOF\n}}\n',
        f'resource "a" "b" {{\n  user_data = <<EOF\nset -e\ncurl -H "X-API-Key: $KEY" {API}\nEOF\n}}\n',
        f'resource "a" "b" {{\n  provisioner "local-exec" {{\n    command = "curl -H \\"X-API-Key: $KEY\\" {API}"\n  }}\n}}\n',
    ],
)
def test_a_script_is_read_as_shell_and_once(code: str) -> None:
    assert shown_headers(facts_of("main.tf", code)) == [("X-API-Key", "<environment KEY>")]


def test_a_document_is_read_as_what_it_is() -> None:
    code = 'defs = <<EOF\n[{"environment": [{"name": "SEALMETRICS_TOKEN", "value": "abc"}]}]\nEOF\n'
    assert "abc" in bindings(facts_of("main.tf", code)).values()


def test_a_string_that_is_only_compared_is_told_apart() -> None:
    code = 'x = startswith(var.url, "http://api.sealmetrics.com")\ny = var.url == "http://api.sealmetrics.com"\n'
    assert {each.use for each in read(code, LANGUAGE).strings if "http" in each.value.shape} == {Use.TEST}


def test_comments_are_no_code() -> None:
    facts = read(f"# {API}\n// {API}\n/* {API} */\nx = 1\n", LANGUAGE)
    assert [zone for _, zone in facts.zones] == [Zone.COMMENT] * 3
    assert not facts.strings


SAMPLE = "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()])
test_code_that_is_cut_off_or_has_wrong_letters_is_read_or_refused = breaking(LANGUAGE, SAMPLE)
