"""Data formats say the same things, whatever they are written in."""

from __future__ import annotations

import base64
import json

import pytest
from reading import binding, bindings, facts_of, headers, line_of, show, values
from realistic import realistic

from sealguard.facts import Kind, Zone

KEY = realistic("sm")
OPAQUE = realistic("opaque")

SAME = {
    "app.yaml": f"sealmetrics:\n  api:\n    token: {OPAQUE}\n",
    "app.json": f'{{"sealmetrics": {{"api": {{"token": "{OPAQUE}"}}}}}}',
    "app.jsonc": f"// comment\n{{sealmetrics: {{'api': {{token: '{OPAQUE}',}}}}}}",
    "app.toml": f'[sealmetrics.api]\ntoken = "{OPAQUE}"\n',
    "dotted.toml": f"sealmetrics.api.token = '{OPAQUE}'\n",
    "app.xml": f"<sealmetrics><api token='{OPAQUE}'/></sealmetrics>",
    "nested.xml": f"<sealmetrics><api><token>{OPAQUE}</token></api></sealmetrics>",
}


@pytest.mark.parametrize("name", SAME)
def test_every_format_gives_the_full_path_and_the_exact_place(name: str) -> None:
    facts = facts_of(name, SAME[name])
    found = binding(facts, "sealmetrics.api.token")
    (text,) = found.value.texts
    assert text.text == OPAQUE
    assert text.verbatim
    assert facts.document.slice(text.span) == OPAQUE
    assert not facts.problems


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("app.properties", f"sealmetrics.api.token={OPAQUE}\n", "sealmetrics.api.token"),
        ("app.ini", f"[sealmetrics]\ntoken = {OPAQUE}\n", "sealmetrics.token"),
        ("unit.service", f'[Service]\nEnvironment="SEALMETRICS_TOKEN={OPAQUE}" A=b\n', "Service.Environment.SEALMETRICS_TOKEN"),
        (".netrc", f"machine my.sealmetrics.com login me\n  password {OPAQUE}\n", "my.sealmetrics.com.password"),
        ("Web.config", f'<appSettings><add key="SealmetricsToken" value="{OPAQUE}"/></appSettings>', "appSettings.add.SealmetricsToken"),
        ("strings.xml", f'<resources><string name="sealmetrics_token">{OPAQUE}</string></resources>', "resources.string.sealmetrics_token"),
        ("a.resx", f'<root><data name="SealmetricsToken"><value>{OPAQUE}</value></data></root>', "root.data.SealmetricsToken"),
        (
            "context.xml",
            f'<beans><bean id="seal"><property name="token" value="{OPAQUE}"/></bean></beans>',
            "beans.bean.seal.property.token",
        ),
        ("Info.plist", f"<plist><dict><key>SealmetricsToken</key><string>{OPAQUE}</string></dict></plist>", "plist.dict.SealmetricsToken"),
        ("k8s.yaml", f"env:\n  - name: SEALMETRICS_TOKEN\n    value: {OPAQUE}\n", "env.SEALMETRICS_TOKEN"),
        ("compose.yaml", f"environment:\n  - SEALMETRICS_TOKEN={OPAQUE}\n", "environment.SEALMETRICS_TOKEN"),
        ("args.json", f'{{"args": ["--api-key", "{OPAQUE}"]}}', "args.api-key"),
        ("flags.json", f'{{"args": ["--api-key={OPAQUE}"]}}', "args.api-key"),
        ("Dockerfile", f"FROM x\nENV A=b \\\n    SEALMETRICS_TOKEN={OPAQUE}\n", "SEALMETRICS_TOKEN"),
        ("Makefile", f"SEALMETRICS_TOKEN ?= {OPAQUE}\n", "SEALMETRICS_TOKEN"),
    ],
)
def test_named_values_are_bound_to_their_name(name: str, text: str, path: str) -> None:
    found = binding(facts_of(name, text), path)
    assert show(found.value) == OPAQUE
    assert text[found.value.texts[0].span.start : found.value.texts[0].span.end] == OPAQUE


