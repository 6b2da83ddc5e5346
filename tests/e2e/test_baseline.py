"""The baseline as a team lives with it: the installed command, edits by the hundred, branches that merge, and detect-secrets before."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from realistic import realistic

from sealguard.cli import run
from sealguard.config import BASELINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Repository

pytestmark = pytest.mark.slow

SCRIPTS = Path(sys.executable).parent

FILES = {
    "app/client.py": f"""\
import requests

API_KEY = "{realistic("sm")}"
BASE = "http://api.sealmetrics.com/v1"


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Token " + API_KEY
        self.session.verify = False

    def accounts(self):
        return self.session.get(BASE + "/accounts", timeout=9)
""",
    "web/report.ts": f"""\
const KEY = '{realistic("sm", 2)}';

export async function report(account: string) {{
  const response = await fetch(
    `http://api.sealmetrics.com/v1/${{account}}/report`,
    {{ headers: {{ Authorization: KEY }} }},
  );
  return response.json();
}}
""",
    "deploy/values.yaml": f"sealmetrics:\n  enabled: true\n  token: {realistic('opaque')}\n  url: http://app.sealmetrics.com/api\n",
    ".env": f"DEBUG=1\nSEALMETRICS_API_KEY={realistic('smlive')}\n",
    "run.sh": f"#!/bin/sh\nset -eu\ncurl -k -H 'X-API-Key: {realistic('sm', 3)}' https://api.sealmetrics.com/v1/accounts\n",
}
NEUTRAL = {
    ".py": ["# a comment", "", "import os", "LIMIT = 3", 'print("done")', "def helper(): return 1"],
    ".ts": ["// a comment", "", "const limit = 3;", "console.log('done');", "/* more */"],
    ".yaml": ["# a comment", "", "replicas_%d: 2"],
    "": ["# a comment", "", "OTHER_%d=1"],
    ".sh": ["# a comment", "", "echo done", "limit_%d=3"],
}
"""Lines that may stand at the top or the end of such a file and are no finding."""


def sealguard(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(SCRIPTS / "sealguard"), *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def team(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a dozen findings, the working directory."""
    for name, content in FILES.items():
        repository.write(name, content)
    repository.commit()
    monkeypatch.chdir(repository.top)
    return repository


# Edits elsewhere -----------------------------------------------------------------------------------------------------


def lines_above(path: Path, dice: random.Random) -> None:
    choice = dice.choice(NEUTRAL[path.suffix if path.name != ".env" else ""])
    text = path.read_text("utf-8")
    first = text.startswith("#!")
    head, _, rest = text.partition("\n") if first else ("", "", text)
    path.write_text((head + "\n" if first else "") + choice.replace("%d", str(dice.randrange(10**9))) + "\n" + rest, "utf-8", newline="")


def lines_below(path: Path, dice: random.Random) -> None:
    choice = dice.choice(NEUTRAL[path.suffix if path.name != ".env" else ""])
    path.write_text(path.read_text("utf-8") + choice.replace("%d", str(dice.randrange(10**9))) + "\n", "utf-8", newline="")


def blank_lines(path: Path, dice: random.Random) -> None:
    lines = path.read_text("utf-8").split("\n")
    at = [number for number, line in enumerate(lines) if not line.strip()]
    if at:
        lines.insert(dice.choice(at), "")
    path.write_text("\n".join(lines), "utf-8", newline="")


def deeper(path: Path, _dice: random.Random) -> None:
    if path.suffix == ".py":
        body = path.read_text("utf-8")
        if not body.startswith("if True:"):
            path.write_text("if True:\n" + "".join(f"    {line}\n" if line else "\n" for line in body.splitlines()), "utf-8", newline="")
    elif path.suffix == ".ts":
        path.write_text(path.read_text("utf-8").replace("\n  ", "\n    "), "utf-8", newline="")


def line_ends(path: Path, _dice: random.Random) -> None:
    if path.suffix in {".py", ".ts", ".yaml"}:
        content = path.read_bytes()
        path.write_bytes(content.replace(b"\r\n", b"\n") if b"\r\n" in content else content.replace(b"\n", b"\r\n"))


def another_file(path: Path, dice: random.Random) -> None:
    name = path.with_name(f"other{dice.randrange(10)}{path.suffix or '.env'}")
    if name.exists() and name.name.startswith("other"):
        name.unlink()
    else:
        name.write_text("# nothing\n", "utf-8")


