"""What `sealguard init` writes, where, what it leaves alone, and how it fails: with one line, and with nothing half-written."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml
from realistic import realistic

from sealguard import setup
from sealguard.cli import run
from sealguard.config import load_config
from sealguard.model import ExitCode
from sealguard.reports.output import OutputError
from sealguard.setup import home as homes
from sealguard.setup import pipelines
from sealguard.setup.home import Home, installed_home, parse_home

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Repository

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SOURCE = f"git+https://github.com/acme/sealguard@{COMMIT}"
FAULTY = f'TOKEN = "{realistic("sm")}"\n'


@pytest.fixture(autouse=True)
def from_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these tests not depend on where the sealguard that runs them came from."""
    monkeypatch.setattr("sealguard.cli.init.installed_home", lambda: None)


@pytest.fixture
def here(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(repository.top)
    return repository


def tree(top: Path) -> dict[str, bytes]:
    """Give every file outside `.git`."""
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(top).parts
    }


def config_of(text: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(text)
    return loaded


# What is written -----------------------------------------------------------------------------------------------------


def test_an_empty_repository_gets_a_configuration_and_a_hook(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == ExitCode.CLEAN
    assert set(tree(here.top)) == {"sealguard.toml", ".pre-commit-config.yaml"}
    assert load_config(here.top).file == "sealguard.toml"
    shown = capsys.readouterr().out
    assert "wrote sealguard.toml: configuration\nwrote .pre-commit-config.yaml: hook\n" in shown
    assert "Nothing tells which CI" in shown


def test_the_hook_is_installed_from_where_sealguard_is(here: Repository) -> None:
    assert run(["init", "--source", SOURCE, "--ci", "none"]) == ExitCode.CLEAN
    written = config_of((here.top / ".pre-commit-config.yaml").read_text())
    assert written == {"repos": [{"repo": "https://github.com/acme/sealguard", "rev": COMMIT, "hooks": [{"id": "sealguard"}]}]}


def test_a_pyproject_that_tells_tools_what_to_do_tells_sealguard_too(here: Repository) -> None:
    text = '[project]\nname = "app"\n\n[tool.ruff] # ours\nline-length = 100'
    here.write("pyproject.toml", text)
    run(["init"])
    assert (here.top / "pyproject.toml").read_text().startswith(f"{text}\n\n[tool.sealguard]\n")
    assert load_config(here.top).file == "pyproject.toml"
    assert "sealguard.toml" not in tree(here.top)


@pytest.mark.parametrize("text", ['[project]\nname = "app"\n', "tool = {ruff = {x = 1}}\n", "[tool.ruff\n", "[[tool]]\nx = 1\n"])
def test_any_other_pyproject_is_left_alone(text: str, here: Repository) -> None:
    here.write("pyproject.toml", text)
    assert run(["init"]) == ExitCode.CLEAN
    assert (here.top / "pyproject.toml").read_text() == text
    assert "sealguard.toml" in tree(here.top)


def test_what_is_found_is_accepted_and_what_comes_later_is_not(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("client.py", FAULTY)
    assert run(["init"]) == ExitCode.CLEAN
    assert "wrote sealguard-baseline.jsonl: 1 finding accepted for now\n" in capsys.readouterr().out
    assert run(["scan"]) == ExitCode.CLEAN
    here.write("other.py", FAULTY)
    assert run(["scan"]) == ExitCode.FINDINGS


def test_a_second_time_changes_nothing(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("client.py", FAULTY)
    here.git("remote", "add", "origin", "https://gitlab.com/acme/app.git")
    run(["init", "--source", SOURCE])
    before = tree(here.top)
    assert {".gitlab-ci.yml", ".gitlab/sealguard.yml", "sealguard-baseline.jsonl"} < set(before)
    capsys.readouterr()
    assert run(["init", "--source", SOURCE]) == ExitCode.CLEAN
    assert tree(here.top) == before
    assert "Nothing to do.\n" in capsys.readouterr().out


def test_each_part_can_be_left_out(here: Repository) -> None:
    here.write("client.py", FAULTY)
    assert run(["init", "--no-hook", "--no-baseline", "--ci", "none"]) == ExitCode.CLEAN
    assert set(tree(here.top)) == {"client.py", "sealguard.toml"}


def test_a_dry_run_shows_what_would_be_added_and_nothing_that_is_there(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("client.py", FAULTY)
    here.write(".pre-commit-config.yaml", f'{{"x": "{realistic("sm")}", "repos": [{{"repo": "{realistic("opaque")}"}}]}}')
    before = tree(here.top)
    assert run(["init", "--dry-run"]) == ExitCode.CLEAN
    assert tree(here.top) == before
    shown = capsys.readouterr().out
    assert "--- /dev/null\n+++ b/sealguard.toml\n" in shown
    assert "+++ b/sealguard-baseline.jsonl\n" in shown
    assert '+…, {"repo": "local", "hooks": [{"id": "sealguard", ' in shown
    assert realistic("sm") not in shown
    assert realistic("opaque") not in shown


def test_a_directory_below_stands_for_its_repository(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("deep/down/notes.txt")
    monkeypatch.chdir(here.top / "deep" / "down")
    run(["init"])
    assert {"sealguard.toml", ".pre-commit-config.yaml"} < set(tree(here.top))


def test_without_git_there_is_no_hook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path)]) == ExitCode.CLEAN
    assert set(tree(tmp_path)) == {"sealguard.toml"}
    assert "run this again after 'git init'" in capsys.readouterr().out.replace("\n    ", " ")


def test_permissions_stay(here: Repository) -> None:
    path = here.write(".pre-commit-config.yaml", "repos: []\n")
    path.chmod(0o640)
    run(["init"])
    assert path.stat().st_mode & 0o777 == 0o640


# Which CI ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "files", "host"),
    [
        ("https://github.com/acme/app", [], "github"),
        ("https://github.example.com/acme/app", [".gitlab-ci.yml"], "github"),
        ("https://gitlab.com/acme/app", [".github/workflows"], "gitlab"),
        ("https://gitlab.acme.org/app", [], "gitlab"),
        ("https://dev.azure.com/acme/app/_git/app", [], "azure"),
        ("https://acme.visualstudio.com/app/_git/app", [], "azure"),
        ("https://git.example.com/app", [".gitlab-ci.yml"], "gitlab"),
        ("https://git.example.com/github/app", [], None),
        ("https://notgithub.com/app", ["azure-pipelines.yml"], "azure"),
        ("", [".github/workflows"], "github"),
        ("", [], None),
    ],
)
def test_the_host_is_found_by_the_remote_and_else_by_files(url: str, files: list[str], host: str | None) -> None:
    assert pipelines.detect([url], files) == host


def test_a_job_that_runs_sealguard_already_is_left_alone(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.write(".github/workflows/lint.yml", "jobs:\n  lint:\n    steps:\n      - run: sealguard scan\n")
    assert run(["init", "--ci", "github", "--source", SOURCE]) == ExitCode.CLEAN
    assert ".github/workflows/sealguard.yml" not in tree(here.top)
    assert "GitHub Actions runs sealguard by '.github/workflows/lint.yml'." in capsys.readouterr().out


def test_the_job_for_gitlab_is_in_a_stage_that_the_pipeline_has(here: Repository) -> None:
    before = "# ours\nstages: [lint, build]\ninclude: # of the platform team\n  - local: /ci/base.yml\n"
    here.write(".gitlab-ci.yml", before)
    run(["init", "--ci", "gitlab", "--source", SOURCE])
    assert (here.top / ".gitlab-ci.yml").read_text() == f"{before}  - local: /.gitlab/sealguard.yml\n"
    job = yaml.safe_load((here.top / ".gitlab" / "sealguard.yml").read_text())["sealguard"]
    assert job["stage"] == "lint"
    assert job["variables"]["SEALGUARD_SOURCE"] == SOURCE


def test_a_workflow_is_for_the_branch_that_the_remote_calls_its_own(here: Repository) -> None:
    here.commit()
    here.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    here.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    run(["init", "--ci", "github", "--source", SOURCE])
    workflow = yaml.load((here.top / pipelines.GITHUB_FILE).read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - constructs nothing, and 'on' stays a word
    assert workflow["on"]["push"]["branches"] == ["trunk"]
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["scan"]["steps"][1]["uses"] == f"acme/sealguard@{COMMIT}"


def test_a_revision_that_can_be_moved_is_told(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(here.top), "--ci", "github", "--source", "git+https://github.com/acme/sealguard@v1"]) == ExitCode.CLEAN
    assert "'v1' can be moved to other code" in capsys.readouterr().out


# Where sealguard is had from -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "sealguard", "https://git.example.com/s@v1", "git+http://git.example.com/s@v1", "git+https://me:word@git.example.com/s@v1",
        "git+https://git.example.com/s", "git+https://git.example.com/s@-x", "git+https://git.example.com/s@v1; rm", "git+ssh://git.example.com/$(x)@v1",
    ],
)  # fmt: skip
def test_a_source_that_could_do_harm_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="of the form"):
        parse_home(source)


