"""Pipelines, containers, playbooks and proxies: what their files say beyond the shape of their format."""

from __future__ import annotations

import pytest
from reading import bindings, facts_of, headers, show
from realistic import realistic

from sealguard.facts import Facts, Use, Zone

OPAQUE = realistic("opaque")
API = "https://api.sealmetrics.com/v1"


def sinks(facts: Facts) -> list[tuple[int, str]]:
    return [(facts.document.line_number(one.span.start), one.sink) for one in facts.outputs]


# Output ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("task", "sink"),
    [
        ('debug:\n        msg: "{{ token }}"', "debug"),
        ("ansible.builtin.debug:\n        var: token", "ansible.builtin.debug"),
        ('ansible.builtin.debug: msg="{{ token }}"', "ansible.builtin.debug"),
        ('fail:\n        msg: "refused {{ token }}"', "fail"),
        ("shell: echo {{ token }}", "echo"),
        ("ansible.builtin.command: echo {{ token }}", "echo"),
    ],
)
def test_a_playbook_prints_what_it_debugs(task: str, sink: str) -> None:
    facts = facts_of("play.yml", f"- hosts: all\n  tasks:\n    - {task}\n")
    assert [found for _, found in sinks(facts)] == [sink]
    assert [hole.names for one in facts.outputs for value in one.values for hole in value.holes] == [("token",)]


@pytest.mark.parametrize(
    "task",
    [
        "debug:\n        msg: done",
        "shell: echo {{ token }} | docker login --password-stdin",
        "shell: echo {{ token }} > /etc/token",
        "shell: echo {{ token }}\n      no_log: true",
    ],
)
def test_what_is_not_shown_is_no_output(task: str) -> None:
    assert not facts_of("play.yml", f"- hosts: all\n  tasks:\n    - {task}\n").outputs


@pytest.mark.parametrize(
    ("expression", "mark"),
    [("token[:4]", "partial"), ("token | hash('sha256')", "digest"), ("token | length", "digest"), ("token is defined", "digest")],
)
def test_what_an_expression_leaves_of_a_value(expression: str, mark: str) -> None:
    (output,) = facts_of("play.yml", f'- debug:\n    msg: "{{{{ {expression} }}}}"\n').outputs
    assert [set(hole.marks) for hole in output.values[0].holes] == [{mark}]


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        (".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n      - run: echo ${{ secrets.SEALMETRICS_TOKEN }}\n", [4]),
        (".github/workflows/a.yml", 'jobs:\n  a:\n    steps:\n      - run: echo "::add-mask::${{ secrets.T }}"\n', []),
        (".github/workflows/a.yml", 'jobs:\n  a:\n    steps:\n      - run: echo "T=$T" >> "$GITHUB_ENV"\n', []),
        (".gitlab-ci.yml", "a:\n  script:\n    - echo $SEALMETRICS_TOKEN\n", [3]),
        (".circleci/config.yml", "jobs:\n  a:\n    steps:\n      - run: echo $SEALMETRICS_TOKEN\n", [4]),
        ("azure-pipelines.yml", "steps:\n  - script: echo $(SEALMETRICS_TOKEN)\n", [2]),
    ],
)
def test_a_pipeline_shows_what_it_echoes(name: str, text: str, lines: list[int]) -> None:
    assert [line for line, _ in sinks(facts_of(name, text))] == lines


# Environments ----------------------------------------------------------------------------------------------------------

CALL = """curl -H "X-API-Key: $KEY" "$API/accounts\""""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            ".github/workflows/a.yml",
            f"env:\n  API: {API}\njobs:\n  a:\n    env: {{KEY: abc}}\n    steps:\n      - run: |\n          {CALL}\n",
        ),
        (
            ".github/workflows/a.yml",
            f"jobs:\n  a:\n    steps:\n      - run: |\n          {CALL}\n        env:\n          API: {API}\n          KEY: abc\n",
        ),
        (".gitlab-ci.yml", f"variables:\n  API: {API}\na:\n  variables:\n    KEY: abc\n  script:\n    - '{CALL}'\n"),
        (
            ".circleci/config.yml",
            (
                f"jobs:\n  a:\n    environment:\n      API: {API}\n      KEY: abc\n    steps:\n      - run:\n"
                f"          command: |\n            {CALL}\n"
            ),
        ),
        (
            "azure-pipelines.yml",
            f"variables:\n  - name: API\n    value: {API}\n  - name: KEY\n    value: abc\nsteps:\n  - bash: |\n      {CALL}\n",
        ),
        (
            "compose.yml",
            f"services:\n  a:\n    environment: [API={API}, KEY=abc]\n    command: ['sh', '-c', '{CALL.replace('$', '$$')}']\n",
        ),
        ("Dockerfile", f"FROM x\nARG API={API}\nENV KEY=abc\nRUN {CALL}\n"),
        ("Dockerfile", f'FROM x\nENV API={API} KEY=abc\nCMD ["sh", "-c", "curl -H \\"X-API-Key: $KEY\\" $API/accounts"]\n'),
    ],
)
def test_the_environment_that_a_file_gives_a_script_is_known_there(name: str, text: str) -> None:
    facts = facts_of(name, text)
    assert headers(facts) == [("X-API-Key", "abc")]
    (request,) = facts.headers[0].requests
    assert [show(url) for url in request.urls] == [f"{API}/accounts"]


