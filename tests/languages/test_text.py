"""Languages without a front end: what can be said without guessing, and silence about the rest."""

from __future__ import annotations

import base64

import pytest
from reading import PROFILE, bindings, facts_of, headers, show
from realistic import realistic

from sealguard.facts import Facts, Use, Zone
from sealguard.languages.fragment import Fragment
from sealguard.languages.text import read as read_plainly
from sealguard.model import Document, SourceFile

KEY = realistic("sm")
OPAQUE = realistic("opaque")
URL = "https://api.sealmetrics.com/v1/accounts"


def plain(name: str, text: str) -> Facts:
    """Read by the plain-text rules, also what has a front end of its own: they are what it falls back to."""
    document = Document(SourceFile(name.encode(), text.encode()), text)
    facts = Facts(document, "text")
    read_plainly(Fragment.whole(document, ""), facts, PROFILE, name)
    return facts


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("a.ts", f'class SealmetricsClient {{\n  private token: string = "{OPAQUE}";\n}}', "SealmetricsClient.token"),
        ("a.js", f"const token = process.env.SEALMETRICS_TOKEN || '{OPAQUE}';", "SEALMETRICS_TOKEN"),
        ("a.js", f"module.exports = {{ sealmetrics: {{ 'token': '{OPAQUE}' }} }}", "module.exports.sealmetrics.token"),
        ("a.go", f'const sealmetricsToken string = "{OPAQUE}" // note', "sealmetricsToken"),
        ("A.java", f'class A {{ static final String TOKEN = "{OPAQUE}"; }}', "A.TOKEN"),
        ("a.php", f"<?php define('SEALMETRICS_TOKEN', '{OPAQUE}');", "SEALMETRICS_TOKEN"),
        ("a.php", f"<?php return ['token' => '{OPAQUE}'];", "token"),
        ("a.rb", f'TOKEN = "{OPAQUE}"', "TOKEN"),
        ("a.h", f'#define SEALMETRICS_TOKEN "{OPAQUE}"', "SEALMETRICS_TOKEN"),
        ("main.tf", f'variable "sealmetrics_token" {{\n  default = "{OPAQUE}"\n}}', "sealmetrics_token"),
        (
            "a.tf",
            f'resource "aws_ssm_parameter" "p" {{\n  name = "SEALMETRICS_TOKEN"\n  value = "{OPAQUE}"\n}}',
            "aws_ssm_parameter.p.SEALMETRICS_TOKEN",
        ),
        ("a.tf", f'locals {{\n  sealmetrics = {{\n    token = "{OPAQUE}"\n  }}\n}}', "sealmetrics.token"),
        ("a.tf", f'resource "a" "b" {{\n  user_data = <<-EOF\n    export SEALMETRICS_TOKEN={OPAQUE}\n  EOF\n}}', "SEALMETRICS_TOKEN"),
        ("a.ps1", f'$env:SEALMETRICS_TOKEN = "{OPAQUE}"', "SEALMETRICS_TOKEN"),
        ("build.gradle", f'buildConfigField "String", "SEALMETRICS_TOKEN", "\\"{OPAQUE}\\""', "SEALMETRICS_TOKEN"),
    ],
)
def test_a_name_is_given_a_value_in_any_language(name: str, text: str, path: str) -> None:
    assert bindings(plain(name, text))[path] == OPAQUE


