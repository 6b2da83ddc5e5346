"""`sealguard audit` on a monorepo with a real history: every claim that its report makes is held to what the files and commits say."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from audited import LEGACY, REPORTS, SECRETS, SYNC, WEB, monorepo, right
from referencing import Registry, Resource

from sealguard.audit.evidence import KINDS
from sealguard.audit.practices import practices, rotation
from sealguard.catalogue import load_catalogue
from sealguard.cli import run
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from histories import Story

DASHBOARD = "apps/web/app/dashboard/page.tsx"
ROUTE = "apps/web/app/api/accounts/route.ts"
CLIENT = "services/reports/reports/client.py"
BACKFILL = "services/reports/reports/backfill.py"
WORKER = "workers/sync/main.go"


@cache
def _validator() -> jsonschema.Draft202012Validator:
    schemas = {name: json.loads((files("sealguard") / "schemas" / name).read_text("utf-8")) for name in ("audit.json", "report.json")}
    registry = Registry[Any]().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())
    return jsonschema.Draft202012Validator(schemas["audit.json"], registry=registry)


class Told:
    """What an audit said."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.answers = {answer["practice"]: answer for answer in document["checklist"]}
        self.entries = {entry["name"]: entry for entry in document["inventory"]["entries"]}
        self.tasks = document["tasks"]

    def state(self, practice: str) -> str:
        return str(self.answers[practice]["state"])

    def shows(self, practice: str, kind: str = "evidence") -> list[str]:
        return [_place(spot) for spot in self.answers[practice][kind]]


def _place(spot: dict[str, Any]) -> str:
    return f"{spot['path']}:{spot['line']}"


def audit(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Told]:
    capsys.readouterr()
    code = run(["audit", "--format", "json", "--jobs", "1", *options])
    captured = capsys.readouterr()
    assert captured.err == ""
    document = json.loads(captured.out)
    _validator().validate(document)
    assert not any(secret in captured.out for secret in SECRETS)
    return code, Told(document)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    made = monorepo(tmp_path / "acme")
    monkeypatch.chdir(made.top)
    return made


def line(content: str, needle: str) -> int:
    """Give the line of a file that has a text."""
    return 1 + content[: content.index(needle)].count("\n")


# The data ------------------------------------------------------------------------------------------------------------


def test_every_rule_breaks_a_practice_and_every_evidence_is_known() -> None:
    rules = {rule.id for rule in load_catalogue().values() if rule.family not in {"generic", "suppression"}}
    assert rules <= {rule for practice in practices() for rule in practice.rules}
    assert {practice.evidence for practice in practices()} - {""} == set(KINDS)
    assert len({practice.id for practice in practices()}) == len(practices())
    said = [practice.says for practice in practices()]
    assert all(any(rule.seed in each for each in said) for rule in load_catalogue().values() if rule.family != "generic")


def test_every_kind_of_credential_has_its_steps() -> None:
    assert set(rotation()) == {"api-key", "token", "jwt", "password", "webhook-secret", "purge"}
    for kind in set(rotation()) - {"purge"}:
        assert set(rotation()[kind]) == {"create", "deploy", "revoke"}


