"""What a repository needs so that sealguard watches it: configuration, hook, pipeline and baseline, all planned before any is written.

The repository is hostile: its files are read, never run, a symbolic link is not followed, and what cannot be extended
without a risk to it is refused. What is there already stays as it is, so a second plan is empty.
"""

from __future__ import annotations

import difflib
import os
import stat
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sealguard.config import FILE_NAME, PYPROJECT, ConfigError, load_config, read_file, shown
from sealguard.model import MASK
from sealguard.reports.output import OutputError, check_target, write
from sealguard.reports.provenance import provenance
from sealguard.setup import pipelines
from sealguard.setup.yaml_edit import MAX_SIZE, EditError, appended, composed, entry, items, scalars
from sealguard.sources import git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sealguard.setup.home import Home
    from sealguard.sources.git import Repository

HOOKS_FILE: Final = ".pre-commit-config.yaml"
NONE: Final = "none"
"""The host of those who want no pipeline."""

_TABLE: Final = """\
# Nothing here is needed: these are the defaults. 'sealguard rules' lists what 'select' and 'ignore' can name.
fail-on = "warning"
# exclude = ["vendor/"]
# hosts = ["metrics.example.com"]
"""
_WORKFLOWS: Final = 200
"""How many workflows are looked at; no repository that people keep has more."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file to be written, whole."""

    path: Path
    what: str
    """What it is for, in a few words."""
    before: str | None
    """What it holds; `None` where it does not exist."""
    after: str

    def diff(self, root: Path) -> Iterator[str]:
        """Give the lines that are added, as `diff -U0` would, and none of those that are there: they may hold anything."""
        name = os.path.relpath(self.path, root)
        yield "--- /dev/null" if self.before is None else f"--- a/{name}"
        yield f"+++ b/{name}"
        before, after = (self.before or "").splitlines(), self.after.splitlines()
        for kind, first, _, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if kind == "insert":
                yield f"@@ -{first},0 +{start + 1},{end - start} @@"
                yield from (f"+{line}" for line in after[start:end])
            elif kind == "replace":  # a list on one line, of which only what is new is shown
                old, new = before[first], after[start]
                same = len(_common(old, new))
                yield f"@@ -{first + 1} +{start + 1} @@"
                yield f"+{MASK}{new[same : same + len(new) - len(old)]}{MASK}"


