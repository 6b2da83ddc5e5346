"""What is Sealmetrics', what is a credential by its name, and what can be a secret by its text."""

from __future__ import annotations

import base64
import random
import string
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from realistic import realistic

from sealguard.facts import Hole, Kind, Text, Value
from sealguard.forms import find_credentials
from sealguard.languages.encodings import hidden
from sealguard.model import Span
from sealguard.profile import Credential, HostRole, Profile
from sealguard.rulebook import load_data

PROFILE = Profile.load()
NOWHERE = Span(0, 0)


def written(text: str) -> Value:
    return Value((Text(text, NOWHERE),), NOWHERE)


def unknown(*names: str) -> Value:
    return Value((Hole(Kind.UNKNOWN, names, NOWHERE),), NOWHERE)


# Hosts and paths -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "role"),
    [
        ("api.sealmetrics.com", HostRole.API),
        ("API.SealMetrics.com.", HostRole.API),
        ("api-eu.sealmetrics.com", HostRole.API),
        ("staging2.sealmetrics.com", HostRole.API),
        ("t.sealmetrics.com", HostRole.PUBLIC),
        ("sealmetrics.com", HostRole.PUBLIC),
        ("status.sealmetrics.com", HostRole.PUBLIC),
        ("api.sealmetrics.com.example.net", None),
        ("notsealmetrics.com", None),
        ("api.example.net", None),
    ],
)
def test_a_host_is_the_apis_public_or_somebody_elses(host: str, role: HostRole | None) -> None:
    assert PROFILE.role(host) is role


def test_configuration_adds_hosts_and_names() -> None:
    profile = Profile.load(hosts=["analytics.acme.example", "*.seal.internal"], names=["Acme-Stats"])
    assert profile.role("analytics.acme.example") is HostRole.API
    assert profile.role("eu.seal.internal") is HostRole.API
    assert profile.role("seal.internal") is None
    assert profile.credential("ACME_STATS_TOKEN") is Credential.TOKEN
    assert PROFILE.credential("ACME_STATS_TOKEN") is None


@pytest.mark.parametrize(
    "path", ["/api/v1/auth/login", "/v1/auth/token", "api/oauth/authorize", "/health", "/v1/.well-known/jwks.json?x=1"]
)
def test_paths_that_need_no_credential(path: str) -> None:
    assert PROFILE.open_path(path)


@pytest.mark.parametrize("path", ["/v1/accounts", "/api/v1/stats", "/v1/auth/api-tokens", ""])
def test_paths_that_need_one(path: str) -> None:
    assert not PROFILE.open_path(path)


# Names -----------------------------------------------------------------------------------------------------------------

