"""JavaScript's and TypeScript's front end: where values come from, what is sent, and where each of them stands."""

from __future__ import annotations

import time
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealguard.facts import Facts, Kind, Use, Zone
from sealguard.languages import SyntaxProblem, treesitter
from sealguard.languages.fragment import Fragment
from sealguard.languages.grammars import GRAMMARS, Grammar
from sealguard.languages.labels import compiled
from sealguard.languages.lowering import Lowering
from sealguard.languages.tree_outline import Outline
from sealguard.model import Document, SourceFile, Span

QUERIES = resources.files("sealguard.languages") / "queries"
API = "https://api.sealmetrics.com/v1"


def read(code: str, language: str = "javascript") -> Facts:
    document = Document(SourceFile(b"app.js", code.encode()), code)
    facts = Facts(document, language)
    treesitter.read(Fragment.whole(document, language), facts, language)
    return facts


def headers_of(code: str, language: str = "javascript", name: str = "authorization") -> list[str]:
    """Give the shapes that a header can have, holes as `<name>`."""
    return [
        "".join(part.text if hasattr(part, "text") else f"<{part.names[0] if part.names else part.kind}>" for part in value.parts)
        for header in read(code, language).headers
        if (header.name.text or "").lower() == name
        for value in header.values
    ]