def test_a_dotenv_file_has_quotes_exports_comments_and_values_over_several_lines() -> None:
    text = f'# note\nexport A="{OPAQUE}" # trailing\nB=\'${{NOT}}\'\nC=plain # comment\nD="one\ntwo"\nE=\nF=${{OTHER:-fallback}}\n'
    facts = facts_of(".env.production", text)
    assert all(one.environment for one in facts.bindings)
    found = [(one.name, show(one.value)) for one in facts.bindings]
    assert found[:5] == [("A", OPAQUE), ("B", "<environment NOT>"), ("C", "plain"), ("D", "one\ntwo"), ("E", "")]
    assert ("F", "<environment OTHER>") in found
    assert ("OTHER", "fallback") in found
    assert [facts.document.slice(span).strip() for span, zone in facts.zones if zone is Zone.COMMENT] == ["# note", "# comment"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("${SEALMETRICS_TOKEN}", "<environment SEALMETRICS_TOKEN>"),
        ("Bearer ${{ secrets.SEALMETRICS_TOKEN }}", "Bearer <template SEALMETRICS_TOKEN>"),
        ("{{ lookup('env', 'SEALMETRICS_TOKEN') }}", "<environment SEALMETRICS_TOKEN>"),
        ("{{ sealmetrics_token }}", "<template sealmetrics_token>"),
        ("$(SEALMETRICS_TOKEN)", "<template SEALMETRICS_TOKEN>"),
        ("<%= token %>", "<template token>"),
        ("%(token)s", "<template token>"),
        ("secret://sealmetrics/token", "<store secret://sealmetrics/token>"),
        ("op://vault/sealmetrics/token", "<store op://vault/sealmetrics/token>"),
        ("costs $5 or 5%", "costs $5 or 5%"),
    ],
)
def test_placeholders_are_holes(written: str, shown: str) -> None:
    facts = facts_of("a.json", f'{{"a": "{written}"}}')
    assert bindings(facts) == {"a": shown}


def test_anchors_give_every_service_the_one_definition() -> None:
    text = f"x: &shared\n  SEALMETRICS_TOKEN: {OPAQUE}\nservices:\n  a:\n    environment: *shared\n  b:\n    environment: *shared\n"
    facts = facts_of("compose.yaml", text)
    spans = {one.value.texts[0].span for one in facts.bindings if one.path[-1] == "SEALMETRICS_TOKEN"}
    assert len(spans) == 1
    assert {"services.a.environment.SEALMETRICS_TOKEN", "services.b.environment.SEALMETRICS_TOKEN"} <= set(bindings(facts))


def test_the_data_of_a_kubernetes_secret_is_decoded_and_references_are_no_values() -> None:
    encoded = base64.b64encode(KEY.encode()).decode()
    text = (
        f"kind: Secret\nmetadata:\n  name: sealmetrics\ndata:\n  token: {encoded}\n---\n"
        "kind: Pod\nspec:\n  env:\n    - name: X\n      valueFrom: {secretKeyRef: {key: sealmetrics-token}}\n"
    )
    facts = facts_of("secret.yaml", text)
    found = binding(facts, "sealmetrics.data.token")
    assert (show(found.value), found.value.texts[0].decoded) == (KEY, "base64")
    assert not [path for path in bindings(facts) if path.endswith("secretKeyRef.key")]


def test_a_block_scalar_is_read_line_by_line() -> None:
    text = f"text: |\n  first\n  {KEY}\n  last\n"
    facts = facts_of("a.yaml", text)
    found = binding(facts, "text") if "text" in bindings(facts) else None
    assert found is None, "text for people is bound to nothing"
    (string,) = [one for one in facts.strings if KEY in one.value.shape]
    (part,) = [one for one in string.value.texts if KEY in one.text]
    assert facts.document.slice(part.span) == KEY
    assert string.zone is Zone.PROSE