EDITS: list[Callable[[Path, random.Random], None]] = [lines_above, lines_below, blank_lines, deeper, line_ends, another_file]


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_edits_elsewhere_leave_it_as_it_is_byte_for_byte(
    seed: int, team: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["baseline", "create", "--reason", "before"]) == 0
    before = Path(BASELINE).read_bytes()
    assert before.count(b"\n") > 10
    dice = random.Random(seed)  # noqa: S311 - the same edits in every run
    for number in range(200):
        edit, path = dice.choice(EDITS), team.top / dice.choice(list(FILES))
        edit(path, dice)
        if number % 10 == 9:
            assert run(["scan", "--fail-on", "note"]) == 0, capsys.readouterr().out
            assert run(["baseline", "check", "--require-reason"]) == 0
            assert run(["baseline", "update"]) == run(["baseline", "prune"]) == 0
            assert Path(BASELINE).read_bytes() == before, f"edit {number}, {edit.__name__} of {path.name}"
        capsys.readouterr()


# The life of a finding -----------------------------------------------------------------------------------------------


def test_from_the_first_day_to_the_last(team: Repository) -> None:
    top = team.top
    assert sealguard("scan", cwd=top).returncode == 1
    created = sealguard("baseline", "create", "--reason", "before", "--owner", "data", cwd=top)
    assert (created.returncode, created.stderr) == (0, "")
    team.commit()
    assert sealguard("scan", cwd=top).returncode == 0
    # A new fault stops the commit, an old one does not.
    team.write("app/client.py", FILES["app/client.py"].replace("import requests", "import logging\nimport requests"))
    team.git("add", "--all")
    assert sealguard("scan", "--staged", cwd=top).returncode == 0
    team.write("app/new.py", f'SEALMETRICS_API_KEY = "{realistic("sm", 9)}"\n')
    team.git("add", "--all")
    stopped = sealguard("scan", "--staged", cwd=top)
    assert stopped.returncode == 1
    assert "app/new.py\n" in stopped.stdout
    assert "app/client.py" not in stopped.stdout
    (top / "app/new.py").unlink()
    # A file moves, a token is rotated, another is read from the environment.
    team.git("add", "--all")
    team.git("mv", "web/report.ts", "web/fetch.ts")
    team.write("deploy/values.yaml", FILES["deploy/values.yaml"].replace(realistic("opaque"), realistic("opaque", 2)))
    team.write(".env", "DEBUG=1\n")
    assert sealguard("baseline", "check", cwd=top).returncode == 1
    assert sealguard("baseline", "update", cwd=top).returncode == 0
    assert sealguard("baseline", "prune", cwd=top).returncode == 0
    assert sealguard("baseline", "check", cwd=top).returncode == 0
    entries = [json.loads(line) for line in (top / BASELINE).read_text("utf-8").splitlines()[1:]]
    reasons = {(entry["path"], entry["rule"]): entry.get("reason") for entry in entries}
    assert {path for path, _ in reasons} == {"app/client.py", "web/fetch.ts", "deploy/values.yaml", "run.sh"}
    assert {reason for (path, _), reason in reasons.items() if path == "web/fetch.ts"} == {"before"}
    assert reasons["deploy/values.yaml", "hardcoded-token"] is None, "a rotated token is a new one, for somebody to account for"
    assert not any(realistic("sm", number) in (top / BASELINE).read_text("utf-8") for number in (1, 2, 3))


def test_branches_that_add_and_remove_merge(team: Repository) -> None:
    top = team.top
    team.write(".gitattributes", f"{BASELINE} merge=union\n")
    sealguard("baseline", "create", cwd=top)
    team.commit()
    for branch, number in (("one", 11), ("two", 12)):
        team.git("switch", "--quiet", "--create", branch, "main")
        team.write(f"app/{branch}.py", f'SEALMETRICS_API_KEY = "{realistic("sm", number)}"\n')
        assert sealguard("baseline", "update", "--reason", branch, cwd=top).returncode == 0
        team.commit()
    team.git("switch", "--quiet", "main")
    (top / ".env").unlink()
    assert sealguard("baseline", "prune", cwd=top).returncode == 0
    team.commit()
    for branch in ("one", "two"):
        team.git("merge", "--quiet", "-m", branch, branch)
    assert sealguard("baseline", "check", cwd=top).returncode == 0
    merged = (top / BASELINE).read_bytes()
    assert sealguard("baseline", "update", cwd=top).returncode == 0
    assert sorted((top / BASELINE).read_bytes().splitlines()) == sorted(merged.splitlines())


