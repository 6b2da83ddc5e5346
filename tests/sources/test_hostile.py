"""Repositories that try to run or to hide something when they are scanned; each attack works on plain git, as is shown first."""

from __future__ import annotations

import hashlib
import os
import pty
import shutil
import struct
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from histories import Story, Told, holding, scan, token, told

from sealguard.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# Running something -----------------------------------------------------------------------------------------------------


class Trap:
    """A place for programs that leave a mark when they are run."""

    def __init__(self, place: Path) -> None:
        place.mkdir()
        self.place = place

    def program(self, name: str) -> str:
        """Make a program that leaves the mark `name` and does nothing."""
        file = self.place / f"run-{name}"
        file.write_text(f"#!/bin/sh\n: > '{self.place}/mark-{name}'\n")
        file.chmod(0o755)
        return str(file)

    def marks(self) -> set[str]:
        return {path.name.removeprefix("mark-") for path in self.place.glob("mark-*")}

    def clear(self) -> None:
        for path in self.place.glob("mark-*"):
            path.unlink()


CONTROLS = {
    "fsmonitor": ["status"],
    "textconv": ["log", "-p"],
    "included-textconv": ["log", "-p"],
    "clean": ["hash-object", "--path=x.py", ".gitignore"],
    "smudge": ["cat-file", "--filters", "HEAD:smudged.smu"],
    "process": ["cat-file", "--filters", "HEAD:long.pro"],
    "gpg": ["log"],
    "diff": ["diff", "HEAD~1", "HEAD"],
    "diff-driver": ["diff", "HEAD~1", "HEAD"],
    "hook": ["commit", "--allow-empty", "-m", "x"],
    "hook-of-index": ["update-index", "--refresh", "-q", "--force-remove", "nothing"],
    "alias": ["mark"],
    "pager": ["--paginate", "log"],
    "editor": ["commit", "--no-verify", "--allow-empty"],
    "ssh": ["fetch", "ssh"],
    "ext": ["fetch", "ext"],
    "git-proxy": ["fetch", "proxied"],
    "lazy-fetch": ["cat-file", "-p", "HEAD:missing.py"],
    "alternate-refs": ["rev-list", "--all", "--alternate-refs"],
}
"""For each attack, a command of plain git that falls for it."""
IN_TERMINALS = {"pager"}


def build(story: Story, trap: Trap, *, damaged: bool) -> None:
    """Let everything that a configuration can make git run leave a mark."""
    story.add(
        "begin",
        {
            ".gitignore": "",
            "x.py": "x = 1\n",
            "included.inc": "x = 1\n",
            "smudged.smu": "x = 1\n",
            "long.pro": "x = 1\n",
            "d.drv": "x = 1\n",
        },
    )
    story.add("secret", {"x.py": holding(1), "included.inc": "x = 2\n", "missing.py": "x = 'missing'\n", "d.drv": "x = 2\n"})
    signature = " -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
    commit = subprocess.run(["git", "-C", story.top, "cat-file", "commit", "HEAD"], capture_output=True, check=True).stdout
    signed = commit.replace(b"\n\n", f"\ngpgsig{signature}\n\n".encode(), 1)
    story.git("update-ref", "refs/heads/main", hashed(story, "commit", signed))
    if damaged:
        parent = story.git("commit-tree", "-m", "parent", "HEAD^{tree}").strip()
        story.git("update-ref", "refs/heads/damaged", story.git("commit-tree", "-m", "child", "-p", parent, "HEAD^{tree}").strip())
        remove(story, parent)
    story.write("staged.py", holding(2))
    story.git("add", "staged.py")
    remove(story, story.id("HEAD:missing.py"))
    arm(story, trap)