def test_helm_templates_are_still_data() -> None:
    text = "env:\n  {{- if .Values.on }}\n"
    text += "  TOKEN: {{ .Values.sealmetrics.token | quote }}\n  {{- end }}\n  URL: https://{{ .Values.host }}/v1\n"
    facts = facts_of("templates/deployment.yaml", text)
    assert not facts.problems
    assert show(binding(facts, "env.TOKEN").value) == "<template Values.sealmetrics.token>"
    assert show(binding(facts, "env.URL").value) == "https://<template Values.host>/v1"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "api:\n  base_url: https://api.sealmetrics.com/v1\n  headers:\n    Authorization: Token abc\n"),
        ("a.json", '{"endpoint": "https://api.sealmetrics.com/v1", "headers": [{"name": "Authorization", "value": "Token abc"}]}'),
        ("b.json", '{"url": {"raw": "https://api.sealmetrics.com/v1"}, "header": [{"key": "Authorization", "value": "Token abc"}]}'),
        ("c.json", '{"uri": "https://api.sealmetrics.com/v1", "request_headers": ["Authorization: Token abc"]}'),
        ("d.json", '{"uri": "https://api.sealmetrics.com/v1", "a": {"b": {"defaultHeaders": {"Authorization": "Token abc"}}}}'),
        ("e.yaml", "scheme: https\nhost: api.sealmetrics.com\npath: /v1\nhttp_headers: {Authorization: Token abc}\n"),
        ("f.toml", 'url = "https://api.sealmetrics.com/v1"\nheaders = { Authorization = "Token abc" }\n'),
    ],
)
def test_a_url_and_headers_beside_or_below_it_are_a_request(name: str, text: str) -> None:
    facts = facts_of(name, text)
    assert headers(facts) == [("Authorization", "Token abc")]
    (request,) = [one for one in facts.requests if one.headers]
    assert show(request.urls[0]).startswith("https://api.sealmetrics.com")
    assert not request.complete
    assert facts.headers[0].requests == (request,)


def test_what_is_answered_or_allowed_is_not_sent() -> None:
    text = '{"response": {"headers": {"Authorization": "x"}}, "cors": {"allowedHeaders": ["Authorization: x"]},'
    text += '"t": {"authorization": "Autorisation"}}'
    assert headers(facts_of("a.json", text)) == []


def test_ansible_shows_all_headers_and_the_switch() -> None:
    text = (
        "- name: call\n  ansible.builtin.uri:\n    url: https://api.sealmetrics.com/v1/accounts\n    validate_certs: no\n"
        "    headers:\n      Authorization: 'Bearer {{ token }}'\n"
    )
    facts = facts_of("playbook.yml", text)
    assert [request.complete for request in facts.requests if request.headers] == [True]
    (switched,) = [request for request in facts.requests if request.unverified]
    assert switched.unverified is not None
    assert facts.document.slice(switched.unverified) == "no"
    assert show(switched.urls[0]) == "https://api.sealmetrics.com/v1/accounts"


@pytest.mark.parametrize("switch", ["verify: false", "insecureSkipVerify: true", "tls: {rejectUnauthorized: off}", "ssl_verify: 0"])
def test_a_switch_belongs_to_the_url_above_it(switch: str) -> None:
    facts = facts_of("a.yaml", f"url: https://api.sealmetrics.com\n{switch}\n")
    assert [show(one.urls[0]) for one in facts.requests if one.unverified] == ["https://api.sealmetrics.com"]


@pytest.mark.parametrize("switch", ["verify: true", "insecureSkipVerify: false", "verify: /etc/ca.pem", "insecure: maybe"])
def test_a_switch_that_leaves_checks_on_is_none(switch: str) -> None:
    facts = facts_of("a.yaml", f"url: https://api.sealmetrics.com\n{switch}\n")
    assert not [one for one in facts.requests if one.unverified]


def test_a_bearer_token_of_a_collection_is_a_header() -> None:
    text = '{"request": {"method": "GET", "url": "https://api.sealmetrics.com/v1",'
    text += '"auth": {"type": "bearer", "bearer": [{"key": "token", "value": "abc"}]}}}'
    facts = facts_of("api.postman_collection.json", text)
    assert headers(facts) == [("Authorization", "Bearer abc")]
    assert facts.document.slice(facts.headers[0].span) == '"abc"'


