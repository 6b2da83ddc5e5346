"""Shell text: what is sent, what is assigned, what is shown."""

from __future__ import annotations

import pytest
from reading import binding, bindings, facts_of, headers, line_of, show
from realistic import realistic

from sealguard.facts import Kind, Use, Zone

OPAQUE = realistic("opaque")
URL = "https://api.sealmetrics.com/v1/accounts"


def test_single_quotes_are_text_and_double_quotes_are_filled() -> None:
    facts = facts_of("a.sh", f"curl -H 'Authorization: Bearer $TOKEN' {URL}\ncurl -H \"Authorization: Bearer ${{TOKEN}}\" {URL}\n")
    assert headers(facts) == [("Authorization", "Bearer $TOKEN"), ("Authorization", "Bearer <environment TOKEN>")]


@pytest.mark.parametrize(
    ("command", "header"),
    [
        ('curl -sSfH "X-API-Key: $K" URL', ("X-API-Key", "<environment K>")),
        ('curl -H"X-API-Key: $K" URL', ("X-API-Key", "<environment K>")),
        ("curl URL --header 'X-API-Key: abc'", ("X-API-Key", "abc")),
        ("curl --oauth2-bearer abc URL", ("Authorization", "Bearer abc")),
        ("wget --header='X-API-Key: abc' -O out URL", ("X-API-Key", "abc")),
        ("http GET URL X-API-Key:abc", ("X-API-Key", "abc")),
        ("http -A bearer -a abc URL", ("Authorization", "Bearer abc")),
        ("docker run --rm image curl -H 'X-API-Key: abc' URL", ("X-API-Key", "abc")),
        ("if ! out=$(curl -H 'X-API-Key: abc' URL); then exit 1; fi", ("X-API-Key", "abc")),
        ("bash -c 'curl -H \"X-API-Key: abc\" URL'", ("X-API-Key", "abc")),
        ("ARGS=(-H 'X-API-Key: abc')\ncurl \"${ARGS[@]}\" URL", ("X-API-Key", "abc")),
        ("H='X-API-Key: abc'\ncurl -H \"$H\" URL", ("X-API-Key", "abc")),
        ("curl \\\n  -H 'X-API-Key: abc' \\\n  URL", ("X-API-Key", "abc")),
    ],
)
def test_headers_reach_their_request(command: str, header: tuple[str, str]) -> None:
    facts = facts_of("call.sh", command.replace("URL", URL))
    assert headers(facts) == [header]
    (request,) = facts.headers[0].requests
    assert [show(url) for url in request.urls] == [URL]


@pytest.mark.parametrize(
    ("command", "complete"),
    [
        (f"curl {URL}", True),
        (f"curl -fsSL --retry 3 -o out.json {URL}", True),
        (f'curl "${{ARGS[@]}}" {URL}', False),
        (f"curl $CURL_OPTS {URL}", False),
        (f"curl -K config {URL}", False),
        (f"curl -H @headers.txt {URL}", False),
    ],
)
def test_a_request_is_complete_when_every_option_can_be_seen(command: str, *, complete: bool) -> None:
    (request,) = facts_of("a.sh", command).requests
    assert request.complete is complete


@pytest.mark.parametrize(
    "command",
    [f"curl -k {URL}", f"curl -sk {URL}", f"curl --insecure {URL}", f"wget --no-check-certificate {URL}", f"http --verify=no {URL}"],
)
def test_switches_that_turn_checks_off(command: str) -> None:
    facts = facts_of("a.sh", command)
    (request,) = facts.requests
    assert request.unverified is not None
    assert facts.document.slice(request.unverified) in {"-k", "-sk", "--insecure", "--no-check-certificate", "--verify=no"}


def test_a_url_without_a_scheme_is_completed_as_the_client_does() -> None:
    facts = facts_of("a.sh", "curl api.sealmetrics.com/v1\nhttps api.sealmetrics.com/v1\n")
    assert [show(request.urls[0]) for request in facts.requests] == ["http://api.sealmetrics.com/v1", "https://api.sealmetrics.com/v1"]


