"""Swift's front end: where values come from, what is sent, and what is said about it."""

from __future__ import annotations

import pytest
from programs import API, breaking, headers_of, read, requested

from sealguard.facts import Kind, Use

LANGUAGE = "swift"

WAYS_TO_A_HEADER = {
    "a text of several lines": 'let t = "abc"\nlet v = """\nBearer \\(t)\n"""\nlet h = ["Authorization": v]',
    "a raw string": 'let h = ["Authorization": #"Bearer abc"#]',
    "setValue": 'var r = URLRequest(url: u)\nr.setValue("Bearer abc", forHTTPHeaderField: "Authorization")',
    "addValue": 'var r = URLRequest(url: u)\nr.addValue("Bearer abc", forHTTPHeaderField: "Authorization")',
    "all headers at once": 'var r = URLRequest(url: u)\nr.allHTTPHeaderFields = ["Authorization": "Bearer abc"]',
    "an enumeration's value": 'enum K: String { case t = "abc" }\nlet h = ["Authorization": "Bearer \\(K.t.rawValue)"]',
    "a member of self": ('struct C { let t = "abc"\n func h() -> [String: String] { return ["Authorization": "Bearer \\(self.t)"] } }'),
    "a structure's argument": (
        'struct C { let t: String\n func h() -> [String: String] { ["Authorization": "Bearer \\(t)"] } }\nlet c = C(t: "abc")'
    ),
    "a computed property": ('struct C { var t: String { "abc" }\n func h() -> [String: String] { ["Authorization": "Bearer \\(t)"] } }'),
    "an extension": ('struct C { let t = "abc" }\nextension C { func h() -> [String: String] { ["Authorization": "Bearer \\(t)"] } }'),
}


@pytest.mark.parametrize("code", WAYS_TO_A_HEADER.values(), ids=WAYS_TO_A_HEADER.keys())
def test_a_literal_is_followed_into_the_header(code: str) -> None:
    assert "Bearer abc" in headers_of(code, LANGUAGE)


WAYS_TO_A_REQUEST = {
    "data(for:)": (
        f'func f() async {{\n var r = URLRequest(url: URL(string: "{API}/x")!)\n r.setValue("Bearer abc", '
        f'forHTTPHeaderField: "Authorization")\n _ = try await URLSession.shared.data(for: r)\n}}'
    ),
    "dataTask": (
        f'var r = URLRequest(url: URL(string: "{API}/x")!)\nr.setValue("Bearer abc", forHTTPHeaderField: '
        f'"Authorization")\nsession.dataTask(with: r) {{ d, _, _ in use(d) }}.resume()'
    ),
    "a dictionary": (
        f'var r = URLRequest(url: URL(string: "{API}/x")!)\nr.allHTTPHeaderFields = ["Authorization": '
        '"Bearer abc"]\nURLSession.shared.dataTask(with: r).resume()'
    ),
    "Alamofire": (f'AF.request("{API}/x", method: .get, headers: ["Authorization": "Bearer abc"]).response {{ r in use(r) }}'),
    "Alamofire's headers": f'AF.request("{API}/x", headers: [.authorization(bearerToken: "abc"), .accept("x")])',
    "HTTPHeaders": f'let h: HTTPHeaders = ["Authorization": "Bearer abc"]\nAF.request("{API}/x", headers: h)',
    "a member of a class": (
        f'class C {{ let base = "{API}"\n func f(_ path: String) {{\n var r = URLRequest(url: URL(string: '
        '"\\(base)/\\(path)")!)\n r.setValue("Bearer abc", forHTTPHeaderField: "Authorization")\n '
        f'session.dataTask(with: r).resume()\n }} }}\nC().f("x")'
    ),
}


@pytest.mark.parametrize("code", WAYS_TO_A_REQUEST.values(), ids=WAYS_TO_A_REQUEST.keys())
def test_a_request_is_seen_with_its_url_and_headers(code: str) -> None:
    assert (f"{API}/x", "Bearer abc") in requested(code, LANGUAGE)


