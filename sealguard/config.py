"""What the user asked for: the nearest `sealguard.toml` or `[tool.sealguard]`, read strictly, as one picklable value.

`schemas/config.json` publishes the same keys for editors; a test holds the two together.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from sealguard.gitignore import Rules, ignoring_line
from sealguard.model import MASK, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FILE_NAME: Final = "sealguard.toml"
PYPROJECT: Final = "pyproject.toml"
BASELINE: Final = "sealguard-baseline.jsonl"

DEFAULT_MAX_FILE_SIZE: Final = 64 * 1024 * 1024
"""Files beyond this many bytes are skipped, and said to be."""

MAX_CONFIG_SIZE: Final = 1024 * 1024

ALL: Final = "all"
DEFAULT: Final = "default"
SUPPRESSION_FAMILY: Final = "suppression"
"""What is said about suppressions themselves: it goes with every selection, and only `ignore` turns it off."""
GENERIC_SECRET: Final = "generic-secret"  # noqa: S105 - a rule's id
SHARED_TOKEN: Final = "shared-token"  # noqa: S105 - the same
"""Its findings are settled by `sealguard.sharing` when all files have been judged."""

_SIZE = re.compile(r"([1-9][0-9]{0,11}) ?(B|kB|MB|GB|KiB|MiB|GiB)")
_UNITS: Final = {"B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
_HOST = re.compile(r"(?=.{1,253}\Z)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_. -]{0,62}[A-Za-z0-9])?")
_FILE = re.compile(r"(?=.{1,256}\Z)(?!/|[A-Za-z]:)[^\x00-\x1f\x7f\\]*[^\x00-\x1f\x7f\\/]")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HARMLESS = re.compile(r"(?=.{1,48}\Z)[A-Za-z]{1,20}(?:[-_.][A-Za-z]{1,20})*")
_SELECTOR = re.compile(r"[a-z][a-z0-9-]{0,63}")


class ConfigError(ValueError):
    """A configuration that cannot be used. The message is one line that names the file, the key and the way out."""


class Selectable(Protocol):
    """What configuration needs to know of a rule."""

    @property
    def id(self) -> str:
        """The rule's name."""

    @property
    def family(self) -> str:
        """The rule's family."""

    @property
    def default_on(self) -> bool:
        """Whether the rule runs unasked."""