# The checklist -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("story")
def test_what_is_broken_is_broken_by_findings(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = audit(capsys)
    assert code == ExitCode.FINDINGS
    jwt = f"{BACKFILL}:{line(REPORTS[BACKFILL], 'SEALMETRICS_JWT =')}"
    published = f"{DASHBOARD}:{line(WEB[DASHBOARD], 'NEXT_PUBLIC')}"
    called = f"{DASHBOARD}:{line(WEB[DASHBOARD], 'fetch(')}"
    # Off by default in a scan, for a program may be logged by what runs it; an audit asks.
    unlogged = [f"{DASHBOARD}:{line(WEB[DASHBOARD], 'fetch(')}", f"{BACKFILL}:{line(REPORTS[BACKFILL], 'requests.put')}"]
    unchecked = f"{CLIENT}:{line(REPORTS[CLIENT], 'verify=False')}"
    assert {practice: told.shows(practice) for practice in told.answers if told.state(practice) == "broken"} == {
        "environment-variables": [jwt],
        "never-committed": [jwt, "config/legacy.py:1"],
        "secure-configuration": [published],
        "regular-rotation": [jwt],
        "server-side-only": [published, called],
        "vaults": [jwt],
        "access-logging": unlogged,
        "secure-connections": [unchecked],
        "never-shared": [published, jwt, "config/legacy.py:1"],
    }
    assert told.answers["never-committed"]["evidence"][1]["what"] == "hardcoded-token, in history only"


@pytest.mark.usefixtures("story")
def test_what_is_kept_is_shown_by_every_call(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    calls = sorted([
        *(f"{CLIENT}:{line(REPORTS[CLIENT], each)}" for each in ("{BASE}/accounts", "{BASE}/sites")),
        f"{BACKFILL}:{line(REPORTS[BACKFILL], 'requests.put')}",
        f"{DASHBOARD}:{line(WEB[DASHBOARD], 'fetch(')}",
        f"{ROUTE}:{line(WEB[ROUTE], 'fetch(')}",
        f"{WORKER}:{line(SYNC[WORKER], 'NewRequestWithContext')}",
    ])  # fmt: skip
    for practice in ("valid-token", "https-only", "token-format", "encoding", "headers", "whitespace", "unauthorized", "forbidden"):
        assert told.state(practice) == "kept", practice
        assert sorted(told.shows(practice)) == calls
    # One call of six is repeated after waits that grow: that is shown, and the others leave the practice open.
    assert told.state("too-many-requests") == "cannot-tell"
    assert told.shows("too-many-requests") == [f"{WORKER}:{line(SYNC[WORKER], 'NewRequestWithContext')}"]
    assert len(told.shows("too-many-requests", "open")) == 5
    assert told.state("unique-tokens") == "kept"
    assert told.answers["unique-tokens"]["why"] == "3 applications read their credentials under names of their own."


@pytest.mark.usefixtures("story")
def test_what_nothing_shows_is_never_kept(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    assert all(answer["evidence"] for answer in told.document["checklist"] if answer["state"] == "kept")
    for practice in ("copied-at-once", "descriptive-name", "permissions-audited", "rotation-policy", "immediate-revocation"):
        assert told.state(practice) == "cannot-tell"
    # One name of four is mentioned nowhere: what leaves it open is where that is read.
    assert told.shows("documented", "open") == [f"{DASHBOARD}:{line(WEB[DASHBOARD], 'NEXT_PUBLIC')}"]
    assert "'NEXT_PUBLIC_SEALMETRICS_TOKEN' is mentioned in no document" in told.answers["documented"]["why"]


# The inventory -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("story")
def test_each_name_is_where_it_is_defined_read_and_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    names = {name: entry for name, entry in told.entries.items() if not entry["writtenOut"]}
    found = {
        name: (
            [_place(spot) + " " + spot["what"] for spot in entry["defined"]],
            [_place(spot) for spot in entry["read"]],
            [_place(spot) for spot in entry["mentioned"]],
            entry["applications"],
            [f"{call['method']} {call['endpoint']}" for call in entry["calls"]],
            entry["client"],
        )
        for name, entry in names.items()
    }
    example = WEB[".env.example"]
    assert found == {
        "NEXT_PUBLIC_SEALMETRICS_TOKEN": (
            [],
            [f"{DASHBOARD}:{line(WEB[DASHBOARD], 'NEXT_PUBLIC')}"],
            [],
            ["apps/web"],
            ["GET api.sealmetrics.com/v1/stats/overview"],
            True,
        ),
        "REPORTS_SEALMETRICS_TOKEN": (
            [f"docker-compose.yml:{line(REPORTS['docker-compose.yml'], 'REPORTS_')} reference"],
            [f"{CLIENT}:{line(REPORTS[CLIENT], 'REPORTS_')}"],
            [f".env.example:{line(example, 'REPORTS_')}"],
            ["services/reports"],
            ["GET api.sealmetrics.com/v1/accounts", "GET api.sealmetrics.com/v1/sites/{}/stats"],
            False,
        ),
        "SYNC_SEALMETRICS_TOKEN": (
            [f".github/workflows/deploy.yml:{line(SYNC['.github/workflows/deploy.yml'], 'SYNC_')} secret"],
            [f"{WORKER}:{line(SYNC[WORKER], 'SYNC_')}"],
            [f"README.md:{line(SYNC['README.md'], 'SYNC_')}"],
            ["workers/sync"],
            ["GET api.sealmetrics.com/v1/accounts"],
            False,
        ),
        "WEB_SEALMETRICS_TOKEN": (
            [f"k8s/web.yaml:{line(WEB['k8s/web.yaml'], 'name: WEB_')} secret"],
            [f"{ROUTE}:{line(WEB[ROUTE], 'WEB_')}"],
            [f".env.example:{line(example, 'WEB_')}"],
            ["apps/web"],
            ["GET api.sealmetrics.com/v1/accounts"],
            False,
        ),
    }


def test_each_credential_is_told_with_its_claims_and_its_history(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    jwt, key = [entry for entry in told.document["inventory"]["entries"] if entry["writtenOut"]]
    assert (jwt["kind"], jwt["claims"], jwt["issued"], jwt["expires"]) == ("jwt", ["read", "write", "admin"], "2026-10-26", "2026-12-25")
    assert jwt["applications"] == ["services/reports"]
    assert [f"{call['method']} {call['endpoint']}" for call in jwt["calls"]] == ["PUT my.sealmetrics.com/api/v1/settings/{}"]
    assert (jwt["inWorktree"], jwt["exposure"]["inHead"], jwt["rules"]) == (True, True, ["hardcoded-jwt"])
    assert jwt["exposure"]["first"]["id"] == story.id("HEAD")

    assert (key["kind"], key["inWorktree"], key["exposure"]["inHead"], key["rules"]) == ("api-key", False, False, ["hardcoded-token"])
    assert key["exposure"]["first"]["id"] == story.id("HEAD~3")
    assert key["ageInDays"] == key["exposure"]["days"] > jwt["ageInDays"] > 900
    assert [_place(spot) + " " + spot["what"] for spot in key["defined"]] == [f"config/legacy.py:{line(LEGACY, 'SEAL')} history"]


@pytest.mark.usefixtures("story")
def test_scopes_are_told_by_the_calls(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    needs = {entry["id"]: entry["needs"] for entry in told.document["inventory"]["entries"]}
    assert needs == {
        "C1": ["write:settings"],
        "C2": [],
        "N1": ["read:analytics"],
        "N2": ["read:accounts"],
        "N3": ["read:accounts"],
        "N4": ["read:accounts"],
    }
    assert told.state("minimal-permissions") == "cannot-tell"


MAKING = """\
import os
import requests

URL = "https://my.sealmetrics.com/api/v1/api-tokens"
HEADERS = {"Authorization": f"Bearer {os.environ['SEALMETRICS_ADMIN_TOKEN']}"}


def make():
    body = {"name": "reports", "scopes": ["stats:read"], "expires_in_days": 30}
    answer = requests.post(URL, json=body, headers=HEADERS, timeout=9)
    answer.raise_for_status()
    return answer.json()


def revoke(token):
    requests.delete(f"{URL}/{token}", headers=HEADERS, timeout=9).raise_for_status()
"""


def test_code_that_makes_and_revokes_tokens_shows_that_they_are_looked_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tokens.py").write_text(MAKING)
    monkeypatch.chdir(tmp_path)
    _, told = audit(capsys)
    made, revoked = f"tokens.py:{line(MAKING, 'requests.post')}", f"tokens.py:{line(MAKING, 'requests.delete')}"
    for practice in ("descriptive-name", "permissions-set", "rotation-policy"):
        assert (told.state(practice), told.shows(practice)) == ("kept", [made]), practice
    assert (told.state("immediate-revocation"), told.shows("immediate-revocation")) == ("kept", [revoked])

    (tmp_path / "tokens.py").write_text(MAKING.replace('"name": "reports", ', "").replace(', "expires_in_days": 30', ""))
    _, told = audit(capsys)
    assert [told.state(practice) for practice in ("descriptive-name", "permissions-set", "rotation-policy")] == [
        "cannot-tell",
        "kept",
        "broken",
    ]


# What to do ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("story")
def test_what_is_exposed_and_counts_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = audit(capsys)
    assert [(task["risk"], task["credential"] or task["rule"]) for task in told.tasks] == [
        ("critical", "N1"),
        ("critical", "C1"),
        ("high", "C2"),
        ("high", "authorized-call-from-client"),
        ("high", "unverified-tls"),
        ("low", "unlogged-access"),
        ("open", ""),
    ]
    published, jwt, key, *_ = told.tasks
    # What it is called in is mended with it, and is no task of its own.
    assert [step["act"] for step in published["steps"]] == ["create", "deploy", "mend", "revoke"]
    assert [step["act"] for step in jwt["steps"]] == ["create", "deploy", "mend", "revoke", "purge"]
    assert [_place(spot) for spot in jwt["places"]] == [f"{BACKFILL}:{line(REPORTS[BACKFILL], 'SEALMETRICS_JWT =')}"]
    assert "'HEAD' has it" in jwt["why"]
    assert "it claims 'read write admin', more than to read" in jwt["why"]
    assert key["places"] == []
    assert "in history only" in key["why"]


# Trees without a past, and others ------------------------------------------------------------------------------------


def test_without_a_repository_nothing_is_said_of_what_was_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in SYNC.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    monkeypatch.chdir(tmp_path)
    code, told = audit(capsys)
    assert code == ExitCode.CLEAN
    assert told.document["history"] == {
        "searched": False,
        "gap": "There is no git repository here: what was ever committed is not known.",
    }
    assert told.state("never-committed") == told.state("never-shared") == "cannot-tell"


def test_a_clean_repository_whose_history_was_looked_at_keeps_its_tokens_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(right(tmp_path / "sync").top)
    code, told = audit(capsys)
    assert code == ExitCode.CLEAN
    assert told.document["summary"]["broken"] == 0
    kept = (
        *("never-committed", "environment-variables", "vaults", "secure-configuration", "documented", "account-access", "https-only"),
        *("unauthorized", "forbidden", "too-many-requests", "error-handling", "server-side-only", "secure-connections", "access-logging"),
    )
    for practice in kept:
        assert told.state(practice) == "kept", practice
    assert told.state("unique-tokens") == "cannot-tell", "one application shares with nobody here"


def test_a_directory_of_a_repository_is_audited_for_itself(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.add("a leak below", {"workers/sync/leak.txt": LEGACY})
    story.add("taken out", {"workers/sync/leak.txt": None})
    code, told = audit(capsys, "workers/sync")
    assert code == ExitCode.FINDINGS
    credentials = [entry for entry in told.document["inventory"]["entries"] if entry["writtenOut"]]
    assert [_place(spot) for entry in credentials for spot in entry["defined"]] == ["leak.txt:1"]
    assert told.entries["SYNC_SEALMETRICS_TOKEN"]["applications"] == ["."]


def test_a_tree_that_is_not_trusted_cannot_silence_an_audit(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.write("sealguard.toml", 'ignore = ["transport", "hardcoded-jwt"]\nexclude = ["apps/"]\n')
    _, told = audit(capsys)
    assert told.state("secure-connections") == told.state("https-only") == "cannot-tell", "what is not looked for is not kept"
    assert told.answers["https-only"]["off"] == ["insecure-endpoint", "insecure-scheme-fallback"]
    assert told.state("server-side-only") == "kept"
    _, told = audit(capsys, "--untrusted")
    assert told.state("secure-connections") == told.state("server-side-only") == "broken"
    assert told.document["ignored"] == [{"what": "configuration", "path": "sealguard.toml"}]


def test_what_a_baseline_accepts_is_told_and_breaks_nothing(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "create", "--reason", "known", "--jobs", "1"]) == ExitCode.CLEAN
    _, told = audit(capsys)
    (jwt,) = [entry for entry in told.document["inventory"]["entries"] if entry["kind"] == "jwt"]
    assert (jwt["rules"], jwt["accepted"]) == ([], "known")
    broken = [practice for practice in told.answers if told.state(practice) == "broken"]
    assert broken == ["never-committed", "access-logging", "never-shared"], "what is in history only was not accepted"
    assert told.state("secure-connections") == told.state("environment-variables") == "cannot-tell", "accepted is not right"
    assert f"{BACKFILL}:{line(REPORTS[BACKFILL], 'SEALMETRICS_JWT =')}" in told.shows("environment-variables", "open")
    assert [task["risk"] for task in told.tasks] == ["high", "low", "open"]
    assert story.top.joinpath("sealguard-baseline.jsonl").exists()


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["apps", "workers"], "one directory at a time"),
        (["README.md"], "no directory"),
        (["nowhere"], "no file or directory"),
        (["--format", "sarif"], "text"),
        (["--report", "sarif=x"], "no format"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", *arguments]) == ExitCode.USAGE
    assert message in capsys.readouterr().err