def test_an_environment_ends_with_what_it_is_given_to() -> None:
    step = '      - run: |\n          curl -H "X-API-Key: $KEY" https://api.sealmetrics.com/v1\n'
    facts = facts_of(".github/workflows/a.yml", f"jobs:\n  a:\n    steps:\n{step}        env: {{KEY: abc}}\n{step}")
    assert headers(facts) == [("X-API-Key", "abc"), ("X-API-Key", "<environment KEY>")]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"steps:\n  - uses: sealmetrics/annotate@v1\n    with:\n      token: {OPAQUE}\n", "steps.sealmetrics/annotate@v1.with.token"),
        (f"steps:\n  - task: SealMetrics@1\n    inputs:\n      apiKey: {OPAQUE}\n", "steps.SealMetrics@1.inputs.apiKey"),
        (f"steps:\n  - image: sealmetrics/cli\n    settings:\n      token: {OPAQUE}\n", "steps.sealmetrics/cli.settings.token"),
        (f"steps:\n  - uses: actions/checkout@v4\n    with:\n      token: {OPAQUE}\n", "steps.with.token"),
    ],
)
def test_inputs_belong_to_what_a_step_runs(text: str, path: str) -> None:
    assert bindings(facts_of("pipeline.yml", text))[path] == OPAQUE


# Templates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('{{ "{{ env.TOKEN }}" }}', "<environment TOKEN>"),
        ("{{ `{{ .token }}` }}", "<template token>"),
        ("{{ .Values.token | b64enc | quote }}", "<template Values.token>"),
        ('{{ printf "%s" .Values.token }}', "<template Values.token>"),
        ("{{ d['a}}b'] }}", "<template d>"),
        ("{{ don't }}", "<template don>"),
        ("Bearer {{ .Values.token }}", "Bearer <template Values.token>"),
    ],
)
def test_a_template_is_one_hole_whatever_stands_in_it(written: str, shown: str) -> None:
    facts = facts_of("templates/a.yaml", f"spec:\n  headers.yaml: |\n    X-API-Key: {written}\n")
    assert bindings(facts)["X-API-Key"] == shown


def test_quotes_that_a_template_puts_around_a_whole_scalar_are_the_formats() -> None:
    whole, part = facts_of("a.yaml", "headers:\n  X-API-Key: {{ .t | quote }}\n  Authorization: Bearer {{ .t | quote }}\n").headers
    assert not whole.values[0].holes[0].marks
    assert part.values[0].holes[0].marks == {"quoted"}


# Servers ---------------------------------------------------------------------------------------------------------------


def test_variables_of_nginx_are_holes_or_what_was_set() -> None:
    text = f'server {{\n  set $key "{OPAQUE}";\n  location / {{\n    proxy_set_header Authorization "Bearer $key";\n'
    text += '    proxy_set_header X-API-Key $http_x_key;\n    proxy_set_header Authorization "Bearer ${other}";\n'
    text += f"    proxy_pass {API};\n  }}\n}}\n"
    facts = facts_of("nginx.conf", text)
    assert bindings(facts)["key"] == OPAQUE
    assert set(headers(facts)) == {
        ("Authorization", f"Bearer {OPAQUE}"), ("Authorization", "Bearer <unknown other>"), ("X-API-Key", "<unknown http_x_key>"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("directive", "use"),
    [
        ("return 301 https://api.sealmetrics.com$request_uri;", Use.TEST),
        ("rewrite ^ https://$host$request_uri permanent;", Use.TEST),
        ('if ($scheme = "http") { return 308 https://$host$request_uri; }', Use.TEST),
        ("return 200 ok;", Use.VALUE),
    ],
)
def test_a_server_that_sends_to_https_may_name_http(directive: str, use: Use) -> None:
    facts = facts_of("nginx.conf", f"server {{\n  proxy_redirect http://api.sealmetrics.com/ /;\n  {directive}\n}}\n")
    assert {string.use for string in facts.strings if string.value.shape.startswith("http://api")} == {use}


# Requests that data describes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "header", "url"),
    [
        ("scheme: https\n    authorization: {type: Token, credentials: abc}", "Token abc", "https://my.sealmetrics.com"),
        ("scheme: http\n    authorization: {credentials: abc}", "Bearer abc", "http://my.sealmetrics.com"),
        ("bearer_token: abc", "Bearer abc", "http://my.sealmetrics.com"),
    ],
)
def test_prometheus_says_what_it_scrapes_and_how(text: str, header: str, url: str) -> None:
    facts = facts_of(
        "prometheus.yml", f"scrape_configs:\n  - job_name: a\n    {text}\n    static_configs:\n      - targets: [my.sealmetrics.com]\n"
    )
    assert headers(facts) == [("Authorization", header)]
    assert [show(one) for one in facts.headers[0].requests[0].urls] == [url]