@dataclass(frozen=True, slots=True)
class Config:
    """What one run was asked to do. Selectors are rule ids, families, `all`, or `default` for what runs unasked."""

    select: tuple[str, ...] = ()
    """What runs; empty: `default`."""
    ignore: tuple[str, ...] = ()
    """What does not run, whatever `select` says."""
    levels: tuple[tuple[str, Level], ...] = ()
    """Levels that differ from the rules' own, by rule id."""
    hosts: tuple[str, ...] = ()
    """Hosts that are the Sealmetrics API as well."""
    names: tuple[str, ...] = ()
    """Names that mean Sealmetrics as well."""
    exclude: tuple[str, ...] = ()
    """Paths that are not scanned, as `.gitignore` would write them."""
    per_path: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What is ignored where: a pattern as in `exclude`, and selectors."""
    max_file_size: int = DEFAULT_MAX_FILE_SIZE
    """In bytes."""
    generic_secrets: bool = False
    """Whether detect-secrets' own detectors run too."""
    fail_on: Level = Level.WARNING
    """The lowest level of finding that makes the exit code 1."""
    require_reason: bool = False
    """Whether a suppression without a reason, in a comment or in the baseline, is void."""
    baseline: str = ""
    """The file of accepted findings; as the configuration has it, relative to its directory, and then as a path that can be opened."""
    file: str = ""
    """Where this was read from; empty for the defaults."""
    prefix: str = ""
    """The root of the scan as seen from the configuration's directory: empty, or ending in `/`."""

    def enabled(self, rule: Selectable) -> bool:
        """Tell whether a rule runs."""
        if _selects(self.ignore, rule):
            return False
        if rule.family == SUPPRESSION_FAMILY or (rule.id == GENERIC_SECRET and self.generic_secrets):
            return True
        return _selects(self.select or (DEFAULT,), rule)

    def level(self, rule: str, own: Level) -> Level:
        """Give the level of a finding of `rule` whose own level is `own`."""
        return dict(self.levels).get(rule, own)

    def excluded_by(self, path: str) -> str | None:
        """Give the pattern of `exclude` that takes `path` (relative to the root of the scan) out, if one does."""
        if not self.exclude:
            return None
        number = ignoring_line(_rules(self.exclude), self._seen(path))
        return None if number is None else self.exclude[number]

    def ignored_by(self, path: str, rule: Selectable) -> str | None:
        """Give the pattern of `per-path` that ignores `rule` in `path` (relative to the root of the scan), if one does."""
        for pattern, selectors in self.per_path:
            if _selects(selectors, rule) and ignoring_line(_rules((pattern,)), self._seen(path)) is not None:
                return pattern
        return None

    def check_selectors(self, rules: Iterable[Selectable]) -> None:
        """Raise `ConfigError` if a selector or a rule's level names nothing among `rules`."""
        known = [(rule.id, rule.family) for rule in rules]
        ids = {rule for rule, _ in known}
        selectors = ids | {family for _, family in known} | {ALL, DEFAULT}
        where = f"{self.file}: " if self.file else ""
        for key, given in (("select", self.select), ("ignore", self.ignore), *(("per-path", s) for _, s in self.per_path)):
            for selector in given:
                if selector not in selectors:
                    raise ConfigError(f"{where}'{key}' names {quoted(selector)}, which is no rule or family{nearest(selector, selectors)}.")
        for rule, _ in self.levels:
            if rule not in ids:
                raise ConfigError(f"{where}'levels' names {quoted(rule)}, which is no rule{nearest(rule, ids)}.")

    def _seen(self, path: str) -> bytes:
        return (self.prefix + path).encode("utf-8", "surrogateescape")


def parse_date(text: object) -> dt.date | None:
    """Read a date such as `2030-01-31`; what is none gives `None`."""
    try:
        return dt.date.fromisoformat(text) if isinstance(text, str) and _DATE.fullmatch(text) else None
    except ValueError:
        return None


def quoted(word: str) -> str:
    """Quote a name that somebody wrote where a known one was expected; what could be a secret instead is not repeated."""
    return f"'{word}'" if _HARMLESS.fullmatch(word) else f"'{MASK}'"


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the end of a sentence that proposes the known word closest to `word`; empty where none is close."""
    import difflib  # noqa: PLC0415 - only a wrong word needs it

    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (nearest: '{close[0]}')" if close else ""


def load_config(root: Path, *, file: Path | None = None, isolated: bool = False) -> Config:
    """Read the configuration of a scan: the nearest one from `root`, the directory that is scanned, upward.

    `file` is read instead of searching, and its patterns are relative to `root`; `isolated` reads none at all.
    Raises `ConfigError` where the file cannot be read, or says something that cannot be meant.
    """
    if isolated:
        return Config()
    if file is not None:
        table = _table(file)
        if table is None:
            raise ConfigError(f"{shown(file)}: There is no [tool.sealguard] table.")
        config = parse_config(table, shown(file))
        return dataclasses.replace(config, file=shown(file), baseline=_below(root, config.baseline))
    root = root.absolute()
    for path in _candidates(root):
        if (table := _table(path)) is not None:
            inside = root.relative_to(path.parent).as_posix()
            config = parse_config(table, shown(path))
            prefix = "" if inside == "." else f"{inside}/"
            return dataclasses.replace(config, file=shown(path), prefix=prefix, baseline=_below(path.parent, config.baseline))
    return Config()


def find_config(root: Path) -> Path | None:
    """Give the file that `load_config` would read, or try to; what it says is not judged."""
    for path in _candidates(root.absolute()):
        try:
            if path.name == FILE_NAME or _table(path) is not None:
                return path
        except ConfigError:
            return path
    return None


def _candidates(root: Path) -> Iterable[Path]:
    for directory in _upward(root):
        yield from (path for path in (directory / FILE_NAME, directory / PYPROJECT) if path.is_file())


def _below(directory: Path, name: str) -> str:
    return str(directory / name) if name else ""


def find_baseline(root: Path, config: Config, *, isolated: bool = False) -> tuple[Path, str, bool]:
    """Say where the baseline of a scan of `root` is, or would be made: what the configuration names, or else the one beside it.

    Without a configuration it is the nearest one from `root` upward, and in `root` if there is none; `isolated` does not look
    above `root`. Also gives `root` as the baseline's paths see it (empty, or ending in `/`), and whether somebody named the file.
    Raises `ConfigError` where a link leads what the configuration names out of its directory.
    """
    root = root.absolute()
    base = root / ("../" * config.prefix.count("/"))
    if config.baseline:
        named = Path(config.baseline)
        if not named.parent.resolve().is_relative_to(base.resolve()):
            raise ConfigError(f"{config.file}: 'baseline' must be a file in the directory of the configuration or below it.")
        return named, config.prefix, True
    if not config.file and not isolated:
        for directory in _upward(root):
            if os.path.lexists(directory / BASELINE):
                inside = root.relative_to(directory).as_posix()
                return directory / BASELINE, "" if inside == "." else f"{inside}/", False
    return base / BASELINE, config.prefix, False


def _upward(root: Path) -> Iterable[Path]:
    """Give `root` and its parents up to the root of the repository: what lies outside is not what its authors wrote."""
    for directory in (root, *root.parents):
        yield directory
        if (directory / ".git").exists():
            return


def shown(path: Path) -> str:
    """Give a path as a message shows it: relative to the working directory where that is shorter, on one line."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive on Windows
        relative = str(path)
    name = min(relative, str(path), key=len)
    return "".join(char if char.isprintable() else "?" for char in name)