def test_a_placeholders_default_in_java_is_bound_to_its_name() -> None:
    assert bindings(plain("A.java", f'@Value("${{sealmetrics.token:{OPAQUE}}}") String t;'))["sealmetrics.token"] == OPAQUE


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("a.js", "fetch('URL', {headers: {Authorization: `Bearer ${token}`}})", "Bearer <unknown token>"),
        ("a.js", "fetch('URL', {headers: {Authorization: 'Bearer ${token}'}})", "Bearer ${token}"),
        ("a.js", "fetch('URL', {headers: {Authorization: 'Bearer ' + process.env.TOKEN}})", "Bearer <environment TOKEN>"),
        ("a.js", "fetch('URL', {headers: {'Authorization': token}})", "<unknown token>"),
        ("a.js", "const B = 'URL';\nfetch(`${B}/x`, {headers: {'Authorization': 'abc'}})", "abc"),
        ("a.js", "axios.create({baseURL: 'URL', headers: {'Authorization': 'abc'}})", "abc"),
        ("a.php", "<?php $c = curl_init('URL'); curl_setopt($c, X, [\"Authorization: Bearer $token\"]);", "Bearer <unknown token>"),
        ("a.php", "<?php $c = curl_init('URL'); curl_setopt($c, X, ['Authorization: Bearer $token']);", "Bearer $token"),
        (
            "a.go",
            'r, _ := http.NewRequest("GET", "URL", nil)\nr.Header.Set("Authorization", "Bearer "+os.Getenv("T"))',
            "Bearer <environment T>",
        ),
        ("A.java", 'b.uri(URI.create("URL")).header("Authorization", "Bearer " + token).build();', "Bearer <unknown token>"),
        ("a.rb", 'u = "URL"\nreq["Authorization"] = "Bearer #{token}"', "Bearer <unknown token>"),
        ("a.cs", 'var u = "URL"; c.Headers.Add("Authorization", $"Bearer {token}");', "Bearer <unknown token>"),
        ("a.kt", 'url("URL"); header("Authorization", "Bearer $token")', "Bearer <unknown token>"),
        ("nginx.conf", 'proxy_pass URL;\nproxy_set_header Authorization "Bearer abc";', "Bearer abc"),
        ("a.ps1", 'Invoke-RestMethod -Uri "URL" -Headers @{ "Authorization" = "Bearer $token" }', "Bearer <unknown token>"),
    ],
)
def test_headers_find_the_request_that_brackets_tell(name: str, text: str, value: str) -> None:
    facts = plain(name, text.replace("URL", URL))
    assert headers(facts) == [("Authorization", value)]
    assert {show(url) for request in facts.headers[0].requests for url in request.urls} <= {URL, f"{URL}/x"}
    assert facts.headers[0].requests
    assert not any(request.complete for request in facts.requests)


def test_a_header_in_a_block_that_talks_to_two_hosts_belongs_to_neither() -> None:
    text = f"function f() {{\n  const a = '{URL}';\n  const b = 'https://api.stripe.com/v1';\n  h['Authorization'] = 'abc';\n}}\n"
    (header,) = plain("a.js", text).headers
    assert header.requests == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", "auth = {'token': 'x', 'Auth': 'y'}"),
        ("a.js", "t('authorization')"),
        ("a.py.txt", "Authorization: Bearer x"),
        ("a.go", 'log.Println("Token: given")'),
    ],
)
def test_what_only_resembles_a_header_is_none(name: str, text: str) -> None:
    assert headers(plain(name, text)) == []


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.js", "// X"),
        ("a.c", "/* X */"),
        ("a.rb", "# X"),
        ("a.lua", "-- X"),
        ("a.html", "<!-- X -->"),
        ("a.vb", "' X"),
        ("a.clj", "; X"),
        ("a.tf", "# X"),
    ],
)
def test_comments_are_comments(name: str, comment: str) -> None:
    facts = facts_of(name, f"a\n{comment.replace('X', f'http://api.sealmetrics.com {KEY}')}\nb\n")
    assert [candidate.zone for candidate in facts.candidates] == [Zone.COMMENT]
    assert [string.zone for string in facts.strings if "http://" in string.value.shape] == [Zone.COMMENT]


def test_a_url_is_no_comment() -> None:
    facts = facts_of("a.js", f"x = 'https://a.example/{KEY}'\n")
    assert [candidate.zone for candidate in facts.candidates] == [Zone.CODE]


