"""Runs an audit: one scan of the work tree and one of the history, under the same key, so that what both know is one."""

from __future__ import annotations

import dataclasses
import os
import posixpath
from typing import TYPE_CHECKING

from sealguard import engine, history
from sealguard.applications import COMPOSE
from sealguard.audit.material import Material
from sealguard.audit.practices import practices
from sealguard.catalogue import load_catalogue
from sealguard.config import DEFAULT
from sealguard.profile import Profile
from sealguard.sharing import applications
from sealguard.sources import git
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.analysis import Settings
    from sealguard.config import Config
    from sealguard.engine import Progress
    from sealguard.model import Finding, Report

    Accept = Callable[[Report], None]


def configured(config: Config) -> Config:
    """Give the configuration of an audit: whatever breaks a practice runs, unless the configuration has turned just that off."""
    return dataclasses.replace(
        config, select=tuple(dict.fromkeys((DEFAULT, *(rule for practice in practices() for rule in practice.rules))))
    )


def run(
    root: str, settings: Settings, *, accept: Accept | None = None, jobs: int | None = None, progress: Progress | None = None
) -> Material:
    """Read all that an audit of the directory `root` needs.

    `accept` marks the findings of a report that a baseline accepts. Raises `git.GitError` where git cannot read the repository.
    """
    settings = dataclasses.replace(settings, observe=True, config=configured(settings.config))
    config = settings.config
    source = Worktree((root,), root, config.exclude, config.prefix, config.max_file_size)
    worktree = engine.scan(source, settings, jobs=jobs, progress=progress)
    past = None if worktree.interrupted else _history(root, settings, worktree, jobs, progress)
    for report in filter(None, (worktree, past)):
        if accept is not None:
            accept(report)
    found = applications(source)

    def owners(path: str, line: int) -> tuple[str, ...]:
        served = found.services_at(path, line) if COMPOSE.fullmatch(posixpath.basename(path)) else ()
        own = found.of(path)
        return served or (() if own is None else (own,))

    return Material(
        worktree,
        past,
        application=owners,
        profile=Profile.load(config.hosts, config.names),
        off=tuple(rule.id for rule in load_catalogue().values() if not config.enabled(rule) and _asked(rule.id)),
    )


def _asked(rule: str) -> bool:
    return any(rule in practice.rules for practice in practices())


def _history(root: str, settings: Settings, worktree: Report, jobs: int | None, progress: Progress | None) -> Report | None:
    repository = git.holding(root)
    if repository is None:
        return None
    known = frozenset(finding.fingerprint for finding in worktree.findings if finding.credential)
    report = history.scan(history.Span(repository, worktree=known), settings, jobs=jobs, progress=progress)
    inside = os.path.relpath(os.path.realpath(root), os.path.realpath(repository.top))
    return report if inside == "." else _below(report, f"{inside}/")


def _below(report: Report, prefix: str) -> Report:
    """Keep of a repository's history what was ever below a directory, with paths relative to it."""

    def cut(path: str) -> str:
        return path.removeprefix(prefix)

    def kept(finding: Finding) -> Finding | None:
        places = tuple(place for place in finding.exposure.places if place.path.startswith(prefix)) if finding.exposure else ()
        if not places or finding.exposure is None:
            return None
        places = tuple(dataclasses.replace(place, path=cut(place.path)) for place in places)
        exposure = dataclasses.replace(finding.exposure, places=places, current=any(place.current for place in places))
        path = cut(finding.path) if finding.path.startswith(prefix) else places[0].path
        return dataclasses.replace(finding, path=path, exposure=exposure)

    return dataclasses.replace(
        report,
        findings=[each for finding in report.findings if (each := kept(finding))],
        observations=[dataclasses.replace(each, path=cut(each.path)) for each in report.observations if each.path.startswith(prefix)],
        ignored=[dataclasses.replace(each, path=cut(each.path)) for each in report.ignored if each.path.startswith(prefix)],
    )
