"""`sealguard history` from the outside: which part of history is meant, of which repository, and how runs end that cannot be whole."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Repository
from histories import Story, clone, holding, token

from sealguard.cli import run
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

ZEROS = "0" * 40
FAULTY = "import requests\n\nrequests.get('http://api.sealmetrics.com/v1/accounts', timeout=9)\n"

Ran = tuple[int, dict[str, list[str]]]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    made = Story.begin(tmp_path / "story")
    monkeypatch.chdir(made.top)
    say_nothing(monkeypatch)
    return made


def say(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put text on standard input, as git does for its hook."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "")


@pytest.fixture
def history(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Give a function that runs the command and gives its exit code and, by rule, the paths of all that was found."""

    def run_it(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(["history", "--isolated", "--format", "json", "--jobs", "1", *arguments])
        captured = capsys.readouterr()
        assert captured.err == ""
        found: dict[str, list[str]] = {}
        for finding in json.loads(captured.out)["findings"]:
            places = [place["path"] for place in finding["exposure"]["places"]] if "exposure" in finding else [finding["path"]]
            found.setdefault(finding["rule"], []).extend(places)
        return code, {rule: sorted(paths) for rule, paths in found.items()}

    return run_it


def tokens(*paths: str) -> Ran:
    return (ExitCode.FINDINGS, {"hardcoded-token": sorted(paths)}) if paths else (ExitCode.CLEAN, {})


# Ranges --------------------------------------------------------------------------------------------------------------


def test_a_range_has_what_its_commits_bring_also_if_a_later_one_removes_it(story: Story, history: Callable[..., Ran]) -> None:
    start = story.add("old", {"old.py": holding(1)})
    story.add("add", {"brief.py": holding(2)})
    end = story.add("remove", {"brief.py": None})
    story.add("later", {"later.py": holding(3)})
    assert history("--range", f"{start}..{end}") == tokens("brief.py")
    assert history("--range", f"{start}...{end}") == tokens("brief.py")
    assert history("--range", f"{start}..") == tokens("brief.py", "later.py")
    assert history("--range", f"{ZEROS}..{end}") == tokens("brief.py", "old.py")
    assert history("--range", f"{end}..{end}") == tokens()
    assert history("--range", "HEAD~1..HEAD") == tokens("later.py")
    assert history("--diff-base", start) == tokens("brief.py", "later.py")
    assert history() == tokens("brief.py", "later.py", "old.py")


def test_what_a_range_only_moves_copies_or_renames_is_not_new(story: Story, history: Callable[..., Ran]) -> None:
    start = story.add("old", {"old.py": holding(1)})
    story.git("mv", "old.py", "new.py")
    story.add("rename", {"copy.py": holding(1)})
    assert history("--range", f"{start}..HEAD") == tokens()


def test_a_token_that_a_merge_of_the_range_brings(story: Story, history: Callable[..., Ran]) -> None:
    start = story.add("begin", {"x.py": "x = 1\n"})
    story.git("checkout", "--quiet", "-b", "side")
    story.add("side", {"side.py": "x = 2\n"})
    story.git("checkout", "--quiet", "main")
    story.add("main", {"main.py": "x = 3\n"})
    story.git("merge", "--quiet", "--no-commit", "side")
    story.write("evil.py", holding())
    story.add("merge")
    assert history("--range", f"{start}..HEAD") == tokens("evil.py")
    assert history("--diff-base", "side") == tokens("evil.py")


def test_of_faults_without_a_credential_those_that_the_end_still_has_are_told(story: Story, history: Callable[..., Ran]) -> None:
    start = story.add("begin")
    story.add("add", {"mended.py": FAULTY, "kept.py": FAULTY + "# another\n"})
    story.add("mend", {"mended.py": "x = 1\n"})
    rules = history("--range", f"{start}..HEAD", "--select", "insecure-endpoint")
    assert rules == (ExitCode.FINDINGS, {"insecure-endpoint": ["kept.py"]})
    assert history("--select", "insecure-endpoint") == tokens(), "the whole history is about credentials"


@pytest.mark.parametrize("wrong", ["main", "..main", "nowhere..main", "main..nowhere", "--all..main", "main^{tree}..main"])
def test_a_range_that_means_nothing_is_refused(wrong: str, story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.add("begin", {"x.py": holding()})
    assert run(["history", "--range", wrong]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("sealguard: ")
    assert captured.err.count("\n") == 1


def test_a_shallow_clone_is_whole_for_a_range_that_it_has(story: Story, history: Callable[..., Ran], tmp_path: Path) -> None:
    for number in range(1, 6):
        story.add(f"add {number}", {f"{number}.py": holding(number)})
    shallow = clone(story.top, tmp_path / "shallow", "--depth=3")
    assert history("--range", "HEAD~1..HEAD", str(shallow.top)) == tokens("5.py")
    code, found = history("--exit-zero", str(shallow.top))
    assert code == ExitCode.INCOMPLETE
    assert found == {"hardcoded-token": ["1.py", "2.py", "3.py", "4.py", "5.py"]}
    assert history("--exit-zero", "--range", f"{ZEROS}..HEAD", str(shallow.top))[0] == ExitCode.INCOMPLETE


# Before a push -------------------------------------------------------------------------------------------------------


def test_pre_commit_says_what_is_pushed(story: Story, history: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    start = story.add("old", {"old.py": holding(1)})
    end = story.add("new", {"new.py": holding(2)})
    story.add("later", {"later.py": holding(3)})
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", start)
    monkeypatch.setenv("PRE_COMMIT_TO_REF", end)
    assert history("--pre-push") == tokens("new.py")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", ZEROS)
    assert history("--pre-push") == tokens("new.py", "old.py")


def test_a_first_push_by_pre_commit_has_no_range_and_a_branch_that_need_not_be_head(
    story: Story, history: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = story.add("known", {"known.py": holding(1)})
    story.git("checkout", "--quiet", "-b", "side")
    story.add("side", {"side.py": holding(2)})
    story.git("checkout", "--quiet", "main")
    story.add("main", {"main.py": holding(3)})
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setenv("PRE_COMMIT_REMOTE_NAME", "origin")
    monkeypatch.setenv("PRE_COMMIT_LOCAL_BRANCH", "refs/heads/side")
    assert history("--pre-push") == tokens("known.py", "side.py")
    story.git("update-ref", "refs/remotes/origin/main", known)
    assert history("--pre-push") == tokens("side.py")
    monkeypatch.setenv("PRE_COMMIT_REMOTE_NAME", "public")
    assert history("--pre-push") == tokens("known.py", "side.py"), "what one remote has can be news to another"
    monkeypatch.delenv("PRE_COMMIT_LOCAL_BRANCH")
    monkeypatch.delenv("PRE_COMMIT_REMOTE_NAME")
    assert history("--pre-push") == tokens("main.py"), "HEAD, and the only remote there is"
    story.git("update-ref", "refs/remotes/other/main", story.id("HEAD"))
    assert history("--pre-push") == tokens("known.py", "main.py"), "nobody says which remote"


def test_git_says_what_is_pushed(story: Story, history: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    old = story.add("old", {"old.py": holding(1)})
    new = story.add("new", {"new.py": holding(2)})
    story.git("checkout", "--quiet", "-b", "side", old)
    side = story.add("side", {"side.py": holding(3)})
    story.dated("tag", "-a", "-m", f"SEALMETRICS_API_KEY={token(4)}", "v1", old)
    tag = story.id("v1")
    said = {
        f"refs/heads/main {new} refs/heads/main {old}\n": tokens("new.py"),
        f"refs/heads/main {new} refs/heads/main {ZEROS}\n": tokens("new.py", "old.py"),
        f"refs/heads/main {new} refs/heads/main {old}\nrefs/heads/side {side} refs/heads/side {ZEROS}\n": tokens("new.py", "side.py"),
        f"(delete) {ZEROS} refs/heads/main {old}\n": tokens(),
        f"refs/heads/main~0 or so {new} refs/heads/main {'1' * 40}\n": tokens("new.py", "old.py"),
        f"refs/tags/v1 {tag} refs/tags/v1 {ZEROS}\n": tokens(f"message of {tag[:12]}", "old.py"),
        f"refs/tags/v1 {tag} refs/tags/v1 {ZEROS}\nrefs/heads/main {new} refs/heads/main {old}\n": tokens(
            f"message of {tag[:12]}", "new.py"
        ),
    }
    for text, expected in said.items():
        say(monkeypatch, text)
        assert history("--pre-push") == expected, text


def test_of_several_branches_that_are_pushed_each_ones_end_counts(
    story: Story, history: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    story.add("begin")
    story.add("main", {"main.py": FAULTY})
    story.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    story.add("side", {"side.py": FAULTY + "# another\n"})
    lines = (f"refs/heads/{name} {story.id(name)} refs/heads/{name} {ZEROS}\n" for name in ("main", "side"))
    say(monkeypatch, "".join(lines))
    code, found = history("--pre-push", "--select", "insecure-endpoint")
    assert (code, found) == (ExitCode.FINDINGS, {"insecure-endpoint": ["main.py", "side.py"]})


@pytest.mark.parametrize("said", ["hello\n", "a b c d\n", "\n", f"x {'a' * 40} y {'b' * 39}\n"])
def test_something_else_on_standard_input_is_refused(
    said: str, story: Story, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story.add("begin", {"x.py": holding()})
    say(monkeypatch, said)
    assert run(["history", "--pre-push"]) == ExitCode.USAGE
    assert "standard input" in capsys.readouterr().err


def test_nobody_who_says_anything_is_waited_for(story: Story, history: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    story.add("begin", {"x.py": holding()})
    reading, writing = os.pipe()
    with os.fdopen(reading) as stream, os.fdopen(writing, "w"):
        monkeypatch.setattr(sys, "stdin", stream)
        assert history("--pre-push") == tokens("x.py")
    monkeypatch.setattr(sys, "stdin", None)
    assert history("--pre-push") == tokens("x.py")


# Which repository ----------------------------------------------------------------------------------------------------


def test_a_path_is_a_repository_or_lies_in_one(story: Story, history: Callable[..., Ran], tmp_path: Path) -> None:
    story.add("begin", {"sub/x.py": holding()})
    assert history("sub") == tokens("sub/x.py"), "all of it, wherever in it"
    assert history(".git") == tokens("sub/x.py")
    made = clone(story.top, tmp_path / "bare.git", "--bare")
    assert history(str(made.top)) == tokens("sub/x.py")


@pytest.mark.parametrize("paths", [["sub/x.py"], ["nowhere"], ["sub", "."], [".."]])
def test_a_path_that_is_no_repository_is_refused(paths: list[str], story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.add("begin", {"sub/x.py": holding()})
    assert run(["history", *paths]) == ExitCode.USAGE
    assert capsys.readouterr().out == ""


def test_git_dir_counts_where_no_path_is_given(
    story: Story, history: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.add("begin", {"story.py": holding(1)})
    other = Story.begin(tmp_path / "other")
    other.add("begin", {"other.py": holding(2)})
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/nowhere")
    monkeypatch.setenv("GIT_NAMESPACE", "nowhere")
    assert history() == tokens("other.py")
    assert history(str(story.top)) == tokens("story.py")
    monkeypatch.delenv("GIT_WORK_TREE")
    monkeypatch.setenv("GIT_DIR", ".git")
    assert history() == tokens("story.py")


def test_a_hook_in_a_linked_work_tree_and_in_a_bare_repository(
    story: Story, history: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.add("begin", {"x.py": holding(1)})
    story.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "linked"))
    linked = Story(tmp_path / "linked", story.days)
    linked.add("side", {"side.py": holding(2)})
    monkeypatch.chdir(linked.top)
    monkeypatch.setenv("GIT_DIR", str(story.top / ".git/worktrees/linked"))
    assert history("--range", "main..HEAD") == tokens("side.py")
    made = clone(story.top, story.top / "inside.git", "--bare")
    monkeypatch.chdir(made.top)
    monkeypatch.setenv("GIT_DIR", ".")
    assert history("--range", "main..side") == tokens("side.py")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_whose_repository_it_is_does_not_matter(story: Story, history: Callable[..., Ran]) -> None:
    story.add("begin", {"x.py": holding()})
    for path in (story.top, *story.top.rglob("*")):
        os.chown(path, 12345, 12345)
    with pytest.raises(Exception, match="128"):
        Repository(story.top).git("log")
    assert history() == tokens("x.py")


def test_a_repository_without_commits_is_clean(story: Story, history: Callable[..., Ran]) -> None:
    assert history() == tokens()
    story.write("staged.py", holding())
    story.git("add", "--all")
    assert history() == tokens(), "nothing of history has it; 'sealguard scan --staged' says so"
    assert history("--all-objects")[0] == ExitCode.FINDINGS


def test_options_that_exclude_each_other_are_refused(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.add("begin")
    for options in (["--range", "a..b", "--pre-push"], ["--diff-base", "a", "--all-objects"], ["--pre-push", "--all-objects"]):
        assert run(["history", *options]) == ExitCode.USAGE
        assert "exclude each other" in capsys.readouterr().err


def test_authors_are_in_reports_only_when_they_were_asked_for(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    story.add("begin", {"x.py": holding()})
    for format_ in ("text", "json", "sarif", "html"):
        run(["history", "--format", format_])
        assert "tester@example.org" not in capsys.readouterr().out
    for format_ in ("text", "json"):
        run(["history", "--format", format_, "--show-authors"])
        assert "A. Tester" in capsys.readouterr().out


# Interrupts ----------------------------------------------------------------------------------------------------------


def import_many(story: Story, commits: int, files: int) -> None:
    """Make a history that takes a few seconds to scan: many files, and a token in some."""
    pieces = []
    for number in range(commits):
        pieces.append(f"commit refs/heads/main\ncommitter A <a@example.org> {1_700_000_000 + number} +0000\ndata 1\nx\n")
        for file in range(files):
            content = "".join(f"{number} {file} {line}\n" for line in range(500))
            if file == 0 and number % 20 == 0:
                content += holding(number)
            pieces.append(f"M 100644 inline {file % 7}/{file}.py\ndata {len(content)}\n{content}\n")
    command = ["git", "-C", str(story.top), "fast-import", "--quiet", "--force"]
    subprocess.run(command, input="".join(pieces).encode(), check=True)


def alive(group: int) -> list[str]:
    """Give the programs of a process group that are not dead."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            name, _, rest = status.read_text().partition(")")
            fields = rest.split()
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(name.partition("(")[2])
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells which processes are left in this way")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_an_interrupted_run_ends_at_once_and_tells_what_it_has(story: Story, number: signal.Signals) -> None:
    import_many(story, commits=400, files=40)
    early, late = 0.0, 8.0
    for _ in range(20):
        # How fast a machine is shows as it goes: the moment to interrupt lies between one too early and one too late.
        report = interrupted_after((early + late) / 2, number)
        if report is not None and not report["complete"] and report["findings"]:
            return
        if report is not None and report["complete"]:
            late = (early + late) / 2
        else:
            early = (early + late) / 2
        if late - early < 0.05:
            early, late = early / 2, late * 2
    pytest.fail("no run was interrupted with something found")


def interrupted_after(delay: float, number: signal.Signals) -> dict[str, Any] | None:
    """Start a run, interrupt it after this many seconds, and give its report; `None` where it had not begun to scan.

    Of a report that was being written by then, which is after the scan, no more is known than that it was complete.
    """
    command = [sys.executable, "-m", "sealguard", "history", "--format", "json", "--jobs", "2"]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(delay)
    start = time.perf_counter()
    # A terminal tells the whole group of a Ctrl-C; whoever ends a job tells its first process.
    (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
    written, errors = process.communicate(timeout=60)
    seconds = time.perf_counter() - start
    time.sleep(0.1)
    assert alive(process.pid) == []
    ended = process.returncode in {-number, 130}
    if ended and not written:
        return None
    if ended and not written.endswith(b"}\n"):
        return {"complete": True}
    report: dict[str, Any] = json.loads(written)
    assert errors == b""
    assert process.returncode == (1 if report["findings"] else 0 if report["complete"] else 3) or (report["complete"] and ended)
    if not report["complete"]:
        assert [skip["reason"] for skip in report["skipped"]] == ["the scan was interrupted"]
        assert seconds < 4, "a second, and time for a machine that is busy"
    return report