def _table(path: Path) -> Mapping[str, Any] | None:
    """Read the table that is ours, or `None` where a `pyproject.toml` has none. Raises `ConfigError`."""
    content = read_file(path, "configuration", MAX_CONFIG_SIZE)
    ours = path.name != PYPROJECT
    if not ours and b"sealguard" not in content:
        return None
    import tomllib  # noqa: PLC0415 - most trees have no configuration

    try:
        document = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigError(f"{shown(path)}: The file is not UTF-8, as TOML has to be.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{shown(path)}: The file is not valid TOML{_position(error)}.") from None
    if ours:
        return document
    tool = document.get("tool")
    table = tool.get("sealguard") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{shown(path)}: 'tool.sealguard' must be a table.")
    return table


def _position(error: Exception) -> str:
    # The parser's own words may quote what the file says, and that is not ours to show.
    found = re.search(r"\(at (line \d+, column \d+|end of document)\)", str(error))
    return f" ({found[1]})" if found else ""


def read_file(path: Path, what: str, limit: int, *, links: bool = True) -> bytes:
    """Read a regular file of at most `limit` bytes; where `links` is off, a symbolic link is none.

    Raises `ConfigError`, which calls the file by its path and by `what` it is.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if not links and path.is_symlink():
        raise ConfigError(f"{shown(path)}: The {what} is a symbolic link; name the file that it points to.")
    try:
        descriptor = os.open(path, flags if links else flags | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ConfigError(f"{shown(path)}: The {what} is not a regular file.")
            content = stream.read(limit + 1)
    except OSError as error:
        raise ConfigError(f"{shown(path)}: The {what} cannot be read: {(error.strerror or 'unknown error').lower()}.") from None
    if len(content) > limit:
        raise ConfigError(f"{shown(path)}: The {what} is larger than {limit} bytes.")
    return content


# Keys ----------------------------------------------------------------------------------------------------------------


def parse_config(table: Mapping[str, Any], where: str) -> Config:
    """Check a table, as the TOML parser gives it, key by key, and give what it says; `where` names the file in messages.

    Raises `ConfigError` where a key is unknown or its value is not of its type.
    """
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"{where}: There is no key {quoted(key)}{nearest(key, _KEYS)}.")
        try:
            values[key.replace("-", "_")] = _KEYS[key](value)
        except _WrongValueError as error:
            raise ConfigError(f"{where}: '{key}' must be {error}.") from None
    return Config(**values)


class _WrongValueError(ValueError):
    """What a value must be, as it goes on after "must be"."""


def _strings(value: object, pattern: re.Pattern[str], what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and pattern.fullmatch(item) for item in value):
        raise _WrongValueError(f"an array of {what}")
    return tuple(value)


def _selectors(value: object) -> tuple[str, ...]:
    return _strings(value, _SELECTOR, "rule ids or families")


def _level(value: object) -> Level:
    names = {str(level): level for level in Level}
    if not isinstance(value, str) or value not in names:
        raise _WrongValueError(f"one of {', '.join(map(repr, names))}")
    return names[value]


def _levels(value: object) -> tuple[tuple[str, Level], ...]:
    what = "a table of rule ids and levels ('note', 'warning', 'error')"
    if not isinstance(value, dict) or not all(_SELECTOR.fullmatch(rule) for rule in value):
        raise _WrongValueError(what)
    try:
        return tuple((rule, _level(level)) for rule, level in value.items())
    except _WrongValueError:
        raise _WrongValueError(what) from None


def parse_pattern(pattern: str) -> str:
    """Give back a pattern of `.gitignore`'s syntax. Raises `ValueError`, which says what it must be, where it could match nothing."""
    if not pattern.strip() or pattern.startswith("#") or not pattern.isprintable() or len(pattern) > 256:  # noqa: PLR2004 - said below
        raise ValueError("a pattern of one to 256 printable characters that does not begin with '#'")
    if not Rules(pattern.encode()):
        raise ValueError("a pattern as '.gitignore' has them")
    return pattern