def arm(story: Story, trap: Trap) -> None:
    run = trap.program
    lend = Story.begin(trap.place.parent / "lend")
    lend.add("lent")
    story.write(".git/objects/info/alternates", f"{lend.top}/.git/objects\n")
    settings = {
        "core.fsmonitor": run("fsmonitor"),
        "core.pager": run("pager"),
        "core.editor": run("editor"),
        "core.sshCommand": run("ssh"),
        "core.gitProxy": run("git-proxy"),
        "core.alternateRefsCommand": run("alternate-refs"),
        "diff.external": run("diff"),
        "diff.textconv.textconv": run("textconv"),
        "diff.driver.command": run("diff-driver"),
        "filter.clean.clean": run("clean"),
        "filter.smudge.smudge": run("smudge"),
        "filter.process.process": run("process"),
        "filter.process.required": "false",
        "gpg.program": run("gpg"),
        "log.showSignature": "true",
        "alias.mark": f"!{run('alias')}",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
        "remote.ssh.url": "ssh://localhost/nowhere",
        "remote.ext.url": f"ext::{run('ext')}",
        "remote.proxied.url": "git://localhost/nowhere",
        "remote.lazy.url": str(lend.top),
        "remote.lazy.uploadpack": run("lazy-fetch"),
        "extensions.partialClone": "lazy",
        "core.repositoryFormatVersion": "1",
        "include.path": "nowhere",
        "includeIf.gitdir:**.path": "evil",
    }
    for remote in ("ssh", "ext", "proxied", "lazy"):
        settings[f"remote.{remote}.promisor"] = "true"
    for name in ("rev-list", "cat-file", "for-each-ref", "rev-parse", "diff-tree", "ls-tree", "ls-files", "diff-index"):
        settings[f"alias.{name}"] = f"!{run('alias-of-plumbing')}"
        settings[f"pager.{name}"] = run("pager-of-plumbing")
    lines = []
    for key, value in settings.items():
        section, _, name = key.rpartition(".")
        head, _, rest = section.partition(".")
        lines.append(f'[{head} "{rest}"]\n\t{name} = "{value}"\n' if rest else f'[{head}]\n\t{name} = "{value}"\n')
    with (story.top / ".git/config").open("a") as file:
        file.write("".join(lines))
    (story.top / ".git/evil").write_text(f'[diff "included"]\n\ttextconv = {run("included-textconv")}\n')
    attributes = "*.py diff=textconv filter=clean\n*.inc diff=included\n*.smu filter=smudge\n*.pro filter=process\n*.drv diff=driver\n"
    (story.top / ".git/info").mkdir(exist_ok=True)
    (story.top / ".git/info/attributes").write_text(attributes)
    (story.top / ".git/hooks").mkdir(exist_ok=True)
    for hook in ("pre-commit", "pre-auto-gc", "reference-transaction", "post-checkout", "fsmonitor-watchman", "pre-push"):
        shutil.copy(run("hook"), story.top / ".git/hooks" / hook)
    shutil.copy(run("hook-of-index"), story.top / ".git/hooks/post-index-change")


def hashed(story: Story, kind: str, content: bytes) -> str:
    command = ["git", "-C", str(story.top), "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return subprocess.run(command, input=content, check=True, capture_output=True).stdout.decode().strip()


def remove(story: Story, name: str) -> None:
    (story.top / f".git/objects/{name[:2]}/{name[2:]}").unlink()


@pytest.fixture(params=[False, True], ids=["sound", "damaged"])
def trapped(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Story, Trap]:
    story, trap = Story.begin(tmp_path / "story"), Trap(tmp_path / "trap")
    build(story, trap, damaged=request.param)
    trap.clear()
    return story, trap


def test_each_attack_works_on_plain_git(tmp_path: Path) -> None:
    story, trap = Story.begin(tmp_path / "story"), Trap(tmp_path / "trap")
    build(story, trap, damaged=False)
    for path in ("smudged.smu", "long.pro", "d.drv", "x.py"):
        (story.top / path).unlink()
    there = hashed(story, "blob", b"x = 'missing'\n")
    asleep = []
    for name, arguments in CONTROLS.items():
        trap.clear()
        if name == "lazy-fetch":
            remove(story, there)
        command = ["git", "-C", str(story.top), *arguments]
        if name in IN_TERMINALS:
            in_a_terminal(command)
        else:
            subprocess.run(command, capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL)
        if name not in trap.marks():
            asleep.append(name)
    assert asleep == []


def in_a_terminal(command: Sequence[str]) -> None:
    ours, theirs = pty.openpty()
    try:
        subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, check=False, timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)


COMMANDS = {
    "scan": ["scan"],
    "staged": ["scan", "--staged"],
    "diff-base": ["scan", "--diff-base", "HEAD~1"],
    "sarif": ["scan", "-f", "sarif"],
    "history": ["history", "--show-authors"],
    "all-objects": ["history", "--all-objects", "-f", "sarif"],
    "range": ["history", "--range", "HEAD~1..HEAD"],
    "history-diff-base": ["history", "--diff-base", "HEAD~1"],
    "pre-push": ["history", "--pre-push"],
}