def _common(one: str, other: str) -> str:
    """Give what two lines begin with."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@dataclass(slots=True)
class Plan:
    """What would be done, what is there already, and what is left to people."""

    root: Path
    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """What is there already, as sentences."""
    advice: list[str] = field(default_factory=list)
    """What is not done, and how to go on, as sentences."""

    def read(self, name: str) -> str | None:
        """Give the text of a file below the root, `None` where there is none. Raises `ConfigError` where it is not to be touched."""
        path = self.root
        for part in name.split("/"):
            path /= part
            if path.is_symlink():
                raise ConfigError(f"{shown(path)}: This is a symbolic link, and init follows none; put a real file or directory there.")
        if not os.path.lexists(path):
            return None
        try:
            # Not by lines: line ends stay what they are.
            return read_file(path, "file", MAX_SIZE, links=False).decode("utf-8")
        except UnicodeDecodeError:
            raise ConfigError(f"{shown(path)}: The file is not UTF-8; nothing is added to it.") from None

    def add(self, name: str, what: str, before: str | None, after: str) -> None:
        """Plan to write a file below the root."""
        self.changes.append(Change(self.root / name, what, before, after))


def plan(root: Path, *, hook: bool, host: str | None, home: Home | None) -> Plan:
    """Plan everything but the baseline for the tree at `root`, the top of its repository if it is in one.

    `host` is one of `pipelines.HOSTS`, `NONE`, or `None` to find out; `home` is where others install sealguard from.
    Raises `ConfigError` where a file of the tree cannot be read, or not be extended.
    """
    made = Plan(root)
    repository = git.at(str(root))
    _configuration(made)
    if hook:
        _hook(made, repository, home)
    if host != NONE:
        _pipeline(made, host, home, repository)
    return made


# The parts -----------------------------------------------------------------------------------------------------------


def _configuration(made: Plan) -> None:
    """Write where the project keeps what its tools are told: `pyproject.toml` if it tells some already, else a file of its own."""
    there = load_config(made.root)
    if there.file:
        made.kept.append(f"The configuration is in '{there.file}'.")
        return
    with suppress(ConfigError):
        text = made.read(PYPROJECT)
        if text is not None and (after := _with_table(text)):
            made.add(PYPROJECT, "configuration", text, after)
            return
    made.add(FILE_NAME, "configuration", made.read(FILE_NAME), _TABLE)


def _with_table(text: str) -> str | None:
    """Give a `pyproject.toml` with a table for sealguard behind all others, or `None` where it has no place for tools."""
    try:
        before = tomllib.loads(text)
        if not isinstance(before.get("tool"), dict) or not before["tool"]:
            return None
        ending = "\r\n" if "\r\n" in text else "\n"
        gap = "" if text.endswith("\n") else ending
        after = text + gap + ending + f"[tool.sealguard]\n{_TABLE}".replace("\n", ending)
        added = tomllib.loads(after)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    table = added["tool"].pop("sealguard")
    return after if added == before and table == tomllib.loads(_TABLE) else None


def _hook(made: Plan, repository: Repository | None, home: Home | None) -> None:
    if repository is None:
        made.advice.append("There is no git repository here, so no hook was added; run this again after 'git init'.")
        return
    text = made.read(HOOKS_FILE)
    try:
        if text is not None and _has_hook(composed(text)):
            made.kept.append(f"The hook is in '{HOOKS_FILE}'.")
            return
        made.add(HOOKS_FILE, "hook", text, appended(text or "", "repos", _hook_item(home)))
    except EditError as error:
        raise ConfigError(f"{HOOKS_FILE}: The file is {_phrase(error)}; mend it, or leave the hook out with '--no-hook'.") from None
    made.advice.append("'pre-commit install' makes git ask the hook before each commit.")
    if home is None:
        made.advice.append(
            "The hook runs the sealguard that each of you has installed; '--source git+URL@REVISION' has pre-commit install it instead."
        )


def _has_hook(configuration: object) -> bool:
    import yaml  # noqa: PLC0415 - see `yaml_edit`

    if not isinstance(configuration, yaml.Node):
        return False
    for repo in items(entry(configuration, "repos")):
        for hook in items(entry(repo, "hooks")):
            name = entry(hook, "id")
            if isinstance(name, yaml.ScalarNode) and name.value.startswith("sealguard"):
                return True
    return False


def _hook_item(home: Home | None) -> dict[str, object]:
    if home:
        return {"repo": home.url, "rev": home.revision, "hooks": [{"id": "sealguard"}]}
    hook = {
        "id": "sealguard",
        "name": "sealguard (staged)",
        "entry": "sealguard scan --staged --no-progress",
        "language": "system",
        "types": ["file"],
        "require_serial": True,
    }
    return {"repo": "local", "hooks": [hook]}


def _pipeline(made: Plan, host: str | None, home: Home | None, repository: Repository | None) -> None:
    here = [name for name in (pipelines.GITHUB_DIRECTORY, pipelines.GITLAB_CONFIGURATION, pipelines.AZURE_CONFIGURATION)
            if os.path.lexists(made.root / name)]  # fmt: skip
    host = host or pipelines.detect([provenance(str(made.root)).repository], here)
    if host is None:
        made.advice.append("Nothing tells which CI this repository has; name it with '--ci', or see docs/ci.md for any other.")
        return
    if using := _in_use(made, host):
        made.kept.append(f"{pipelines.title(host)} runs sealguard by '{using}'.")
    elif home is None:
        made.advice.append(
            f"No job for {pipelines.title(host)} was written, for nothing tells where it can install sealguard from; "
            "name that with '--source git+URL@REVISION'."
        )
    elif host == "gitlab":
        _gitlab(made, home)
    else:
        branch = _default_branch(repository)
        name = pipelines.GITHUB_FILE if host == "github" else pipelines.AZURE_FILE
        text = pipelines.github_workflow(home, branch) if host == "github" else pipelines.azure_pipeline(home, branch)
        made.add(name, f"job for {pipelines.title(host)}", None, text)
        if not home.pinned:
            made.advice.append(f"'{home.revision}' can be moved to other code; '--source' with a commit's id pins it.")
        if host == "azure":
            made.advice.append(f"Azure runs '{name}' once somebody has made a pipeline of it (New pipeline, Existing YAML file).")


def _in_use(made: Plan, host: str) -> str | None:
    """Give the file by which a host's pipelines run sealguard already. Raises `ConfigError`."""
    names = {
        "github": _workflows(made.root / pipelines.GITHUB_DIRECTORY),
        "gitlab": [pipelines.GITLAB_CONFIGURATION, pipelines.GITLAB_FILE],
        "azure": [pipelines.AZURE_CONFIGURATION, pipelines.AZURE_FILE],
    }[host]
    for name in names:
        text = made.read(name)
        if text is None or "sealguard" not in text:
            continue
        try:
            if any("sealguard" in scalar for scalar in scalars(text)):
                return name
        except EditError as error:
            raise ConfigError(f"{name}: The file is {_phrase(error)}; mend it, or leave the job out with '--ci none'.") from None
    return None


