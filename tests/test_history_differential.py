"""Random histories are told as a slow and obvious way tells them: check every commit out, scan it, and ask git which names contain it."""

from __future__ import annotations

import itertools
import os
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from histories import KEY, Story, Told, holding, scan, token, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sealguard import engine
from sealguard.analysis import Settings
from sealguard.model import Secret
from sealguard.sources import commits, git
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sealguard.sources.commits import Extent

PATHS: Final = ("a.py", "b.env", "d", "d/b.py", "d/e/f.txt", "é\n.py")
CONTENTS: Final = (
    "x = 1\n",
    holding(1),
    holding(2),
    holding(3),
    f"{holding(1)}{holding(2)}",
    f"\n# moved\n{holding(1)}",
)
NUMBERS: Final = {Secret(token(number)).fingerprint(KEY): number for number in range(1, 6)}

Tree = dict[str, int]


@dataclass(frozen=True)
class Node:
    """A commit: its parents by number, what it changes of their trees, when it was made, and whether its message holds a token."""

    parents: tuple[int, ...]
    edits: tuple[tuple[str, int | None], ...]
    takes: int
    """Of which parent it has the tree before its edits; one past the last: of all together."""
    day: int
    says: int | None


@dataclass(frozen=True)
class Plan:
    nodes: tuple[Node, ...]
    branches: tuple[int, ...]
    tags: tuple[int, ...]
    annotated: tuple[int, ...]
    head: int


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    count = draw(st.integers(1, 9))
    nodes = []
    for number in range(count):
        most = min(number, 3)
        width = draw(st.sampled_from([min(most, width) for width in (1, 1, 1, 2, 2, 3, 0)]))
        parents = tuple(draw(st.permutations(range(max(0, number - 5), number)))[:width]) if number else ()
        edits = draw(st.lists(st.tuples(st.sampled_from(PATHS), st.none() | st.integers(0, len(CONTENTS) - 1)), max_size=3))
        takes = draw(st.integers(0, len(parents)))
        nodes.append(Node(parents, tuple(edits), takes, draw(st.integers(0, 12)), draw(st.sampled_from([None, None, None, None, 4, 5]))))
    some = st.integers(0, count - 1)
    few = st.lists(some, max_size=2).map(tuple)
    return Plan(tuple(nodes), (count - 1, *draw(few)), draw(few), draw(few), draw(some))


def trees(plan: Plan) -> list[Tree]:
    made: list[Tree] = []
    for node in plan.nodes:
        tree: Tree = {}
        for parent in node.parents if node.takes == len(node.parents) else node.parents[node.takes : node.takes + 1]:
            for path, content in made[parent].items():
                put(tree, path, content)
        for path, edit in node.edits:
            if edit is None:
                tree.pop(path, None)
            else:
                put(tree, path, edit)
        made.append(tree)
    return made


def put(tree: Tree, path: str, content: int) -> None:
    """Write a file, in place of a directory or of a file where a directory is to be."""
    for other in [other for other in tree if other.startswith(f"{path}/") or path.startswith(f"{other}/")]:
        del tree[other]
    tree[path] = content


def build(plan: Plan, top: Path) -> Story:
    """Make the history with `git fast-import`."""
    story = Story.begin(top)
    pieces = []
    for number, (node, tree) in enumerate(zip(plan.nodes, trees(plan), strict=True)):
        said = f"c{number}" + (f"\n\nSEALMETRICS_API_KEY={token(node.says)}\n" if node.says else "")
        when = 1_700_000_000 + 86_400 * node.day
        pieces.append(f"reset refs/temporary/{number}\ncommit refs/temporary/{number}\nmark :{number + 1}\n")
        pieces.append(f"committer A <a@example.org> {when} +0000\ndata {len(said)}\n{said}\n")
        pieces += [f"{'merge' if at else 'from'} :{parent + 1}\n" for at, parent in enumerate(node.parents)]
        pieces.append("deleteall\n")
        for path, content in tree.items():
            quoted = path.replace("\n", "\\n")
            pieces.append(f'M 100644 inline "{quoted}"\ndata {len(CONTENTS[content])}\n{CONTENTS[content]}\n')
        pieces.append("\n")
    for kind, numbers in (("heads/b", plan.branches), ("tags/t", plan.tags)):
        pieces += [f"reset refs/{kind}{at}\nfrom :{number + 1}\n\n" for at, number in enumerate(numbers)]
    for at, number in enumerate(plan.annotated):
        pieces.append(f"tag a{at}\nfrom :{number + 1}\ntagger A <a@example.org> 1700000000 +0000\ndata 1\nx\n")
    pieces.append(f"reset refs/heads/main\nfrom :{plan.head + 1}\n\n")
    command = ["git", "-C", str(top), "fast-import", "--quiet"]
    subprocess.run(command, input="".join(pieces).encode(), check=True, capture_output=True)
    names = story.git("for-each-ref", "--format=delete %(refname)", "refs/temporary")
    subprocess.run(["git", "-C", str(top), "update-ref", "--stdin"], input=names.encode(), check=True)
    story.git("reset", "--quiet", "--hard")
    return story


