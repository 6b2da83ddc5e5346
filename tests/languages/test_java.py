"""Java's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use, Zone

LANGUAGE = "java"


def code(body: str) -> str:
    """Put statements into a method, and members beside it."""
    outside, _, inside = body.rpartition("---\n")
    return f"import java.net.http.*;\nclass A {{\n{outside}\nvoid f() throws Exception {{\n{inside}\n}}\n}}\n"


WAYS_TO_A_HEADER = {
    "a literal": '"Bearer abc"',
    "a constant of another class": 'static class C { static final String T = "abc"; }\n---\n"Bearer " + C.T',
    "an interface's constant": 'interface C { String T = "abc"; }\n---\n"Bearer " + C.T',
    "this": 'private String t = "abc";\n---\n"Bearer " + this.t',
    "a constructor without this": 'private String t;\nA(String x) { t = x; }\nstatic A m() { return new A("abc"); }\n---\n"Bearer " + t',
    "a record": 'record C(String user, String token) { }\n---\n"Bearer " + new C("u", "abc").token()',
    "positions": 'String.format("%2$s %1$s", "abc", "Bearer")',
    "formatted": '"Bearer %s".formatted("abc")',
    "MessageFormat": 'MessageFormat.format("Bearer {0}", "abc")',
    "concat": '"Bearer ".concat("abc")',
    "a StringBuilder": 'new StringBuilder().append("Bearer ").append("abc").toString()',
    "a cast": '(String) "Bearer abc"',
    "a switch": 'switch (x) { case "a" -> "Bearer abc"; default -> "Bearer def"; }',
    "Optional": '"Bearer " + Optional.ofNullable(System.getenv("T")).orElse("abc")',
    "a default of a property": '"Bearer " + System.getProperty("t", "abc")',
    "a default of @Value": '@Value("${t:abc}") private String t;\n---\n"Bearer " + t',
    "a text block": '"""\n    Bearer abc""".strip()',
}


@pytest.mark.parametrize("value", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(value: str) -> None:
    outside, mark, inside = value.rpartition("---\n")
    text = code(f'{outside}{mark}var r = HttpRequest.newBuilder(u).header("Authorization", {inside}).build();')
    assert "Bearer abc" in headers_of(text, LANGUAGE)


WAYS_TO_PUT_IT = {
    "HttpHeaders": 'HttpHeaders h = new HttpHeaders(); h.set(HttpHeaders.AUTHORIZATION, "Bearer abc");',
    "setBearerAuth": 'HttpHeaders h = new HttpHeaders(); h.setBearerAuth("abc");',
    "a builder that grows": 'var sb = new StringBuilder("Bearer "); sb.append("abc"); b.header("Authorization", sb.toString());',
}


@pytest.mark.parametrize("body", WAYS_TO_PUT_IT.values(), ids=WAYS_TO_PUT_IT.keys())
def test_a_header_is_seen_where_it_is_put(body: str) -> None:
    assert "Bearer abc" in headers_of(code(body), LANGUAGE)


BUILDER = f'HttpRequest.newBuilder().uri(URI.create("{API}/x")).header("Authorization", "Bearer abc")'
CONNECTION = f'HttpURLConnection c = (HttpURLConnection) new URL("{API}/x").openConnection();\n'
HEADERS = 'HttpHeaders h = new HttpHeaders();\nh.set("Authorization", "Bearer abc");\n'

WAYS_TO_A_REQUEST = {
    "HttpClient": f"HttpRequest r = {BUILDER}.GET().build(); HttpClient.newHttpClient().send(r, h);",
    "a client in a field": f"final HttpClient client = HttpClient.newHttpClient();\n---\nclient.send({BUILDER}.build(), h);",
    "a builder in a variable": (
        f'var b = HttpRequest.newBuilder(URI.create("{API}/x")); b.header("Authorization", "Bearer abc");'
        "HttpClient.newHttpClient().send(b.build(), h);"
    ),
    "headers for each": (
        f'var m = Map.of("Authorization", "Bearer abc"); var b = HttpRequest.newBuilder(URI.create("{API}/x")); m.forEach(b::header);'
        "HttpClient.newHttpClient().send(b.build(), h);"
    ),
    "HttpURLConnection": CONNECTION + 'c.setRequestProperty("Authorization", "Bearer abc"); c.getResponseCode();',
    "entries of a map": (
        f'{CONNECTION}Map<String, String> m = Map.of("Authorization", "Bearer abc");\n'
        "for (Map.Entry<String, String> e : m.entrySet()) { c.setRequestProperty(e.getKey(), e.getValue()); }\nc.getInputStream();"
    ),
    "OkHttp": (
        f'Request r = new Request.Builder().url("{API}/x").addHeader("Authorization", "Bearer abc").build();'
        "new OkHttpClient().newCall(r).execute();"
    ),
    "Apache": f'HttpGet g = new HttpGet("{API}/x"); g.setHeader("Authorization", "Bearer abc"); HttpClients.createDefault().execute(g);',
    "RestTemplate": f'{HEADERS}new RestTemplate().exchange("{API}/x", HttpMethod.GET, new HttpEntity<>(h), String.class);',
    "RestTemplate with an entity": (
        f'{HEADERS}HttpEntity<String> e = new HttpEntity<>("body", h);\nnew RestTemplate().postForObject("{API}/x", e, String.class);'
    ),
    "RestClient": (
        f'RestClient c = RestClient.builder().baseUrl("{API}").defaultHeader("Authorization", "Bearer abc").build();'
        'c.get().uri("/x").retrieve();'
    ),
    "WebClient": f'WebClient c = WebClient.create("{API}"); c.get().uri("/x").header("Authorization", "Bearer abc").retrieve();',
    "a helper": (
        f'String call(String path) {{ return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("{API}" + path))'
        '.header("Authorization", "Bearer abc").build(), h).body(); }\n---\ncall("/x");'
    ),
}


@pytest.mark.parametrize("body", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(body: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code(body), LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "marks"),
    [
        ('System.getenv("T")', Kind.ENVIRONMENT, set()),
        ('System.getProperty("t")', Kind.STORE, set()),
        ("Files.readString(p)", Kind.FILE, set()),
        ("Files.readString(p).trim()", Kind.FILE, {"trimmed"}),
        ("new String(Files.readAllBytes(p)).strip()", Kind.FILE, {"trimmed"}),
        ("load()", Kind.CALL, set()),
        ('Base64.getEncoder().encodeToString(System.getenv("T").getBytes())', Kind.ENVIRONMENT, {"base64"}),
        ('URLEncoder.encode(System.getenv("T"), UTF_8)', Kind.ENVIRONMENT, {"percent"}),
        ('System.getenv("T").substring(0, 4)', Kind.ENVIRONMENT, {"partial"}),
    ],
)
def test_where_an_unknown_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, marks: set[str]) -> None:
    (header,) = read(code(f'b.header("Authorization", {expression});'), LANGUAGE).headers
    assert {(hole.kind, *sorted(hole.marks)) for value in header.values for hole in value.holes} == {(kind, *sorted(marks))}


def test_a_setting_that_is_injected_is_one_of_a_store() -> None:
    text = '@Value("${sealmetrics.token}") private String t;\n---\nb.header("Authorization", "Bearer " + t);'
    (header,) = read(code(text), LANGUAGE).headers
    assert header.values[0].holes[0].names[0] == "sealmetrics.token"


def test_all_headers_are_seen_or_not() -> None:
    def complete(body: str) -> bool:
        return any(request.complete for request in read(code(body), LANGUAGE).requests)

    plain = f'Request r = new Request.Builder().url("{API}/x").build(); '
    assert complete(plain + "new OkHttpClient().newCall(r).execute();")
    assert complete(CONNECTION + "c.getResponseCode();")
    assert complete(f'new RestTemplate().getForObject("{API}/x", String.class);')
    assert not complete(plain + "new OkHttpClient.Builder().addInterceptor(auth).build().newCall(r).execute();")
    assert not complete(plain + "client.newCall(r).execute();")
    assert not complete(CONNECTION + "sign(c); c.getResponseCode();")
    assert not complete(f'new RestTemplate().exchange("{API}/x", HttpMethod.GET, entity, String.class);')


def test_a_request_stands_where_it_is_built() -> None:
    facts = read(code(f"HttpRequest r = {BUILDER}.build();\n\nHttpClient.newHttpClient().send(r, h);"), LANGUAGE)
    (sent,) = (request for request in facts.requests if request.complete)
    assert facts.document.slice(sent.span).startswith("HttpRequest.newBuilder")


TRUSTING = (
    "public void checkClientTrusted(X509Certificate[] c, String a) {} public void checkServerTrusted(X509Certificate[] c, String a) {}"
)


@pytest.mark.parametrize(
    "body",
    [
        "TrustManager[] all = { new X509TrustManager() { " + TRUSTING + " } };\ncontext.init(null, all, null);",
        "static class All implements X509TrustManager { "
        + TRUSTING
        + " }\n---\ncontext.init(null, new TrustManager[] { new All() }, null);",
        "new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build();",
        (
            "HttpsURLConnection.setDefaultHostnameVerifier("
            "new HostnameVerifier() { public boolean verify(String h, SSLSession s) { return true; } });"
        ),
        "HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();",
        "SslContext c = SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build();",
        "SSLContexts.custom().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build();",
        "SSLContexts.custom().loadTrustMaterial(null, (chain, type) -> true).build();",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(body: str) -> None:
    facts = read(code(body), LANGUAGE)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


@pytest.mark.parametrize(
    "body",
    [
        "new OkHttpClient.Builder().hostnameVerifier((host, session) -> host.equals(expected)).build();",
        "class Pins implements X509TrustManager { public void checkServerTrusted(Certificate[] c, String a) { pins.check(c); } }\n---\n",
        "boolean verify(byte[] body, String signature) { return true; }\n---\n",
    ],
)
def test_a_check_that_checks_is_no_switch(body: str) -> None:
    assert not read(code(body), LANGUAGE).unverified


@pytest.mark.parametrize(
    "body",
    [
        'if (u.startsWith("http://api.sealmetrics.com")) { }',
        'if (u.equals("http://api.sealmetrics.com")) { }',
        'assertThrows(X.class, () -> connect("http://api.sealmetrics.com"));',
        '@Test void plainHttpIsRefused() { connect("http://api.sealmetrics.com"); }\n---\n',
        'assert !u.contains("http://api.sealmetrics.com");',
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(body: str) -> None:
    assert {string.use for string in read(code(body), LANGUAGE).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen() -> None:
    facts = read(
        code('log.info("sealmetrics {}", t); System.out.println(t); LOGGER.log(INFO, t); throw new IOException("t " + t);'), LANGUAGE
    )
    assert [output.sink for output in facts.outputs] == ["log.info", "System.out.println", "LOGGER.log", "raise IOException"]


def test_the_key_of_a_mac_is_seen() -> None:
    facts = read(code('mac.init(new SecretKeySpec(System.getenv("SECRET").getBytes(), "HmacSHA256"));'), LANGUAGE)
    assert facts.signings[0].keys[0].holes[0].names == ("SECRET",)


def test_basic_authentication_is_seen() -> None:
    assert headers_of(code('b.header("Authorization", Credentials.basic(u, p));'), LANGUAGE) == {"Basic <call>"}


@pytest.mark.parametrize(
    "expression",
    [
        'new String(Base64.getDecoder().decode("c21fQQ=="))',
        '"s" + "m_A"',
        'String.join("_", "sm", "A")',
        'new StringBuilder("A_ms").reverse().toString()',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(code(f"String sealmetrics = {expression};"), LANGUAGE)
    assert "sm_A" in {each.value.text for each in facts.strings} | {each.value.text for each in facts.bindings}


def test_comments_are_no_code() -> None:
    facts = read('class A { // http://api.sealmetrics.com\n/* more */ String x = "// sealmetrics"; }', LANGUAGE)
    assert facts.zone(facts.document.text.index("http")) is Zone.COMMENT
    assert facts.zone(facts.document.text.index('"//')) is Zone.CODE


test_broken_code_is_read_or_refused = breaking(LANGUAGE, "\n".join(code(body) for body in WAYS_TO_A_REQUEST.values()))