def test_commands_in_pipelines_are_shell_on_their_own_lines() -> None:
    text = "jobs:\n  a:\n    steps:\n      - run: |\n          true\n          curl -H 'Authorization: Bearer $T' https://api.sealmetrics.com/v1/accounts\n"
    facts = facts_of(".github/workflows/a.yml", text)
    assert headers(facts) == [("Authorization", "Bearer $T")]
    assert line_of(facts, facts.headers[0]) == 6
    assert facts.requests[0].complete


def test_exec_form_and_mcp_arguments_are_commands() -> None:
    text = '{"mcpServers": {"sealmetrics": {"command": "npx",'
    text += '"args": ["mcp-remote", "https://mcp.sealmetrics.com/mcp", "--header", "X-API-Key: abc"]}}}'
    facts = facts_of(".mcp.json", text)
    assert headers(facts) == [("X-API-Key", "abc")]
    assert show(facts.headers[0].requests[0].urls[0]) == "https://mcp.sealmetrics.com/mcp"


def test_a_file_in_a_file_is_read_as_what_it_becomes() -> None:
    text = f"kind: ConfigMap\ndata:\n  app.properties: |\n    sealmetrics.token={OPAQUE}\n    other=1\n"
    found = binding(facts_of("cm.yaml", text), "sealmetrics.token")
    assert show(found.value) == OPAQUE


def test_an_unknown_entity_is_never_expanded() -> None:
    text = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><x><y k="&b;&amp;"/></x>'
    assert bindings(facts_of("a.xml", text)) == {"x.y.k": "&b;&"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [("a.yaml", "token: !vault |\n  abc\n  def\n", Kind.STORE), ("b.yaml", "token: !ENV SEALMETRICS_TOKEN\n", Kind.ENVIRONMENT)],
)
def test_tags_that_look_values_up_are_holes(name: str, text: str, kind: Kind) -> None:
    (hole,) = binding(facts_of(name, text), "token").value.holes
    assert hole.kind is kind


def test_escapes_that_hide_letters_are_told() -> None:
    facts = facts_of("a.json", f'{{"token": "\\u0073m_{KEY[3:]}"}}')
    (text,) = binding(facts, "token").value.texts
    assert (text.text, text.decoded, text.verbatim) == (KEY, "escape", False)
    assert [one.text.decoded for one in facts.candidates] == ["escape"]
    assert all(value.span.end <= len(facts.document.text) for value in values(facts))


@pytest.mark.parametrize("name", ["large.json", "large.yaml"])
def test_of_large_data_what_matters_is_found_and_the_rest_passed_over(name: str) -> None:
    rows = [{"id": number, "row": {"text": "x" * 60, "colour": "blue"}} for number in range(1_000)]
    rows[500] = {
        "id": 500,
        "job": {"sealmetrics": {"url": "https://api.sealmetrics.com", "headers": {"X-API-Key": "abc"}, "token": OPAQUE}},
    }
    text = json.dumps({"rows": rows}, indent=1)
    facts = facts_of(name, text)
    assert binding(facts, "rows.500.job.sealmetrics.token").value.text == OPAQUE
    assert headers(facts) == [("X-API-Key", "abc")]
    assert [show(url) for url in facts.headers[0].requests[0].urls] == ["https://api.sealmetrics.com"]
    assert not [one for one in facts.bindings if one.name == "colour"]


BRUNO = f"""meta {{
  name: Sites
}}

post {{
  url: https://api.sealmetrics.com/v1/sites
  body: json
}}

headers {{
  X-API-Key: {{{{key}}}}
  ~Authorization: Token {OPAQUE}
}}

auth:bearer {{
  token: {OPAQUE}
}}

body:json {{
  {{
    "site": "acme"
  }}
}}
"""


def test_a_request_of_bruno_says_its_url_and_headers_and_not_what_is_switched_off() -> None:
    facts = facts_of("sites.bru", BRUNO)
    assert sorted(headers(facts)) == [("Authorization", f"Bearer {OPAQUE}"), ("X-API-Key", "<template key>")]
    (request,) = facts.requests
    assert (request.method, [show(url) for url in request.urls]) == ("POST", ["https://api.sealmetrics.com/v1/sites"])
