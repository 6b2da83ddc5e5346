"""What the checks of the transport family say of URLs and switches, whatever language they were written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.checks import load_checks
from sealguard.facts import Binding, Facts, Hole, Kind, Request, String, Text, Unverified, Use, Value, Zone
from sealguard.model import Document, Level, SourceFile, Span
from sealguard.profile import Profile

if TYPE_CHECKING:
    from sealguard.checks import Sighting

PROFILE = Profile.load()
FAMILY = ("insecure-endpoint", "insecure-scheme-fallback", "unverified-tls")


def document(text: str, path: str = "client.py") -> Facts:
    return Facts(Document(SourceFile(path.encode(), text.encode()), text), "any")


def sightings(facts: Facts) -> list[tuple[str, Sighting]]:
    checks = load_checks()
    return [(rule, sighting) for rule in FAMILY for sighting in checks[rule](facts, PROFILE)]


def broken(facts: Facts) -> set[str]:
    return {rule for rule, _ in sightings(facts)}


def spelled(text: str, path: str = "client.py", use: Use = Use.VALUE, *context: str) -> Facts:
    """Give the facts of a file that holds one string."""
    facts = document(text, path)
    span = Span(0, len(text))
    facts.strings.append(String(Value((Text(text, span),), span), use, context))
    return facts


def assembled(*pieces: str | Text | Hole) -> Facts:
    """Give the facts of a file in which these pieces stand one a line, and are put together in the last line."""
    lines = [piece if isinstance(piece, str) else piece.text if isinstance(piece, Text) else piece.names[0] for piece in pieces]
    facts = document("\n".join([*lines, "join"]))
    parts: list[Text | Hole] = []
    at = 0
    for line, piece in zip(lines, pieces, strict=True):
        span = Span(at, at + len(line))
        match piece:
            case Text():
                parts.append(Text(piece.text, span, optional=piece.optional))
            case Hole():
                parts.append(Hole(piece.kind, piece.names, span))
            case _:
                parts.append(Text(piece, span))
        at += len(line) + 1
    facts.strings.append(String(Value(tuple(parts), Span(at, at + 4))))
    return facts


@pytest.mark.parametrize("scheme", ["http", "HTTP", "ws", "Http"])
@pytest.mark.parametrize("host", ["api.sealmetrics.com", "API.SealMetrics.com", "my.sealmetrics.com:80", "api.sealmetrics.com."])
@pytest.mark.parametrize("rest", ["", "/", "/v1/accounts?from=2026-01-01#top"])
def test_plain_http_to_the_api_is_an_error(scheme: str, host: str, rest: str) -> None:
    ((rule, sighting),) = sightings(spelled(f"{scheme}://{host}{rest}"))
    assert (rule, sighting.level) == ("insecure-endpoint", None)


@pytest.mark.parametrize("host", ["t", "cdn", "pixel", "www", "docs"])
def test_plain_http_to_the_tracker_and_the_documents_is_a_warning(host: str) -> None:
    ((_, sighting),) = sightings(spelled(f"http://{host}.sealmetrics.com/x"))
    assert sighting.level is Level.WARNING


@given(st.sampled_from(["https", "wss", "HTTPS"]), st.from_regex(r"(/[a-z0-9]{1,8}){0,4}", fullmatch=True))
def test_https_is_never_a_fault(scheme: str, path: str) -> None:
    assert broken(spelled(f"{scheme}://api.sealmetrics.com{path}")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:8080/v1",
        "http://127.0.0.1/sealmetrics",
        "http://api.example.com/sealmetrics.com",
        "http://sealmetrics.com.evil.io/v1",
        "http://notsealmetrics.com/v1",
        "http://api.stripe.com/?next=https://api.sealmetrics.com",
        "Plain http://api.sealmetrics.com is refused.",
        "see http://docs.sealmetrics.com for help",
    ],
)
def test_other_hosts_and_talk_are_no_fault(text: str) -> None:
    assert broken(spelled(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "curl -s http://api.sealmetrics.com/v1/accounts",
        '<script src="http://t.sealmetrics.com/t.js"></script>',
        "--base-url=http://api.sealmetrics.com/v1",
        "SEALMETRICS_BASE_URL=http://api.sealmetrics.com/v1",
        "GET http://api.sealmetrics.com/v1/accounts HTTP/1.1",
        "http://api.sealmetrics.com,https://my.sealmetrics.com",
    ],
)
def test_commands_markup_flags_and_lists_hold_urls(text: str) -> None:
    ((rule, sighting),) = sightings(spelled(text))
    assert rule == "insecure-endpoint"
    assert sighting.span.start == text.index("http://")


def test_what_is_compared_is_not_called_unless_it_is_also_sent() -> None:
    url = "http://api.sealmetrics.com/v1"
    assert broken(spelled(url, use=Use.TEST)) == set()
    compared, sent = spelled(url), spelled(url)
    for facts in (compared, sent):
        (constant,) = facts.strings
        facts.strings.append(String(constant.value, Use.TEST))
    sent.requests.append(Request(Span(0, 1), (constant.value,)))
    assert broken(compared) == set()
    assert broken(sent) == {"insecure-endpoint"}


@pytest.mark.parametrize("zone", [Zone.COMMENT, Zone.PROSE])
def test_comments_and_prose_may_talk_of_plain_http(zone: Zone) -> None:
    facts = spelled("http://api.sealmetrics.com/v1")
    facts.zones.append((Span(0, 20), zone))
    assert broken(facts) == set()


@pytest.mark.parametrize(
    "context", [("xmlns",), ("xmlns:report",), ("$schema",), ("XML_NAMESPACE",), ("NS", "report"), ("CORS_ORIGINS",), ("BLOCKED_URLS",)]
)
def test_names_of_things_are_not_called(context: tuple[str, ...]) -> None:
    assert broken(spelled("http://www.sealmetrics.com/report", "client.py", Use.VALUE, *context)) == set()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("tests/test_guard.py", "def test_http_is_refused():\n    check('URL')\n"),
        ("tests/test_guard.py", "def test_guard():\n    assert secured('URL') == 'https://api.sealmetrics.com/v1'\n"),
        ("web/guard.spec.ts", "it('guards', () => {\n  expect(() => check('URL')).toThrow()\n"),
        ("nginx.conf", "    rewrite ^ 'URL' https://api.sealmetrics.com/v1 permanent;\n"),
        ("check.sh", "curl -sI URL | grep -q '^Location: https'\n"),
        ("check.sh", "test \"$(curl -so /dev/null -w '%{http_code}' URL)\" = 301\n"),
        ("deploy.sh", "sed -i 's|URL|https://api.sealmetrics.com/v1|' config.ini\n"),
    ],
)
def test_refusing_and_upgrading_plain_http_is_right(path: str, text: str) -> None:
    url = "http://api.sealmetrics.com/v1"
    at = text.index("URL")
    facts = document(text.replace("URL", url), path)
    span = Span(at, at + len(url))
    facts.strings.append(String(Value((Text(url, span),), span)))
    assert broken(facts) == set()


def test_the_finding_is_where_the_insecure_piece_is_written() -> None:
    facts = assembled("http", "://", "api.sealmetrics.com", "/v1")
    ((rule, sighting),) = sightings(facts)
    assert (rule, facts.document.line_number(sighting.span.start)) == ("insecure-endpoint", 1)
    facts = assembled("http://", "api.sealmetrics.com")
    ((rule, sighting),) = sightings(facts)
    assert (rule, facts.document.slice(sighting.span)) == ("insecure-endpoint", "http://")


@pytest.mark.parametrize("optional", ["choice", "default"])
def test_a_scheme_that_is_a_default_or_a_choice_is_a_fallback(optional: str) -> None:
    scheme = Text("http", Span(0, 0), optional=optional)
    assert broken(assembled(scheme, "://api.sealmetrics.com/v1")) == {"insecure-scheme-fallback"}
    whole = Text("http://api.sealmetrics.com", Span(0, 0), optional=optional)
    assert broken(assembled(whole, "/v1")) == {"insecure-endpoint"}


def test_protocol_relative_urls_are_fallbacks() -> None:
    assert broken(spelled("//api.sealmetrics.com/v1")) == {"insecure-scheme-fallback"}
    assert broken(spelled("//cdn.sealmetrics.com/t.js")) == {"insecure-scheme-fallback"}
    assert broken(spelled("//cdn.jsdelivr.net/t.js")) == set()


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("SEALMETRICS_HOST", {"insecure-endpoint"}),
        ("SEALMETRICS_LOCAL_HOST", set()),
        ("SEALMETRICS_PATH", set()),
        ("HOST", set()),
    ],
)
def test_a_host_that_is_not_known_is_judged_by_its_name(name: str, rules: set[str]) -> None:
    assert broken(assembled("http://", Hole(Kind.ENVIRONMENT, (name,), Span(0, 0)), "/v1")) == rules


@pytest.mark.parametrize(
    ("path", "beside", "rules"),
    [
        (("SEALMETRICS_SCHEME",), None, {"insecure-endpoint"}),
        (("sealmetrics", "scheme"), "api.sealmetrics.com", {"insecure-endpoint"}),
        (("sealmetrics", "scheme"), "mail.internal", set()),
        (("mail", "scheme"), "mail.internal", set()),
        (("sealmetrics", "livenessProbe", "scheme"), None, set()),
    ],
)
def test_a_setting_can_be_the_scheme(path: tuple[str, ...], beside: str | None, rules: set[str]) -> None:
    facts = document("http\nhost")
    facts.bindings.append(Binding(path, Value((Text("http", Span(0, 4)),), Span(0, 4)), Span(0, 4)))
    if beside:
        facts.strings.append(String(Value((Text(beside, Span(5, 9)),), Span(5, 9)), context=(*path[:-1], "target", "host")))
    assert broken(facts) == rules


@pytest.mark.parametrize(
    ("url", "rules"),
    [
        ("https://api.sealmetrics.com/v1", {"unverified-tls"}),
        ("https://t.sealmetrics.com/t.js", {"unverified-tls"}),
        ("https://10.0.0.7/status", set()),
        ("https://api.stripe.com/v1", set()),
    ],
)
def test_certificates_are_checked_on_calls_to_sealmetrics(url: str, rules: set[str]) -> None:
    facts = document("verify")
    facts.requests.append(Request(Span(0, 6), (Value((Text(url, Span(0, 6), verbatim=False),), Span(0, 6)),), unverified=Span(0, 6)))
    assert broken(facts) == rules


def test_a_switch_that_several_requests_share_is_said_once() -> None:
    facts = document("verify")
    url = Value((Text("https://api.sealmetrics.com/v1", Span(0, 6), verbatim=False),), Span(0, 6))
    facts.requests += [Request(Span(0, 6), (url,), unverified=Span(0, 6)) for _ in range(3)]
    assert len(sightings(facts)) == 1


def test_a_switch_by_itself_is_judged_by_what_it_stands_in() -> None:
    facts = document("verify")
    facts.unverified.append(Unverified(Span(0, 6), ("SealmetricsClient", "__init__")))
    assert broken(facts) == {"unverified-tls"}
    facts.unverified = [Unverified(Span(0, 6), ("ApplianceClient", "__init__"))]
    assert broken(facts) == set()


def test_a_switch_of_the_whole_process_counts_for_every_call_of_the_file() -> None:
    facts = spelled("https://api.sealmetrics.com/v1 NODE_TLS_REJECT_UNAUTHORIZED")
    facts.strings = [String(Value((Text("https://api.sealmetrics.com/v1", Span(0, 30)),), Span(0, 30)))]
    facts.strings.append(String(Value((Text("https://api.stripe.com/v1", Span(0, 30), verbatim=False),), Span(0, 30))))
    facts.unverified.append(Unverified(Span(31, 40)))
    assert broken(facts) == {"unverified-tls"}


def test_a_setting_that_a_url_names_is_its_scheme() -> None:
    facts = assembled(Hole(Kind.UNKNOWN, ("SCHEME",), Span(0, 0)), "://api.sealmetrics.com/v1")
    assert broken(facts) == set()
    place = Span(0, 6)
    facts.bindings.append(Binding(("SCHEME",), Value((Text("http", place),), place), place))
    assert broken(facts) == {"insecure-endpoint"}
    facts.bindings.append(Binding(("SCHEME",), Value((Hole(Kind.ENVIRONMENT, ("SCHEME",), place),), place), place))
    assert broken(facts) == {"insecure-scheme-fallback"}


def test_which_item_of_a_list_a_host_belongs_to_must_be_seen() -> None:
    facts = document("http\nhttp")
    for at in (0, 5):
        place = Span(at, at + 4)
        facts.bindings.append(Binding(("jobs", "scheme"), Value((Text("http", place),), place), place))
    facts.strings.append(String(Value((Text("my.sealmetrics.com", Span(0, 4), verbatim=False),), Span(0, 4)), context=("jobs", "targets")))
    assert broken(facts) == set()


def test_a_switch_in_data_is_judged_by_the_host_that_stands_beside_it() -> None:
    facts = document("verify")
    place = Span(0, 6)
    host = String(Value((Text("my.sealmetrics.com", place, verbatim=False),), place), context=("scrape_configs", "stats", "targets"))
    other = String(Value((Text("grafana.com", place, verbatim=False),), place), context=("scrape_configs", "node", "targets"))
    facts.strings += [host, other]
    facts.unverified = [Unverified(place, ("scrape_configs", "node", "tls_config", "insecure_skip_verify"))]
    assert broken(facts) == set()
    facts.unverified = [Unverified(place, ("scrape_configs", "stats", "tls_config", "insecure_skip_verify"))]
    assert broken(facts) == {"unverified-tls"}