def test_a_conflict_is_told_with_its_line(team: Repository) -> None:
    top = team.top
    sealguard("baseline", "create", "--reason", "base", cwd=top)
    team.commit()
    for branch in ("one", "two"):
        team.git("switch", "--quiet", "--create", branch, "main")
        (top / BASELINE).write_text((top / BASELINE).read_text("utf-8").replace('"base"', f'"{branch}"'), "utf-8")
        team.commit()
    with pytest.raises(subprocess.CalledProcessError):
        team.git("merge", "--quiet", "-m", "both", "one")
    for arguments in (["scan"], ["baseline", "update"]):
        done = sealguard(*arguments, cwd=top)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"sealguard: {BASELINE}:2: A merge left a conflict here; keep the entries of both sides")


def test_what_a_checkout_leaves_out_is_not_pruned(team: Repository, tmp_path: Path) -> None:
    library = type(team)(tmp_path / "library")
    library.top.mkdir()
    library.git("init", "--quiet", "--initial-branch=main")
    library.write("client.py", FILES["app/client.py"])
    library.commit()
    team.git("submodule", "--quiet", "add", str(library.top), "vendor")
    assert run(["baseline", "create"]) == 0
    assert '"vendor/client.py"' in (team.top / BASELINE).read_text("utf-8")
    team.commit()
    team.git("clone", "--quiet", str(team.top), str(tmp_path / "part"))
    part = type(team)(tmp_path / "part")
    part.git("sparse-checkout", "set", "app")
    assert not (part.top / "deploy").exists()
    before = (part.top / BASELINE).read_bytes()
    assert sealguard("baseline", "check", cwd=part.top).returncode == 0
    assert sealguard("baseline", "prune", cwd=part.top).returncode == 0
    assert (part.top / BASELINE).read_bytes() == before
    (part.top / "app" / "client.py").unlink()
    assert sealguard("baseline", "check", cwd=part.top).returncode == 1, "what somebody removed is gone"


# History -------------------------------------------------------------------------------------------------------------


def test_what_only_commits_hold_is_accepted_for_history_alone(team: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    file = team.top / BASELINE
    run(["baseline", "create"])
    team.write(".env", "DEBUG=1\n")
    team.commit()
    assert run(["history"]) == 0, "an entry of the files that are there holds for history"
    run(["baseline", "prune"])
    assert run(["history"]) == 1, "what was pruned is still in the commits"
    capsys.readouterr()
    assert run(["baseline", "update", "--history", "--reason", "revoked"]) == 0
    assert capsys.readouterr().out.startswith("  + .env: ")
    entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()[1:]]
    assert {entry["reason"] for entry in entries if entry.get("history")} == {"revoked"}
    assert run(["history"]) == 0
    before = file.read_bytes()
    for arguments in (["check"], ["check", "--history"], ["prune"], ["prune", "--history"], ["update", "--history"]):
        assert run(["baseline", *arguments]) == 0, arguments
    assert file.read_bytes() == before
    # It covers nothing that comes back.
    team.write(".env", FILES[".env"])
    assert run(["scan"]) == 1
    assert run(["baseline", "update"]) == 0
    assert run(["scan"]) == 0
    assert '"history"' not in file.read_text("utf-8")


# Before us -----------------------------------------------------------------------------------------------------------


def test_what_detect_secrets_itself_has_accepted_is_taken_over(team: Repository) -> None:
    top = team.top
    scanned = subprocess.run([str(SCRIPTS / "detect-secrets"), "scan"], cwd=top, capture_output=True, text=True, check=True, timeout=120)
    (top / ".secrets.baseline").write_text(scanned.stdout, "utf-8")
    known = {(path, one["hashed_secret"]) for path, found in json.loads(scanned.stdout)["results"].items() for one in found}
    assert len(known) >= 3
    done = sealguard("baseline", "create", "--from", ".secrets.baseline", "--select", "credentials", "--generic-secrets", cwd=top)
    assert (done.returncode, done.stderr) == (0, "")
    text = (top / BASELINE).read_text("utf-8")
    entries = [json.loads(line) for line in text.splitlines()[1:]]
    assert {entry["path"] for entry in entries} >= {"app/client.py", "web/report.ts"}
    assert all(entry["reason"].startswith("accepted in .secrets.baseline (") for entry in entries)
    assert not any(digest in text for _, digest in known)