# The slow and obvious way --------------------------------------------------------------------------------------------


Held = dict[int, set[str]]
"""For each token, the paths that hold it."""


def checked_out(story: Story, commit: str, place: Path) -> Held:
    """Check a commit out and scan what is there; and see whether its message holds a token."""
    place.mkdir()
    variables = {"GIT_WORK_TREE": str(place), "GIT_INDEX_FILE": str(place.parent / f"index-{place.name}")}
    subprocess.run(["git", "-C", str(story.top), "read-tree", "-u", "--reset", commit], check=True, env={**os.environ, **variables})
    report = engine.scan(Worktree((str(place),), str(place)), Settings(key=KEY, root=str(place), portable=True), jobs=1)
    held: Held = defaultdict(set)
    for finding in report.findings:
        held[NUMBERS[finding.fingerprint]].add(finding.path)
    message = story.git("show", "--no-patch", "--format=%B", commit)
    for number in range(1, 6):
        if token(number) in message:
            held[number].add(f"message of {commit[:12]}")
    return held


def obvious(story: Story, order: Sequence[str], held: Mapping[str, Held]) -> dict[int, Told]:
    """Say of each token what is to be said, `order` being all commits, oldest first."""
    messages = story.messages()
    head = story.id("HEAD")
    answers = {}
    for number in range(1, 6):
        holders = [commit for commit in order if held[commit].get(number)]
        if not holders:
            continue
        names = {name for commit in holders for name in story.git("for-each-ref", "--format=%(refname)", "--contains", commit).split()}
        if set(holders) & set(story.git("rev-list", "HEAD").split()):
            names.add("HEAD")
        places = {}
        for path in {path for commit in holders for path in held[commit][number]}:
            having = [messages[commit] for commit in holders if path in held[commit][number]]
            places[path] = (having[0], having[-1], path in held[head].get(number, ()) and not path.startswith("message of "))
        current = any(now for _, _, now in places.values())
        shown = tuple(sorted(name.removeprefix("refs/heads/").removeprefix("refs/") for name in names))
        answers[number] = Told(messages[holders[0]], messages[holders[-1]], shown, current, current, places)
    return answers


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(plan=plans(), span=st.tuples(st.integers(0, 8), st.integers(0, 8)))
def test_a_history_is_told_as_the_obvious_way_tells_it(plan: Plan, span: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        story = build(plan, Path(directory) / "story")
        order = story.git("rev-list", "--all", "--date-order", "--reverse").split()
        numbers = itertools.count()
        held = {commit: checked_out(story, commit, Path(directory) / f"commit-{next(numbers)}") for commit in order}
        found = {number: sort(each) for number, each in told(scan(story.top), story.messages(), 5).items()}
        assert found == {number: sort(each) for number, each in obvious(story, order, held).items()}
        check_range(story, order[span[0] % len(order)], order[span[1] % len(order)], held)


def sort(answer: Told) -> Told:
    return Told(answer.first, answer.last, tuple(sorted(answer.refs)), answer.current, answer.worktree, answer.places)


def check_range(story: Story, start: str, end: str, held: Mapping[str, Held]) -> None:
    """Hold a range to what it must and may tell: git may list again what was there once and had gone before the range."""
    inside = story.git("rev-list", f"{start}..{end}").split()
    before = story.git("rev-list", start).split()
    report = scan(story.top, extent=commits_between(story, start, end))
    assert not report.incomplete
    found = {NUMBERS[finding.fingerprint]: finding for finding in report.findings}
    may = {number for commit in inside for number, paths in held[commit].items() if paths}
    must = may - {number for commit in before for number, paths in held[commit].items() if paths}
    assert must <= set(found) <= may
    for number in must:
        exposure = found[number].exposure
        assert exposure
        assert exposure.first
        assert exposure.last
        assert {exposure.first.id, exposure.last.id} <= {commit for commit in inside if held[commit].get(number)}
        assert {place.path for place in exposure.places} == {path for commit in inside for path in held[commit].get(number, ())}


def commits_between(story: Story, start: str, end: str) -> Extent:
    repository = git.find(str(story.top))
    assert repository
    return commits.between(repository, f"{start}..{end}")