TOKEN_NAMES = [
    "SEALMETRICS_API_KEY",
    "SEAL_METRICS_TOKEN",
    "sealmetricsToken",
    "sealMetricsApiKey",
    "SealMetricsAPIKey",
    "sealmetrics-api-key",
    "sealmetrics.api.token",
    "sealmetricsapikey",
    "PROD_SEALMETRICS_TOKEN",
    "SEALMETRICS_TOKEN_PROD",
    "SEALMETRICS_TOKEN_V2",
    "SEALMETRICS_TOKEN2",
    "OLD_SEALMETRICS_API_TOKEN",
    "sealmetrics_refresh_token",
    "SEALMETRICS_BEARER",
    "SEALMETRICS_AUTH",
    "SEALMETRICS_KEY",
    "Sealmetrics__ApiKey",
    "Sealmetrics:ApiKey",
    "TF_VAR_sealmetrics_token",
    "NEXT_PUBLIC_SEALMETRICS_TOKEN",
    "x-sealmetrics-api-key",
    "SEALMETRICS_SECRET",
]
OTHER_NAMES = [
    "SEALMETRICS_SITE_ID",
    "SEALMETRICS_ACCOUNT_ID",
    "SEALMETRICS_BASE_URL",
    "SEALMETRICS_TOKEN_ARN",
    "SEALMETRICS_TOKEN_REF",
    "SEALMETRICS_TOKEN_URI",
    "SEALMETRICS_TOKEN_FILE",
    "SEALMETRICS_KEY_PATH",
    "SEALMETRICS_SECRET_NAME",
    "SEALMETRICS_TOKEN_PARAMETER",
    "SEALMETRICS_TOKEN_ID",
    "SEALMETRICS_TOKEN_ENV",
    "SEALMETRICS_API_KEY_HEADER",
    "SEALMETRICS_TOKEN_PREFIX",
    "SEALMETRICS_TOKEN_TTL",
    "SEALMETRICS_TOKEN_EXPIRY",
    "SEALMETRICS_TOKEN_LENGTH",
    "SEALMETRICS_TOKEN_COUNT",
    "SEALMETRICS_TOKEN_TYPE",
    "SEALMETRICS_TOKEN_SCOPES",
    "SEALMETRICS_PAGE_TOKEN",
    "SEALMETRICS_CSRF_TOKEN",
    "sealmetricsDesignToken",
    "SEALMETRICS_TOKENIZER",
    "SEALMETRICS_PUBLIC_KEY",
    "SEALMETRICS_MAX_TOKENS",
    "SEALMETRICS_CACHE_KEY",
    "SEALMETRICS_DB_PASSWORD",
    "SEALMETRICS_SLACK_TOKEN",
    "SEALMETRICS_GITHUB_TOKEN",
    "SEALMETRICS_PIXEL_TOKEN",
    "SEALMETRICS_TOKEN_HASH",
    "sealmetrics_monkey",
    "SEALMETRICS_KEYBOARD",
    "STRIPE_API_KEY",
    "API_TOKEN",
    "sealmetrics",
]


@pytest.mark.parametrize("name", TOKEN_NAMES)
def test_a_token_is_told_by_its_name_in_every_spelling(name: str) -> None:
    assert PROFILE.credential(name) is Credential.TOKEN


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_name_that_says_something_else_is_no_credentials(name: str) -> None:
    assert PROFILE.credential(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SEAL_METRICS_PASSWORD", Credential.PASSWORD),
        ("sealmetricsPwd", Credential.PASSWORD),
        ("SEALMETRICS_WEBHOOK_SECRET", Credential.WEBHOOK_SECRET),
        ("sealmetricsSigningSecret", Credential.WEBHOOK_SECRET),
        ("SEALMETRICS_JWT", Credential.JWT),
        ("SEALMETRICS_JWT_SECRET", None),
    ],
)
def test_other_kinds_of_credential(name: str, kind: Credential | None) -> None:
    assert PROFILE.credential(name) is kind


@pytest.mark.parametrize(
    "path",
    [
        ("sealmetrics", "api", "token"),
        ("sealmetrics", "key"),
        ("mcpServers", "sealmetrics", "env", "API_KEY"),
        ("SealmetricsClient", "__init__", "api_key"),
        ("sealmetrics", "api_key", "value"),
        ("sealmetrics", "auth", "bearer"),
        ("SEALMETRICS_TOKENS", "acme"),
        ("sealmetrics", "tokens", "0"),
    ],
)
def test_the_names_around_a_name_count(path: tuple[str, ...]) -> None:
    assert PROFILE.credential(*path) is Credential.TOKEN


@pytest.mark.parametrize(
    "path",
    [
        ("sealmetrics", "db", "password"),
        ("SealmetricsExporter", "SLACK_TOKEN"),
        ("SealmetricsExporter", "bigquery", "token"),
        ("sealmetrics", "tokens", "expires"),
        ("sealmetrics", "account_id"),
        ("sealmetrics", "prod"),
        ("stripe", "api_key"),
        ("SealmetricsClient", "next_page_token"),
    ],
)
def test_another_vendors_or_another_things_name_inside_sealmetrics_is_none(path: tuple[str, ...]) -> None:
    assert PROFILE.credential(*path) is None