def test_a_source_says_repository_and_revision() -> None:
    found = parse_home("git+ssh://git@git.example.com:2222/tools/sealguard.git@v0.1.0")
    assert found == Home("ssh://git@git.example.com:2222/tools/sealguard.git", "v0.1.0")
    assert (found.action, found.pinned) == ("", False)
    assert parse_home(f"git+https://github.com/acme/sealguard.git@{COMMIT}").action == f"acme/sealguard@{COMMIT}"


@pytest.mark.parametrize("published", [True, False])
def test_a_checkout_counts_if_its_commit_is_on_its_remote(published: bool, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter of the test
    repository.commit()
    repository.git("remote", "add", "origin", "https://git.example.com/tools/sealguard.git")
    if published:
        repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    revision = repository.git("rev-parse", "HEAD").strip()

    class Distribution:
        def read_text(self, _name: str) -> str:
            return f'{{"url": "{repository.top.as_uri()}", "dir_info": {{}}}}'

    monkeypatch.setattr(homes, "distribution", lambda _name: Distribution())
    assert installed_home() == (Home("https://git.example.com/tools/sealguard.git", revision) if published else None)


# Trouble -------------------------------------------------------------------------------------------------------------


def test_a_link_is_not_followed_and_nothing_is_written(here: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "hooks.yaml").write_text("repos: []\n")
    (here.top / ".pre-commit-config.yaml").symlink_to(outside / "hooks.yaml")
    assert run(["init"]) == ExitCode.USAGE
    shown = capsys.readouterr()
    assert shown.err.startswith("sealguard: .pre-commit-config.yaml: This is a symbolic link")
    assert shown.err.count("\n") == 1
    assert not (here.top / "sealguard.toml").exists()
    assert (outside / "hooks.yaml").read_text() == "repos: []\n"


@pytest.mark.parametrize("link", [".github", ".github/workflows", ".github/workflows/sealguard.yml"])
def test_no_directory_on_the_way_may_be_a_link(link: str, here: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (here.top / link).parent.mkdir(parents=True, exist_ok=True)
    (here.top / link).symlink_to(outside)
    assert run(["init", "--ci", "github", "--source", SOURCE]) == ExitCode.USAGE
    assert "symbolic link" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (".pre-commit-config.yaml", "repos: [", ".pre-commit-config.yaml: The file is not valid YAML (line 1)"),
        (".pre-commit-config.yaml", "repos: 3\n", "The file is of a form that init does not extend: 'repos' is not a list;"),
        (".pre-commit-config.yaml", b"repos: [\xff]\n", "The file is not UTF-8; nothing is added to it."),
        (".pre-commit-config.yaml", "#" * 300_000, "The file is larger than 262144 bytes."),
        (
            ".gitlab-ci.yml",
            "include: /a.yml\n",
            ".gitlab-ci.yml: The file is of a form that init does not extend: 'include' is not a list;",
        ),
        ("sealguard.toml", "slect = []\n", "sealguard.toml: There is no key 'slect'"),
        ("sealguard-baseline.jsonl", "nonsense\n", "sealguard-baseline.jsonl"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_nothing_is_written(
    name: str, content: str | bytes, message: str, here: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(name, content)
    before = tree(here.top)
    assert run(["init", "--ci", "gitlab", "--source", SOURCE]) == ExitCode.USAGE
    shown = capsys.readouterr()
    assert message in shown.err
    assert shown.err.count("\n") == 1
    assert tree(here.top) == before


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_pipe_is_not_waited_for(here: Repository) -> None:
    os.mkfifo(here.top / ".pre-commit-config.yaml")
    assert run(["init"]) == ExitCode.USAGE


def test_what_was_written_is_undone_where_the_rest_fails(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write(".pre-commit-config.yaml", "repos: []\n")
    before = tree(here.top)
    real = setup._write

    def fails_at_the_workflow(path: Path, text: str) -> None:
        if path.name == "sealguard.yml":
            raise OutputError("there is no room")
        real(path, text)

    monkeypatch.setattr(setup, "_write", fails_at_the_workflow)
    assert run(["init", "--ci", "github", "--source", SOURCE]) == ExitCode.USAGE
    assert tree(here.top) == before
    assert not (here.top / ".github").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["init", "nowhere"], "There is no file or directory 'nowhere'."),
        (["init", "notes.txt"], "'notes.txt' is no directory; name the repository's."),
        (["init", "--source", "x"], "'--source' must be of the form git+URL@REVISION"),
        (["init", "bare.git"], "'bare.git' is a bare repository, which has no files; run this in a clone."),
    ],
)
def test_wrong_use_is_told(arguments: list[str], message: str, here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("notes.txt")
    subprocess.run(["git", "init", "--quiet", "--bare", "bare.git"], check=True, capture_output=True)
    assert run(arguments) == ExitCode.USAGE
    assert message in capsys.readouterr().err
