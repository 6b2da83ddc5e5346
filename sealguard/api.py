"""The library's face: scans for programs that want findings as objects, by the same rules and files as the command line."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sealguard import engine, reports
from sealguard.analysis import Settings
from sealguard.catalogue import load_catalogue
from sealguard.config import Config, ConfigError, find_baseline, load_config, parse_pattern
from sealguard.model import Finding, Level, Region, Report, Skipped, Suppression
from sealguard.reports import Presentation
from sealguard.reports.provenance import provenance
from sealguard.sources.stdin import StandardInput
from sealguard.sources.worktree import Worktree, scan_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sealguard.sources import Source

__all__ = ["ConfigError", "Finding", "Level", "Region", "Report", "Skipped", "Suppression", "render", "scan", "scan_text"]


def scan(
    *paths: str | os.PathLike[str],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    exclude: Iterable[str] = (),
    config: str | os.PathLike[str] | None = None,
    isolated: bool = False,
    untrusted: bool = False,
    jobs: int = 1,
) -> Report:
    """Scan files and directories, as `sealguard scan` does; no path stands for the working directory.

    `select` and `ignore` are rules or families, `exclude` patterns as in `.gitignore`. `config` is read instead of the
    nearest configuration; with `isolated`, neither a configuration nor a baseline is read. With `untrusted`, as befits trees
    of strangers, comments that suppress findings have no say either (`report.ignored` tells them); only a `config` that is
    named is read then. `jobs` is the number of processes that may be used; with more than one, the calling program must be importable, as
    `multiprocessing` wants it.

    What could not be looked at is in the report (`report.incomplete`, `report.skipped`) and raises nothing. Raises
    `FileNotFoundError` for a path that does not exist, and `ConfigError` for a configuration, baseline or rule that is wrong.
    """
    chosen = tuple(os.fspath(path) for path in paths) or (".",)
    for path in chosen:
        os.lstat(path)
    root = scan_root(chosen)
    alone = isolated or (untrusted and config is None)
    settled = _settled(root, config, isolated=alone, select=select, ignore=ignore, exclude=exclude)
    source = Worktree(chosen, root, settled.exclude, settled.prefix, settled.max_file_size)
    return _report(source, settled, chosen, jobs, isolated=isolated or untrusted, trusted=not untrusted)


def scan_text(
    text: str | bytes,
    name: str,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: str | os.PathLike[str] | None = None,
    isolated: bool = False,
    untrusted: bool = False,
) -> Report:
    """Scan one text as if it were the file `name`, a path relative to the working directory that need not exist.

    Its extension says which language it is in. Otherwise as `scan`.
    """
    root = str(Path.cwd())
    alone = isolated or (untrusted and config is None)
    settled = _settled(root, config, isolated=alone, select=select, ignore=ignore, exclude=())
    content = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    source = StandardInput(content, name, settled.max_file_size)
    return _report(source, settled, (), 1, isolated=isolated or untrusted, trusted=not untrusted)


def render(report: Report, form: str = "json", *, include_suppressed: bool = False) -> str:
    """Write a report in one of the formats of the command line, such as `json`, `sarif` or `html`.

    JSON keeps to `sealguard/schemas/report.json`, to which keys are added within a version, and of which none is changed
    or removed. Raises `ValueError` for a format that does not exist.
    """
    if form not in reports.FORMATS:
        raise ValueError(f"There is no format '{form}'; there are {', '.join(reports.FORMATS)}.")
    presentation = Presentation(include_suppressed=include_suppressed, provenance=provenance(report.root))
    return "".join(reports.render(form, report, presentation))


def _settled(
    root: str,
    file: str | os.PathLike[str] | None,
    *,
    isolated: bool,
    select: Iterable[str],
    ignore: Iterable[str],
    exclude: Iterable[str],
) -> Config:
    """Give what the configuration for `root` and the caller say together."""
    config = load_config(Path(root), file=Path(file) if file is not None else None, isolated=isolated)
    given = Config(select=tuple(select), ignore=tuple(ignore))
    for each in (config, given):
        each.check_selectors(load_catalogue().values())
    patterns = []
    for pattern in exclude:
        try:
            patterns.append(parse_pattern(pattern))
        except ValueError as error:
            raise ConfigError(f"'exclude' must be {error}.") from None
    return dataclasses.replace(
        config,
        select=given.select or config.select,
        ignore=(*config.ignore, *given.ignore),
        exclude=(*config.exclude, *patterns),
    )


def _report(source: Source, config: Config, paths: Sequence[str], jobs: int, *, isolated: bool, trusted: bool) -> Report:
    from sealguard.baseline import apply, load_baseline, looked_at  # noqa: PLC0415 - most trees have none

    file, prefix, named = find_baseline(Path(source.root), config, isolated=isolated)
    known = load_baseline(file, prefix) if not isolated and (named or os.path.lexists(file)) else None
    settings = Settings(config=config, root=source.root, trusted=trusted)
    settings = settings if known is None else dataclasses.replace(settings, key=known.salt)
    report = engine.scan(source, settings, jobs=jobs)
    if report.interrupted:
        raise KeyboardInterrupt
    if known is not None:
        # Only of directories that were looked at as a whole can be said that something is gone from them.
        whole = bool(paths) and all(Path(path).is_dir() for path in paths)
        inside = [os.path.relpath(os.path.realpath(path), source.root) for path in paths] if whole else []
        directories = ["" if path == "." else Path(path).as_posix() for path in inside]
        apply(report, known, config, settings.today, looked_at(report, directories, config) if whole else None)
    return report