def test_the_innermost_name_says_whose_a_thing_is() -> None:
    assert PROFILE.owner("SealmetricsSync", "notify_slack") is False
    assert PROFILE.owner("slack_app", "SealmetricsClient") is True
    assert PROFILE.owner("Worker", "run") is None


def test_values_and_names_show_that_something_is_about_sealmetrics() -> None:
    assert PROFILE.about(written("https://api.sealmetrics.com/v1"))
    assert PROFILE.about(unknown("SEALMETRICS_TOKEN"))
    assert PROFILE.about(written(realistic("sm")))
    assert PROFILE.about(written("x"), context=("SealmetricsClient",))
    assert not PROFILE.about(written("https://api.example.net/sealmetrics"), unknown("TOKEN"))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Authorization", "authorization"),
        ("AUTHORIZATION", "authorization"),
        ("x-api-key", "api-key"),
        ("Authorisation", "misspelled"),
        ("Autorization", "misspelled"),
        ("Authorization:", "misspelled"),
        ("X-Api-Token", "misspelled"),
        ("X_API_KEY", "misspelled"),
        ("Proxy-Authorization", None),
        ("Content-Type", None),
        ("Accept", None),
        ("X-Request-Id", None),
    ],
)
def test_headers(name: str, what: str | None) -> None:
    assert PROFILE.header(name) == what


# Text ------------------------------------------------------------------------------------------------------------------

