"""What is said of a credential in history: each situation is made with real git, and its answer is expected exactly."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
from histories import DAY, NOW, Story, Told, clone, holding, scan, token, told

from sealguard import engine
from sealguard.model import Skipped
from sealguard.sources import Batch, commits, git, objects
from sealguard.sources.objects import Objects
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sealguard.model import Report


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.begin(tmp_path / "story")


def answers(story: Story, **span: bool) -> dict[int, Told]:
    """Give what is said of a repository that is here as a whole."""
    report = scan(story.top, None, **span)
    assert [skip for skip in report.skipped if skip.incomplete] == []
    return told(report, story.messages())


# When, and where it still is -----------------------------------------------------------------------------------------


def test_a_token_that_is_still_there(story: Story) -> None:
    story.add("begin")
    story.add("add", {"app.py": holding()})
    story.add("go on", {"other.py": "x = 1\n"})
    assert answers(story) == {1: Told("add", "go on", current=True, worktree=True, places={"app.py": ("add", "go on", True)})}


def test_a_token_that_a_later_commit_of_the_same_branch_removed(story: Story) -> None:
    story.add("begin", {"app.py": "x = 1\n"})
    story.add("add", {"app.py": holding()})
    story.add("keep", {"other.py": "x = 1\n"})
    story.add("remove", {"app.py": "x = 2\n"})
    assert answers(story) == {1: Told("add", "keep", places={"app.py": ("add", "keep", False)})}


def test_a_token_that_was_removed_from_the_work_tree_only_and_the_other_way_round(story: Story) -> None:
    story.add("add", {"a.py": holding(1), "b.py": holding(2)})
    story.add("remove", {"b.py": None})
    story.write("a.py", "x = 1\n")
    story.write("untracked.py", holding(2))
    assert answers(story) == {
        1: Told("add", "remove", current=True, worktree=False, places={"a.py": ("add", "remove", True)}),
        2: Told("add", "add", current=False, worktree=True, places={"b.py": ("add", "add", False)}),
    }


def test_a_token_that_came_back(story: Story) -> None:
    story.add("add", {"app.py": holding()})
    story.add("remove", {"app.py": "x = 1\n"})
    story.dated("revert", "--no-edit", "HEAD")
    assert answers(story)[1] == Told(
        "add", 'Revert "remove"', current=True, worktree=True, places={"app.py": ("add", 'Revert "remove"', True)}
    )


def test_a_file_that_was_renamed_and_changed_around_the_token(story: Story) -> None:
    story.add("add", {"old.py": holding()})
    story.git("mv", "old.py", "new.py")
    story.add("rename")
    story.add("change", {"new.py": f"{holding()}# more\n"})
    story.add("move down", {"new.py": f"\n\n{holding()}"})
    report = scan(story.top)
    assert told(report, story.messages()) == {
        1: Told(
            "add", "move down", current=True, worktree=True,
            places={"new.py": ("rename", "move down", True), "old.py": ("add", "add", False)},
        )
    }  # fmt: skip
    (finding,) = report.findings
    assert finding.exposure
    assert (finding.path, finding.region.start_line) == ("new.py", 4), "where HEAD has it now"
    assert [(place.path, place.line) for place in finding.exposure.places] == [("new.py", 4), ("old.py", 2)]


def test_a_token_in_many_files_is_one_finding_and_two_in_one_file_are_two(story: Story) -> None:
    story.add("one", {"a.py": holding(), "b/c.py": holding()})
    story.add("two", {"d.env": f"SEALMETRICS_API_KEY={token(1)}\nSEALMETRICS_TOKEN={token(2)}\n"})
    assert answers(story) == {
        1: Told("one", "two", current=True, worktree=True, places={
            "a.py": ("one", "two", True), "b/c.py": ("one", "two", True), "d.env": ("two", "two", True),
        }),
        2: Told("two", "two", current=True, worktree=True, places={"d.env": ("two", "two", True)}),
    }  # fmt: skip


def test_days_are_counted_from_the_first_commit_until_now(story: Story) -> None:
    story.add("begin")
    story.add("add", {"app.py": holding()})
    story.add("remove", {"app.py": None})
    (finding,) = scan(story.top).findings
    assert finding.exposure
    assert finding.exposure.days == 999
    assert finding.exposure.first
    assert finding.exposure.first.date == "2023-11-15"


@pytest.mark.parametrize(
    ("when", "days", "date"),
    [
        ("0 +0000", NOW // DAY, "1970-01-01"),
        (f"{NOW + 10 * DAY} +0000", 0, "2026-08-20"),
        ("99999999999999 +0000", 0, "9999-12-31"),
        ("18446744073709551615 +0000", 0, "9999-12-31"),
        ("-86400 +0000", 0, "9999-12-31"),  # which git takes for a very large number
        ("nonsense", NOW // DAY, "1970-01-01"),
        ("1700000000 -9999", (NOW - 1_700_000_000) // DAY, "2023-11-14"),
    ],
)
def test_dates_that_no_clock_shows(when: str, days: int, date: str, story: Story) -> None:
    story.add("tree", {"app.py": holding()})
    raw = f"tree {story.id('HEAD^{tree}')}\nauthor A <a@example.org> {when}\ncommitter A <a@example.org> {when}\n\nstrange\n"
    made = raw_object(story, "commit", raw.encode())
    story.git("update-ref", "refs/heads/main", made)
    (finding,) = scan(story.top).findings
    assert finding.exposure
    assert finding.exposure.first
    assert (finding.exposure.days, finding.exposure.first.date) == (days, date)
    assert finding.exposure.current


def raw_object(story: Story, kind: str, content: bytes) -> str:
    """Write an object that git's own commands would not make."""
    command = ["git", "-C", str(story.top), "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return subprocess.run(command, input=content, check=True, capture_output=True).stdout.decode().strip()


def test_authors_are_told_only_when_asked_for(story: Story) -> None:
    story.add("add", {"app.py": holding()})
    (finding,) = scan(story.top).findings
    assert finding.exposure
    assert finding.exposure.first
    assert finding.exposure.first.author == ""
    (finding,) = scan(story.top, authors=True).findings
    assert finding.exposure
    assert finding.exposure.first
    assert finding.exposure.first.author == "A. Tester <tester@example.org>"
    assert finding.exposure.places[0].first == finding.exposure.first


# Merges --------------------------------------------------------------------------------------------------------------


def test_a_branch_that_was_merged_and_one_that_was_not(story: Story) -> None:
    story.add("begin", {"base.py": "x = 1\n"})
    for branch, number in (("merged", 1), ("open", 2)):
        story.git("checkout", "--quiet", "-b", branch, "main")
        story.add(f"add {number}", {f"{branch}.py": holding(number)})
    story.git("checkout", "--quiet", "main")
    story.add("aside", {"other.py": "x = 1\n"})
    story.dated("merge", "--quiet", "--no-ff", "-m", "merge", "merged")
    assert answers(story) == {
        1: Told("add 1", "merge", ("HEAD", "main", "merged"), current=True, worktree=True, places={"merged.py": ("add 1", "merge", True)}),
        2: Told("add 2", "add 2", ("open",), places={"open.py": ("add 2", "add 2", False)}),
    }


def test_a_merge_that_brings_a_token_that_no_parent_has_and_one_that_drops_one(story: Story) -> None:
    story.add("begin", {"base.py": "x = 1\n"})
    story.git("checkout", "--quiet", "-b", "side")
    story.add("side", {"dropped.py": holding(2), "evil.py": "x = 'side'\n"})
    story.git("checkout", "--quiet", "main")
    story.add("main", {"evil.py": "x = 'main'\n"})
    with pytest.raises(subprocess.CalledProcessError):
        story.dated("merge", "side")
    story.write("evil.py", holding(1))
    story.git("rm", "--quiet", "--force", "dropped.py")
    story.add("merge")
    assert len(story.git("rev-list", "--parents", "-1", "HEAD").split()) == 3
    assert answers(story) == {
        1: Told("merge", "merge", ("HEAD", "main"), current=True, worktree=True, places={"evil.py": ("merge", "merge", True)}),
        2: Told("side", "side", ("HEAD", "main", "side"), places={"dropped.py": ("side", "side", False)}),
    }


def test_an_octopus_and_a_history_with_two_roots(story: Story) -> None:
    story.add("begin", {"base.py": "x = 1\n"})
    for number in (1, 2, 3):
        story.git("checkout", "--quiet", "-b", f"arm{number}", "main")
        story.add(f"add {number}", {f"{number}.py": holding(number)})
    story.git("checkout", "--quiet", "main")
    story.add("aside", {"aside.py": "x = 1\n"})
    story.dated("merge", "--quiet", "-m", "octopus", "arm1", "arm2", "arm3")
    story.git("checkout", "--quiet", "--orphan", "island")
    story.git("rm", "-r", "--quiet", "--force", ".")
    story.add("island", {"island.py": holding(4)})
    story.git("checkout", "--quiet", "main")
    story.dated("merge", "--quiet", "--allow-unrelated-histories", "-m", "land", "island")
    found = answers(story)
    assert {number: (each.first, each.last, each.refs) for number, each in found.items()} == {
        1: ("add 1", "land", ("HEAD", "arm1", "main")),
        2: ("add 2", "land", ("HEAD", "arm2", "main")),
        3: ("add 3", "land", ("HEAD", "arm3", "main")),
        4: ("island", "land", ("HEAD", "island", "main")),
    }


# Names ---------------------------------------------------------------------------------------------------------------


def test_tags_notes_stashes_remotes_and_replacements_reach_tokens_too(story: Story) -> None:
    begin = story.add("begin", {"base.py": "x = 1\n"})
    story.git("checkout", "--quiet", "--detach")
    story.add("tagged", {"tagged.py": holding(1)})
    story.git("tag", "v1")
    story.dated("tag", "-a", "-m", "annotated", "v2")
    story.git("checkout", "--quiet", "--detach", "main")
    remote = story.add("remote", {"remote.py": holding(2)})
    story.git("update-ref", "refs/remotes/origin/topic", remote)
    pull = story.add("pull", {"pull.py": holding(3)})
    story.git("update-ref", "refs/pull/7/head", pull)
    story.git("checkout", "--quiet", "main")
    replacing = story.git("commit-tree", "-m", "replacing", f"{pull}^{{tree}}").strip()
    other = story.git("hash-object", "-w", str(story.write("other", holding(5)))).strip()
    tree = subprocess.run(
        ["git", "-C", str(story.top), "mktree"], input=f"100644 blob {other}\tinner.py\n".encode(), check=True, capture_output=True
    )
    replacing = story.dated("commit-tree", "-m", "replacing", tree.stdout.decode().strip()).strip()
    story.git("replace", begin, replacing)
    (story.top / "other").unlink()
    found = answers(story)
    assert found[1] == Told("tagged", "tagged", ("tags/v1", "tags/v2"), places={"tagged.py": ("tagged", "tagged", False)})
    assert found[2] == Told("remote", "pull", ("pull/7/head", "remotes/origin/topic"), places={"remote.py": ("remote", "pull", False)})
    assert found[3] == Told("pull", "pull", ("pull/7/head",), places={"pull.py": ("pull", "pull", False)})
    assert found[5] == Told("replacing", "replacing", (f"replace/{begin}",), places={"inner.py": ("replacing", "replacing", False)})


def test_every_stash_counts_not_only_the_newest_and_untracked_files_in_one_too(story: Story) -> None:
    story.add("begin", {"app.py": "x = 1\n"})
    for number in (1, 2):
        story.write("app.py", holding(number))
        story.write("untracked.py", holding(number + 2))
        story.dated("stash", "push", "--quiet", "--include-untracked", "-m", f"stash {number}")
    found = answers(story)
    assert {number: (each.first, sorted(each.places)) for number, each in found.items()} == {
        1: ("On main: stash 1", ["app.py"]),
        2: ("On main: stash 2", ["app.py"]),
        3: (f"untracked files on main: {story.git('rev-parse', '--short', 'HEAD').strip()} begin", ["untracked.py"]),
        4: (f"untracked files on main: {story.git('rev-parse', '--short', 'HEAD').strip()} begin", ["untracked.py"]),
    }
    assert found[2].refs == ("stash",)


def test_messages_of_commits_tags_and_notes_are_read(story: Story) -> None:
    said = story.add(f"say it\n\ncurl -H 'X-API-Key: {token(1)}' https://api.sealmetrics.com/v1/sites")
    story.dated("tag", "-a", "-m", f"release\n\nwith SEALMETRICS_API_KEY={token(2)}", "v1")
    story.dated("notes", "add", "-m", f"SEALMETRICS_API_KEY={token(3)}")
    tag = story.id("v1")
    found = answers(story)
    assert found == {
        1: Told("say it", "say it", ("HEAD", "main", "tags/v1"), places={f"message of {said[:12]}": ("say it", "say it", False)}),
        2: Told("", "", ("tags/v1",), places={f"message of {tag[:12]}": ("", "", False)}),
        3: Told(
            "Notes added by 'git notes add'", "Notes added by 'git notes add'", ("notes/commits",),
            places={said: ("Notes added by 'git notes add'", "Notes added by 'git notes add'", False)},
        ),
    }  # fmt: skip
    lines = {finding.path: finding.region.start_line for finding in scan(story.top).findings}
    assert lines == {f"message of {said[:12]}": 3, f"message of {tag[:12]}": 3, said: 1}


def test_tags_of_tags_and_names_of_blobs_and_trees(story: Story) -> None:
    story.add("begin", {"x.py": "x = 1\n"})
    story.dated("tag", "-a", "-m", f"SEALMETRICS_API_KEY={token(1)}", "inner")
    story.dated("tag", "-a", "-m", "between", "between", "inner")
    story.dated("tag", "-a", "-m", f"SEALMETRICS_API_KEY={token(2)}", "outer", "between")
    inner, outer = story.id("inner"), story.id("outer")
    story.git("tag", "-d", "inner", "between")
    blob = story.git("hash-object", "-w", str(story.write("blob", holding(3)))).strip()
    story.git("update-ref", "refs/tags/blob", blob)
    deep = story.git("hash-object", "-w", str(story.write("blob", holding(4)))).strip()
    story.dated("tag", "-a", "-m", "a blob", "tagged-blob", deep)
    story.write("sub/tree.py", holding(5))
    (story.top / "blob").unlink()
    story.git("add", "--all")
    story.git("tag", "tree", story.git("write-tree").strip())
    story.git("reset", "--quiet", "--hard")
    found = answers(story)
    assert found == {
        1: Told(refs=("tags/outer",), places={f"message of {inner[:12]}": ("", "", False)}),
        2: Told(refs=("tags/outer",), places={f"message of {outer[:12]}": ("", "", False)}),
        3: Told(refs=("tags/blob",), places={"refs/tags/blob": ("", "", False)}),
        4: Told(refs=("tags/tagged-blob",), places={"refs/tags/tagged-blob": ("", "", False)}),
        5: Told(refs=("tags/tree",), places={"sub/tree.py": ("", "", False)}),
    }


def test_tags_that_are_nested_deeply(story: Story) -> None:
    story.add("begin", {"x.py": "x = 1\n"})
    name, kind = story.id("HEAD"), "commit"
    for depth in range(40):
        said = f"SEALMETRICS_API_KEY={token(1)}" if depth == 2 else "nothing"
        raw = f"object {name}\ntype {kind}\ntag t{depth}\ntagger A <a@example.org> 1700000000 +0000\n\n{said}\n"
        name, kind = raw_object(story, "tag", raw.encode()), "tag"
    story.git("update-ref", "refs/tags/deep", name)
    assert answers(story)[1].refs == ("tags/deep",)


def test_a_message_that_a_merged_tag_left_and_a_name_that_is_a_token(story: Story) -> None:
    story.add("begin")
    tree = story.id("HEAD^{tree}")
    raw = (
        f"tree {tree}\nauthor A <a@example.org> 1700000000 +0000\ncommitter {token(2)} <a@example.org> 1700000000 +0000\n"
        f"mergetag object {story.id('HEAD')}\n type commit\n tag v1\n tagger A <a@example.org> 1700000000 +0000\n \n"
        f" SEALMETRICS_API_KEY={token(1)}\n\nmerged\n"
    )
    made = raw_object(story, "commit", raw.encode())
    story.git("update-ref", "refs/heads/main", made)
    found = answers(story)
    assert {number: (each.first, sorted(each.places)) for number, each in found.items()} == {
        1: ("merged", [f"message of {made[:12]}"]),
        2: ("merged", [f"message of {made[:12]}"]),
    }


def test_a_detached_head_and_a_head_without_commits(story: Story) -> None:
    assert answers(story) == {}
    story.add("begin")
    story.git("checkout", "--quiet", "--detach")
    loose = story.add("loose", {"app.py": holding()})
    assert answers(story) == {
        1: Told("loose", "loose", ("HEAD",), current=True, worktree=True, places={"app.py": ("loose", "loose", True)})
    }
    story.git("checkout", "--quiet", "--orphan", "empty")
    story.git("rm", "-r", "--quiet", "--force", ".")
    story.git("tag", "kept", loose)
    assert answers(story) == {1: Told("loose", "loose", ("tags/kept",), places={"app.py": ("loose", "loose", False)})}


def test_what_a_merge_is_about_to_bring_counts_already(story: Story) -> None:
    story.add("begin", {"app.py": "x = 1\n"})
    story.git("checkout", "--quiet", "-b", "side")
    story.add("side", {"app.py": "x = 2\n", "side.py": holding()})
    story.git("checkout", "--quiet", "main")
    story.add("main", {"app.py": "x = 3\n"})
    with pytest.raises(subprocess.CalledProcessError):
        story.dated("merge", "side")
    story.git("branch", "-D", "side")
    assert answers(story) == {1: Told("side", "side", ("MERGE_HEAD",), worktree=True, places={"side.py": ("side", "side", False)})}


# What nothing reaches -------------------------------------------------------------------------------------------------


def lost(story: Story) -> None:
    story.add("begin", {"app.py": "x = 1\n"})
    story.add("lost", {"app.py": holding(1)})
    story.git("reset", "--quiet", "--hard", "HEAD^")
    story.git("hash-object", "-w", str(story.write("loose", holding(2))))
    (story.top / "loose").unlink()


def test_what_no_name_reaches_is_left_out_unless_it_is_asked_for(story: Story) -> None:
    lost(story)
    assert answers(story) == {}
    blob = story.git("hash-object", str(story.write("loose", holding(2)))).strip()
    (story.top / "loose").unlink()
    assert answers(story, unreachable=True) == {
        1: Told("lost", "lost", (), places={"app.py": ("lost", "lost", False)}),
        2: Told("", "", (), places={f"object {blob[:12]}": ("", "", False)}),
    }


def test_what_was_pruned_around_a_lost_commit_does_not_hide_it(story: Story) -> None:
    story.add("begin", {"app.py": "x = 1\n"})
    pruned = story.add("pruned", {"app.py": "x = 2\n"})
    story.add("lost", {"app.py": holding(1)})
    story.git("reset", "--quiet", "--hard", "HEAD~2")
    story.add("kept", {"kept.py": holding(2)})
    (story.top / f".git/objects/{pruned[:2]}/{pruned[2:]}").unlink()
    report = scan(story.top, unreachable=True)
    found = told(report, story.messages())
    assert found[2] == Told("kept", "kept", current=True, worktree=True, places={"kept.py": ("kept", "kept", True)})
    assert list(found[1].places.values()) in [[("lost", "lost", False)], [("", "", False)]]


# Where the repository is ----------------------------------------------------------------------------------------------


def two(story: Story) -> dict[int, Told]:
    """Tell a history with a token that is gone and one that is not, and what is to be said of it."""
    story.add("gone", {"gone.py": holding(1)})
    story.add("here", {"gone.py": None, "here.py": holding(2)})
    return {
        1: Told("gone", "gone", places={"gone.py": ("gone", "gone", False)}),
        2: Told("here", "here", current=True, worktree=True, places={"here.py": ("here", "here", True)}),
    }


def bare(expected: dict[int, Told], worktree: bool | None = None) -> dict[int, Told]:  # noqa: FBT001 - what is expected of `worktree`
    return {number: replace(each, worktree=worktree) for number, each in expected.items()}


@pytest.mark.parametrize("hashes", ["sha1", "sha256"])
@pytest.mark.parametrize("packed", [False, True])
def test_both_kinds_of_hashes_loose_and_packed(hashes: str, packed: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    story = Story.begin(tmp_path / "story", f"--object-format={hashes}")
    expected = two(story)
    if packed:
        story.git("repack", "-a", "-d", "--quiet")
        story.git("pack-refs", "--all")
        assert not [path for path in (story.top / ".git/objects").iterdir() if len(path.name) == 2]
    assert answers(story) == expected


def test_a_bare_repository_and_dot_git_itself_and_a_directory_below(story: Story, tmp_path: Path) -> None:
    expected = two(story)
    story.write("below/x.py")
    made = clone(story.top, tmp_path / "bare.git", "--bare")
    assert told(scan(made.top), story.messages()) == bare(expected)
    assert told(scan(story.top / ".git"), story.messages()) == expected
    assert told(scan(story.top / "below"), story.messages()) == expected


def test_a_linked_work_tree_has_a_head_of_its_own_and_shares_the_history(story: Story, tmp_path: Path) -> None:
    expected = two(story)
    story.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    linked = Story(tmp_path / "linked", story.days)
    linked.add("linked", {"here.py": None, "linked.py": holding(3)})
    here = answers(linked)
    assert here[1] == Told("gone", "gone", places={"gone.py": ("gone", "gone", False)})
    assert here[2] == Told("here", "here", places={"here.py": ("here", "here", False)})
    assert here[3] == Told("linked", "linked", ("HEAD",), current=True, worktree=True, places={"linked.py": ("linked", "linked", True)})
    there = answers(story)
    for number, each in expected.items():
        assert there[number] == replace(each, refs=("HEAD", "main", "worktrees/linked/HEAD"))
    assert there[3] == Told("linked", "linked", ("worktrees/linked/HEAD",), places={"linked.py": ("linked", "linked", False)})
    story.git("checkout", "--quiet", "--detach")
    story.add("main is detached", {"main.py": holding(4)})
    assert answers(linked)[4].refs == ("main-worktree/HEAD",)


def test_a_repository_beside_its_work_tree(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "story", f"--separate-git-dir={tmp_path / 'elsewhere'}")
    assert (story.top / ".git").is_file()
    expected = two(story)
    assert answers(story) == expected


def test_alternates_lend_their_objects(story: Story, tmp_path: Path) -> None:
    expected = two(story)
    story.git("clone", "--quiet", "--shared", str(story.top), str(tmp_path / "borrowing"))
    borrowing = Story(tmp_path / "borrowing")
    found = told(scan(borrowing.top), story.messages())
    refs = ("HEAD", "main", "remotes/origin/HEAD", "remotes/origin/main")
    assert found == {number: replace(each, refs=refs) for number, each in expected.items()}


def test_objects_of_an_alternate_that_is_gone_are_told_of(story: Story, tmp_path: Path) -> None:
    two(story)
    story.git("clone", "--quiet", "--shared", str(story.top), str(tmp_path / "borrowing"))
    borrowing = Story(tmp_path / "borrowing", story.days)
    borrowing.add("own", {"own.py": holding(3)})
    blob = story.id("HEAD~1:gone.py")
    (story.top / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    report = scan(borrowing.top)
    assert [finding.path for finding in report.findings] == ["here.py", "own.py"]
    assert report.skipped == [
        Skipped(".", "1 objects of its history are not here ('objects/info/alternates' names another repository); a full clone has them")
    ]
    shutil.rmtree(story.top / ".git")
    report = scan(borrowing.top)
    assert [finding.path.startswith("object ") for finding in report.findings] == [True]
    assert report.incomplete


def submodule(story: Story, tmp_path: Path) -> tuple[Story, dict[int, Told]]:
    inner = Story.begin(tmp_path / "inner", "--quiet")
    expected = two(inner)
    story.git("submodule", "--quiet", "add", f"file://{inner.top}", "libs/inner")
    story.add("link")
    return inner, expected


def within(expected: dict[int, Told], place: str, worktree: bool | None) -> dict[int, Told]:  # noqa: FBT001 - what is expected of `worktree`
    refs = ("HEAD", "main", "remotes/origin/HEAD", "remotes/origin/main")
    return {
        number: Told(
            each.first, each.last, refs, each.current, worktree and each.current,
            {f"{place}/{path}": where for path, where in each.places.items()},
        )
        for number, each in expected.items()
    }  # fmt: skip


def test_the_history_of_a_submodule_is_scanned_too(story: Story, tmp_path: Path) -> None:
    inner, expected = submodule(story, tmp_path)
    assert told(scan(story.top), story.messages() | inner.messages()) == {
        number: Told(each.first, each.last, each.refs, each.current, each.worktree, each.places)
        for number, each in within(expected, "libs/inner", worktree=True).items()
    }


def test_a_broken_submodule_is_told_of_and_the_rest_is_scanned(story: Story, tmp_path: Path) -> None:
    inner, _ = submodule(story, tmp_path)
    story.add("own", {"own.py": holding(3)})
    (story.top / ".git/modules/libs/inner/config").write_text("[core\n")
    report = scan(story.top)
    assert set(told(report, story.messages() | inner.messages())) == {3}
    assert {skip.path for skip in report.skipped if skip.incomplete} == {"libs/inner"}


# What is not here -----------------------------------------------------------------------------------------------------


def test_a_shallow_clone_says_what_is_missing(story: Story, tmp_path: Path) -> None:
    two(story)
    story.add("last", {"last.py": "x = 1\n"})
    made = clone(story.top, tmp_path / "shallow", "--depth=1")
    report = scan(made.top)
    (skipped,) = report.skipped
    assert "shallow" in skipped.reason
    assert skipped.incomplete
    found = told(report, story.messages())
    assert (found[2].first, found[2].last, set(found)) == ("last", "last", {2})


def test_a_partial_clone_says_what_is_missing_and_fetches_nothing(story: Story, tmp_path: Path) -> None:
    two(story)
    story.git("config", "uploadpack.allowFilter", "true")
    made = clone(story.top, tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    before = made.git("count-objects", "-v")
    report = scan(made.top)
    assert made.git("count-objects", "-v") == before
    assert report.skipped == [Skipped(".", "2 objects of its history are not here (a partial clone); a full clone has them")]
    assert report.findings == []


def test_a_partial_clone_without_trees_is_told_of(story: Story, tmp_path: Path) -> None:
    story.add(f"say\n\nSEALMETRICS_API_KEY={token(3)}")
    two(story)
    story.git("config", "uploadpack.allowFilter", "true")
    made = clone(story.top, tmp_path / "partial", "--filter=tree:0", "--no-checkout")
    report = scan(made.top)
    assert report.incomplete
    assert set(told(report, story.messages())) == {3}, "what is here is judged"


# Attributes, links, names ----------------------------------------------------------------------------------------------


def test_attributes_hide_nothing(story: Story) -> None:
    story.add("add", {".gitattributes": "* -diff -text binary filter=lfs diff=none export-ignore\n", "secret.env": holding()})
    story.add("remove", {"secret.env": None})
    assert answers(story) == {1: Told("add", "add", places={"secret.env": ("add", "add", False)})}


def test_links_and_submodules_of_the_repository_itself(story: Story) -> None:
    begin = story.add(f"begin\n\nSEALMETRICS_API_KEY={token(1)}")
    (story.top / "link").symlink_to(f"https://my.sealmetrics.com/?token={token(2)}")
    story.git("add", "link")
    story.git("update-index", "--add", "--cacheinfo", f"160000,{begin},self")
    story.dated("commit", "--quiet", "-m", "link")
    found = answers(story)
    assert found[1].places == {f"message of {begin[:12]}": ("begin", "begin", False)}
    assert found[2].places == {"link": ("link", "link", True)}


NAMES = [
    b"new\nline.py",
    b'tab\tand "quotes".py',
    b"\xff\xfe.py",
    b"-rf.py",
    b":(glob)*.py",
    "Ünïcödé/ﬀ.py".encode(),
    b"\x1b[31m.py",
    b" .py",
]


def test_paths_of_every_kind(story: Story) -> None:
    for number, name in enumerate(NAMES, 1):
        path = os.path.join(os.fsencode(story.top), name)  # noqa: PTH118 - bytes
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - bytes
        with open(path, "w") as file:  # noqa: PTH123 - bytes
            file.write(holding(number))
    story.add("add")
    story.git("rm", "-r", "--quiet", ".")
    story.add("remove")
    found = answers(story)
    assert {number: each.places for number, each in found.items()} == {
        number: {os.fsdecode(name): ("add", "add", False)} for number, name in enumerate(NAMES, 1)
    }


def test_a_file_that_becomes_a_directory_and_back(story: Story) -> None:
    story.add("file", {"x": holding(1)})
    story.add("nothing", {"x": None})
    story.add("inside", {"x/y": holding(1)})
    (story.top / "x/y").unlink()
    (story.top / "x").rmdir()
    story.add("back", {"x": holding(1)})
    assert answers(story) == {
        1: Told("file", "back", current=True, worktree=True, places={"x": ("file", "back", True), "x/y": ("inside", "inside", False)})
    }


# Suppression ------------------------------------------------------------------------------------------------------------


IGNORED = f"# a file\ntoken = '{token()}'  # sealguard: ignore[hardcoded-token] -- revoked\n"


def suppressed(report: Report) -> list[bool]:
    return [finding.suppression is not None for finding in report.findings]


def test_a_comment_counts_where_head_has_it_and_what_older_versions_say_does_not(story: Story) -> None:
    story.add("add", {"app.py": holding()})
    story.add("ignore", {"app.py": IGNORED})
    assert suppressed(scan(story.top)) == [True]
    story.add("no longer", {"app.py": holding()})
    assert suppressed(scan(story.top)) == [False]


def test_the_last_version_decides_when_head_has_none(story: Story) -> None:
    story.add("ignore", {"app.py": IGNORED})
    story.add("plain", {"app.py": holding()})
    story.add("remove", {"app.py": None})
    assert suppressed(scan(story.top)) == [False]
    story.add("ignore again", {"app.py": IGNORED})
    story.add("remove again", {"app.py": None})
    assert suppressed(scan(story.top)) == [True]


@pytest.mark.parametrize("other", ["a.py", "z.py"])
def test_one_place_without_the_comment_is_enough(other: str, story: Story) -> None:
    story.add("add", {"app.py": IGNORED, other: holding()})
    assert suppressed(scan(story.top)) == [False]
    story.add("remove", {"app.py": None, other: None})
    assert suppressed(scan(story.top)) == [False]


# Interrupts ---------------------------------------------------------------------------------------------------------------


def interrupt(*_arguments: object, **_named: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize("place", ["refs", "missing", "walk", "changes", "named_directly"])
def test_an_interrupt_while_commits_are_asked_leaves_what_was_found_without_its_commits(
    place: str, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = two(story)
    story.write(".git/objects/pack/pack-0.promisor", "")
    monkeypatch.setattr(commits, place, interrupt)
    report = scan(story.top)
    assert report.interrupted
    assert report.incomplete
    assert Skipped(".", "the scan was interrupted") in report.skipped
    places = {f"object {story.id(name)[:12]}" for name in ("HEAD~1:gone.py", "HEAD:here.py")}
    assert {finding.path for finding in report.findings} == places
    assert [finding.exposure for finding in report.findings] == [None, None]
    assert len(expected) == 2


def test_an_interrupt_while_the_work_tree_is_compared_keeps_the_commits(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = two(story)
    monkeypatch.setattr(Worktree, "batches", interrupt)
    report = scan(story.top)
    assert report.interrupted
    assert report.incomplete
    assert told(report, story.messages()) == bare(expected)


def test_an_interrupt_while_objects_are_sifted_judges_those_that_were(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 5):
        story.add(f"add {number}", {f"{number}.py": holding(number)})
    read = Objects.read

    def interrupted(self: Objects, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        if batch.objects[0] != min(name for each in self.batches() if isinstance(each, Batch) for name in each.objects):
            raise KeyboardInterrupt
        yield from read(self, batch)

    monkeypatch.setattr(objects, "BATCH_OBJECTS", 3)
    monkeypatch.setattr(Objects, "_names", lambda self: iter(sorted(names(self.repository))))
    monkeypatch.setattr(Objects, "read", interrupted)
    report = scan(story.top)
    assert report.interrupted
    assert report.incomplete
    assert report.files == 3
    assert all(finding.path.startswith("object ") and finding.exposure is None for finding in report.findings)


def names(repository: git.Repository) -> list[bytes]:
    lines = git.run(repository, *git.ALL_OBJECTS, "--batch-check=%(objectname) %(objecttype)").splitlines()
    return [line.split()[0] for line in lines if not line.endswith(b" tree")]


def test_who_interrupts_twice_wants_to_see_nothing(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    two(story)
    monkeypatch.setattr(commits, "walk", interrupt)
    monkeypatch.setattr(engine, "glance", interrupt)
    with pytest.raises(KeyboardInterrupt):
        scan(story.top)


def test_what_is_judged_after_an_interrupt_takes_a_moment_only(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    large = "".join(f"VALUE_{number} = 'text' + OTHER_{number}[{number}]\n" for number in range(40_000))
    story.add("many", {f"{number}.py": f"{large}{number}\n{holding(number)}" for number in range(1, 9)})
    monkeypatch.setattr(commits, "walk", interrupt)
    start = time.perf_counter()
    report = scan(story.top)
    assert report.interrupted
    assert time.perf_counter() - start < 10, "eight such files take a minute"


def test_what_is_wrong_with_an_old_suppression_is_no_news(story: Story) -> None:
    story.add("add", {"app.py": holding(), "notes.py": "x = 1  # sealguard: ignore[hardcoded-token] -- nothing is here\n"})
    assert [finding.rule for finding in scan(story.top).findings] == ["hardcoded-token"]