def test_basic_authentication_and_bodies_are_read() -> None:
    facts = facts_of("a.sh", f'curl -u me:{OPAQUE} {URL}\ncurl -d \'{{"email": "a@b.c", "password": "{OPAQUE}"}}\' {URL}\n')
    first, second = facts.requests
    assert [show(value) for value in first.login] == ["me", OPAQUE]
    assert first.authentication is not None
    assert {show(one.name): show(one.values[0]) for one in second.fields} == {"email": "a@b.c", "password": OPAQUE}
    assert second.method == "POST"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"export SEALMETRICS_TOKEN={OPAQUE}\n", "SEALMETRICS_TOKEN"),
        (f"SEALMETRICS_TOKEN='{OPAQUE}' ./run\n", "SEALMETRICS_TOKEN"),
        (f"docker run -e SEALMETRICS_TOKEN={OPAQUE} image\n", "SEALMETRICS_TOKEN"),
        (f"docker build --build-arg SEALMETRICS_TOKEN={OPAQUE} .\n", "SEALMETRICS_TOKEN"),
        (f"helm upgrade x y --set sealmetrics.token={OPAQUE}\n", "sealmetrics.token"),
        (f"heroku config:set SEALMETRICS_TOKEN={OPAQUE}\n", "SEALMETRICS_TOKEN"),
        (f"sealmetrics login --api-key {OPAQUE}\n", "sealmetrics.api-key"),
        (f"kubectl create secret generic s --from-literal=sealmetrics-token={OPAQUE}\n", "sealmetrics-token"),
    ],
)
def test_names_that_are_given_a_value(text: str, path: str) -> None:
    found = binding(facts_of("a.sh", text), path)
    assert show(found.value) == OPAQUE
    assert text[found.value.texts[0].span.start : found.value.texts[0].span.end] == OPAQUE


def test_a_default_is_a_literal() -> None:
    found = bindings(facts_of("a.sh", f"export SEALMETRICS_TOKEN=${{SEALMETRICS_TOKEN:-{OPAQUE}}}\n"))
    assert found["SEALMETRICS_TOKEN"] == OPAQUE


@pytest.mark.parametrize(
    ("substitution", "kind", "marks"),
    [
        ("$(cat token.txt)", Kind.FILE, {"trimmed"}),
        ("$(< token.txt)", Kind.FILE, {"trimmed"}),
        ('$(echo -n "$TOKEN" | base64)', Kind.CALL, {"trimmed", "base64"}),
        ("$(op read op://a/b/c)", Kind.STORE, {"trimmed"}),
        ("$(aws ssm get-parameter --name x)", Kind.STORE, {"trimmed"}),
        ("${TOKEN:0:4}", Kind.ENVIRONMENT, {"partial"}),
    ],
)
def test_what_the_shell_puts_in(substitution: str, kind: Kind, marks: set[str]) -> None:
    facts = facts_of("a.sh", f'curl -H "Authorization: Bearer {substitution}" {URL}\n')
    (hole,) = facts.headers[-1].values[0].holes
    assert (hole.kind, set(hole.marks)) == (kind, marks)


@pytest.mark.parametrize(
    ("text", "sinks"),
    [
        ('echo "token: $TOKEN"\n', ["echo"]),
        ('printf "%s" "$TOKEN" >&2\n', ["printf"]),
        ("echo done\n", []),
        ('echo "::add-mask::$TOKEN"\n', []),
        ('echo "TOKEN=$TOKEN" >> "$GITHUB_ENV"\n', []),
        ('echo "$TOKEN" | docker login --password-stdin\n', []),
        ('x=$(echo "$TOKEN")\n', []),
        (f'set -x\ncurl -H "X-API-Key: $TOKEN" {URL}\n', ["set -x"]),
        (f'set -x\nset +x\ncurl -H "X-API-Key: $TOKEN" {URL}\n', []),
        (f'#!/bin/bash -ex\ncurl -H "X-API-Key: $TOKEN" {URL}\n', ["set -x"]),
        (f'set -o xtrace\ncurl -H "X-API-Key: $TOKEN" {URL}\n', ["set -x"]),
    ],
)
def test_what_is_shown(text: str, sinks: list[str]) -> None:
    assert [output.sink for output in facts_of("a.sh", text).outputs] == sinks