PLACEHOLDERS = [
    "YOUR_API_TOKEN",
    "sm_your_key",
    "sm_your_api_key_here",
    "sm_live_xxxxx",
    "sm_abc123def456ghi789...",
    "sm_live_...",
    "<your_access_token>",
    "${SEALMETRICS_API_KEY}",
    "{{ token }}",
    "%(token)s",
    "xxxx",
    "changeme",
    "REDACTED",
    "***",
    "…",
    "sm_" + "0" * 40,
    "sm_" + "abcdef0123456789" * 3,
    "sm_a1b2c3d4e5f6g7h8i9j0k1l2m3n4",
    "sm_1234567890abcdef1234567890abcdef",
    "sm_" + "deadbeef" * 4,
    "sm_abc123def456ghi789jkl012mno345",
    "test-token",
    "dummy",
    "fake-token-for-tests",
    "Bearer YOUR_TOKEN",
    "$SEALMETRICS_TOKEN",
    "%SEALMETRICS_TOKEN%",
    "__TOKEN__",
    "@TOKEN@",
    "[token]",
    "example-key-1234",
    "",
    "sm_example1234567890abcdefghij",
]
NO_SECRETS = [
    "getToken",
    "os.environ",
    "SEALMETRICS_API_KEY",
    "settings.sealmetrics.api_token",
    "/run/secrets/sealmetrics-9f8e7d6c5b4a",
    "https://a.example/k9x2m4q7w1z8",
    "2024-01-15T10:30:00Z",
    "application/json",
    "None",
    "true",
    "600",
    "com.acme.analytics.http2.TokenProvider",
    "the token that we got",
    "token.json",
    "prod/acme/reader",
    "op://vault/item/9f8e7d6c5b4a3f2e",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x-9f8e7d",
    "vault:secret/data/x#9f8e7d6c5b",
    "ENC[AES256_GCM,data:9f8e7d6c5b4a]",
    "{cipher}9f8e7d6c5b4a3f2e1d0c",
    "$2b$12$9f8e7d6c5b4a3f2e1d0c",
    "reader@acme.example",
    "localhost:8080",
    "accessor",
    "refreshTokenProviderFactory",
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholders_are_no_secrets(text: str) -> None:
    assert PROFILE.is_placeholder(text)
    assert not PROFILE.looks_secret(text)


@pytest.mark.parametrize("text", NO_SECRETS)
def test_words_references_and_encrypted_values_are_no_secrets(text: str) -> None:
    assert not PROFILE.looks_secret(text)


@pytest.mark.parametrize("kind", ["sm", "smlive", "opaque", "opaque64", "dashed", "hex", "hex40", "uuid", "whsec", "b64", "jwt"])
@pytest.mark.parametrize("number", range(1, 9))
def test_what_is_drawn_by_lot_can_be_a_secret(kind: str, number: int) -> None:
    assert PROFILE.looks_secret(realistic(kind, number))
    assert PROFILE.looks_secret("Bearer " + realistic(kind, number))


@pytest.mark.parametrize("number", range(1, 9))
def test_passwords_are_chosen_so_less_is_asked_of_them(number: int) -> None:
    assert PROFILE.looks_secret(realistic("pw", number), Credential.PASSWORD)
    assert PROFILE.looks_secret("Tangerine-42!", Credential.PASSWORD)


@pytest.mark.parametrize(
    "text", ["changeme", "password", "getPassword", "args.password", "MY_PASSWORD", "hunter", "password123", "prod-db-secret-2", "12345678"]
)
def test_words_are_no_passwords(text: str) -> None:
    assert not PROFILE.looks_secret(text, Credential.PASSWORD)


@pytest.mark.parametrize(
    ("alphabet", "length"),
    [
        (string.ascii_letters + string.digits, 40),
        (string.ascii_lowercase + string.digits, 40),
        ("0123456789abcdef", 32),
        (string.ascii_letters + string.digits, 24),
    ],
)
def test_hardly_any_random_text_is_taken_for_words(alphabet: str, length: int) -> None:
    lot = random.Random(f"{alphabet}{length}")  # noqa: S311 - reproducible
    missed = sum(not PROFILE.looks_secret("".join(lot.choices(alphabet, k=length))) for _ in range(2000))
    assert missed <= 20  # 1 %


@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    PROFILE.is_placeholder(text)
    PROFILE.looks_secret(text, Credential.PASSWORD)
    PROFILE.credential("sealmetrics", text)
    PROFILE.header(text)


# Forms -----------------------------------------------------------------------------------------------------------------


def forms_in(text: str) -> list[tuple[str, str]]:
    return [(form, text[start:end]) for form, start, end in find_credentials(text)]


@pytest.mark.parametrize(("kind", "form"), [("sm", "api-key"), ("smlive", "api-key"), ("jwt", "jwt"), ("whsec", "webhook-secret")])
@pytest.mark.parametrize(
    "around",
    ['"{}"', "key={}", "({})", "Use {}. Then", "\\n{}\\n", "%22{}%22", "{}", "a\t{}\n", "<b>{}</b>", "Bearer {},", "'{}';"],
)
def test_a_credential_is_found_whatever_stands_around_it(kind: str, form: str, around: str) -> None:
    text = realistic(kind)
    assert forms_in(around.format(text)) == [(form, text)]


def test_identifiers_and_file_names_have_no_credentials_form() -> None:
    for text in [
        "sm_getAllTheMetricsOfTheAccount",
        "sm_access_token",
        "static int sm_state_machine_transition_table_init(void)",
        "prefix_" + realistic("sm"),
        realistic("sm") + "_suffix",
        "thumbs/sm_" + realistic("hex") + ".png",
        "-arch sm_80",
    ]:
        assert forms_in(text) == []


DIGESTS = ["sha256={}", "pkg/a.py,sha256={},5397", "md5:{}", "aB3x-Zk91pQ7w2mNc-{}", "{}-x7Kq2Zp9RtLm4"]
"""Url-safe base64 of which `{}` is a stretch: a wheel's record and its like."""


@pytest.mark.parametrize("digest", DIGESTS)
def test_a_stretch_of_a_digest_is_no_credential(digest: str) -> None:
    assert forms_in(digest.format(realistic("sm")[:40])) == []


@pytest.mark.parametrize("digest", DIGESTS)
def test_nor_is_it_one_that_is_written_backwards(digest: str) -> None:
    assert list(hidden(digest.format(realistic("revsm")[-40:]))) == []


@pytest.mark.parametrize("around", ["{}-prod", "us-east-1:{}", "--token={}", "sha256 of {}"])
def test_a_dash_beside_a_credential_does_not_hide_it(around: str) -> None:
    assert forms_in(around.format(realistic("sm"))) == [("api-key", realistic("sm"))]


def test_searching_takes_time_in_proportion_to_the_text() -> None:
    # Each of these would keep a backtracking pattern busy for minutes.
    for piece in (
        "eyJ",
        "eyJ-",
        "eyJhbGciOi.",
        "sm_",
        "sm_live_",
        "whsec_A",
        "a." * 8,
        "sm_" + "A" * 30,
        base64.b64encode(b"eyJ" * 9).decode(),
    ):
        assert len(forms_in(piece * 40_000)) < 40_001


def test_uuids_can_be_tokens_when_their_name_says_so() -> None:
    assert PROFILE.looks_secret(str(uuid.UUID(int=random.Random(7).getrandbits(128), version=4)))  # noqa: S311 - reproducible


def test_every_forms_pattern_begins_with_its_prefix() -> None:
    for form in load_data()["forms"].values():
        assert form["pattern"].startswith(form["prefix"])


@pytest.mark.parametrize(
    ("method", "path", "scope"),
    [
        ("GET", "/v1/accounts", "read:accounts"),
        ("GET", "/api/v1/accounts/acme-corp", "read:accounts"),
        ("GET", "/v1/stats/overview?from=today", "read:analytics"),
        ("POST", "/v1/stats/query", "read:analytics"),
        ("PUT", "/v1/settings", "write:settings"),
        ("PATCH", "/v1/settings/goals", "write:settings"),
        ("DELETE", "/v1/api-tokens/7", "admin"),
        ("GET", "/v1/api-tokens", "admin"),
    ],
)
def test_what_a_call_needs_is_known_by_method_and_path(method: str, path: str, scope: str) -> None:
    assert PROFILE.needed_scopes(method, path)[0] == scope


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/goals"), ("POST", "/v1/auth/token"), ("GET", "/oauth/authorize"), ("GET", "/v1/health")]
)
def test_of_other_calls_nothing_is_said(method: str, path: str) -> None:
    assert PROFILE.needed_scopes(method, path) == ()


