"""C#'s front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use, Zone

LANGUAGE = "csharp"


def code(body: str) -> str:
    """Put statements into a method, and members beside it."""
    outside, _, inside = body.rpartition("---\n")
    return f"using System;\nnamespace N;\nclass A\n{{\n{outside}\nasync Task F(string p)\n{{\n{inside}\n}}\n}}\n"


WAYS_TO_A_HEADER = {
    "a literal": '"Bearer abc"',
    "a constant of another class": 'static class C { public const string T = "abc"; }\n---\n"Bearer " + C.T',
    "this": 'private string t = "abc";\n---\n"Bearer " + this.t',
    "a property": 'public string T { get; set; } = "abc";\n---\n"Bearer " + T',
    "an expression-bodied property": 'public string T => "abc";\n---\n"Bearer " + T',
    "a constructor's guard": (
        'private string _t;\nA(string t) { _t = t ?? throw new X(nameof(t)); }\nstatic A Make() => new A("abc");\n---\n"Bearer " + _t'
    ),
    "a primary constructor": 'class C(string t) { public string H() => "Bearer " + t; }\n---\nnew C("abc").H()',
    "a record": 'record C(string User, string Token);\n---\n"Bearer " + new C("u", "abc").Token',
    "an object initializer": 'class C { public string T { get; set; } }\n---\n"Bearer " + new C { T = "abc" }.T',
    "an expression-bodied method": 'static string Bearer(string t) => $"Bearer {t}";\n---\nBearer("abc")',
    "a named argument": 'static string Bearer(string a, string t) => $"Bearer {t}";\n---\nBearer(t: "abc", a: "x")',
    "interpolation of a verbatim string": 'const string T = "abc";\n---\n$@"Bearer {T}"',
    "a verbatim string": '@"Bearer abc"',
    "a raw string": '"""Bearer abc"""',
    "string.Concat": 'String.Concat("Bearer ", "abc")',
    "string.Join": 'string.Join(" ", "Bearer", "abc")',
    "a StringBuilder": 'new StringBuilder("Bearer ").Append("abc").ToString()',
    "a cast": '(string)"Bearer abc"',
    "a switch": 'x switch { "a" => "Bearer abc", _ => "Bearer def" }',
    "non-null": 'const string T = "abc";\n---\n"Bearer " + T!',
    "scheme and token": 'new AuthenticationHeaderValue("Bearer", "abc")',
}


@pytest.mark.parametrize("value", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(value: str) -> None:
    outside, mark, inside = value.rpartition("---\n")
    assert "Bearer abc" in headers_of(code(f'{outside}{mark}request.Headers.Add("Authorization", {inside});'), LANGUAGE)


WAYS_TO_PUT_IT = {
    "an attribute": 'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "abc");',
    "an item": 'web.Headers["Authorization"] = "Bearer abc";',
    "a constant for the name": 'request.Headers.Add(HeaderNames.Authorization, "Bearer abc");',
    "without validation": 'request.Headers.TryAddWithoutValidation("Authorization", "Bearer abc");',
    "a dictionary of pairs": 'var h = new Dictionary<string, string> { { "Authorization", "Bearer abc" } };',
    "a list of a branch": 'string t;\nif (x) { t = "abc"; } else { t = "def"; }\nrequest.Headers.Add("Authorization", "Bearer " + t);',
    "??=": 'string t = Load();\nt ??= "abc";\nrequest.Headers.Add("Authorization", "Bearer " + t);',
    "a text that grows": 'var v = "Bearer ";\nv += "abc";\nrequest.Headers.Add("Authorization", v);',
    "a builder that grows": 'var b = new StringBuilder("Bearer ");\nb.Append("abc");\nrequest.Headers.Add("Authorization", b.ToString());',
}


@pytest.mark.parametrize("body", WAYS_TO_PUT_IT.values(), ids=WAYS_TO_PUT_IT.keys())
def test_a_header_is_seen_where_it_is_put(body: str) -> None:
    assert "Bearer abc" in headers_of(code(body), LANGUAGE)


MESSAGE = f'var request = new HttpRequestMessage(HttpMethod.Get, "{API}/x");\n'
HEADER = 'request.Headers.Add("Authorization", "Bearer abc");\n'
SEND = "await new HttpClient().SendAsync(request);"
DEFAULT = 'client.DefaultRequestHeaders.Add("Authorization", "Bearer abc");\n'

WAYS_TO_A_REQUEST = {
    "a message": MESSAGE + HEADER + SEND,
    "a message's attribute": MESSAGE + 'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "abc");\n' + SEND,
    "a message's initializer": (
        f'var request = new HttpRequestMessage {{ Method = HttpMethod.Get, RequestUri = new Uri("{API}/x"), '
        'Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "abc") } };\n' + SEND
    ),
    "entries of an initializer": (
        f'var request = new HttpRequestMessage(HttpMethod.Get, "{API}/x") {{ Headers = {{ {{ "Authorization", "Bearer abc" }} }} }};\n'
        + SEND
    ),
    "a loop over entries": (
        MESSAGE
        + 'var h = new Dictionary<string, string> { ["Authorization"] = "Bearer abc" };\n'
        + "foreach (var e in h) { request.Headers.Add(e.Key, e.Value); }\n"
        + SEND
    ),
    "a loop that takes entries apart": (
        MESSAGE
        + 'var h = new Dictionary<string, string> { ["Authorization"] = "Bearer abc" };\n'
        + "foreach (var (name, value) in h) { request.Headers.Add(name, value); }\n"
        + SEND
    ),
    "a client": "var client = new HttpClient();\n" + DEFAULT + f'await client.GetStringAsync("{API}/x");',
    "a client with a base": f'var client = new HttpClient {{ BaseAddress = new Uri("{API}/") }};\n{DEFAULT}await client.GetAsync("x");',
    "a client in a field": f"readonly HttpClient client = new();\nA() {{ {DEFAULT} }}\n---\n" + f'await client.GetAsync("{API}/x");',
    "an old request": (
        f'var web = (HttpWebRequest)WebRequest.Create("{API}/x");\nweb.Headers["Authorization"] = "Bearer abc";\nweb.GetResponse();'
    ),
    "RestSharp": (
        f'var client = new RestClient("{API}");\nvar request = new RestRequest("x", Method.Get);\n'
        'request.AddHeader("Authorization", "Bearer abc");\nclient.Execute(request);'
    ),
    "Flurl": f'await "{API}/x".WithHeader("Authorization", "Bearer abc").GetStringAsync();',
    "Flurl with a token": f'await "{API}".AppendPathSegment("x").WithOAuthBearerToken("abc").GetStringAsync();',
}


@pytest.mark.parametrize("body", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(body: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code(body), LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "marks"),
    [
        ('Environment.GetEnvironmentVariable("T")', Kind.ENVIRONMENT, set()),
        ("File.ReadAllText(p)", Kind.FILE, set()),
        ("File.ReadAllText(p).Trim()", Kind.FILE, {"trimmed"}),
        ("(await File.ReadAllTextAsync(p)).TrimEnd()", Kind.FILE, {"trimmed"}),
        ("Load()", Kind.CALL, set()),
        ('Convert.ToBase64String(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("T")!))', Kind.ENVIRONMENT, {"base64"}),
        ('Uri.EscapeDataString(Environment.GetEnvironmentVariable("T"))', Kind.ENVIRONMENT, {"percent"}),
        ('Environment.GetEnvironmentVariable("T")[..4]', Kind.ENVIRONMENT, {"partial"}),
        ('Environment.GetEnvironmentVariable("T").Substring(0, 4)', Kind.ENVIRONMENT, {"partial"}),
    ],
)
def test_where_an_unknown_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, marks: set[str]) -> None:
    (header,) = read(code(f'request.Headers.Add("Authorization", {expression});'), LANGUAGE).headers
    assert {(hole.kind, *sorted(hole.marks)) for value in header.values for hole in value.holes} == {(kind, *sorted(marks))}


def test_a_setting_is_known_by_its_key() -> None:
    (header,) = read(code('request.Headers.Add("Authorization", configuration["Sealmetrics:Token"]);'), LANGUAGE).headers
    assert "Sealmetrics:Token" in header.values[0].holes[0].names[0]


def test_all_headers_are_seen_or_not() -> None:
    def complete(body: str) -> bool:
        return any(request.complete for request in read(code(body), LANGUAGE).requests)

    assert complete(MESSAGE + SEND)
    assert complete(f'await new HttpClient().GetAsync("{API}/x");')
    assert not complete(MESSAGE + "await client.SendAsync(request);")
    assert not complete(MESSAGE + "Sign(request);\n" + SEND)
    assert not complete(f'await new HttpClient(new TokenHandler()).GetAsync("{API}/x");')
    assert not complete(f'var client = factory.CreateClient("x");\nawait client.GetAsync("{API}/x");')


@pytest.mark.parametrize(
    "body",
    [
        "var h = new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, ch, e) => true };\nvar c = new HttpClient(h);",
        "handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;",
        "ServicePointManager.ServerCertificateValidationCallback += (s, c, ch, e) => true;",
        "ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };",
        "static bool Any(object s, X c, Y ch, Z e) => true;\n---\nhandler.ServerCertificateCustomValidationCallback = Any;",
        "var o = new RestClientOptions(u) { RemoteCertificateValidationCallback = (a, b, c, d) => true };\nvar c = new RestClient(o);",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen_once(body: str) -> None:
    facts = read(code(body), LANGUAGE)
    spans = {request.unverified for request in facts.requests if request.unverified} | {each.span for each in facts.unverified}
    assert len(spans) == 1


def test_a_check_that_checks_is_no_switch() -> None:
    body = "handler.ServerCertificateCustomValidationCallback = (m, cert, chain, errors) => cert.Thumbprint == expected;"
    assert not read(code(body), LANGUAGE).unverified


@pytest.mark.parametrize(
    "body",
    [
        'if (u.StartsWith("http://api.sealmetrics.com")) { }',
        'if (u == "http://api.sealmetrics.com") { }',
        'Assert.Throws<X>(() => Connect("http://api.sealmetrics.com"));',
        '[Fact] public void Plain_http_is_refused() { Connect("http://api.sealmetrics.com"); }\n---\n',
        'var s = u.Replace("http://api.sealmetrics.com", secure);',
    ],
)
def test_a_string_that_is_only_compared_or_refused_is_told_apart(body: str) -> None:
    assert {string.use for string in read(code(body), LANGUAGE).strings if "sealmetrics.com" in string.value.shape} == {Use.TEST}


def test_what_is_logged_is_seen() -> None:
    lines = '_logger.LogInformation("sealmetrics {T}", t);\nConsole.WriteLine(t);\nLog.Error(t);\nthrow new X($"t {t}");'
    sinks = [output.sink for output in read(code(lines), LANGUAGE).outputs]
    assert sinks == ["_logger.LogInformation", "Console.WriteLine", "Log.Error", "raise X"]


def test_the_key_of_a_mac_is_seen() -> None:
    body = 'using var h = new HMACSHA256(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("SECRET")));'
    assert read(code(body), LANGUAGE).signings[0].keys[0].holes[0].names == ("SECRET",)


@pytest.mark.parametrize(
    "expression",
    ['Encoding.UTF8.GetString(Convert.FromBase64String("c21fQQ=="))', '"s" + "m_A"', 'string.Join("_", "sm", "A")', '"\\x73m_A"'],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    facts = read(code(f"var sealmetrics = {expression};"), LANGUAGE)
    assert "sm_A" in {each.value.text for each in facts.strings} | {each.value.text for each in facts.bindings}


def test_fields_of_an_object_without_a_class_are_those_of_a_body() -> None:
    facts = read(code(f'await new HttpClient().PostAsJsonAsync("{API}/x", new {{ email, password = "abc" }});'), LANGUAGE)
    assert {field.name.text for request in facts.requests for field in request.fields} == {"email", "password"}


def test_the_preprocessor_does_not_stand_in_the_way() -> None:
    body = (
        '#if DEBUG\n        request.Headers.Add("Authorization", "Bearer abc");\n'
        "#else\n        Sign(request);\n#endif\n#pragma warning disable 1\n"
    )
    assert headers_of(code(body), LANGUAGE) == {"Bearer abc"}


def test_comments_are_no_code() -> None:
    facts = read('class A { // http://api.sealmetrics.com\n/* more */ string x = "// sealmetrics"; }', LANGUAGE)
    assert facts.zone(facts.document.text.index("http")) is Zone.COMMENT
    assert facts.zone(facts.document.text.index('"//')) is Zone.CODE


test_broken_code_is_read_or_refused = breaking(LANGUAGE, "\n".join(code(body) for body in WAYS_TO_A_REQUEST.values()))