def test_a_trace_is_told_on_its_own_line_with_the_headers_it_shows() -> None:
    facts = facts_of("a.sh", f'true\nset -ex\ncurl -H "X-API-Key: $TOKEN" {URL}\n')
    (output,) = facts.outputs
    assert facts.document.slice(output.span) == "set -ex"
    assert list(output.headers) == facts.headers


def test_a_verbose_call_counts_in_pipelines_only() -> None:
    script = f'curl -v -H "X-API-Key: $TOKEN" {URL}\n'
    assert not facts_of("a.sh", script).outputs
    assert [one.sink for one in facts_of(".gitlab-ci.yml", f"job:\n  script:\n    - |\n      {script}").outputs] == ["curl -v"]


def test_make_prints_what_it_expands_without_an_at_sign() -> None:
    text = f'all:\n\tcurl -H "X-API-Key: $(TOKEN)" {URL}\n\t@curl -H "X-API-Key: $(TOKEN)" {URL}\n\tcurl -H "X-API-Key: $$TOKEN" {URL}\n'
    facts = facts_of("Makefile", text)
    assert [facts.document.line_number(output.span.start) for output in facts.outputs] == [2]
    assert headers(facts) == [("X-API-Key", "<environment TOKEN>")] * 3


def test_a_docker_build_is_read_over_its_continued_lines() -> None:
    run = f'RUN true && \\\n    # note\n    curl -H "Authorization: Bearer ${{TOKEN}}" \\\n      {URL}\n'
    text = f'FROM x\nARG TOKEN\n{run}CMD ["curl", "-H", "X-API-Key: abc", "{URL}"]\n'
    facts = facts_of("Dockerfile", text)
    assert [(line_of(facts, header), show(header.values[0])) for header in facts.headers] == [(5, "Bearer <environment TOKEN>"), (7, "abc")]
    assert all(request.complete for request in facts.requests)
    assert [facts.document.slice(span).strip() for span, zone in facts.zones if zone is Zone.COMMENT] == ["# note"]


def test_a_here_document_is_the_file_it_becomes() -> None:
    found = bindings(facts_of("a.sh", f"cat > .env <<EOF\nSEALMETRICS_TOKEN={OPAQUE}\nEOF\n"))
    assert found["SEALMETRICS_TOKEN"] == OPAQUE


def test_batch_files_have_their_own_variables_and_comments() -> None:
    text = f'rem http://x.example\nset SEALMETRICS_TOKEN={OPAQUE}\ncurl -H "Authorization: Bearer %SEALMETRICS_TOKEN%" ^\n  {URL}\n'
    facts = facts_of("a.bat", text)
    assert headers(facts) == [("Authorization", f"Bearer {OPAQUE}")]
    assert facts.zones[0][1] is Zone.COMMENT


def test_what_is_compared_is_not_sent() -> None:
    facts = facts_of("a.sh", '[[ "$URL" == "http://api.sealmetrics.com" ]] && exit 1\n')
    assert {string.use for string in facts.strings if "http://" in string.value.shape} == {Use.TEST}


def test_what_cannot_be_closed_ends_the_script_quietly() -> None:
    for text in ("curl 'x", 'curl "x', "x=$(curl", "`curl", "${x", "cat <<EOF\nx"):
        assert not facts_of("a.sh", text).problems