def test_scopes_that_do_more_than_read_are_known() -> None:
    broad = [scope for scope in ("admin", "superadmin", "write", "write:settings", "write:anything", "*") if PROFILE.broad_scope(scope)]
    assert len(broad) == 6
    narrow = ("read", "read:analytics", "stats:read", "analytics:read", "offline_access", "billing:manage", "administrate", "rewrite:x")
    assert not any(map(PROFILE.broad_scope, narrow))


@pytest.mark.parametrize("name", ["scope", "scopes", "SEALMETRICS_SCOPES", "sealmetrics_oauth_scope", "apiTokenScopes", "requested_scopes"])
def test_names_of_what_is_asked_for_are_known(name: str) -> None:
    assert PROFILE.scope_name(name)


@pytest.mark.parametrize("name", ["FORBIDDEN_SCOPES", "required_scope", "scoped", "microscope", "allowedScopes", "scope_id", "scopes_help"])
def test_names_of_other_scopes_are_not(name: str) -> None:
    assert not PROFILE.scope_name(name)


def test_where_tokens_are_made_and_scopes_are_asked_for_is_known() -> None:
    assert [PROFILE.makes_tokens(path) for path in ("/v1/api-tokens", "/api/v1/api-tokens/", "/v1/api-tokens/7")] == [True, True, False]
    assert [PROFILE.grants_scopes(path) for path in ("/oauth/authorize", "/api/v1/oauth/token", "/v1/oauth/revoke")] == [True, True, False]