@pytest.mark.slow
def test_nothing_is_run_by_any_command(trapped: tuple[Story, Trap]) -> None:
    story, trap = trapped
    for name, arguments in COMMANDS.items():
        command = [sys.executable, "-m", "sealguard", *arguments, "--isolated"]
        done = subprocess.run(command, cwd=story.top, capture_output=True, check=False, timeout=100, stdin=subprocess.DEVNULL)
        assert trap.marks() == set(), name
        assert done.returncode in {1, 3}, (name, done.stderr)
        assert b"hardcoded-token" in done.stdout, (name, done.stdout, done.stderr)


@pytest.mark.slow
def test_nothing_is_run_through_variables(trapped: tuple[Story, Trap], tmp_path: Path) -> None:
    story, trap = trapped
    subcommands = tmp_path / "subcommands"
    subcommands.mkdir()
    for name in ("git", "git-rev-list", "git-fetch", "git-upload-pack"):
        shutil.copy(trap.program("subcommand"), subcommands / name)
    (tmp_path / "global").write_text(f"[core]\n\tfsmonitor = {trap.program('global')}\n")
    variables = {
        "GIT_EXEC_PATH": str(subcommands),
        "GIT_CONFIG_GLOBAL": str(tmp_path / "global"),
        "GIT_CONFIG_SYSTEM": str(tmp_path / "global"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": trap.program("counted"),
        "GIT_EXTERNAL_DIFF": trap.program("external"),
        "GIT_PAGER": trap.program("pager"),
        "GIT_SSH_COMMAND": trap.program("ssh"),
        "GIT_PROXY_COMMAND": trap.program("proxy"),
        "GIT_ASKPASS": trap.program("askpass"),
        "GIT_ALLOW_PROTOCOL": "ext:file",
        "GIT_TRACE": str(trap.place / "mark-trace"),
        "GIT_TRACE2_EVENT": str(trap.place / "mark-trace2"),
        "GIT_TEMPLATE_DIR": str(tmp_path),
    }
    for name in ("scan", "staged", "history", "range"):
        command = [sys.executable, "-m", "sealguard", *COMMANDS[name], "--isolated"]
        done = subprocess.run(command, cwd=story.top, capture_output=True, check=False, timeout=100, env={**os.environ, **variables})
        assert b"hardcoded-token" in done.stdout, (name, done.stderr)
        assert trap.marks() == set(), name
    trap.clear()
    del variables["GIT_EXEC_PATH"]
    subprocess.run(["git", "-C", str(story.top), "status"], capture_output=True, check=False, env={**os.environ, **variables})
    assert {"counted", "trace", "trace2"} & trap.marks() == {"counted", "trace", "trace2"}, "plain git falls for it"


# Hiding something --------------------------------------------------------------------------------------------------------


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Give a history whose second commit adds a token that the third removes."""
    made = Story.begin(tmp_path / "story")
    made.add("begin", {"x.py": "x = 1\n"})
    made.add("secret", {"secret.py": holding(1)})
    made.add("gone", {"secret.py": None})
    made.add("go on", {"x.py": "x = 2\n"})
    return made


FOUND = {1: Told("secret", "secret", places={"secret.py": ("secret", "secret", False)})}


def plain(story: Story, *arguments: str) -> str:
    command = ["git", "-C", str(story.top), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, errors="replace").stdout


def hides(story: Story) -> None:
    """Show that plain git does not see the token any more."""
    assert token(1) not in plain(story, "log", "--all", "-p")


def by_replacement(story: Story) -> None:
    story.git("replace", "HEAD", story.git("commit-tree", "-m", "replacing", "HEAD^{tree}").strip())
    hides(story)


def by_graft(story: Story) -> None:
    story.write(".git/info/grafts", f"{story.id('HEAD')}\n")
    hides(story)


def by_commit_graph(story: Story) -> None:
    """Say in a commit graph that no commit has a parent."""
    story.git("commit-graph", "write", "--reachable")
    file = story.top / ".git/objects/info/commit-graph"
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    chunks = {bytes(content[at : at + 4]): struct.unpack(">Q", content[at + 4 : at + 12])[0] for at in range(8, 8 + 12 * content[6], 12)}
    for number in range(4):
        at = chunks[b"CDAT"] + 36 * number
        content[at + 20 : at + 24] = struct.pack(">I", 0x70000000)
    file.write_bytes(content)
    hides(story)


def by_attributes(story: Story) -> None:
    story.write(".git/info/attributes", "* -diff\n")
    hides(story)


def by_order_of_a_pack(story: Story) -> None:
    """Say in the file that gives a pack's order that it consists of its first object only."""
    story.git("-c", "pack.writeReverseIndex=true", "repack", "-a", "-d", "--quiet")
    (file,) = (story.top / ".git/objects/pack").glob("*.rev")
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    content[12:-40] = bytes(len(content) - 52)
    file.write_bytes(content)
    assert plain(story, "cat-file", "--batch-all-objects", "--batch-check", "--unordered").count("\n") == 1


def by_order_of_a_pack_of_another(story: Story) -> None:
    """Say so in the repository that this one borrows from."""
    by_order_of_a_pack(story)
    shutil.move(story.top / ".git/objects/pack", story.top.parent / "lend/pack")
    story.write(".git/objects/info/alternates", f"{story.top.parent / 'lend'}\n")


def by_index_of_packs(story: Story) -> None:
    """Let the index over all packs know an older pack of the same name, without the token."""
    packs = story.top / ".git/objects/pack"
    secret = story.id("HEAD~2:secret.py")
    others = [line.split()[0] for line in story.git("rev-list", "--objects", "--all").splitlines() if line.split()[0] != secret]
    command = ["git", "-C", str(story.top), "pack-objects", "--quiet", ".git/objects/pack/pack"]
    made = subprocess.run(command, input="\n".join(others), text=True, check=True, capture_output=True).stdout.strip()
    story.git("multi-pack-index", "write")
    whole = story.git("rev-list", "--objects", "--all").splitlines()
    command = ["git", "-C", str(story.top), "pack-objects", "--quiet", "whole"]
    named = subprocess.run(command, input="\n".join(line.split()[0] for line in whole), text=True, check=True, capture_output=True)
    for ending in ("pack", "idx"):
        (packs / f"pack-{made}.{ending}").chmod(0o644)
        shutil.move(story.top / f"whole-{named.stdout.strip()}.{ending}", packs / f"pack-{made}.{ending}")
    for directory in (story.top / ".git/objects").glob("??"):
        shutil.rmtree(directory)
    assert plain(story, "cat-file", "-t", secret) == ""


def by_shallow_file(story: Story) -> None:
    story.write(".git/shallow", f"{story.id('HEAD')}\n")
    hides(story)


ATTACKS = [by_replacement, by_graft, by_commit_graph, by_attributes, by_order_of_a_pack, by_order_of_a_pack_of_another, by_index_of_packs]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_made_up_hides_nothing(attack: Callable[[Story], None], story: Story) -> None:
    attack(story)
    report = scan(story.top)
    found = told(report, story.messages())
    assert found[1].places == {"secret.py": ("secret", "secret", False)}
    assert (found[1].first, found[1].last) == ("secret", "secret")
    assert "main" in found[1].refs
    assert not report.incomplete


def test_a_history_that_claims_to_be_shallow_is_incomplete(story: Story) -> None:
    by_shallow_file(story)
    report = scan(story.top)
    assert report.findings == []
    assert report.incomplete
    assert set(told(scan(story.top, unreachable=True), story.messages())) == {1}


def test_a_worktree_of_the_configuration_is_not_believed(story: Story, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/private.py").write_text(holding(1))
    story.git("config", "core.worktree", str(tmp_path / "elsewhere"))
    assert told(scan(story.top), story.messages()) == FOUND, "no longer in the work tree"
    story.git("config", "--unset", "core.worktree")
    story.git("config", "core.bare", "true")
    assert told(scan(story.top), story.messages()) == FOUND


# Damage ------------------------------------------------------------------------------------------------------------------


def test_a_name_without_an_object_is_told_of(story: Story) -> None:
    story.write(".git/refs/heads/broken", "1" * 40 + "\n")
    story.write(".git/refs/heads/garbage", "nothing of use\n")
    story.write(".git/refs/heads/dangling", "ref: refs/heads/nowhere\n")
    report = scan(story.top)
    assert told(report, story.messages()) == FOUND
    assert [skip.path for skip in report.skipped if skip.incomplete] == ["refs/heads/broken"]


def test_a_missing_commit_takes_no_finding_away(story: Story) -> None:
    messages = story.messages()
    remove(story, story.id("HEAD~3"))
    report = scan(story.top)
    assert report.incomplete
    assert [finding.rule for finding in report.findings] == ["hardcoded-token"]
    assert messages


def test_a_missing_tree_is_told_of_and_the_rest_is_judged(story: Story) -> None:
    story.add("more", {"more.py": holding(2)})
    remove(story, story.id("HEAD~2^{tree}"))
    report = scan(story.top)
    assert report.incomplete
    assert len(report.findings) == 2


def test_one_damaged_object_is_told_of_and_no_other_is_lost(story: Story) -> None:
    for number in range(2, 9):
        story.add(f"add {number}", {f"{number}.py": holding(number)})
    name = story.id("HEAD:4.py")
    file = story.top / f".git/objects/{name[:2]}/{name[2:]}"
    file.chmod(0o644)
    whole = file.read_bytes()
    for damaged in (b"", b"junk", whole[:20], whole[:-4], b"x" * 100):
        file.write_bytes(damaged)
        report = scan(story.top)
        found = told(report, story.messages())
        assert report.incomplete, damaged
        assert set(found) - {4} == {1, 2, 3, 5, 6, 7, 8}, damaged


def test_a_damaged_pack_is_told_of(story: Story) -> None:
    for number in range(2, 9):
        story.add(f"add {number}", {f"{number}.py": holding(number)})
    story.git("repack", "-a", "-d", "--quiet")
    (file,) = (story.top / ".git/objects/pack").glob("*.pack")
    file.chmod(0o644)
    whole = file.read_bytes()
    for at in range(12, len(whole) - 20, len(whole) // 15):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF, whole[at + 1] ^ 0xFF]) + whole[at + 2 :])
        report = scan(story.top)
        assert report.incomplete or len(report.findings) == 8, at
    for size in (0, 11, len(whole) // 2):
        file.write_bytes(whole[:size])
        assert scan(story.top).incomplete, size


@pytest.mark.parametrize(
    "lines",
    [
        "{own}\n",
        "/nowhere/at/all\n",
        '"/unbalanced\n',
        "\n\n",
        "../../../../../..\n",
        "{lend}\n{lend}\n# comment\n",
        "/dev/zero\n",
        "{cycle}\n",
    ],
)
def test_alternates_of_every_kind(lines: str, story: Story, tmp_path: Path) -> None:
    lend = Story.begin(tmp_path / "lend")
    lend.write(".git/objects/info/alternates", f"{story.top}/.git/objects\n")
    places = {"own": f"{story.top}/.git/objects", "lend": f"{lend.top}/.git/objects", "cycle": f"{lend.top}/.git/objects"}
    story.write(".git/objects/info/alternates", lines.format(**places))
    assert told(scan(story.top), story.messages()) == FOUND


# Size --------------------------------------------------------------------------------------------------------------------


def test_what_is_larger_than_the_limit_is_told_of_if_it_holds_something(story: Story) -> None:
    filling = "x = 1\n" * 400_000
    story.add("large", {"clean.txt": filling, "dirty.txt": f"{filling}{holding(2)}"})
    message = story.top / "message"
    message.write_text(f"large\n\n{filling}SEALMETRICS_API_KEY={token(3)}\n")
    story.dated("commit", "--quiet", "--allow-empty", "-F", "message")
    message.unlink()
    report = scan(story.top, Config(max_file_size=1_000_000))
    assert told(report, story.messages()) == FOUND
    assert sorted(skip.path for skip in report.skipped) == sorted(["dirty.txt", f"message of {story.id('HEAD')[:12]}"])


def test_a_tree_that_is_nested_deeply(story: Story) -> None:
    blob = hashed(story, "blob", holding(2).encode())
    raw = b"100644 x.py\0" + bytes.fromhex(blob)
    for _ in range(1500):
        raw = b"40000 d\0" + bytes.fromhex(hashed_quickly(story, raw))
    tree = hashed_quickly(story, raw)
    story.git("update-ref", "refs/heads/main", story.git("commit-tree", "-m", "deep", "-p", "HEAD", tree).strip())
    report = scan(story.top)
    found = told(report, story.messages())
    assert found[2].places == {f"{'d/' * 1500}x.py": ("deep", "deep", True)} or report.incomplete
    assert found[1].first == "secret"


def hashed_quickly(story: Story, tree: bytes) -> str:
    """Write a tree as a loose object without starting git for it."""
    raw = b"tree %d\0" % len(tree) + tree
    name = hashlib.sha1(raw, usedforsecurity=False).hexdigest()
    file = story.top / f".git/objects/{name[:2]}/{name[2:]}"
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        file.write_bytes(zlib.compress(raw))
    return name


@pytest.mark.slow
def test_sixty_thousand_names(story: Story) -> None:
    commit = story.id("HEAD")
    older = story.id("HEAD~3")
    lines = sorted(f"refs/tags/v{number}" for number in range(60_000))
    text = "".join(f"{commit if number % 2 else older} {name}\n" for number, name in enumerate(lines))
    story.write(".git/packed-refs", f"# pack-refs with: peeled fully-peeled sorted \n{text}")
    (finding,) = scan(story.top).findings
    assert finding.exposure
    assert len(finding.exposure.refs) == 100
    assert finding.exposure.first