@pytest.mark.parametrize(
    ("expression", "kind", "mark"),
    [
        ('ProcessInfo.processInfo.environment["T"]', Kind.ENVIRONMENT, ""),
        ('ProcessInfo.processInfo.environment["T"]!', Kind.ENVIRONMENT, ""),
        ('try String(contentsOfFile: "/t")', Kind.FILE, ""),
        ('try String(contentsOfFile: "/t").trimmingCharacters(in: .whitespacesAndNewlines)', Kind.FILE, "trimmed"),
        (
            'ProcessInfo.processInfo.environment["T"]!.addingPercentEncoding(withAllowedCharacters: .alphanumerics)',
            Kind.ENVIRONMENT,
            "percent",
        ),
        ('Data(ProcessInfo.processInfo.environment["T"]!.utf8).base64EncodedString()', Kind.ENVIRONMENT, "base64"),
        ('KeychainWrapper.standard.string(forKey: "t")', Kind.STORE, ""),
    ],
)
def test_where_a_value_comes_from_and_what_was_done_to_it(expression: str, kind: Kind, mark: str) -> None:
    facts = read(f'let h = ["Authorization": {expression}]', LANGUAGE)
    holes = [hole for header in facts.headers for value in header.values for hole in value.holes]
    assert any(hole.kind is kind and (mark in hole.marks or not mark) for hole in holes)
    assert all(mark or not hole.marks for hole in holes)


@pytest.mark.parametrize(
    "expression",
    [
        '"sm_" + "A"',
        '["sm", "A"].joined(separator: "_")',
        '"\\u{73}m_A"',
    ],
)
def test_a_hidden_text_is_uncovered(expression: str) -> None:
    assert "sm_A" in {each.value.text for each in read(f"let sealmetrics = {expression}", LANGUAGE).strings}


@pytest.mark.parametrize(
    "code",
    [
        (
            "class D { func urlSession(_ s: URLSession, didReceive c: URLAuthenticationChallenge, "
            "completionHandler h: F) {\n h(.useCredential, URLCredential(trust: "
            "c.protectionSpace.serverTrust!))\n} }"
        ),
        'let m = ServerTrustManager(evaluators: ["api.sealmetrics.com": DisabledTrustEvaluator()])',
    ],
)
def test_a_certificate_that_is_not_checked_is_seen(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert facts.unverified or any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        (
            "class D { func urlSession(_ s: URLSession, didReceive c: URLAuthenticationChallenge, "
            "completionHandler h: F) {\n guard SecTrustEvaluateWithError(t, nil) else { return }\n "
            "h(.useCredential, URLCredential(trust: t))\n} }"
        ),
        'let m = ServerTrustManager(evaluators: ["api.sealmetrics.com": PinnedCertificatesTrustEvaluator()])',
    ],
)
def test_a_certificate_that_is_checked_is_no_switch(code: str) -> None:
    facts = read(code, LANGUAGE)
    assert not facts.unverified
    assert not any(request.unverified for request in facts.requests)


@pytest.mark.parametrize(
    "code",
    [
        'if u.hasPrefix("http://api.sealmetrics.com") { f() }',
        'if u == "http://api.sealmetrics.com" { f() }',
        'XCTAssertEqual(u, "http://api.sealmetrics.com")',
        'XCTAssertThrowsError(try connect("http://api.sealmetrics.com"))',
    ],
)
def test_a_string_that_is_only_compared_is_told_apart(code: str) -> None:
    assert {each.use for each in read(code, LANGUAGE).strings if "sealmetrics.com" in each.value.shape} == {Use.TEST}


def test_all_headers_are_seen_or_not() -> None:
    assert read(f'AF.request("{API}")', LANGUAGE).requests[0].complete
    assert not read(f'AF.request("{API}", interceptor: own)', LANGUAGE).requests[0].complete
    assert not read(f'AF.request("{API}", headers: given)', LANGUAGE).requests[0].complete


@pytest.mark.parametrize(
    "code",
    [
        'let t = ProcessInfo.processInfo.environment["SEALMETRICS_TOKEN"]!\nprint("t \\(t)")',
        'let t = ProcessInfo.processInfo.environment["SEALMETRICS_TOKEN"]!\nlogger.info("t \\(t)")',
        'let t = ProcessInfo.processInfo.environment["SEALMETRICS_TOKEN"]!\nNSLog("t %@", t)',
        'let t = ProcessInfo.processInfo.environment["SEALMETRICS_TOKEN"]!\nfatalError("no \\(t)")',
    ],
)
def test_what_is_written_is_seen(code: str) -> None:
    outputs = read(code, LANGUAGE).outputs
    assert any("SEALMETRICS_TOKEN" in hole.names for output in outputs for value in output.values for hole in value.holes)


test_a_broken_program_is_read_or_refused = breaking(LANGUAGE, "\n".join([*WAYS_TO_A_HEADER.values(), *WAYS_TO_A_REQUEST.values()]))