def test_prometheus_says_which_certificates_and_logins_it_takes() -> None:
    text = "- scheme: https\n  basic_auth: {username: a, password: b}\n  tls_config: {insecure_skip_verify: true}\n"
    facts = facts_of("prometheus.yml", text + "  static_configs: [{targets: [my.sealmetrics.com]}]\n")
    assert [bool(one.authentication) for one in facts.requests] == [True, False]
    assert [one.unverified is not None for one in facts.requests] == [False, True]


def test_a_data_source_of_grafana_pairs_names_and_values_by_number() -> None:
    text = f"datasources:\n  - url: {API}\n    jsonData: {{httpHeaderName1: Authorization, tlsSkipVerify: true}}\n"
    facts = facts_of("seal.yml", f"{text}    secureJsonData: {{httpHeaderValue1: Bearer abc}}\n")
    assert headers(facts) == [("Authorization", "Bearer abc")]
    assert [show(url) for one in facts.requests for url in one.urls] == [API, API]
    assert facts.requests[1].unverified is not None


@pytest.mark.parametrize(
    ("name", "text", "header"),
    [
        (
            "flow.json",
            (
                f'{{"url": "={API}/{{{{ $json.x }}}}", "headerParameters": {{"parameters": '
                '[{"name": "Authorization", "value": "=Bearer {{ $env.T }}"}]}}'
            ),
            ("Authorization", "Bearer <environment T>"),
        ),
        (
            "pod.yml",
            "httpGet:\n  host: api.sealmetrics.com\n  scheme: HTTPS\n  httpHeaders:\n    - {name: X-API-Key, value: abc}\n",
            ("X-API-Key", "abc"),
        ),
        ("play.yml", f"- get_url:\n    url: {API}\n    headers:\n      X-API-Key: abc\n", ("X-API-Key", "abc")),
    ],
)
def test_headers_of_other_tools(name: str, text: str, header: tuple[str, str]) -> None:
    facts = facts_of(name, text)
    assert headers(facts) == [header]
    assert show(facts.headers[0].requests[0].urls[0]).startswith("https://api.sealmetrics.com")


@pytest.mark.parametrize("module", ["uri", "ansible.builtin.uri", "get_url"])
def test_a_module_of_ansible_sends_all_that_it_says_and_no_more(module: str) -> None:
    (request,) = facts_of("play.yml", f"- {module}:\n    url: {API}/accounts\n").requests
    assert request.complete


@pytest.mark.parametrize("key", ["docs", "documentation", "homepage"])
def test_a_documents_address_is_data_and_a_sentence_is_prose(key: str) -> None:
    url = "http://docs.sealmetrics.com"
    assert [string.zone for string in facts_of("a.yaml", f"{key}: {url}\n").strings] == [Zone.CODE]
    told = facts_of("a.yaml", f"description: {url}\n").strings
    assert {string.zone for string in told} == {Zone.PROSE}


@pytest.mark.parametrize("key", ["script", "before_script", "commands"])
def test_a_list_of_commands_is_one_script(key: str) -> None:
    facts = facts_of(
        ".gitlab-ci.yml", f"a:\n  {key}:\n    - set -x\n    - export API={API}\n    - 'curl -H \"X-API-Key: $KEY\" $API/accounts'\n"
    )
    assert sinks(facts) == [(3, "set -x")]
    assert [show(url) for one in facts.requests for url in one.urls] == [f"{API}/accounts"]


def test_a_command_that_yaml_takes_for_a_mapping_is_a_command_all_the_same() -> None:
    facts = facts_of(".gitlab-ci.yml", f'a:\n  script:\n    - echo start\n    - curl -H "X-API-Key: abc" {API}\n')
    assert headers(facts) == [("X-API-Key", "abc")]


def test_a_snippet_of_nginx_in_an_annotation_is_read_as_one() -> None:
    text = 'annotations:\n  nginx.ingress.kubernetes.io/configuration-snippet: |\n    proxy_set_header Authorization "Bearer $token";\n'
    assert headers(facts_of("ingress.yaml", text)) == [("Authorization", "Bearer <unknown token>")]
