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


@pytest.mark.parametrize(
    ("expansion", "mark"),
    [
        ("${TOKEN:0:4}", "partial"),
        ("${TOKEN: -4}", "partial"),
        ("${TOKEN::4}", "partial"),
        ("${TOKEN%%????*}", "partial"),
        ("${TOKEN//?/*}", "partial"),
        ("${#TOKEN}", "digest"),
        ("$(printf '%.4s' \"$TOKEN\")", "partial"),
        ('$(cut -c1-4 <<< "$TOKEN")', "partial"),
        ('$(echo "$TOKEN" | head -c 4)', "partial"),
        ('$(printf %s "$TOKEN" | sha256sum | cut -d" " -f1)', "digest"),
        ('$(wc -c <<< "$TOKEN")', "digest"),
    ],
)
def test_what_is_left_of_a_value_that_was_cut_or_hashed(expansion: str, mark: str) -> None:
    (output,) = facts_of("a.sh", f'echo "key: {expansion}..."\n').outputs
    (hole,) = output.values[0].holes
    assert hole.names == ("TOKEN",)
    assert mark in hole.marks


def test_a_precision_cuts_what_printf_writes_and_a_flag_says_only_whether_something_is_set() -> None:
    (output,) = facts_of("a.sh", "printf '%.4s...' \"$TOKEN\"\n").outputs
    assert all("partial" in hole.marks for hole in output.values[-1].holes)
    assert not facts_of("a.sh", 'echo "token: ${TOKEN:+set}"\n').outputs


@pytest.mark.parametrize("command", ['curl -H "X-API-Key: $KEY" URL', 'login "$KEY"', 'jq -r .x "$KEY" | ./sign'])
def test_what_a_program_is_given_is_not_what_comes_out_of_it(command: str) -> None:
    (output,) = facts_of("a.sh", f'code=$({command.replace("URL", URL)})\necho "$code"\n').outputs
    assert [hole.names for hole in output.values[0].holes] == [("code",)]


@pytest.mark.parametrize("item", ['"Authorization: Bearer $T"', 'Authorization:"Bearer $T"', '"Authorization:  Bearer $T"'])
def test_httpie_takes_the_space_around_a_headers_value_off(item: str) -> None:
    assert headers(facts_of("a.sh", f"http GET {URL} {item}\n")) == [("Authorization", "Bearer <environment T>")]


@pytest.mark.parametrize(
    "second", ["if x; then T=$B; fi", '[ -z "$T" ] && T=$B', 'case "$1" in\n  b) T=$B ;;\nesac', "while x; do T=$B; done"]
)
def test_a_variable_that_may_be_assigned_again_keeps_what_it_had(second: str) -> None:
    facts = facts_of("a.sh", f'T=$A\n{second}\ncurl -H "X-API-Key: $T" {URL}\n')
    assert headers(facts) == [("X-API-Key", "<environment B T>"), ("X-API-Key", "<environment A>")]


def test_a_variable_that_is_assigned_again_for_sure_forgets_what_it_had() -> None:
    assert headers(facts_of("a.sh", f'T=$A\nT=$B\ncurl -H "X-API-Key: $T" {URL}\n')) == [("X-API-Key", "<environment B T>")]


@pytest.mark.parametrize(
    "text",
    [
        'get() { curl -H "X-API-Key: $1" "$2"; }\nget "$KEY" URL\n',
        'function get {\n  local key="$1" url=$2\n  curl -H "X-API-Key: $key" "$url"\n}\nget "$KEY" URL\n',
        'get() {\n  curl -H "X-API-Key: $KEY" "$@"\n}\nget URL\n',
    ],
)
def test_a_function_is_read_with_what_it_is_called_with(text: str) -> None:
    facts = facts_of("a.sh", text.replace("URL", URL))
    (request,) = facts.requests
    assert [show(url) for url in request.urls] == [URL]
    assert request.headers[0].values[0].holes[0].names[0] == "KEY"


def test_a_function_that_nothing_calls_is_read_all_the_same() -> None:
    (request,) = facts_of("a.sh", f'get() {{\n  curl -H "X-API-Key: $1" {URL}\n}}\n').requests
    assert request.headers[0].values[0].holes[0].kind is Kind.PARAMETER


def test_what_a_function_writes_of_what_it_was_given_is_written_by_its_caller() -> None:
    facts = facts_of("a.sh", 'log() {\n  printf "%s\\n" "$*" >&2\n}\nlog "all good"\nlog "token $TOKEN"\n')
    shown = {
        facts.document.line_number(one.span.start) for one in facts.outputs if any("TOKEN" in h.names for v in one.values for h in v.holes)
    }
    assert shown == {5}


