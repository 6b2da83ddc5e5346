"""Which findings a branch introduces: those of the work tree that the commit it began at has nowhere."""

from __future__ import annotations

import dataclasses
import os
from collections import defaultdict
from typing import TYPE_CHECKING

from sealguard import engine
from sealguard.model import Suppression
from sealguard.sources import BATCH_FILES, commits
from sealguard.sources.commits import Version
from sealguard.sources.objects import Versions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from sealguard.analysis import Settings
    from sealguard.model import Finding, Report
    from sealguard.sources.git import Repository


def compare(report: Report, repository: Repository, name: str, settings: Settings, *, jobs: int | None = None) -> None:
    """Mark the findings of a scan of the work tree that were there before the branch left `name`.

    A line that moved, within a file or to another one, is the same finding. `settings` are those of the scan, so that
    fingerprints can be compared. Raises `GitError` where there is no such commit.
    """
    base = commits.merge_base(repository, commits.commit(repository, "HEAD"), commits.commit(repository, name))
    if not report.active:
        return
    before = engine.scan(_tree(repository, base, report.root, settings), settings, jobs=jobs)
    report.skipped += (dataclasses.replace(skip, reason=f"{skip.reason} (as of '{name}')") for skip in before.skipped)
    known = _known(report.findings, before.findings)
    suppression = Suppression("diff-base", f"'{name}' has it already")
    report.findings = [
        dataclasses.replace(finding, suppression=finding.suppression or suppression) if at in known else finding
        for at, finding in enumerate(report.findings)
    ]


def _tree(repository: Repository, commit: bytes, root: str, settings: Settings) -> Versions:
    """Give all files of a commit below `root`, with paths relative to it."""
    config = settings.config
    inside = os.path.relpath(root, repository.top)
    below = b"" if inside == "." else os.fsencode(inside) + b"/"
    files = (version for version in commits.tree(repository, commit) if version.path.startswith(below))
    versions = tuple(Version(path.removeprefix(below), name) for path, name in files)
    return Versions(repository, versions, config.exclude, config.prefix, config.max_file_size, BATCH_FILES)


def _known(findings: Sequence[Finding], before: Iterable[Finding]) -> set[int]:
    """Give the places in `findings` of those that are among `before`, each of which counts for one only."""
    known: set[int] = set()
    rest = list(before)
    for identity in (_same, _moved):
        pool: dict[Hashable, list[Finding]] = defaultdict(list)
        for finding in rest:
            pool[identity(finding)].append(finding)
        for at, finding in enumerate(findings):
            if at not in known and pool.get(identity(finding)):
                pool[identity(finding)].pop()
                known.add(at)
        rest = [finding for left in pool.values() for finding in left]
    return known


def _same(finding: Finding) -> Hashable:
    return finding.rule, finding.path, finding.fingerprint


def _moved(finding: Finding) -> Hashable:
    """Know a finding again in another file."""
    return finding.rule, finding.fingerprint