@pytest.mark.parametrize("name", ["server.log", "fix.patch", "data.csv", ".bash_history", "NOTES.txt", "README"])
def test_records_and_notes_are_prose_with_credentials(name: str) -> None:
    facts = facts_of(name, f"x,{KEY},http://api.sealmetrics.com/v1\n")
    assert [candidate.zone for candidate in facts.candidates] == [Zone.PROSE]
    assert {string.zone for string in facts.strings} == {Zone.PROSE}


def test_a_column_ends_a_url() -> None:
    facts = facts_of("a.csv", f"acme,https://my.sealmetrics.com/api/v1,{KEY}\n")
    assert [string.value.shape for string in facts.strings] == ["https://my.sealmetrics.com/api/v1"]


def test_what_is_tested_for_is_no_value() -> None:
    facts = plain("a.js", "if (url.startsWith('http://api.sealmetrics.com')) throw x")
    assert {string.use for string in facts.strings if "http" in string.value.shape} == {Use.TEST}


def test_a_command_line_in_a_program_is_shell() -> None:
    assert headers(facts_of("Jenkinsfile", f"""sh 'curl -H "X-API-Key: abc" {URL}'""")) == [("X-API-Key", "abc")]


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("base64", base64.b64encode(KEY.encode()).decode()),
        ("base64", base64.urlsafe_b64encode(f"Bearer {KEY}".encode()).decode()),
        ("hex", KEY.encode().hex()),
        ("percent", "".join(f"%{ord(char):02X}" for char in KEY)),
        ("escape", "".join(f"\\x{ord(char):02x}" for char in KEY)),
        ("chr", ", ".join(str(ord(char)) for char in KEY)),
        ("reverse", KEY[::-1]),
    ],
)
def test_hidden_credentials_are_seen_through(encoding: str, written: str) -> None:
    text = f'x = "{written}"\n'
    facts = facts_of("a.go", text)
    (candidate,) = [one for one in facts.candidates if one.text.decoded]
    assert (candidate.text.decoded, candidate.text.text) == (encoding, KEY)
    assert facts.document.slice(candidate.text.span) == written


def test_what_decodes_to_anything_else_is_not_hidden() -> None:
    words = "the_quick_brown_fox_took_all_of_230_ms"
    picture = base64.b64encode(bytes(range(200))).decode()
    assert facts_of("a.go", f'x = "{words} {picture} {OPAQUE}"').candidates == []


def test_a_switch_belongs_to_the_one_host_of_its_block() -> None:
    facts = plain("a.tf", f'data "http" "a" {{\n  url = "{URL}"\n  insecure = true\n}}\n')
    assert [(facts.document.slice(one.unverified), show(one.urls[0])) for one in facts.requests if one.unverified] == [
        ("insecure = true", URL)
    ]
    assert not plain("a.tf", 'data "http" "a" {\n  insecure = true\n}\n').unverified


def test_a_command_in_another_text_is_read_once() -> None:
    assert headers(plain("a.tf", f'x = <<EOF\ncurl -H "X-API-Key: $KEY" {URL}\nEOF\n')) == [("X-API-Key", "<environment KEY>")]


def test_a_step_runs_its_literal_as_shell() -> None:
    facts = facts_of("Jenkinsfile", "node { sh 'echo \"token $SEALMETRICS_TOKEN\"' }")
    assert [output.sink for output in facts.outputs] == ["echo"]
    assert facts.outputs[0].values[0].holes[0].names == ("SEALMETRICS_TOKEN",)


def test_a_step_that_makes_a_request_shows_its_headers_and_its_switch() -> None:
    step = f"httpRequest(url: '{URL}', customHeaders: [[name: 'Authorization', value: 'Bearer abc']], ignoreSslErrors: true)"
    facts = facts_of("Jenkinsfile", step)
    assert headers(facts) == [("Authorization", "Bearer abc")]
    assert any(request.unverified for request in facts.requests)
    assert not any(request.unverified for request in facts_of("Jenkinsfile", step.replace("true)", "false)")).requests)


