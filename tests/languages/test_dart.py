"""Dart's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "dart"

WAYS_TO_A_HEADER = {
    "braced interpolation": 'const t = "abc"; final h = {"Authorization": "Bearer ${t}"};',
    "adjacent strings": "final h = {'Authorization': 'Bearer ' 'abc'};",
    "a raw string": "final h = {'Authorization': r'Bearer abc'};",
    "a text of several lines": "const t = 'abc'; final h = {'Authorization': '''\nBearer $t'''};",
    "a header's constant": "final h = {HttpHeaders.authorizationHeader: 'Bearer abc'};",
    "headers.set": "void f(r) { r.headers.set('Authorization', 'Bearer abc'); }",
    "a getter": "class C { String get t => 'abc'; Map<String, String> h() { return {'Authorization': 'Bearer $t'}; } }",
    "a constructor's named argument": (
        "class C { C({required this.t}); final String t; Map<String, String> h() => {'Authorization': "
        "'Bearer $t'}; }\nfinal c = C(t: 'abc');"
    ),
    "an initializer": (
        "class C { C(String t) : _t = t; final String _t; Map<String, String> h() => {'Authorization': "
        "'Bearer $_t'}; }\nfinal c = C('abc');"
    ),
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "http.get": (
        f"import 'package:http/http.dart' as http;\nR f() => http.get(Uri.parse('{API}/x'), headers: {{'Authorization': 'Bearer abc'}});"
    ),
    "http.post": (
        f"import 'package:http/http.dart' as http;\nvoid f() async {{ await "
        f"http.post(Uri.parse('{API}/x'), body: 'a', headers: {{'Authorization': 'Bearer abc'}}); }}"
    ),
    "Uri.https": (
        f"import 'package:http/http.dart' as http;\nR f() => http.get(Uri.https('{API}'.substring(8, 27), "
        f"'/v1/x'), headers: {{'Authorization': 'Bearer abc'}});"
    ),
    "a client": (
        f"import 'package:http/http.dart' as http;\nvoid f() {{ final c = http.Client(); "
        f"c.get(Uri.parse('{API}/x'), headers: {{'Authorization': 'Bearer abc'}}); }}"
    ),
    "Dio": (f"final dio = Dio(BaseOptions(baseUrl: '{API}', headers: {{'Authorization': 'Bearer abc'}}));\nR f() => dio.get('/x');"),
    "Dio's options": (f"final dio = Dio();\nR f() => dio.get('{API}/x', options: Options(headers: {{'Authorization': 'Bearer abc'}}));"),
    "HttpClient": (
        f"void f() async {{ final r = await HttpClient().getUrl(Uri.parse('{API}/x')); r.headers.set('Authorization', 'Bearer abc'); }}"
    ),
    "an unknown client": (
        f"class C {{ C(this.client); final http.Client client; Future<R> g() => "
        f"client.get(Uri.parse('{API}/x'), headers: {{'Authorization': 'Bearer abc'}}); }}"
    ),
    "a helper": (
        f"import 'package:http/http.dart' as http;\nR f(String p) => http.get(Uri.parse('{API}/$p'), "
        f"headers: {{'Authorization': 'Bearer abc'}});\nfinal x = f('x');"
    ),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ("Platform.environment['T']", Kind.ENVIRONMENT, ""),
        ("const String.fromEnvironment('T')", Kind.ENVIRONMENT, ""),
        ("File('/t').readAsStringSync()", Kind.FILE, ""),
        ("File('/t').readAsStringSync().trim()", Kind.FILE, "trimmed"),
        ("base64Encode(utf8.encode(Platform.environment['T']!))", Kind.ENVIRONMENT, "base64"),
        ("Uri.encodeComponent(Platform.environment['T']!)", Kind.ENVIRONMENT, "percent"),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f"final h = {{'Authorization': {expression}}};", LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        "'sm_' + 'A'",
        "'sm_' 'A'",
        "['sm', 'A'].join('_')",
        "String.fromCharCodes([115, 109, 95, 65])",
        "utf8.decode(base64Decode('c21fQQ=='))",
        "'\\x73m_A'",
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"final sealmetrics = {expression};", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        "void f() { final c = HttpClient()..badCertificateCallback = (cert, host, port) => true; }",
        "void f(c) { c.badCertificateCallback = (X509Certificate cert, String host, int port) => true; }",
        "void f(c) { c.badCertificateCallback = (cert, host, port) { return true; }; }",
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        "void f(c) { c.badCertificateCallback = (cert, host, port) => cert.pem == own; }",
        "void f() { final c = HttpClient()..connectionTimeout = d; }",
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        "void f(u) { if (u.startsWith('http://api.sealmetrics.com')) g(); }",
        "bool f(u) => u == 'http://api.sealmetrics.com';",
        "void main() { test('refuses http', () { connect('http://api.sealmetrics.com'); }); }",
        "void f() { expect(() => connect('http://api.sealmetrics.com'), throwsA(isA<E>())); }",
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f"import 'package:http/http.dart' as http;\nR f() => http.get(Uri.parse('{API}'));", LANGUAGE).requests[0].complete
    assert (
        not read(f"import 'package:http/http.dart' as http;\nR f(h) => http.get(Uri.parse('{API}'), headers: h);", LANGUAGE)
        .requests[0]
        .complete
    )
    assert not read(f"R f(client) => client.get(Uri.parse('{API}'), headers: {{'Accept': 'x'}});", LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        "void f() { final t = Platform.environment['SEALMETRICS_TOKEN']; print('t $t'); }",
        "void f() { final t = Platform.environment['SEALMETRICS_TOKEN']; debugPrint(t); }",
        "void f() { final t = Platform.environment['SEALMETRICS_TOKEN']; logger.i('t $t'); }",
        "void f() { final t = Platform.environment['SEALMETRICS_TOKEN']; throw Exception('no $t'); }",
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
