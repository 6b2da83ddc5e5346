"""`sealguard baseline`, and what `scan` makes of the file that it keeps."""

from __future__ import annotations

import hashlib
import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from realistic import realistic

from sealguard.analysis import Analyser
from sealguard.cli import INTERRUPTED, run
from sealguard.config import BASELINE
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from conftest import Repository

INSECURE = 'import requests\n\nrequests.get("http://api.sealmetrics.com/v1/accounts", timeout=9)\n'
TOKEN = f'SEALMETRICS_API_KEY = "{realistic("sm")}"\n'
CLEAN = "print('hello')\n"


@pytest.fixture
def tree(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two findings that is also the working directory."""
    repository.write("client.py", INSECURE)
    repository.write("app/settings.py", TOKEN)
    repository.commit()
    monkeypatch.chdir(repository.top)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SEALGUARD_SELECT", "transport,credentials")
    return repository.top


def baseline(*arguments: str) -> int:
    return run(["baseline", *arguments])


def entries(file: str = BASELINE) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(file).read_text("utf-8").splitlines()[1:]]


def edit(number: int, **fields: object) -> None:
    """Add fields to entry `number`, from 0, as a person would with an editor."""
    lines = Path(BASELINE).read_text("utf-8").splitlines()
    lines[number + 1] = json.dumps(json.loads(lines[number + 1]) | fields)
    Path(BASELINE).write_text("\n".join(lines) + "\n", "utf-8")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


# create --------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tree")
def test_what_is_there_is_accepted_and_what_comes_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan"]) == ExitCode.FINDINGS
    said(capsys)
    assert baseline("create") == ExitCode.CLEAN
    assert said(capsys) == (
        "  + app/settings.py: hardcoded-token\n  + client.py: insecure-endpoint\n"
        "2 new entries \u00b7 2 entries in 'sealguard-baseline.jsonl'\n"
    )
    assert [(each["path"], each["rule"]) for each in entries()] == [
        ("app/settings.py", "hardcoded-token"),
        ("client.py", "insecure-endpoint"),
    ]
    assert run(["scan"]) == ExitCode.CLEAN
    assert "2 suppressed" in said(capsys)
    Path("new.py").write_text(INSECURE)
    assert run(["scan"]) == ExitCode.FINDINGS
    assert "\nclient.py" not in "\n" + said(capsys)


@pytest.mark.usefixtures("tree")
def test_a_baseline_that_is_there_is_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path(BASELINE).symlink_to("nowhere")
    assert baseline("create") == ExitCode.USAGE
    assert "'sealguard-baseline.jsonl' is there already; 'sealguard baseline update' enters what is new." in capsys.readouterr().err


@pytest.mark.usefixtures("tree")
def test_entries_can_carry_a_reason_an_owner_and_an_expiry(capsys: pytest.CaptureFixture[str]) -> None:
    assert baseline("create", "--reason", "before sealguard", "--owner", "data team", "--expires", "2999-12-31") == ExitCode.CLEAN
    assert {(each["reason"], each["owner"], each["expires"]) for each in entries()} == {("before sealguard", "data team", "2999-12-31")}
    said(capsys)
    run(["scan", "--include-suppressed"])
    assert "suppressed by the baseline: before sealguard (owner: data team, until 2999-12-31)" in said(capsys).replace("\n       ", " ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--expires", "2020-01-31"], "'--expires' must be a date from today on, such as '2030-01-31'."),
        (["--expires", "tomorrow"], "'--expires' must be a date from today on, such as '2030-01-31'."),
        (["--reason", realistic("sm")], "'--reason' must be words: it seems to hold a secret, which must not be written down again."),
        (["--owner", "two\nlines"], "'--owner' must be one line of up to 500 characters."),
        (["--require-reason"], "A reason is required for what is entered; give one with '--reason'."),
        (["--baseline", "no/where.jsonl"], "'no/where.jsonl' cannot be written: there is no directory 'no'."),
        (["nowhere.py"], "There is no file or directory 'nowhere.py'."),
        (["--from", "missing"], "missing: The baseline of detect-secrets cannot be read: no such file or directory."),
        (["--from", "client.py"], "client.py: This is no baseline of detect-secrets, which is a JSON document."),
    ],
)
@pytest.mark.usefixtures("tree")
def test_wrong_use_is_one_line_and_writes_nothing(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert baseline("create", *arguments) == ExitCode.USAGE
    assert capsys.readouterr().err == f"sealguard: {message}\n"
    assert not Path(BASELINE).exists()


def test_a_command_that_there_is_not_has_a_neighbour(capsys: pytest.CaptureFixture[str]) -> None:
    assert baseline("updat") == ExitCode.USAGE
    assert capsys.readouterr().err == "sealguard: There is no command 'updat' (nearest: 'update').\n"


# update and prune ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tree")
def test_update_enters_what_is_new_and_leaves_what_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create", "--reason", "old")
    Path("new.py").write_text(INSECURE * 2)
    said(capsys)
    assert baseline("update", "--reason", "new") == ExitCode.CLEAN
    assert said(capsys).startswith("  + new.py: insecure-endpoint, 2 times\n1 new entry")
    assert {each["path"]: each["reason"] for each in entries()} == {"app/settings.py": "old", "client.py": "old", "new.py": "new"}
    assert run(["scan"]) == ExitCode.CLEAN


def test_a_moved_file_takes_its_entry_along(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create", "--reason", "old")
    (tree / "lib").mkdir()
    (tree / "client.py").rename(tree / "lib" / "http_client.py")
    assert run(["scan"]) == ExitCode.FINDINGS
    assert "What the entry covers is in 'lib/http_client.py' now" in said(capsys).replace("\n       ", " ")
    assert baseline("check") == ExitCode.FINDINGS
    assert said(capsys).endswith("\n1 entry to mend \u00b7 2 entries in 'sealguard-baseline.jsonl'\n")
    assert baseline("prune") == ExitCode.CLEAN
    assert "Nothing to remove \u00b7 1 moved ('update' follows them)" in said(capsys)
    assert baseline("update", "--reason", "not for this one") == ExitCode.CLEAN
    assert said(capsys).startswith("  > client.py -> lib/http_client.py: insecure-endpoint\n1 moved")
    assert {each["path"]: each["reason"] for each in entries()} == {"app/settings.py": "old", "lib/http_client.py": "old"}
    assert baseline("check") == ExitCode.CLEAN


def test_a_rotated_token_is_new_and_a_fixed_one_is_pruned(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create", "--reason", "old")
    (tree / "app/settings.py").write_text(TOKEN.replace(realistic("sm"), realistic("sm", 2)))
    (tree / "client.py").write_text(INSECURE.replace("http:", "https:"))
    said(capsys)
    assert run(["scan", "-f", "json"]) == ExitCode.FINDINGS
    report = json.loads(said(capsys))
    assert [each["rule"] for each in report["findings"]] == ["hardcoded-token", "unused-suppression", "unused-suppression"]
    assert report["baseline"] == {"path": BASELINE, "suppressed": 0, "stale": 2, "expired": 0}
    assert baseline("update") == ExitCode.CLEAN
    assert "1 new entry \u00b7 2 stale ('prune' removes them)" in said(capsys)
    assert len(entries()) == 3
    assert baseline("prune") == ExitCode.CLEAN
    assert "2 entries removed" in said(capsys)
    assert [(each["path"], each.get("reason")) for each in entries()] == [("app/settings.py", None)]
    assert run(["scan"]) == ExitCode.CLEAN


@pytest.mark.usefixtures("tree")
def test_where_nothing_changes_the_file_is_not_touched() -> None:
    baseline("create")
    before = os.stat(BASELINE)  # noqa: PTH116 - inode and time together
    assert baseline("update") == baseline("prune") == baseline("check") == ExitCode.CLEAN
    assert os.stat(BASELINE) == before  # noqa: PTH116 - as above


@pytest.mark.usefixtures("tree")
def test_only_what_was_looked_at_is_pruned() -> None:
    baseline("create")
    Path("app/settings.py").write_text(CLEAN)
    Path("client.py").write_text(CLEAN)
    baseline("prune", "app")
    assert [each["path"] for each in entries()] == ["client.py"]
    baseline("prune", "--select", "credentials")
    baseline("prune", "--exclude", "client.py")
    assert [each["path"] for each in entries()] == ["client.py"]
    baseline("prune")
    assert entries() == []


def test_an_incomplete_scan_prunes_what_it_saw_and_says_so(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create")
    (tree / "client.py").write_text(CLEAN)
    (tree / "app/settings.py").write_text("#" * 2000)
    (tree / "sealguard.toml").write_text("max-file-size = 1000\n")
    said(capsys)
    assert baseline("check") == ExitCode.FINDINGS
    assert baseline("prune") == ExitCode.INCOMPLETE
    assert "app/settings.py: it is larger than 1,000 bytes" in said(capsys)
    assert [each["path"] for each in entries()] == ["app/settings.py"]
    assert baseline("check") == baseline("update") == ExitCode.INCOMPLETE


def test_a_scan_that_was_ended_early_writes_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Analyser.run

    def interrupted(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401 - as the method that it stands before
        os.kill(os.getpid(), signal.SIGINT)
        return whole(*arguments, **more)

    baseline("create")
    before = (tree / BASELINE).read_bytes()
    (tree / "client.py").write_text(CLEAN)
    (tree / "new.py").write_text(INSECURE)
    monkeypatch.setattr(Analyser, "run", interrupted)
    for arguments in (["update"], ["prune"], ["create", "--baseline", "other.jsonl"]):
        assert baseline(*arguments) == INTERRUPTED
    assert (tree / BASELINE).read_bytes() == before
    assert not (tree / "other.jsonl").exists()


# check ---------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tree")
def test_an_expired_entry_covers_nothing_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create")
    edit(1, expires="2020-01-31")
    said(capsys)
    assert run(["scan"]) == ExitCode.FINDINGS
    told = said(capsys)
    assert "sealguard-baseline.jsonl\n  3:1 note expired-suppression\n" in told
    assert "1 expired in the baseline" in told
    assert baseline("check") == ExitCode.FINDINGS
    assert said(capsys) == (
        "  sealguard-baseline.jsonl:3: The entry ended on '2020-01-31'; mend what it covers, or set a later\n    date.\n"
        "1 entry to mend \u00b7 2 entries in 'sealguard-baseline.jsonl'\n"
    )
    assert baseline("update") == ExitCode.CLEAN
    assert entries()[1]["expires"] == "2020-01-31", "nobody but its owner prolongs it"


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("where", ["option", "configuration"])
def test_a_reason_can_be_required(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create")
    edit(0, reason="why")
    if where == "configuration":
        Path("sealguard.toml").write_text("require-reason = true\n")
        assert run(["scan"]) == ExitCode.FINDINGS
        assert baseline("check") == ExitCode.FINDINGS
    else:
        assert run(["scan"]) == ExitCode.CLEAN
        assert baseline("check") == ExitCode.CLEAN
        assert baseline("check", "--require-reason") == ExitCode.FINDINGS
    assert "sealguard-baseline.jsonl:3: The entry gives no reason and is void" in said(capsys)


@pytest.mark.usefixtures("tree")
def test_check_counts_what_scan_would_count(capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create")
    Path("new.py").write_text(INSECURE)
    Path("sealguard.toml").write_text('[levels]\ninsecure-endpoint = "warning"\n')
    said(capsys)
    assert baseline("check") == ExitCode.FINDINGS
    assert "  new.py:3:15: 'insecure-endpoint' is not in the baseline" in said(capsys)
    assert baseline("check", "--fail-on", "error") == ExitCode.CLEAN


@pytest.mark.parametrize("width", [20, 40, 300])
@pytest.mark.parametrize("color", ["always", "never"])
@pytest.mark.usefixtures("tree")
def test_every_command_fits_the_terminal(
    width: int, color: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    Path("evil\x1b[31m\u202e.py").write_text(INSECURE)
    for name, change in [("create", "a"), ("check", "b"), ("update", "b"), ("prune", "c"), ("check", "c")]:
        Path(f"{change}.py").write_text(INSECURE)
        baseline(name, "--color", color)
        Path(f"{change}.py").unlink()
        shown = said(capsys)
        plain = shown.replace("\x1b[1;32m", "").replace("\x1b[1;31m", "").replace("\x1b[1;33m", "").replace("\x1b[0m", "")
        assert ("\x1b[" in shown) == (color == "always")
        assert "\x1b" not in plain
        assert "\u202e" not in plain
        assert max(len(line) for line in plain.splitlines()) <= max(width, 24)


# Where it is ---------------------------------------------------------------------------------------------------------


def test_the_configuration_can_name_the_file(tree: Path) -> None:
    (tree / "ci").mkdir()
    (tree / "sealguard.toml").write_text('baseline = "ci/accepted.jsonl"\n')
    assert run(["scan"]) == ExitCode.USAGE, "what is named must be there"
    assert baseline("create") == ExitCode.CLEAN
    assert [each["path"] for each in entries("ci/accepted.jsonl")] == ["app/settings.py", "client.py"]
    assert run(["scan"]) == ExitCode.CLEAN


def test_the_command_line_can_name_the_file(tree: Path) -> None:
    assert baseline("create", "--baseline", "../b.jsonl") == ExitCode.CLEAN
    assert run(["scan"]) == ExitCode.FINDINGS
    assert run(["scan", "--baseline", "../b.jsonl"]) == ExitCode.CLEAN
    assert run(["scan", "--isolated", "--baseline", "../b.jsonl"]) == ExitCode.CLEAN
    assert not (tree / BASELINE).exists()


@pytest.mark.usefixtures("tree")
def test_isolated_looks_for_none() -> None:
    baseline("create")
    assert run(["scan", "--isolated"]) == ExitCode.FINDINGS


def test_paths_are_the_same_from_everywhere(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline("create")
    monkeypatch.chdir(tree / "app")
    assert run(["scan"]) == run(["scan", ".."]) == run(["scan", "../client.py"]) == ExitCode.CLEAN
    assert baseline("check") == ExitCode.CLEAN


def test_outside_of_git_the_nearest_baseline_above_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app" / "api").mkdir(parents=True)
    (tmp_path / "app" / "api" / "client.py").write_text(INSECURE)
    monkeypatch.chdir(tmp_path)
    baseline("create", "--select", "transport")
    assert [each["path"] for each in entries()] == ["app/api/client.py"]
    for directory in ("app", "app/api"):
        monkeypatch.chdir(tmp_path / directory)
        assert run(["scan", "--select", "transport"]) == ExitCode.CLEAN


def test_a_configuration_that_leads_out_of_its_directory_is_refused(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "way-out").symlink_to("..")
    for name in ("way-out/b.jsonl", "../b.jsonl", "/tmp/b.jsonl"):  # noqa: S108 - nothing is written
        (tree / "sealguard.toml").write_text(f'baseline = "{name}"\n')
        assert baseline("create") == ExitCode.USAGE
        assert "'baseline' must be a file in the directory of the configuration or below it" in capsys.readouterr().err
    assert not (tree.parent / "b.jsonl").exists()


# What scans know -----------------------------------------------------------------------------------------------------


def test_a_part_of_the_tree_says_nothing_about_the_rest(tree: Path, capsys: pytest.CaptureFixture[str], repository: Repository) -> None:
    baseline("create")
    (tree / "client.py").write_text(CLEAN)
    repository.git("add", "client.py")
    said(capsys)
    for arguments in (["--staged"], ["client.py"], ["app"], ["app/settings.py", "client.py"]):
        assert run(["scan", *arguments]) == ExitCode.CLEAN
        assert "stale" not in said(capsys), arguments
    for arguments in ([], ["."], ["app", "."], [str(tree)]):
        assert run(["scan", *arguments]) == ExitCode.CLEAN, "a note fails nothing"
        assert "1 stale in the baseline" in said(capsys), arguments


def test_what_is_staged_is_compared_too(tree: Path, repository: Repository) -> None:
    baseline("create")
    (tree / "client.py").write_text("# a line more\n" + INSECURE)
    repository.git("add", "client.py")
    assert run(["scan", "--staged"]) == ExitCode.CLEAN
    (tree / "client.py").write_text(INSECURE + INSECURE)
    repository.git("add", "client.py")
    assert run(["scan", "--staged"]) == ExitCode.FINDINGS


@pytest.mark.usefixtures("tree")
def test_sarif_marks_what_is_accepted_as_suppressed_from_outside(capsys: pytest.CaptureFixture[str]) -> None:
    baseline("create", "--reason", "old")
    said(capsys)
    run(["scan", "-f", "sarif", "--include-suppressed"])
    results = json.loads(said(capsys))["runs"][0]["results"]
    assert [result["suppressions"] for result in results] == [[{"kind": "external", "status": "accepted", "justification": "old"}]] * 2


def test_the_baseline_is_no_finding_of_its_own(tree: Path) -> None:
    for number in range(40):
        (tree / f"sealmetrics_token_{number}.py").write_text(TOKEN.replace(realistic("sm"), realistic("sm", number)))
    baseline("create")
    assert run(["scan", "--isolated", "--select", "all", "--generic-secrets", BASELINE]) == ExitCode.CLEAN
    assert run(["scan", "--select", "all", "--generic-secrets", BASELINE]) == ExitCode.CLEAN


# From detect-secrets -------------------------------------------------------------------------------------------------


def accepted(tree: Path, path: str, secret: str, **more: object) -> None:
    """Write a baseline of detect-secrets that would run a plugin of the repository's, if anybody imported it."""
    (tree / "plugin.py").write_text("raise SystemExit('imported')\n")
    digest = hashlib.sha1(secret.encode()).hexdigest()  # noqa: S324 - as detect-secrets has it
    result = {"type": "Secret Keyword", "filename": path, "hashed_secret": digest, "is_verified": False, "line_number": 1} | more
    gone = result | {"hashed_secret": "0" * 40, "line_number": 7}
    document = {
        "version": "1.5.0",
        "plugins_used": [{"name": "Custom", "path": f"file://{tree}/plugin.py"}],
        "results": {path: [result], "gone.py": [gone]},
    }
    (tree / ".secrets.baseline").write_text(json.dumps(document))


@pytest.mark.parametrize(
    ("audit", "told"), [({}, "not audited"), ({"is_secret": True}, "audited as a secret"), ({"is_secret": False}, "audited as no secret")]
)
def test_what_detect_secrets_has_accepted_is_accepted(
    audit: dict[str, object], told: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted(tree, "app/settings.py", realistic("sm"), **audit)
    assert baseline("create", "--from", ".secrets.baseline") == ExitCode.CLEAN
    assert said(capsys) == (
        "  + app/settings.py: hardcoded-token\n"
        "Accepted by detect-secrets, and not found by a rule of sealguard; '--generic-secrets' looks for\n"
        "other vendors' secrets, too:\n"
        f"  gone.py:7: Secret Keyword, {told}\n"
        "1 finding that detect-secrets has not accepted is still reported.\n"
        "1 new entry \u00b7 1 entry in 'sealguard-baseline.jsonl'\n"
    )
    assert [(each["path"], each["reason"]) for each in entries()] == [
        ("app/settings.py", f"accepted in .secrets.baseline (Secret Keyword, {told})")
    ]
    assert hashlib.sha1(realistic("sm").encode()).hexdigest() not in Path(BASELINE).read_text("utf-8")  # noqa: S324 - as above
    assert run(["scan"]) == ExitCode.FINDINGS


def test_a_secret_that_was_accepted_elsewhere_is_not_accepted_here(tree: Path) -> None:
    accepted(tree, "other.py", realistic("sm"))
    assert baseline("create", "--from", ".secrets.baseline") == ExitCode.CLEAN
    assert entries() == []


def test_update_takes_over_what_detect_secrets_has_accepted_since(tree: Path) -> None:
    baseline("create", "--select", "transport")
    accepted(tree, "app/settings.py", realistic("sm"))
    assert baseline("update", "--from", ".secrets.baseline", "--reason", "ours") == ExitCode.CLEAN
    assert [(each["path"], each.get("reason")) for each in entries()] == [("app/settings.py", "ours"), ("client.py", None)]


NO_HASH = "A result of detect-secrets has a 'hashed_secret' of 40 hex digits, and one here has none."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "This is no baseline of detect-secrets, which is a JSON document."),
        ("[]", "This is no baseline of detect-secrets, which has a table of 'results' by file."),
        ('{"results": {"a": {}}}', "This is no baseline of detect-secrets, which has a table of 'results' by file."),
        (
            '{"results": {"a": [{"hashed_secret": "sm"}]}}',
            NO_HASH,
        ),
        ('{"results": {"a": [1]}}', NO_HASH),
        ("\xff", "This is no baseline of detect-secrets, which is a JSON document."),
    ],
)
def test_what_is_no_baseline_of_detect_secrets_is_refused(text: str, message: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / ".secrets.baseline").write_bytes(text.encode("latin-1"))
    assert baseline("create", "--from", ".secrets.baseline") == ExitCode.USAGE
    assert capsys.readouterr().err == f"sealguard: .secrets.baseline: {message}\n"