def test_what_writes_a_literal_is_an_output() -> None:
    (output,) = facts_of("Jenkinsfile", 'echo "token: ${env.SEALMETRICS_TOKEN}"').outputs
    assert (output.sink, output.values[0].holes[0].names) == ("echo", ("SEALMETRICS_TOKEN",))
    (output,) = facts_of("a.bas", 'Debug.Print "token: " & sealmetricsToken').outputs
    assert (output.sink, output.values[0].holes[0].names) == ("Debug.Print", ("sealmetricsToken",))


def test_a_typed_constant_of_visual_basic_has_its_name() -> None:
    assert bindings(facts_of("a.bas", 'Private Const SEALMETRICS_TOKEN As String = "abc"')) == {"SEALMETRICS_TOKEN": "abc"}


@pytest.mark.parametrize(
    "step",
    [
        f"""sh "curl -H 'Authorization: Bearer ${{env.SEALMETRICS_KEY}}' {URL}" """,
        f"""sh(script: "curl -H 'Authorization: Bearer $SEALMETRICS_KEY' {URL}", returnStdout: true)""",
        f"""powershell "Invoke-RestMethod {URL} -Headers @{{ Authorization = 'Bearer ' + $env:SEALMETRICS_KEY }}" """,
        f"""bat 'curl -H "Authorization: Bearer %SEALMETRICS_KEY%" {URL}' """,
    ],
)
def test_a_step_is_read_as_what_it_runs_and_with_what_groovy_fills(step: str) -> None:
    (header,) = facts_of("Jenkinsfile", f"node {{\n  {step}\n}}").headers
    assert [(value.shape[:7], value.holes[0].names[0]) for value in header.values] == [("Bearer ", "SEALMETRICS_KEY")]


def test_what_groovy_leaves_alone_is_text_to_the_shell() -> None:
    assert headers(facts_of("Jenkinsfile", f"""sh 'curl -H \\'Authorization: Bearer $KEY\\' {URL}'""")) == [
        ("Authorization", "Bearer $KEY")
    ]


def test_a_default_is_the_name_that_is_looked_up() -> None:
    assert bindings(plain("build.gradle", f'def t = project.findProperty("sealmetricsToken") ?: "{OPAQUE}"'))["sealmetricsToken"] == OPAQUE


def test_a_continued_line_of_visual_basic_is_one() -> None:
    code = f'w.Open "GET", "{URL}"\nw.SetRequestHeader "Authorization", _\n    "Bearer " & token\nw.Option(4) = 13056\n'
    facts = plain("a.bas", code)
    assert headers(facts) == [("Authorization", "Bearer <unknown token>")]
    assert [facts.document.line_number(each.unverified.start) for each in facts.requests if each.unverified] == [4]


def test_delayed_expansion_of_batch_fills_where_it_is_on() -> None:
    command = f'curl -H "X-API-Key: !KEY!" {URL}\n'
    assert headers(facts_of("a.bat", f"setlocal EnableDelayedExpansion\n{command}")) == [("X-API-Key", "<environment KEY>")]
    assert headers(facts_of("a.bat", command)) == [("X-API-Key", "!KEY!")]


@pytest.mark.parametrize(
    "command",
    [
        f'curl {URL} \\\\\n  -H "X-API-Key: $KEY"\n',
        f'curl {URL}\n  \\\n  -H "X-API-Key: $KEY"\n',
        f'curl {URL}\n  \\\n\n  -H "X-API-Key: $KEY"\n',
        f'curl -s \\\\\n  {URL} \\\\\n  -H "X-API-Key: $KEY" \\\\\n  -o out.json\n',
    ],
    ids=["escaped", "folded", "folded before an empty line", "escaped on every line"],
)
def test_a_commands_lines_are_continued_where_the_text_is_written_in_another(command: str) -> None:
    assert headers(plain("operations.tsp", command)) == [("X-API-Key", "<environment KEY>")]
