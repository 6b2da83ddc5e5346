"""What several applications share is a finding like any other: it can be chosen, suppressed, configured and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from realistic import realistic

from sealguard.analysis import Settings
from sealguard.config import Config
from sealguard.engine import glance, scan
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Repository

    from sealguard.model import Finding

TOKEN = f'SEALMETRICS_TOKEN = "{realistic("sm")}"'


def two(repository: Repository, first: str = TOKEN, second: str = TOKEN) -> Worktree:
    """Write two applications with a file each."""
    for name, text in (("a", first), ("b", second)):
        repository.write(f"{name}/requirements.txt", "requests\n")
        repository.write(f"{name}/settings.py", f"{text}\n")
    return Worktree((str(repository.top),))


def found(source: Worktree, config: Config = Config(select=("shared-token",)), jobs: int = 1) -> Sequence[Finding]:  # noqa: B008 - frozen
    return scan(source, Settings(config=config), jobs=jobs).findings


def test_each_application_has_one_that_names_the_others_and_their_places(repository: Repository) -> None:
    first, second = found(two(repository))
    assert (first.path, second.path) == ("a/settings.py", "b/settings.py")
    assert first.message.startswith("2 applications share one Sealmetrics credential ('a', 'b'):")
    assert [(related.path, related.region.start_line) for related in first.related] == [("b/settings.py", 1)]
    assert first.credential
    assert first.fingerprint == second.fingerprint
    assert realistic("sm") not in repr(first)


def test_processes_that_judge_apart_settle_together(repository: Repository) -> None:
    source = two(repository)
    for number in range(400):
        repository.write(f"a/data/{number}.txt")
    assert [finding.path for finding in found(source, jobs=2)] == ["a/settings.py", "b/settings.py"]


def test_it_runs_unasked_beside_the_literals_own_rule_and_not_where_it_is_ignored(repository: Repository) -> None:
    source = two(repository)
    assert [finding.rule for finding in found(source, Config())] == ["hardcoded-token", "shared-token"] * 2
    assert [finding.rule for finding in found(source, Config(ignore=("lifecycle",)))] == ["hardcoded-token"] * 2


def test_a_comment_suppresses_it_and_is_used_even_if_nothing_is_shared_yet(repository: Repository) -> None:
    comment = f"{TOKEN}  # sealguard: ignore[shared-token, hardcoded-token] -- moved next week"
    both = found(two(repository, comment), Config())
    assert [(f.path, f.rule, f.suppression is not None) for f in both] == [
        ("a/settings.py", "hardcoded-token", True),
        ("a/settings.py", "shared-token", True),
        ("b/settings.py", "hardcoded-token", False),
        ("b/settings.py", "shared-token", False),
    ]
    assert {f.rule for f in found(two(repository, comment, "x = 1"), Config())} == {"hardcoded-token"}


def test_a_credential_whose_own_finding_is_suppressed_is_not_reported_as_shared_there(repository: Repository) -> None:
    comment = f"{TOKEN}  # sealguard: ignore[hardcoded-token] -- made up"
    shared = [f for f in found(two(repository, comment, comment), Config()) if f.rule == "shared-token"]
    assert [f.suppression.reason for f in shared if f.suppression] == ["made up", "made up"]


def test_configuration_of_paths_holds_for_it(repository: Repository) -> None:
    config = Config(select=("shared-token",), per_path=(("b/", ("lifecycle",)),))
    assert [f.suppression is not None for f in found(two(repository), config)] == [False, True]


def test_a_glance_that_did_not_see_every_file_says_nothing_of_it(repository: Repository) -> None:
    report = glance(two(repository), Settings(), 10)
    assert {finding.rule for finding in report.findings} == {"hardcoded-token"}