def _patterns(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongValueError("an array of patterns as '.gitignore' has them")
    try:
        patterns = tuple(parse_pattern(item) for item in value)
    except ValueError as error:
        raise _WrongValueError(f"an array in which each is {error}") from None
    if _rules(patterns).refusals:
        raise _WrongValueError("an array of fewer patterns with wildcards, or shorter ones")
    return patterns


def _per_path(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise _WrongValueError("a table of patterns, each with an array of rule ids or families")
    try:
        return tuple((parse_pattern(pattern), _selectors(selectors)) for pattern, selectors in value.items())
    except _WrongValueError:
        raise _WrongValueError("a table of patterns, each with an array of rule ids or families") from None
    except ValueError as error:
        raise _WrongValueError(f"a table in which each key is {error}") from None


def _size(value: object) -> int:
    what = "a number of bytes from 1 up, or text such as '10 MB'"
    if isinstance(value, str) and (found := _SIZE.fullmatch(value)):
        value = int(found[1]) * _UNITS[found[2]]
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _WrongValueError(what)
    return value


def _file(value: object) -> str:
    # What a repository's configuration names may be written to, and must be the repository's.
    if not isinstance(value, str) or not _FILE.fullmatch(value) or ".." in value.split("/"):
        raise _WrongValueError("a file in the directory of the configuration or below it, with '/' between names and no '..'")
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("true or false")
    return value


_KEYS: Final[dict[str, Callable[[object], object]]] = {
    "select": _selectors,
    "ignore": _selectors,
    "levels": _levels,
    "hosts": lambda value: _strings(value, _HOST, "host names without scheme, port or path"),
    "names": lambda value: _strings(value, _NAME, "names of letters, digits, '_', '-', '.' and spaces"),
    "exclude": _patterns,
    "per-path": _per_path,
    "max-file-size": _size,
    "generic-secrets": _bool,
    "fail-on": _level,
    "require-reason": _bool,
    "baseline": _file,
}


def _selects(selectors: tuple[str, ...], rule: Selectable) -> bool:
    return rule.id in selectors or rule.family in selectors or ALL in selectors or (rule.default_on and DEFAULT in selectors)


@lru_cache(maxsize=256)
def _rules(patterns: tuple[str, ...]) -> Rules:
    return Rules("\n".join(patterns).encode())