def _workflows(directory: Path) -> list[str]:
    try:
        found = sorted(path.name for path in directory.iterdir() if path.suffix in {".yml", ".yaml"} and path.is_file())
    except OSError:
        found = []
    names = [f"{pipelines.GITHUB_DIRECTORY}/{name}" for name in found[:_WORKFLOWS]]
    return [pipelines.GITHUB_FILE, *(name for name in names if name != pipelines.GITHUB_FILE)]


def _gitlab(made: Plan, home: Home) -> None:
    text = made.read(pipelines.GITLAB_CONFIGURATION)
    try:
        after = appended(text or "", "include", {"local": f"/{pipelines.GITLAB_FILE}"})
        stage = pipelines.gitlab_stage(composed(text or ""))
    except EditError as error:
        raise ConfigError(
            f"{pipelines.GITLAB_CONFIGURATION}: The file is {_phrase(error)}; mend it, or leave the job out with '--ci none'."
        ) from None
    made.add(pipelines.GITLAB_FILE, "job for GitLab CI", made.read(pipelines.GITLAB_FILE), pipelines.gitlab_job(home, stage))
    made.add(pipelines.GITLAB_CONFIGURATION, "include of the job", text, after)


def _default_branch(repository: Repository | None) -> str:
    """Give the branch that the remote calls its own, else the one that is checked out, else `main`."""
    prefix = "refs/remotes/origin/"
    if repository is not None:
        with suppress(git.GitError):
            name = git.run(repository, "symbolic-ref", "--quiet", f"{prefix}HEAD").decode("utf-8", "replace").strip()
            if name.startswith(prefix) and name.isprintable():
                return name.removeprefix(prefix)
        return provenance(repository.top).branch or "main"
    return "main"


def _phrase(error: EditError) -> str:
    words = str(error)
    return f"of a form that init does not extend: {words}" if words.startswith("'") else words


# Writing -------------------------------------------------------------------------------------------------------------


def carry_out(made: Plan) -> None:
    """Write all that is planned, or nothing: what was written before something fails is undone. Raises `OutputError`."""
    done: list[Change] = []
    directories: list[Path] = []
    try:
        for change in made.changes:
            _make_directories(change.path.parent, made.root, directories)
            check_target(change.path)
            _write(change.path, change.after)
            done.append(change)
    except BaseException:
        for change in reversed(done):
            with suppress(OSError):
                change.path.unlink() if change.before is None else _write(change.path, change.before)
        for directory in reversed(directories):
            with suppress(OSError):
                directory.rmdir()
        raise


def _make_directories(directory: Path, root: Path, made: list[Path]) -> None:
    for parent in (*reversed(directory.parents), directory):
        if parent.is_relative_to(root) and not parent.exists():
            try:
                parent.mkdir()
            except OSError as error:
                raise OutputError(f"'{shown(parent)}' cannot be made: {(error.strerror or 'unknown error').lower()}.") from None
            made.append(parent)


def _write(path: Path, text: str) -> None:
    """Write a file by renaming, with the permissions that it had."""
    mode = stat.S_IMODE(path.lstat().st_mode) if path.exists() else None
    write(path, [text])
    if mode is not None:
        path.chmod(mode)