@pytest.mark.parametrize(
    "check",
    [
        "if curl -fs URL > /dev/null 2>&1; then\n  echo 'plain http must be refused'\n  exit 1\nfi",
        "! curl -fs URL",
        "curl -fs URL && { echo 'answers over http'; exit 1; }",
        "curl -sI URL | grep -q '301'",
        "curl -sI URL | grep -qi '^location: https'",
        '[ "$(curl -s -o /dev/null -w %{http_code} URL)" = 301 ]',
        'code=$(curl -s -w %{http_code} URL)\n[ "$code" -eq 308 ] || exit 1',
    ],
)
def test_a_call_that_is_to_be_refused_or_redirected_is_a_test(check: str) -> None:
    url = "http://api.sealmetrics.com/v1/health"
    facts = facts_of("a.sh", check.replace("URL", url) + "\n")
    assert not facts.requests
    assert {string.use for string in facts.strings if string.value.shape == url} == {Use.TEST}


@pytest.mark.parametrize("call", ["curl -f URL || exit 1", "if ! curl -fs URL; then exit 1; fi", "if curl -fs URL; then echo up; fi"])
def test_a_call_that_is_to_succeed_is_none(call: str) -> None:
    assert len(facts_of("a.sh", call.replace("URL", "http://api.sealmetrics.com/v1/health") + "\n").requests) == 1


@pytest.mark.parametrize(
    ("command", "zone"),
    [
        ("cat <<EOF", Zone.PROSE),
        ("echo <<EOF", Zone.PROSE),
        ("cat > client.conf <<EOF", Zone.CODE),
        ("sudo tee /etc/client.yaml <<EOF", Zone.CODE),
        ("cat <<EOF | kubectl apply -f -", Zone.CODE),
        ("cat > notes.txt <<EOF", Zone.PROSE),
    ],
)
def test_a_here_document_is_data_where_a_file_or_a_program_gets_it(command: str, zone: Zone) -> None:
    facts = facts_of("a.sh", f"{command}\nurl: http://api.sealmetrics.com\nEOF\n")
    assert {string.zone for string in facts.strings if "http:" in string.value.shape} == {zone}


@pytest.mark.parametrize("command", ["bash <<EOF", "ssh host 'bash -s' <<EOF", "cat <<EOF | sudo sh"])
def test_a_here_document_that_a_shell_gets_is_a_script(command: str) -> None:
    assert len(facts_of("a.sh", f'{command}\ncurl -H "X-API-Key: abc" {URL}\nEOF\n').requests) == 1


def test_a_here_document_that_is_printed_shows_what_it_expands() -> None:
    assert [one.sink for one in facts_of("a.sh", "cat <<EOF\ntoken: $TOKEN\nEOF\n").outputs] == ["cat"]
    assert not facts_of("a.sh", "cat <<'EOF'\ntoken: $TOKEN\nEOF\n").outputs
    assert not facts_of("a.sh", "cat <<EOF > client.yaml\ntoken: $TOKEN\nEOF\n").outputs


def test_a_trace_without_a_value_to_show_is_none() -> None:
    assert not facts_of("a.sh", "set -x\nmake build\ncurl https://example.com\n").outputs
    assert len(facts_of("a.sh", 'set -x\n: "${TOKEN:?missing}"\n').outputs) == 1


def test_a_function_whose_output_is_caught_shows_nothing() -> None:
    assert not facts_of(
        "a.sh", f'hdr() {{ echo "X-API-Key: $1"; }}\ncurl -H "$(hdr "$KEY")" {URL}\nhdr "$KEY" | curl -H @- {URL}\n'
    ).outputs
    assert facts_of("a.sh", 'hdr() { echo "X-API-Key: $1"; }\nhdr "$KEY"\n').outputs


def test_what_a_function_declares_is_its_own_in_each_call() -> None:
    body = '  local path="$1"\n  curl -H "X-API-Key: $KEY" "https://api.sealmetrics.com$path"\n'
    text = f"get() {{\n{body}}}\nfor x in 1; do get /a; get /b; done\n"
    assert [[show(url) for url in one.urls] for one in facts_of("a.sh", text).requests] == [
        ["https://api.sealmetrics.com/a"],
        ["https://api.sealmetrics.com/b"],
    ]
