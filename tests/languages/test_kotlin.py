"""Kotlin's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use, Zone

LANGUAGE = "kotlin"


def code(body: str) -> str:
    """Put statements into a function, and declarations beside it."""
    outside, _, inside = body.rpartition("---\n")
    return f"import okhttp3.*\n{outside}\nsuspend fun f(p: String) {{\n{inside}\n}}\n"


WAYS_TO_A_HEADER = {
    "a literal": '"Bearer abc"',
    "an expression in a string": 'val t = "abc"\n---\n"Bearer ${t}"',
    "a raw string": 'val t = "abc"\n---\n"""Bearer $t"""',
    "a typed constant": 'private const val T: String = "abc"\n---\n"Bearer " + T',
    "an object's constant": 'object C { const val T = "abc" }\n---\n"Bearer ${C.T}"',
    "a companion's constant": 'class C {\n companion object {\n const val T = "abc"\n }\n}\n---\n"Bearer ${C.T}"',
    "a constructor's default": 'class C(private val t: String = "abc") { fun h() = "Bearer $t" }\n---\nC().h()',
    "a named argument": 'class C(val a: String, val t: String) { fun h() = "Bearer $t" }\n---\nC(t = "abc", a = "x").h()',
    "a constructor on its own line": 'class C\n @JvmOverloads\n constructor(val t: String = "abc") { fun h() = "Bearer $t" }\n---\nC().h()',
    "an injected constructor": 'class C\n@Inject constructor(val t: String = "abc") { fun h() = "Bearer $t" }\n---\nC().h()',
    "an internal constructor": 'class C<T>\n  internal constructor(val t: String = "abc") { fun h() = "Bearer $t" }\n---\nC().h()',
    "a data class": 'data class C(val user: String, val token: String)\n---\n"Bearer " + C("u", "abc").token',
    "a lazy property": 'val t by lazy { "abc" }\n---\n"Bearer $t"',
    "an initializer": 'class C { lateinit var t: String\n init { t = "abc" }\n fun h() = "Bearer $t" }\n---\nC().h()',
    "a function of one expression": 'fun bearer(t: String) = "Bearer $t"\n---\nbearer("abc")',
    "String.format": 'String.format("Bearer %s", "abc")',
    "buildString": 'buildString { append("Bearer "); append("abc") }',
    "let": 'val t = "abc"\n---\nt.let { "Bearer $it" }',
    "not null": 'val t: String? = "abc"\n---\n"Bearer " + t!!',
    "a cast": '"Bearer abc" as String',
}


@pytest.mark.parametrize("value", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(value: str) -> None:
    outside, mark, inside = value.rpartition("---\n")
    text = code(f'{outside}{mark}val r = Request.Builder().url("{API}").header("Authorization", {inside}).build()')
    assert "Bearer abc" in headers_of(text, LANGUAGE)


WAYS_TO_PUT_IT = {
    "a constant for the name": 'val r = Request.Builder().url(p).header(HttpHeaders.AUTHORIZATION, "Bearer abc")',
    "a block": 'client.get(p) {\n headers {\n append(HttpHeaders.Authorization, "Bearer abc")\n }\n}',
    "when": 'val t = when (p) { "x" -> "abc"\n else -> "def" }\nb.header("Authorization", "Bearer $t")',
    "a branch": 'var t = ""\nif (p == "x") { t = "abc" } else { t = "def" }\nb.header("Authorization", "Bearer $t")',
    "apply": 'c.apply { setRequestProperty("Authorization", "Bearer abc") }',
}


@pytest.mark.parametrize("body", WAYS_TO_PUT_IT.values(), ids=WAYS_TO_PUT_IT.keys())
def test_a_header_is_seen_where_it_is_put(body: str) -> None:
    assert "Bearer abc" in headers_of(code(body), LANGUAGE)


CONNECTION = f'val c = URL("{API}/x").openConnection() as HttpURLConnection\n'
PUT = 'c.setRequestProperty("Authorization", "Bearer abc")\n'

WAYS_TO_A_REQUEST = {
    "OkHttp": (
        f'val r = Request.Builder().url("{API}/x").header("Authorization", "Bearer abc").build()\nOkHttpClient().newCall(r).execute()'
    ),
    "a client in a property": (
        'class C { private val client = OkHttpClient()\n fun get(path: String) = client.newCall(Request.Builder().url("'
        + API
        + '$path").header("Authorization", "Bearer abc").build()).execute() }\n---\nC().get("/x")'
    ),
    "HttpURLConnection": CONNECTION + PUT + "c.inputStream.reader()\nc.connect()",
    "a connection that is configured": (
        f'val c = (URL("{API}/x").openConnection() as HttpURLConnection).apply {{ setRequestProperty("Authorization", "Bearer abc") }}\n'
        "c.connect()"
    ),
    "entries of a map": CONNECTION + 'for ((k, v) in mapOf("Authorization" to "Bearer abc")) { c.setRequestProperty(k, v) }\nc.connect()',
    "each entry of a map": (
        CONNECTION + 'val m = mapOf("Authorization" to "Bearer abc")\nm.forEach { (k, v) -> c.setRequestProperty(k, v) }\nc.connect()'
    ),
    "Ktor": f'HttpClient(CIO).get("{API}/x") {{ header("Authorization", "Bearer abc") }}',
    "Ktor's token": f'HttpClient(CIO).get("{API}/x") {{ bearerAuth("abc") }}',
    "Ktor's headers": f'val client = HttpClient()\nclient.get {{ url("{API}/x")\n headers {{ append("Authorization", "Bearer abc") }} }}',
    "a helper": (
        f'fun call(path: String) = OkHttpClient().newCall(Request.Builder().url("{API}" + path)'
        '.header("Authorization", "Bearer abc").build()).execute()\n---\ncall("/x")'
    ),
}


@pytest.mark.parametrize("body", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(body: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code(body), LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "marks"),
    [
        ('System.getenv("T")', Kind.ENVIRONMENT, set()),
        ("File(p).readText()", Kind.FILE, set()),
        ("File(p).readText().trim()", Kind.FILE, {"trimmed"}),
        ("load()", Kind.CALL, set()),
        ('Base64.getEncoder().encodeToString(System.getenv("T").toByteArray())', Kind.ENVIRONMENT, {"base64"}),
        ('URLEncoder.encode(System.getenv("T"), "UTF-8")', Kind.ENVIRONMENT, {"percent"}),
        ('System.getenv("T").take(4)', Kind.CALL, {"partial"}),
    ],
)
def test_where_an_unknown_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, marks: set[str]) -> None:
    (header,) = read(code(f'b.header("Authorization", {expression})'), LANGUAGE).headers
    assert {(hole.kind, *sorted(hole.marks)) for value in header.values for hole in value.holes} == {(kind, *sorted(marks))}


def test_a_name_in_a_string_is_pointed_at() -> None:
    facts = read(code('fun h(token: String) = mapOf("Authorization" to "Bearer $token!")\n---\n'), LANGUAGE)
    (value,) = (value for header in facts.headers if header.name.text == "Authorization" for value in header.values)
    assert value.shape == "Bearer \ufffc!"
    assert facts.document.slice(value.holes[0].span) == "$token"


def test_an_escaped_dollar_is_text() -> None:
    assert headers_of(code(r'b.header("Authorization", "Bearer \$token")'), LANGUAGE) == {"Bearer $token"}


def test_all_headers_are_seen_or_not() -> None:
    def complete(body: str) -> bool:
        return any(request.complete for request in read(code(body), LANGUAGE).requests)

    plain = f'val r = Request.Builder().url("{API}/x").build()\n'
    assert complete(plain + "OkHttpClient().newCall(r).execute()")
    assert complete(f'HttpClient(CIO).get("{API}/x")')
    assert complete(f'HttpClient(CIO).get("{API}/x") {{ accept(ContentType.Any) }}')
    assert not complete(plain + "client.newCall(r).execute()")
    assert not complete(plain + "OkHttpClient.Builder().addInterceptor(auth).build().newCall(r).execute()")
    assert not complete(f'HttpClient(CIO).get("{API}/x") {{ signed() }}')
    assert not complete(f'HttpClient(CIO) {{ install(Auth) {{ }} }}.get("{API}/x")')
    assert not complete(f'val r = Request.Builder().url("{API}/x").apply {{ sign(this) }}.build()\nclient.newCall(r).execute()')


TRUSTING = "object : X509TrustManager { override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) {} }"


@pytest.mark.parametrize(
    "body",
    [
        f"val all = {TRUSTING}\nOkHttpClient.Builder().sslSocketFactory(f, all).hostnameVerifier {{ _, _ -> true }}.build()",
        "OkHttpClient.Builder().hostnameVerifier { _, _ -> true }.build()",
        "HttpsURLConnection.setDefaultHostnameVerifier { _, _ -> true }",
        "connection.hostnameVerifier = HostnameVerifier { _, _ -> true }",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(body: str) -> None:
    facts = read(code(body), LANGUAGE)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


def test_a_check_that_checks_is_no_switch() -> None:
    assert not read(code("OkHttpClient.Builder().hostnameVerifier { host, _ -> host == expected }.build()"), LANGUAGE).unverified


@pytest.mark.parametrize(
    "body",
    [
        'if (u.startsWith("http://api.sealmetrics.com")) { }',
        'if (u == "http://api.sealmetrics.com") { }',
        'require(!u.startsWith("http://api.sealmetrics.com")) { "x" }',
        'assertFailsWith<X> { connect("http://api.sealmetrics.com") }',
        'assertThrows(X::class.java) { connect("http://api.sealmetrics.com") }',
        '@Test fun `refuses plain http`() { connect("http://api.sealmetrics.com") }\n---\n',
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(body: str) -> None:
    assert {string.use for string in read(code(body), LANGUAGE).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen() -> None:
    lines = 'log.info("sealmetrics {}", t)\nlog.debug { "t $t" }\nprintln(t)\nLog.d("tag", t)\nthrow IllegalStateException("t $t")'
    facts = read(code(lines), LANGUAGE)
    assert [output.sink for output in facts.outputs] == ["log.info", "log.debug", "println", "Log.d", "raise IllegalStateException"]
    assert facts.outputs[1].values[0].holes[0].names == ("t",)


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read(code('mac.init(SecretKeySpec(System.getenv("SECRET").toByteArray(), "HmacSHA256"))'), LANGUAGE)
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


@pytest.mark.parametrize(
    "expression", ['String(Base64.getDecoder().decode("c21fQQ=="))', '"s" + "m_A"', '"A_ms".reversed()', '"\\u0073m_A"']
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(code(f"val sealmetrics = {expression}"), LANGUAGE)
    assert "sm_A" in {each.value.text for each in facts.strings} | {each.value.text for each in facts.bindings}


def test_labelled_returns_and_functional_interfaces_do_not_stand_in_the_way() -> None:
    body = 'fun interface T { fun t(): String }\n---\nrun {\n val x = y ?: return@run f()\n b.header("Authorization", "Bearer abc")\n}'
    assert headers_of(code(body), LANGUAGE) == {"Bearer abc"}


def test_a_call_of_get_below_a_property_is_no_accessor_of_it() -> None:
    body = 'val t = "abc"\n\n  get("/x") { b.header("Authorization", "Bearer $t") }\n  get("/y") { }\n  set("a", "b")'
    assert headers_of(code(body), LANGUAGE) == {"Bearer abc"}


def test_comments_are_no_code() -> None:
    facts = read('// http://api.sealmetrics.com\n/* more */ val x = "// sealmetrics"', LANGUAGE)
    assert facts.zone(facts.document.text.index("http")) is Zone.COMMENT
    assert facts.zone(facts.document.text.index('"//')) is Zone.CODE


test_broken_code_is_read_or_refused = breaking(LANGUAGE, "\n".join(code(body) for body in WAYS_TO_A_REQUEST.values()))
