"""What the checks of the authorization family say of a header, whatever language it was written in.

Headers are spelled here as `Bearer <token>`: what stands between angle brackets is not known, and goes by that name.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.checks import load_checks
from sealguard.checks.authorization._headers import read_credentials
from sealguard.facts import Facts, Header, Hole, Kind, Request, String, Text, Use, Value
from sealguard.model import Document, SourceFile, Span
from sealguard.profile import Profile

URL = "https://api.sealmetrics.com/v1/accounts"
FAMILY = (
    "missing-bearer-scheme",
    "wrong-scheme",
    "malformed-whitespace",
    "unencodable-token",
    "uninterpolated-token",
    "placeholder-token",
    "duplicate-scheme",
    "misspelled-header",
    "missing-authorization",
    "untrimmed-token",
)
PROFILE = Profile.load()


def value(spelled: str, kind: Kind = Kind.ENVIRONMENT, *marks: str) -> Value:
    parts: list[Text | Hole] = []
    for index, piece in enumerate(re.split(r"<([\w.]+)>", spelled)):
        span = Span(0, len(spelled))
        if index % 2:
            parts.append(Hole(kind, (piece,), span, frozenset(marks)))
        elif piece:
            parts.append(Text(piece, span, verbatim=False))
    return Value(tuple(parts), Span(0, len(spelled)))


def header(spelled: str | Value, name: str = "Authorization") -> Header:
    said = value(spelled) if isinstance(spelled, str) else spelled
    return Header(value(name), (said,), Span(0, 1))


def request(*headers: Header, url: str = URL, **rest: object) -> Request:
    return replace(Request(Span(0, 1), (value(url),), headers=headers, complete=True), **rest)  # type: ignore[arg-type] # whatever a test asks for


def broken(sent: Request, path: str = "client.py", text: str = "sends the request\n") -> set[str]:
    """Give the rules of the family that a request breaks."""
    facts = Facts(Document(SourceFile(path.encode(), text.encode()), text), "any")
    facts.requests.append(sent)
    facts.headers.extend(replace(each, requests=(sent,)) for each in sent.headers)
    checks = load_checks()
    return {rule for rule in FAMILY for _ in checks[rule](facts, PROFILE)}


@pytest.mark.parametrize(
    ("spelled", "rule"),
    [
        ("<SEALMETRICS_API_TOKEN>", "missing-bearer-scheme"),
        ("<api_key>", "missing-bearer-scheme"),
        ("sm_<rest>", "missing-bearer-scheme"),
        ("Token <token>", "wrong-scheme"),
        ("Basic <pair>", "wrong-scheme"),
        ("ApiKey <key>", "wrong-scheme"),
        ("JWT <jwt>", "wrong-scheme"),
        ("Bearar <token>", "wrong-scheme"),
        ("Token token=<token>", "wrong-scheme"),
        ("Token YOUR_API_TOKEN", "wrong-scheme"),
        ("Basic<pair>", "wrong-scheme"),
        ("Bearer<token>", "malformed-whitespace"),
        ("Bearer  <token>", "malformed-whitespace"),
        ("Bearer\t<token>", "malformed-whitespace"),
        ("Bearer: <token>", "malformed-whitespace"),
        ("Bearer=<token>", "malformed-whitespace"),
        ("Bearer, <token>", "malformed-whitespace"),
        (" Bearer <token>", "malformed-whitespace"),
        ("Bearer <token> ", "malformed-whitespace"),
        ("Bearer <token>\n", "malformed-whitespace"),
        ("Bearer\n<token>", "malformed-whitespace"),
        ("<scheme>  <token>", "malformed-whitespace"),
        ('Bearer "<token>"', "unencodable-token"),
        ("Bearer '<token>'", "unencodable-token"),
        ("Bearer \u2018<token>\u2019", "unencodable-token"),
        ("Bearer\u00a0<token>", "unencodable-token"),
        ("Bearer \u200b<token>", "unencodable-token"),
        ("Bearer <token>%3D", "unencodable-token"),
        ("Bearer {token}", "uninterpolated-token"),
        ("Bearer {}", "uninterpolated-token"),
        ("Bearer {self.token!s}", "uninterpolated-token"),
        ("Bearer ${TOKEN}", "uninterpolated-token"),
        ("Bearer $TOKEN", "uninterpolated-token"),
        ("Bearer #{token}", "uninterpolated-token"),
        ("Bearer %s", "uninterpolated-token"),
        ("Bearer %(token)s", "uninterpolated-token"),
        ("Bearer YOUR_API_TOKEN", "placeholder-token"),
        ("Bearer <your access token>", "placeholder-token"),
        ("Bearer sm_your_key", "placeholder-token"),
        ("Bearer Bearer <token>", "duplicate-scheme"),
        ("bearer Bearer <token>", "duplicate-scheme"),
        ("Bearer Token <token>", "duplicate-scheme"),
    ],
)
def test_each_fault_of_the_authorization_header_has_one_name(spelled: str, rule: str) -> None:
    assert broken(request(header(spelled))) == {rule}


@pytest.mark.parametrize(
    "spelled",
    [
        "Bearer <token>",
        "bearer <token>",
        "BEARER <token>",
        "Bearer sm_<rest>",
        "<scheme> <token>",
        "<prefix><token>",
        "<authorization>",
        "<auth_header>",
        "<bearer_header>",
        "<SEALMETRICS_AUTHORIZATION>",
        "<credentials>",
        "<something>",
        "Bearer ",  # a token that is empty by default
        "Bearer ***",
        "Bearer [REDACTED]",
        "Bearer {{ token }}",
    ],
)
def test_a_right_header_and_one_that_cannot_be_judged_are_no_fault(spelled: str) -> None:
    assert broken(request(header(spelled))) == set()


@pytest.mark.parametrize(
    ("spelled", "rule"),
    [
        ("<key> ", "malformed-whitespace"),
        ("\t<key>", "malformed-whitespace"),
        ("<key>\n", "malformed-whitespace"),
        ('"<key>"', "unencodable-token"),
        ("{api_key}", "uninterpolated-token"),
        ("$API_KEY", "uninterpolated-token"),
        ("YOUR_API_KEY", "placeholder-token"),
    ],
)
def test_an_api_key_header_has_no_scheme_but_the_same_faults(spelled: str, rule: str) -> None:
    assert broken(request(header(spelled, "X-API-Key"))) == {rule}


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
@given(scheme=st.sampled_from(["Bearer", "bearer", "BEARER"]), token=st.from_regex(r"[A-Za-z0-9_~+/-]{20,80}={0,2}", fullmatch=True))
def test_no_token_that_a_header_can_hold_is_a_fault(name: str, scheme: str, token: str) -> None:
    assert broken(request(header(f"{scheme} {token}", name))) <= {"placeholder-token"}


@given(st.text(st.sampled_from("Bearer ok:=\t\n'{}$%s<token>\u00a0é"), max_size=40))
def test_taking_a_value_apart_loses_nothing_but_white_space_around_it(spelled: str) -> None:
    whole = value(spelled)
    read = read_credentials(whole)
    assert read.scheme + read.separator + read.token.shape == whole.shape.strip()


@pytest.mark.parametrize(
    ("kind", "marks", "rules"),
    [
        (Kind.FILE, (), {"untrimmed-token"}),
        (Kind.FILE, ("trimmed",), set()),
        (Kind.ENVIRONMENT, ("base64",), {"unencodable-token"}),
        (Kind.PARAMETER, ("percent",), {"unencodable-token"}),
        (Kind.PARAMETER, ("quoted",), {"unencodable-token"}),
        (Kind.PARAMETER, ("bytes-repr",), {"unencodable-token"}),
        (Kind.STORE, (), set()),
    ],
)
def test_what_was_done_to_the_token_on_its_way(kind: Kind, marks: tuple[str, ...], rules: set[str]) -> None:
    assert broken(request(header(value("Bearer <token>", kind, *marks)))) == rules


def test_base64_belongs_to_basic_and_the_scheme_is_the_fault_there() -> None:
    assert broken(request(header(value("Basic <pair>", Kind.PARAMETER, "base64")))) == {"wrong-scheme"}


def test_a_value_that_may_already_have_its_scheme_is_looked_after() -> None:
    whole = replace(header("<token>"), values=(value("<token>"), value("Bearer <token>")))
    assert broken(request(whole)) == set()


def test_a_call_named_like_a_builder_may_build_the_whole_header() -> None:
    assert broken(request(header(value("<build_token_header>", Kind.CALL)))) == set()
    assert broken(request(header(value("<format_token>", Kind.CALL)))) == set()
    assert broken(request(header(value("<get_token>", Kind.CALL)))) == {"missing-bearer-scheme"}


@pytest.mark.parametrize("name", ["Authorisation", "Authentication", "Authorization:", "Auth", "X-Auth-Token", "X-Api-Token", "Api-Key"])
def test_a_credential_under_another_name_is_misspelled_and_not_also_missing(name: str) -> None:
    assert broken(request(header("Bearer <token>", name))) == {"misspelled-header"}


def test_another_name_beside_the_right_one_is_somebody_elses() -> None:
    assert broken(request(header("Bearer <token>"), header("<gateway_token>", "X-Auth-Token"))) == set()


def test_a_header_of_another_name_that_carries_no_credential_is_not_misspelled() -> None:
    assert broken(request(header("<token>"), header("enabled", "Auth"))) == {"missing-bearer-scheme"}


def test_nothing_is_missing_where_something_authorizes_or_may() -> None:
    assert broken(request()) == {"missing-authorization"}
    assert broken(request(header("application/json", "Accept"))) == {"missing-authorization"}
    assert broken(request(complete=False)) == set()
    assert broken(request(authorized=True)) == set()
    assert broken(request(header("<key>", "X-API-Key"))) == set()
    assert broken(request(header("<anything>", "<name>"))) == set()
    assert broken(request(header("a=b", "Cookie"))) == set()


@pytest.mark.parametrize(
    "url",
    [
        "https://my.sealmetrics.com/api/v1/auth/login",
        "https://my.sealmetrics.com/api/v1/health",
        "https://my.sealmetrics.com/.well-known/openid-configuration",
        "https://t.sealmetrics.com/t.js?id=acme-corp",
        "https://docs.sealmetrics.com/api",
        "https://api.sealmetrics.com/v1/accounts?token=<token>",
        "https://user:<password>@api.sealmetrics.com/v1/accounts",
        "https://api.sealmetrics.com",
        "https://api.sealmetrics.com/<path>",
        "https://my.sealmetrics.com/dashboard/reports",
        "https://api.stripe.com/v1/accounts",
        "https://<host>/v1/accounts",
    ],
)
def test_no_credential_is_missing_where_none_is_needed_or_it_is_in_the_url(url: str) -> None:
    assert broken(request(url=url)) == set()


def test_basic_authentication_is_a_wrong_scheme_but_not_where_a_client_asks_for_tokens() -> None:
    assert broken(request(authentication=Span(0, 1))) == {"wrong-scheme"}
    assert broken(request(url="https://my.sealmetrics.com/oauth/token", authentication=Span(0, 1))) == set()
    assert broken(request(url="https://ghcr.io/v2/", authentication=Span(0, 1))) == set()


@pytest.mark.parametrize("url", ["https://api.stripe.com/v1/charges", "https://10.0.0.7/status", "http://localhost:8080/v1"])
def test_other_hosts_are_none_of_our_business(url: str) -> None:
    assert broken(request(header("Token <api_token>"), url=url)) == set()


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("src/client.py", {"placeholder-token"}),
        ("docs/usage.md", set()),
        ("README.md", set()),
        (".mcp.json.example", set()),
        ("config.sample.yaml", set()),
        ("examples/client.py", set()),
        ("tests/test_client.py", set()),
        ("web/client.spec.ts", set()),
        ("tests/cassettes/accounts.yaml", set()),
    ],
)
def test_a_placeholder_is_right_where_things_are_shown(path: str, rules: set[str]) -> None:
    assert broken(request(header("Bearer YOUR_API_TOKEN")), path) == rules


@pytest.mark.parametrize(
    "text",
    [
        "def test_a_scheme_is_needed():\n    send()\n    assert response.status_code == 401\n",
        "def test_refuses_other_schemes():\n    send()\n",
        "it('answers 401', async () => {\n    send()\n",
        "public void scheme() {\n    send();\n    assertThrows(UnauthorizedException.class, call);\n",
    ],
)
def test_a_test_may_send_what_is_to_be_refused(text: str) -> None:
    at = text.index("send()")
    wrong = replace(header("Token <token>"), span=Span(at, at + 6))
    assert broken(request(wrong), "tests/test_client.py", text) == set()
    assert broken(request(wrong), "src/client.py", text) == {"wrong-scheme"}


def test_a_test_that_expects_an_answer_is_code_like_any_other() -> None:
    text = "def test_accounts():\n    send()\n    assert response.json()\n\n\ndef test_refused():\n    assert response.status_code == 401\n"
    wrong = replace(header("Token <token>"), span=Span(25, 31))
    assert broken(request(wrong), "tests/test_client.py", text) == {"wrong-scheme"}


def template(spelled: str, text: str, *pieces: tuple[int, int]) -> set[str]:
    """Give what is broken by a header at the beginning of a file that no request carries, where pieces of it are seen elsewhere."""
    facts = Facts(Document(SourceFile(b"client.py", text.encode()), text), "any")
    whole = Span(0, len(spelled))
    facts.headers.append(Header(value("Authorization"), (Value((Text(spelled, whole),), whole),), whole, ("SealmetricsClient",)))
    for start, end in pieces:
        piece = Span(start, end)
        facts.strings.append(String(Value((Text(spelled[start:end], piece), Hole(Kind.PARAMETER, ("token",), piece)), Span(90, 99))))
    return {rule for rule in FAMILY for _ in load_checks()[rule](facts, PROFILE)}


def test_a_template_is_filled_where_a_piece_of_it_stands_by_itself() -> None:
    assert template("Bearer {token}", "") == {"uninterpolated-token"}
    assert template("Bearer {token}", "", (0, 7)) == set()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("{k: v.format(token=token) for k, v in headers.items()}", set()),
        ("headers[name].format(**values)", set()),
        ("value.format_map(values)", set()),
        ('value.replace("{token}", token)', set()),
        ("url.format(site=site)", {"uninterpolated-token"}),
        ('"{token}".format(token=token)', {"uninterpolated-token"}),
        ('value.replace("{site}", site)', {"uninterpolated-token"}),
    ],
)
def test_a_template_is_filled_where_some_value_is_filled_with_what_it_asks_for(text: str, rules: set[str]) -> None:
    assert template("Bearer {token}", text) == rules


def test_a_header_that_is_compared_is_not_sent() -> None:
    facts = Facts(Document(SourceFile(b"client.py", b"Token x"), "Token x"), "any")
    wrong = header("Token <sealmetrics_token>")
    facts.headers.append(wrong)
    assert {rule for rule in FAMILY for _ in load_checks()[rule](facts, PROFILE)} == {"wrong-scheme"}
    facts.strings.append(String(replace(wrong.values[0], span=wrong.span), Use.TEST))
    assert {rule for rule in FAMILY for _ in load_checks()[rule](facts, PROFILE)} == set()


@pytest.mark.parametrize(
    ("after", "rules"),
    [('" % token', set()), ("'.format(token)", set()), ('"', {"uninterpolated-token"}), ('", 100 % 7', {"uninterpolated-token"})],
)
def test_a_template_may_be_filled_where_it_stands(after: str, rules: set[str]) -> None:
    spelled = "Bearer %s"
    facts = Facts(Document(SourceFile(b"client.py", (spelled + after).encode()), spelled + after), "any")
    whole = Span(0, len(spelled))
    facts.headers.append(Header(value("Authorization"), (Value((Text(spelled, whole),), whole),), whole, ("SealmetricsClient",)))
    assert {rule for rule in FAMILY for _ in load_checks()[rule](facts, PROFILE)} == rules
