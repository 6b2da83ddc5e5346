"""What every command that scans takes: which paths, by which rules, under which configuration."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sealguard.analysis import Settings
from sealguard.cli import terminal
from sealguard.cli.options import Selector, comma_separated, option
from sealguard.config import Config, find_baseline, find_config, load_config, nearest, parse_pattern, shown
from sealguard.model import Ignored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sealguard.baseline import Baseline

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Scope:
    """What was typed, or set in the environment, on what is scanned and how."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    exclude: tuple[str, ...]
    generic_secrets: bool | None
    config: Path | None
    isolated: bool
    baseline: Path | None
    jobs: int | None
    no_progress: bool
    untrusted: bool = dataclasses.field(default=False, kw_only=True)


def chosen(command: Decorated) -> Decorated:
    """Declare which paths and rules a command takes, and the configuration: the first fields of `Scope`."""
    for decorate in reversed(_CHOICES):
        command = decorate(command)
    return command


def working(command: Decorated) -> Decorated:
    """Declare how a scan works: the last fields of `Scope`."""
    for decorate in reversed(_WORK):
        command = decorate(command)
    return command


def distrusting(command: Decorated) -> Decorated:
    """Declare that what the tree says on its own findings can be ignored."""
    return option(
        "--untrusted",
        is_flag=True,
        help="Ignore the tree's own configuration, baseline and suppressions, and tell which there are.",
    )(command)


_CHOICES: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1, type=click.Path()),
    option(
        "--select",
        type=Selector(),
        multiple=True,
        callback=comma_separated,
        metavar="RULE",
        help="Run these rules or families only ('default', 'all').",
    ),
    option(
        "--ignore", type=Selector(), multiple=True, callback=comma_separated, metavar="RULE", help="Do not run these rules or families."
    ),
    option("--exclude", multiple=True, callback=comma_separated, metavar="PATTERN", help="Leave these paths out too, as in .gitignore."),
    option("--generic-secrets/--no-generic-secrets", default=None, help="Report what detect-secrets' own detectors find, too."),
    option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Read this configuration instead of the nearest one."),
    option("--isolated", is_flag=True, help="Read no configuration, and no baseline that is not named."),
    option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="The file of accepted findings, instead of the one found."),
)
_WORK: tuple[Callable[[Any], Any], ...] = (
    option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="How many processes may work.  [default: one a processor]"),
    option("--no-progress", is_flag=True, help="Show no progress bar."),
)


def check(scope: Scope) -> None:
    """Raise `WrongUseError` where configuration is both named and refused."""
    if scope.config and scope.isolated:
        raise terminal.WrongUseError("'--config' and '--isolated' exclude each other.")


def check_paths(paths: tuple[str, ...]) -> None:
    """Raise `WrongUseError` where a path does not exist."""
    for path in paths:
        if not os.path.lexists(path):
            raise terminal.WrongUseError(f"There is no file or directory {path!r}{_neighbour(path)}.")


def _neighbour(path: str) -> str:
    """Propose what is beside a path that does not exist."""
    parent, _, name = path.rstrip("/").rpartition("/")
    try:
        return nearest(name, [entry.name for entry in Path(parent or ("/" if path.startswith("/") else ".")).iterdir()])
    except OSError:
        return ""


def configuration(scope: Scope, root: str) -> Config:
    """Give what the configuration for a scan of `root` and the command line say together. Raises `ConfigError`."""
    config = load_config(Path(root), file=scope.config, isolated=scope.isolated or (scope.untrusted and scope.config is None))
    for given in (config, Config(select=scope.select, ignore=scope.ignore)):
        if given.select or given.ignore or given.levels or given.per_path:
            from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - a run that names no rule need not read their pages yet

            given.check_selectors(load_catalogue().values())
    return dataclasses.replace(
        config,
        select=scope.select or config.select,
        ignore=(*config.ignore, *scope.ignore),
        exclude=(*config.exclude, *(_excluded(pattern, config.prefix) for pattern in scope.exclude)),
        generic_secrets=config.generic_secrets if scope.generic_secrets is None else scope.generic_secrets,
    )


def _excluded(pattern: str, prefix: str) -> str:
    """Give a pattern that is relative to the root of the scan as the configuration's directory sees it."""
    try:
        parse_pattern(pattern)
    except ValueError as error:
        raise terminal.WrongUseError(f"'--exclude' must be {error}.") from None
    bare = pattern.removeprefix("!")
    if not prefix or "/" not in bare.rstrip("/"):
        return pattern
    return f"{'!' * (bare != pattern)}/{prefix}{bare.lstrip('/')}"


# The baseline --------------------------------------------------------------------------------------------------------


def baseline_file(scope: Scope, root: str, config: Config) -> tuple[Path, str, bool]:
    """Give the baseline's file, the root of the scan as its paths see it, and whether somebody named it. Raises `ConfigError`."""
    if scope.baseline is not None:
        return scope.baseline, config.prefix, True
    return find_baseline(Path(root), config, isolated=scope.isolated)


def load(scope: Scope, root: str, config: Config) -> Baseline | None:
    """Read the baseline that a scan is compared with, if there is one. Raises `ConfigError`."""
    file, prefix, named = baseline_file(scope, root, config)
    if not named and (scope.isolated or scope.untrusted or not os.path.lexists(file)):
        return None
    from sealguard.baseline import load_baseline  # noqa: PLC0415 - where there is none, nobody need know how one is read

    return load_baseline(file, prefix)


def settings(scope: Scope, config: Config, root: str, baseline: Baseline | None) -> Settings:
    """Give the settings of a scan whose findings can be compared with a baseline."""
    made = Settings(config=config, root=root, trusted=not scope.untrusted)
    return made if baseline is None else dataclasses.replace(made, key=baseline.salt)


def ignored(scope: Scope, root: str) -> list[Ignored]:
    """Give the configuration and the baseline that count for a trusted scan of `root` and not for this one; nothing of them is read."""
    if not scope.untrusted or scope.isolated:
        return []
    found = []
    if scope.config is None and (file := find_config(Path(root))) is not None:
        found.append(Ignored("configuration", shown(file)))
    if scope.baseline is None:
        file, _, _ = find_baseline(Path(root), Config())
        if os.path.lexists(file):
            found.append(Ignored("baseline", shown(file)))
    return found


def relative(paths: Sequence[str], root: str) -> list[str]:
    """Give paths of the command line as reports do: relative to the root of the scan, which is empty itself."""
    found = [os.path.relpath(os.path.realpath(path), root) for path in paths]
    return ["" if path == "." else Path(path).as_posix() for path in found]
