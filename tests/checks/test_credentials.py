"""What the credentials family says beyond its pages' examples: messages, levels, places, and that no message holds a secret."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
import realistic as made
from realistic import realistic

from sealguard import jwt
from sealguard.catalogue import fill, load_catalogue
from sealguard.checks import load_checks
from sealguard.facts import Binding, Candidate, Facts, Text, Value, Zone
from sealguard.forms import find_credentials
from sealguard.languages import read
from sealguard.model import Document, Level, SourceFile, Span
from sealguard.profile import Profile

if TYPE_CHECKING:
    from sealguard.checks import Sighting

PROFILE = Profile.load()
CHECKS = load_checks()


def facts_of(path: str, text: str, *, tracked: bool | None = True) -> Facts:
    return read(Document(SourceFile(path.encode(), text.encode(), tracked=tracked), text), PROFILE)


def sightings(rule: str, path: str, text: str, *, tracked: bool | None = True) -> list[Sighting]:
    return list(CHECKS[rule](facts_of(path, text, tracked=tracked), PROFILE))


def only(rule: str, path: str, text: str) -> Sighting:
    found = sightings(rule, path, text)
    assert len(found) == 1
    return found[0]


# Places ----------------------------------------------------------------------------------------------------------------


def test_a_literal_is_marked_letter_for_letter() -> None:
    key = realistic("sm")
    text = f'headers = {{"X-API-Key": "{key}"}}\n'
    found = only("hardcoded-token", "app.py", text)
    assert text[found.span.start : found.span.end] == key
    assert found.secret == key


def test_the_scheme_is_no_part_of_the_secret() -> None:
    token = realistic("opaque")
    text = f'SEALMETRICS_AUTH = "Bearer {token}"\n'
    found = only("hardcoded-token", "app.py", text)
    assert (found.secret, text[found.span.start : found.span.end]) == (token, token)


def test_a_use_elsewhere_is_a_related_place() -> None:
    token = realistic("opaque")
    text = (
        "import requests\n"
        f'T = "{token}"\n'
        'requests.get("https://api.sealmetrics.com/v1/accounts", headers={"Authorization": "Bearer " + T}).raise_for_status()\n'
    )
    found = only("hardcoded-token", "app.py", text)
    assert text.count("\n", 0, found.span.start) == 1
    [way] = found.ways
    assert (way.phrase, way.given) == ("sent here", None)
    assert text.count("\n", 0, way.end.start) == 2


def test_a_split_key_is_one_finding_on_its_first_piece() -> None:
    text = f'A = "{realistic("smhead")}"\nB = "{realistic("smtail")}"\nKEY = A + B\n'
    found = only("encoded-token", "app.py", text)
    assert found.secret == realistic("sm")
    assert text.count("\n", 0, found.span.start) == 0
    assert sightings("hardcoded-token", "app.py", text) == []


def test_a_short_name_counts_only_where_the_file_is_about_sealmetrics() -> None:
    line = f'SM_TOKEN = "{realistic("opaque")}"\n'
    url = 'URL = "https://{}/v1/accounts"\n'
    assert sightings("hardcoded-token", "app.py", line) == []
    assert sightings("hardcoded-token", "app.py", line + url.format("api.smartmeter.example.io")) == []
    assert len(sightings("hardcoded-token", "app.py", line + url.format("api.sealmetrics.com"))) == 1
    assert len(sightings("hardcoded-token", "sealmetrics.py", line)) == 1


@pytest.mark.parametrize(
    ("user", "secret", "rule"),
    [
        ("ops@acme.example", realistic("pw"), "hardcoded-login"),
        ("ops", realistic("opaque"), "hardcoded-token"),
        (realistic("sm"), "x", "hardcoded-token"),
    ],
)
def test_basic_authentication_is_given_passwords_and_tokens(user: str, secret: str, rule: str) -> None:
    text = f'import requests\nrequests.get("https://my.sealmetrics.com/api/v1/accounts", auth=("{user}", "{secret}")).raise_for_status()\n'
    assert only(rule, "app.py", text).secret in {user, secret}
    for other in {"hardcoded-login", "hardcoded-token"} - {rule}:
        assert sightings(other, "app.py", text) == []


# Messages --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "found"),
    [("user:password", 0), ("sk_test_xyz:", 0), ("YOUR_TOKEN:", 0), ("acme:" + realistic("pw"), 1), (realistic("opaque") + ":", 1)],
)
def test_what_basic_authentication_sends_is_judged_by_what_it_says(pair: str, found: int) -> None:
    sent = base64.b64encode(pair.encode()).decode()
    text = f'requests.get("https://api.sealmetrics.com/v1/accounts", headers={{"Authorization": "Basic {sent}"}})\n'
    assert len(sightings("hardcoded-token", "a.py", "import requests\n" + text)) == found


def test_no_message_of_any_rule_holds_a_secret() -> None:
    kinds = [kind for kind in made.KINDS if kind not in {"smhead", "smtail", "objid", "uuid"}]
    secrets = [realistic(kind, number) for kind in kinds for number in range(1, 16)]
    checked = 0
    for rule in load_catalogue().values():
        for file in (file for example in rule.examples for file in example.files):
            for sighting in CHECKS[rule.id](facts_of(file.path, fill(file.text, realistic), tracked=file.tracked), PROFILE):
                checked += 1
                assert sighting.message.endswith(".")
                for secret in secrets:
                    assert secret not in sighting.message
    assert checked > 60


def test_a_name_that_is_a_secret_is_not_repeated() -> None:
    key, token = realistic("sm"), realistic("opaque")
    text = f'sealmetrics = {{"tokens": {{"{key}": "{token}"}}}}\n'
    for found in sightings("hardcoded-token", "app.py", text):
        assert key not in found.message
        assert token not in found.message


# JWT -------------------------------------------------------------------------------------------------------------------


def test_a_tokens_expiry_and_scopes_are_told() -> None:
    found = only("hardcoded-jwt", "app.py", f'T = "{realistic("jwtadmin")}"\n')
    assert "expires '2026-" in found.message
    assert "scopes 'read write admin'" in found.message
    assert found.level is None


def test_an_expired_token_is_a_warning() -> None:
    found = only("hardcoded-jwt", "app.py", f'T = "{realistic("jwtexp")}"\n')
    assert "expired '2023-" in found.message
    assert found.level is Level.WARNING


def test_claims_are_untrusted_text() -> None:
    hostile = made.jwt(1, {"account_ids": ["a"], "scopes": ["read", "\x1b[31mred", "a" * 500, 7, {"x": 1}], "exp": 10**30})
    found = only("hardcoded-jwt", "app.py", f'T = "{hostile}"\n')
    assert "scopes 'read'" in found.message
    assert "\x1b" not in found.message
    assert "expires" not in found.message


@pytest.mark.parametrize(
    "token",
    ["", "a.b", "a.b.c", "a.b.c.d", "e30.W10.x", "e30.bnVsbA.x", "e30." + "A" * 20_000 + ".x", "é.é.é", "e30." + "W1tb" * 4000 + ".x"],
)
def test_what_does_not_decode_has_no_claims(token: str) -> None:
    assert jwt.read_claims(token) is None


# Webhook secrets -------------------------------------------------------------------------------------------------------


def test_the_nearest_vendor_owns_a_webhook_secret() -> None:
    one, two = realistic("whsec", 1), realistic("whsec", 2)
    text = f"# Stripe\n\nhook_a = '{one}'\n\n\n\n\n\n# Sealmetrics\nhook_b = '{two}'\n"
    assert only("hardcoded-webhook-secret", "hooks.py", text).secret == two


# Environment files -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [".env", ".env.production", "a/b/.env.local", ".ENV"])
def test_a_tracked_environment_file_is_reported_once(name: str) -> None:
    text = f"SEALMETRICS_SITE_ID=acme\nSEALMETRICS_TOKEN={realistic('opaque', 1)}\nSEALMETRICS_API_KEY={realistic('sm', 2)}\n"
    assert only("committed-env-file", name, text).secret == realistic("opaque", 1)


@pytest.mark.parametrize("name", [".env.example", ".env.production.sample", "app.env", ".envrc", "prod.tfvars", "env"])
def test_other_files_are_not(name: str) -> None:
    assert sightings("committed-env-file", name, f"SEALMETRICS_TOKEN={realistic('opaque')}\n") == []


@pytest.mark.parametrize("tracked", [False, None])
def test_a_file_that_git_does_not_track_is_not_committed(*, tracked: bool | None) -> None:
    text = f"SEALMETRICS_TOKEN={realistic('opaque')}\n"
    assert sightings("committed-env-file", ".env", text, tracked=tracked) == []
    assert len(sightings("hardcoded-token", ".env", text, tracked=tracked)) == 1


# Generic secrets -------------------------------------------------------------------------------------------------------


def test_the_detector_is_named_and_sealmetrics_own_forms_are_left_to_their_rules() -> None:
    text = f'password = "{realistic("pw")}"\nkey = "{realistic("sm")}"\nname = "reader"\n'
    found = only("generic-secret", "settings.py", text)
    assert "'Secret Keyword'" in found.message
    assert text[found.span.start : found.span.end] == realistic("pw")


# Facts by hand: what any front end could say ---------------------------------------------------------------------------


def test_facts_are_enough_whatever_language_they_came_from() -> None:
    token = realistic("opaque")
    text = f"sealmetrics token {token}"
    document = Document(SourceFile(b"settings.xyz", text.encode()), text)
    place = Span(text.index(token), len(text))
    binding = Binding(("sealmetrics", "token"), Value((Text(token, place),), place), Span(0, len(text)))
    facts = Facts(document, "xyz", bindings=[binding])
    [found] = CHECKS["hardcoded-token"](facts, PROFILE)
    assert found.span == place


def test_a_candidate_in_prose_counts_and_a_placeholder_does_not() -> None:
    key, example = realistic("sm"), "sm_" + "abcdef0123456789" * 3
    text = f"{key} {example}"
    document = Document(SourceFile(b"notes", text.encode()), text)
    candidates = [Candidate(form, Text(text[a:b], Span(a, b)), Zone.PROSE) for form, a, b in find_credentials(text)]
    assert len(candidates) == 2
    [found] = CHECKS["hardcoded-token"](Facts(document, "text", candidates=candidates), PROFILE)
    assert found.secret == key


# Hostile files ---------------------------------------------------------------------------------------------------------


def test_very_many_credentials_take_time_in_proportion() -> None:
    lines = [f"whsec_{realistic('opaque', number)}\n" for number in range(6000)]
    text = "".join(lines)
    document = Document(SourceFile(b"many", text.encode()), text)
    candidates = [Candidate(form, Text(text[a:b], Span(a, b)), Zone.CODE) for form, a, b in find_credentials(text)]
    bindings = [Binding(("x", "secret"), Value((candidate.text,), candidate.text.span), candidate.text.span) for candidate in candidates]
    facts = Facts(document, "text", candidates=candidates, bindings=bindings)
    assert len(list(CHECKS["hardcoded-webhook-secret"](facts, PROFILE))) > 5900