WAYS_TO_A_HEADER = {
    "a quoted name": "fetch(URL, { headers: { 'Authorization': 'Bearer abc' } })",
    "a computed name": 'const h = { ["Authorization"]: "Bearer abc" }',
    "concat()": 'const H = { Authorization: "Bearer ".concat("abc") }',
    "an attribute that is set": 'const headers = {}; headers.Authorization = "Bearer abc"; fetch(URL, { headers })',
    "Headers": 'const h = new Headers(); h.append("Authorization", "Bearer abc"); fetch(URL, { headers: h })',
    "Headers of a map": 'fetch(URL, { headers: new Headers({ Authorization: "Bearer abc" }) })',
    "Headers of pairs": 'fetch(URL, { headers: new Headers([["Authorization", "Bearer abc"]]) })',
    "a list of pairs": 'fetch(URL, { headers: [["Authorization", "Bearer abc"]] })',
    "Object.assign": 'const H = Object.assign({}, { Authorization: "Bearer abc" }); fetch(URL, { headers: H })',
    "Object.assign in place": 'const H = {}; Object.assign(H, { Authorization: "Bearer abc" }); fetch(URL, { headers: H })',
    "a private field": "class C { #t = 'abc'; h() { return { Authorization: `Bearer ${this.#t}` } } }",
    "a static field": "class C { static T = 'abc' } const H = { Authorization: `Bearer ${C.T}` }",
    "a constructor's options": (
        "class C { constructor({ t }) { this.t = t } h() { return { Authorization: `Bearer ${this.t}` } } } new C({ t: 'abc' })"
    ),
    "a base class's constructor": (
        "class B { constructor(t) { this.t = t } h() { return { Authorization: `Bearer ${this.t}` } } }\n"
        "class C extends B { constructor() { super('abc') } }"
    ),
    "a getter": "class C { get t() { return 'abc' } h() { return { Authorization: `Bearer ${this.t}` } } }",
    "an arrow function": "const bearer = (t) => `Bearer ${t}`; const H = { Authorization: bearer('abc') }",
    "an async function": "const t = async () => 'abc'; async function f() { return { Authorization: `Bearer ${await t()}` } }",
    "a method of an object": "const auth = { t() { return 'abc' } }; const H = { Authorization: `Bearer ${auth.t()}` }",
    "a nested map": "const config = { api: { t: 'abc' } }; const H = { Authorization: `Bearer ${config.api.t}` }",
    "a name taken out of a map": "const { t } = { t: 'abc' }; const H = { Authorization: `Bearer ${t}` }",
    "a renamed name taken out of a map": "const { t: x } = { t: 'abc' }; const H = { Authorization: `Bearer ${x}` }",
    "a default taken out of a map": "const { t = 'abc' } = options; const H = { Authorization: `Bearer ${t}` }",
    "a name taken out of a list": "const [, ] = []; const [t] = ['abc']; const H = { Authorization: `Bearer ${t}` }",
    "a default in a taken-apart parameter": "function h({ t = 'abc' } = {}) { return { Authorization: `Bearer ${t}` } }",
    "a variable that is set elsewhere": "let t; before(() => { t = 'abc' }); const h = () => ({ Authorization: `Bearer ${t}` })",
    "augmented assignment": "let v = 'Bearer '; v += 'abc'; const H = { Authorization: v }",
    "nullish": "const H = { Authorization: `Bearer ${process.env.T ?? 'abc'}` }",
    "an interceptor": "api.interceptors.request.use((config) => { config.headers.Authorization = 'Bearer abc'; return config })",
    "axios's defaults": "axios.defaults.headers.common['Authorization'] = 'Bearer abc'",
    "XMLHttpRequest": "const x = new XMLHttpRequest(); x.open('GET', URL); x.setRequestHeader('Authorization', 'Bearer abc')",
    "an exported constant": "export const T = 'abc'; export const H = { Authorization: `Bearer ${T}` }",
    "module.exports": "module.exports = { headers: { Authorization: 'Bearer abc' } }",
    "an assignment in minified code": "let h={};x&&(h.Authorization='Bearer abc'),fetch(URL,{headers:h})",
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    for language in GRAMMARS.keys() & {"javascript", "typescript", "tsx"}:
        assert "Bearer abc" in headers_of(code, language)


TYPED = {
    "a typed constant": "const T: string = 'abc'; const H: Record<string, string> = { Authorization: `Bearer ${T}` }",
    "as const": "const C = { t: 'abc' } as const; const H = { Authorization: `Bearer ${C.t}` }",
    "satisfies": "const H = { Authorization: 'Bearer abc' } satisfies HeadersInit",
    "non-null": "const T = 'abc'; const H = { Authorization: `Bearer ${T!}` }",
    "an enumeration": "enum K { T = 'abc' } const H = { Authorization: `Bearer ${K.T}` }",
    "a readonly field": "class C { private readonly t: string = 'abc'; h() { return { Authorization: `Bearer ${this.t}` } } }",
    "a parameter property": (
        "class C { constructor(private readonly t: string) {} h() { return { Authorization: `Bearer ${this.t}` } } } new C('abc')"
    ),
    "a typed default": "function h(t: string = 'abc'): HeadersInit { return { Authorization: `Bearer ${t}` } }",
    "an abstract class": (
        "abstract class B { protected t = 'abc' } class C extends B { h() { return { Authorization: `Bearer ${this.t}` } } }"
    ),
    "a namespace": "namespace N { export const T = 'abc' } const H = { Authorization: `Bearer ${N.T}` }",
    "generics": "const h = <X,>(t: string): X => ({ Authorization: `Bearer ${t}` }) as X; h('abc')",
}


@pytest.mark.parametrize("code", TYPED.values(), ids=TYPED.keys())
def test_types_do_not_stand_in_the_way(code: str) -> None:
    assert "Bearer abc" in headers_of(code, "typescript")
    assert "Bearer abc" in headers_of(code, "tsx")


WAYS_TO_A_REQUEST = {
    "fetch": f'fetch("{API}/x", {{ headers: H }})',
    "window.fetch": f'window.fetch("{API}/x", {{ headers: H }})',
    "fetch of a Request": f'fetch(new Request("{API}/x", {{ headers: H }}))',
    "options in a constant": f'const o = {{ method: "GET", headers: H }}; fetch("{API}/x", o)',
    "URL": f'fetch(new URL("/v1/x", "{API.removesuffix("/v1")}"), {{ headers: H }})',
    "node-fetch": f'const call = require("node-fetch"); call("{API}/x", {{ headers: H }})',
    "axios": f'import axios from "axios"; axios({{ url: "{API}/x", headers: H }})',
    "axios.get": f'import axios from "axios"; axios.get("{API}/x", {{ headers: H }})',
    "axios.post": f'import axios from "axios"; axios.post("{API}/x", {{ a: 1 }}, {{ headers: H }})',
    "axios.create": f'import axios from "axios"; const c = axios.create({{ baseURL: "{API}", headers: H }}); c.get("/x")',
    "an axios instance that is called": f'import axios from "axios"; const c = axios.create({{ baseURL: "{API}", headers: H }}); c("/x")',
    "got": f'import got from "got"; got.post("{API}/x", {{ headers: H, json: {{}} }})',
    "got.extend": f'import got from "got"; got.extend({{ prefixUrl: "{API}", headers: H }}).get("x")',
    "ky": f'import ky from "ky"; ky("{API}/x", {{ headers: H }}).json()',
    "superagent": f'const s = require("superagent"); s.get("{API}/x").set(H)',
    "superagent's names": f'const s = require("superagent"); s.get("{API}/x").set("Authorization", "Bearer abc").query({{ a: 1 }})',
    "https.request": ('const https = require("https"); https.request({ hostname: "api.sealmetrics.com", path: "/v1/x", headers: H }, cb)'),
    "https.get": f'import * as https from "node:https"; https.get("{API}/x", {{ headers: H }}, cb)',
    "a header that is set later": (
        f'const https = require("https"); const r = https.request("{API}/x"); r.setHeader("Authorization", "Bearer abc"); r.end()'
    ),
    "undici": f'import {{ request }} from "undici"; request("{API}/x", {{ headers: H }})',
    "XMLHttpRequest": f'const x = new XMLHttpRequest(); x.open("GET", "{API}/x"); x.setRequestHeader("Authorization", "Bearer abc")',
    "jQuery": f'$.ajax({{ url: "{API}/x", headers: H }})',
    "request": f'const request = require("request"); request({{ uri: "{API}/x", headers: H }}, cb)',
    "needle": f'const needle = require("needle"); needle("get", "{API}/x", null, {{ headers: H }})',
    "Apps Script": f'UrlFetchApp.fetch("{API}/x", {{ headers: H }})',
    "WebSocket": f'const WebSocket = require("ws"); new WebSocket("{API}/x", {{ headers: H }})',
    "an unknown client": f'this.http.get("{API}/x", {{ headers: H }})',
    "a helper": f'const call = (path) => fetch("{API}" + path, {{ headers: H }}); call("/x")',
    "a method": f'class C {{ b = "{API}"; call(path) {{ return fetch(`${{this.b}}${{path}}`, {{ headers: H }}) }} }} new C().call("/x")',
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    requests = read('const H = { Authorization: "Bearer abc" };\n' + code).requests
    assert any(
        any(url.text == f"{API}/x" for url in request.urls)
        and any(header.name.text == "Authorization" and header.values[0].text == "Bearer abc" for header in request.headers)
        for request in requests
    )


@pytest.mark.parametrize(
    ("expression", "kind", "name"),
    [
        ("process.env.NAME", Kind.ENVIRONMENT, "NAME"),
        ("process.env['NAME']", Kind.ENVIRONMENT, "NAME"),
        ("process.env?.NAME", Kind.ENVIRONMENT, "NAME"),
        ("import.meta.env.VITE_NAME", Kind.ENVIRONMENT, "VITE_NAME"),
        ("Deno.env.get('NAME')", Kind.ENVIRONMENT, "NAME"),
        ("Bun.env.NAME", Kind.ENVIRONMENT, "NAME"),
        ("require('fs').readFileSync('/run/t', 'utf8')", Kind.FILE, "T"),
        ("execSync('pass show t').toString()", Kind.FILE, "T"),
        ("await readFile('/run/t')", Kind.FILE, "T"),
        ("fetchToken()", Kind.CALL, "T"),
        ("await keytar.getPassword('a', 'b')", Kind.STORE, "T"),
    ],
)
def test_where_an_unknown_value_comes_from(expression: str, kind: Kind, name: str) -> None:
    imports = "import { execSync } from 'node:child_process'; import { readFile } from 'fs/promises';"
    facts = read(f"{imports}\nconst T = {expression}; const H = {{ Authorization: T }}")
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert (kind, name) in {(hole.kind, hole.names[0] if name != "T" else hole.names[-1]) for hole in holes}


def test_names_taken_out_of_the_environment_are_the_environments() -> None:
    (header,) = read("const { SEALMETRICS_TOKEN: t } = process.env; const H = { Authorization: t }").headers
    assert header.values[0].holes[0].kind is Kind.ENVIRONMENT
    assert header.values[0].holes[0].names == ("SEALMETRICS_TOKEN", "t")


@pytest.mark.parametrize(
    ("expression", "mark"),
    [
        ("process.env.T.trim()", "trimmed"),
        ("process.env.T.replace(/\\s+$/, '')", "trimmed"),
        ("readFileSync('/t').toString().trim()", "trimmed"),
        ("btoa(process.env.T)", "base64"),
        ("Buffer.from(process.env.T).toString('base64')", "base64"),
        ("Buffer.from(process.env.T).toString('hex')", "hex"),
        ("encodeURIComponent(process.env.T)", "percent"),
        ("JSON.stringify(process.env.T)", "quoted"),
        ("process.env.T.slice(0, 4)", "partial"),
        ("process.env.T.substring(n)", "partial"),
    ],
)
def test_what_was_done_to_a_value_on_the_way(expression: str, mark: str) -> None:
    facts = read(f"const H = {{ Authorization: {expression} }}")
    assert any(mark in hole.marks for header in facts.headers for value in header.values for hole in value.holes)


@pytest.mark.parametrize(
    "expression",
    [
        "String.fromCharCode(115, 109, 95, 65)",
        "String.fromCharCode(...[115, 109, 95, 65])",
        "[115, 109, 95, 65].map((c) => String.fromCharCode(c)).join('')",
        "[115, 109, 95, 65].map(function (c) { return String.fromCharCode(c) }).join('')",
        "atob('c21fQQ==')",
        "Buffer.from('c21fQQ==', 'base64').toString()",
        "Buffer.from('736d5f41', 'hex').toString('utf8')",
        "'A_ms'.split('').reverse().join('')",
        "decodeURIComponent('%73%6D_A')",
        "'s' + 'm_' + 'A'",
        "['sm', 'A'].join('_')",
        "`s${'m_A'}`",
        "'\\x73\\u006d\\u{5f}A'",
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(f"const sealmetrics = {expression}")
    assert "sm_A" in {string.value.text for string in facts.strings}


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_a_literal_is_pointed_at_to_the_column(language: str) -> None:
    facts = read('const f = () => {\n  return { x: "é😀", Authorization: "Bearer é😀abc" };\n};\n', language)
    (header,) = (header for header in facts.headers if header.name.text == "Authorization")
    region = facts.document.region(header.values[0].cut(len("Bearer ")).texts[0].span)
    assert (region.start_line, region.start_column, region.end_column) == (2, 44, 49)
    assert facts.document.file.content[region.byte_offset : region.byte_offset + region.byte_length].decode() == "é😀abc"


def test_a_piece_of_another_document_is_pointed_at_in_that_document() -> None:
    page = f'<p>é</p><script>fetch("{API}", {{ headers: {{ Authorization: "Bearer abc" }} }})</script>'
    document = Document(SourceFile(b"page.html", page.encode()), page)
    facts = Facts(document, "html")
    inside = Span(page.index("fetch"), page.index("</script>"))
    treesitter.read(Fragment.slice(document, "javascript", inside), facts, "javascript")
    assert document.slice(facts.headers[0].span) == '"Bearer abc"'
    assert document.slice(facts.requests[0].span).startswith("fetch(")


def test_the_nearest_assignment_holds() -> None:
    assert headers_of("let t = 'old'; t = 'abc'; const H = { Authorization: t }; t = 'new'") == ["abc"]


def test_both_branches_hold() -> None:
    assert set(headers_of("let t; if (x) { t = 'one' } else { t = 'two' } const H = { Authorization: t }")) >= {"one", "two"}
    cases = "let t; switch (x) { case 1: t = 'one'; break; default: t = 'two' } const H = { Authorization: t }"
    assert set(headers_of(cases)) >= {"one", "two"}


def test_all_headers_are_seen_or_not() -> None:
    def complete(code: str) -> bool:
        return read(f'import axios from "axios";\n{code}').requests[-1].complete

    assert complete(f'fetch("{API}")')
    assert complete(f'fetch("{API}", {{ headers: {{ Accept: "x" }} }})')
    assert complete(f'axios.get("{API}", {{ params: {{ a: 1 }} }})')
    assert not complete(f'const f = (options) => fetch("{API}", options)')
    assert not complete(f'const f = (h) => fetch("{API}", {{ headers: h }})')
    assert not complete(f'const f = (h) => fetch("{API}", {{ headers: {{ ...h }} }})')
    assert not complete(f'const f = (client) => client.get("{API}")')
    assert not complete(f'axios.interceptors.request.use(addToken); axios.get("{API}")')
    assert not complete(f'axios.defaults.headers.common.Authorization = t; axios.get("{API}")')
    assert not complete(f'$.ajax({{ url: "{API}", beforeSend: addToken }})')


@pytest.mark.parametrize(
    "code",
    [
        f'const https = require("https"); https.request("{API}", {{ rejectUnauthorized: false }})',
        f'const https = require("https"); const a = new https.Agent({{ rejectUnauthorized: false }}); go("{API}", {{ httpsAgent: a }})',
        f'axios.create({{ baseURL: "{API}", httpsAgent: new (require("https").Agent)({{ rejectUnauthorized: false }}) }})',
        f'import got from "got"; got("{API}", {{ https: {{ rejectUnauthorized: false }} }})',
        f'const request = require("request"); request({{ url: "{API}", strictSSL: false }})',
        f'UrlFetchApp.fetch("{API}", {{ validateHttpsCertificates: false }})',
        f'wx.request({{ url: "{API}", sslVerify: false }})',
        'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";',
        'process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(code: str) -> None:
    facts = read(code)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


def test_an_agent_that_is_left_out_is_no_switch() -> None:
    facts = read(f'const https = require("https"); https.get("{API}", {{ agent: false }}); new https.Agent({{ keepAlive: false }})')
    assert not facts.unverified
    assert all(request.unverified is None for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'if (url.startsWith("http://api.sealmetrics.com")) {}',
        'if (url === "http://api.sealmetrics.com") {}',
        "expect(() => connect('http://api.sealmetrics.com')).toThrow(TypeError)",
        "await expect(connect('http://api.sealmetrics.com')).rejects.toThrow()",
        "it('refuses plain http', async () => { await connect('http://api.sealmetrics.com') })",
        "const secure = url.replace('http://api.sealmetrics.com', API)",
        "const r = /^http:\\/\\/api.sealmetrics.com/",
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(code: str) -> None:
    assert {string.use for string in read(code).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


@pytest.mark.parametrize(
    "code",
    [
        f"const u = new URL('{API}/x'); u.searchParams.set('api_key', process.env.K); fetch(u)",
        f"const u = new URL('{API}/x'); u.searchParams.append('api_key', process.env.K); fetch(u.toString())",
        f"axios.get('{API}/x', {{ params: {{ api_key: process.env.K }} }})",
        f"fetch(`{API}/x?${{new URLSearchParams({{ api_key: process.env.K }})}}`)",
        f"const q = new URLSearchParams({{ api_key: process.env.K }}); fetch('{API}/x?' + q.toString())",
        f"fetch(`{API}/x?api_key=${{process.env.K}}`)",
        f"function url(day) {{ const u = new URL('{API}/x'); u.searchParams.set('api_key', process.env.K); return u }}; fetch(url(1))",
        f"const f = k => {{ const u = new URL('{API}'); u.searchParams.set('api_key', k); return u.href }}; const a = f(K); fetch(a)",
    ],
)
def test_the_query_of_a_url_is_seen_wherever_it_is_put_on(code: str) -> None:
    (request,) = (each for each in read(f"import axios from 'axios'; {code}").requests if each.urls)
    fields = {parameter.name.text for parameter in request.query}
    assert "api_key" in fields or any("?api_key=" in url.shape for url in request.urls)


def test_what_a_function_masks_is_marked() -> None:
    (output,) = read("console.log(`sealmetrics ${maskToken(process.env.SEALMETRICS_TOKEN)}`)").outputs
    assert output.values[0].holes[0].marks == {"digest"}


def test_what_is_logged_is_seen_with_the_headers_of_a_map() -> None:
    facts = read(
        "const h = { Authorization: process.env.SEALMETRICS_TOKEN }; console.log(h); this.logger.info(`t ${h.Authorization}`);"
        "throw new Error(`no ${h.Authorization}`)"
    )
    assert [output.sink for output in facts.outputs] == ["console.log", "this.logger.info", "raise Error"]
    assert facts.outputs[0].headers[0].name.text == "Authorization"
    assert facts.outputs[1].values[0].holes[0].names[0] == "SEALMETRICS_TOKEN"


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read("import { createHmac } from 'node:crypto'; createHmac('sha256', process.env.SECRET).update(body).digest('hex')")
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


def test_what_an_element_is_given_is_bound_under_its_name() -> None:
    facts = read('const page = <Sealmetrics token="abc" id={1} />', "tsx")
    assert ("page", "Sealmetrics", "token") in {binding.path for binding in facts.bindings}


def test_what_the_sdk_is_given_is_bound_under_its_name() -> None:
    facts = read("new SealMetrics({ apiKey: 'abc' })")
    assert ("SealMetrics", "apiKey") in {binding.path for binding in facts.bindings}


def test_comments_are_no_code() -> None:
    facts = read("// http://api.sealmetrics.com\n/* more */ const y = '// sealmetrics no comment'\n")
    text = facts.document.text
    assert facts.zone(text.index("http")) is Zone.COMMENT
    assert facts.zone(text.index("more")) is Zone.COMMENT
    assert facts.zone(text.index("no comment")) is Zone.CODE


def read_or_refused(code: str, language: str) -> Facts | None:
    """Read code that may be none: `None` where that is said; anything else that is raised is a fault."""
    document = Document(SourceFile(b"app.js", code.encode("utf-8", "surrogatepass")), code)
    facts = Facts(document, language)
    try:
        treesitter.read(Fragment.whole(document, language), facts, language)
    except SyntaxProblem:
        return None
    return facts


DEEP = ["(", "[", "{a:", "f(", "()=>", "a?b:", "!", "`${", "if(a)b;else ", "a.b(", "async()=>{", "class{x=", "'a'+", "a||", "a,"]


@pytest.mark.parametrize("piece", DEEP)
@pytest.mark.parametrize("language", ["javascript", "tsx"])
@pytest.mark.parametrize("end", ["", "1", "1" + ")" * 4_000])
def test_what_nests_too_deeply_hides_nothing(piece: str, language: str, end: str) -> None:
    facts = read_or_refused("x='sealmetrics'," + piece * 4_000 + end, language)
    assert facts is None or "sealmetrics" in {string.value.text for string in facts.strings}


SAMPLE = "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()])


LANGUAGES = st.sampled_from(["javascript", "typescript", "tsx"])


@given(st.integers(0, len(SAMPLE)), LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_code_that_ends_too_soon_is_read_or_refused(end: int, language: str) -> None:
    code = SAMPLE[max(0, end - 3_000) : end]
    assert_inside(read_or_refused(code, language), code)


@given(
    st.integers(0, len(SAMPLE) - 2_000),
    st.lists(st.tuples(st.integers(0, 1_999), st.sampled_from("\0\n\"$'(\\`{}é\ud800😀")), min_size=1, max_size=40),
    LANGUAGES,
)
@settings(max_examples=60, deadline=None)
def test_code_with_wrong_letters_is_read_or_refused(start: int, wrong: list[tuple[int, str]], language: str) -> None:
    letters = list(SAMPLE[start : start + 2_000])
    for at, letter in wrong:
        letters[at] = letter
    code = "".join(letters)
    assert_inside(read_or_refused(code, language), code)


def assert_inside(facts: Facts | None, code: str) -> None:
    """Everything that is said stands in the text."""
    if facts is None:
        return
    spans = [header.span for header in facts.headers] + [request.span for request in facts.requests]
    spans += [binding.span for binding in facts.bindings] + [string.value.span for string in facts.strings]
    assert all(0 <= span.start <= span.end <= len(code) for span in spans)


STATEMENTS = st.sampled_from(
    [
        'const URL = "https://api.sealmetrics.com/v1";',
        'import axios from "axios";',
        'const NAME = "x";',
        "const { SEALMETRICS_TOKEN: TOKEN } = process.env;",
        "const HEADERS = { Authorization: TOKEN };",
        'HEADERS["Accept"] = NAME;',
        "function call(path) {\n  return fetch(URL + path, { headers: HEADERS });\n}",
        "const other = (a, b = 2) => [a, b];",
        "class Thing {\n  size = 3;\n  grow() {\n    this.size += 1;\n  }\n}",
        "if (NAME) {\n  call('/stats');\n} else {\n  other(1);\n}",
        "// a remark",
        "for (const each of [1, 2]) {\n  console.log(each);\n}",
        "const filler = () => {\n" + "  other(1, 2);\n" * 200 + "};",
        "function wrap(options) {\n" + "  other(1, 2);\n" * 200 + "  return axios.get(URL + NAME, { ...options, headers: HEADERS });\n}",
    ]
)


@given(st.lists(STATEMENTS, max_size=12))
@settings(max_examples=100, deadline=None)
def test_leaving_code_out_changes_no_header_and_no_request(statements: list[str]) -> None:
    code = "\n".join(statements) + "\n"

    def sealmetrics(facts: Facts) -> object:
        requests = [request for request in facts.requests if any("sealmetrics" in url.shape for url in request.urls)]
        return (
            [([value.shape for value in header.values], header.span) for header in facts.headers if header.name.text == "Authorization"],
            [(request.span, [url.shape for url in request.urls], request.complete) for request in requests],
        )

    cut = sealmetrics(read(code))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(treesitter, "outline", lambda root, *_, **__: Outline([root], []))
        assert cut == sealmetrics(read(code))


def test_a_bundle_is_cut_down_to_what_matters() -> None:
    chance = 12_345
    pieces = []
    for number in range(3_000):
        chance = (chance * 1_103_515_245 + 12_345) % 2**31
        name = "abcdefghijklmnop"[chance % 16]
        pieces.append(
            f"{number}:(e,t,n)=>{{function {name}(r){{return r?{name}(r-1):n({chance % 999}).{name}('{number}')}}t.exports={name}}}"
        )
    pieces.insert(1_500, f'9999:(e,t,n)=>{{const o="{API}",a="abc";t.x=()=>fetch(o+"/x",{{headers:{{Authorization:"Bearer "+a}}}})}}')
    facts = read("(self.w=self.w||[]).push([[1],{" + ",".join(pieces) + "}]);")
    (request,) = facts.requests
    assert request.urls[0].text == f"{API}/x"
    assert request.headers[0].values[0].text == "Bearer abc"
    assert len(facts.strings) < 200


@pytest.mark.parametrize("filler", ["a" * 200_000, " " * 200_000, "a =" + " " * 200_000, "@" * 200_000, "this." * 40_000, "115 " * 50_000])
def test_long_runs_of_letters_cost_no_more_than_short_ones(filler: str) -> None:
    begun = time.process_time()
    read_or_refused(f"const a = '{API}';\nfunction b() {{\n//# {filler}\n}}\nconst c = `{filler}`;\n", "javascript")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS.keys())
def test_no_pattern_has_a_setting_beside_a_predicate(grammar: Grammar) -> None:
    # py-tree-sitter 0.26 crashes when a query that has such a pattern is freed.
    query = compiled(grammar).query
    source = "\n".join((QUERIES / f"{name}.scm").read_text() for name in grammar.queries).encode()
    for index in range(query.pattern_count):
        pattern = source[query.start_byte_for_pattern(index) : query.end_byte_for_pattern(index)]
        assert not (b"#set!" in pattern and pattern.count(b"(#") > 1), pattern.decode()


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS.keys())
def test_queries_name_forms_that_there_are(grammar: Grammar) -> None:
    query = compiled(grammar).query
    names = {query.capture_name(index) for index in range(query.capture_count)}
    assert {name.partition(".")[0] for name in names if not name.startswith("_")} <= Lowering.forms()


@pytest.mark.parametrize(
    ("call", "method"),
    [
        ('fetch("{API}/x", {{ headers: H }})', "GET"),
        ('fetch("{API}/x")', "GET"),
        ('axios({{ url: "{API}/x", headers: H }})', "GET"),
        ('fetch("{API}/x", {{ method: "post", headers: H }})', "POST"),
        ('fetch("{API}/x", {{ headers: H, ...more }})', ""),
        ('fetch("{API}/x", more)', ""),
        ('fetch("{API}/x", {{ method: more, headers: H }})', ""),
    ],
)
def test_a_call_that_is_given_no_other_method_gets(call: str, method: str) -> None:
    text = f'import axios from "axios";\nexport const f = (H, more) => {call.format(API=API)};\n'
    assert [request.method for request in read(text).requests] == [method]
