"""Which data files a program reads its settings from: those that it names, and those that its framework reads for it."""

from __future__ import annotations

import os
import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sealguard.checks._testing import in_test, is_shown
from sealguard.flow.settings import ENVIRONMENT
from sealguard.link.tree import ancestors, family, holds_data, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sealguard.link.tree import Tree

MOST: Final = 8
"""How many data files a program is looked at with."""
LARGEST: Final = 100_000
"""How large such a file may be, in characters: settings are written by people."""
_NAMED: Final = re.compile(r"""["'`]([\w@./\\-]{0,120}?[\w-]{1,60}\.(?:ya?ml|json5?|toml|ini|cfg|conf|properties))["'`]""")
"""A data file that code names."""


_MOST_LINES: Final = 2_000
_MOST_KEYS: Final = 20


class _Framework(NamedTuple):
    """Where a framework, which is known by the words of the programs that use it, keeps settings."""

    words: re.Pattern[str]
    files: re.Pattern[str]
    """What the path of such a file matches, from the directory on that has it."""
    below: tuple[str, ...] = ("",)
    """Where files are, seen from the directories around the program."""


_FRAMEWORKS: Final = {
    "jvm": (
        _Framework(
            re.compile(r"@Value|@ConfigurationProperties|@ConfigMapping|@Property\b|@ConfigProperty|Environment|ConfigProvider|ConfigFactory|\$\{"),
            re.compile(r"(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)|microprofile-config\.properties"),
            ("src/main/resources", "src/main/resources/config", "src/main/resources/META-INF", "config", "resources", ""),
        ),
    ),
    "csharp": (
        _Framework(
            re.compile(r"IConfiguration|Configuration\b|IOptions|GetSection|Options\b"),
            re.compile(r"(?:appsettings|local\.settings|settings)(?:\.[\w-]+)?\.json"),
        ),
    ),
    "ecmascript": (
        _Framework(
            re.compile(r"""["'](?:config|node-config|nconf|convict)["']"""),
            re.compile(r"(?:default|production|staging|development|local|config)(?:[.-][\w-]+)?\.(?:json5?|ya?ml|toml)"),
            ("config", ""),
        ),
    ),
    "python": (
        _Framework(
            re.compile(r"(?i)dynaconf"),
            re.compile(r"\.?(?:settings|secrets)(?:\.[\w-]+)?\.(?:toml|ya?ml|json|ini)"),
            ("config", ""),
        ),
    ),
    "go": (
        _Framework(
            re.compile(r"viper|koanf"),
            re.compile(r"\.?[\w-]+\.(?:ya?ml|toml|json|properties)"),
            ("config", "configs", "conf", "etc", ""),
        ),
    ),
    "ruby": (
        _Framework(
            re.compile(r"config_for|Settings\.|Config\.|Rails\.(?:application|configuration)"),
            re.compile(r"[\w-]+\.yml"),
            ("config", "config/settings"),
        ),
    ),
    "php": (
        _Framework(
            re.compile(r"getParameter|ParameterBag|Autowire|Yaml::|\$[\w]+"),
            re.compile(r"(?:services|parameters|config)(?:[._-][\w-]+)?\.ya?ml"),
            ("config", "app/config"),
        ),
    ),
}  # fmt: skip


_NAME: Final = re.compile(r"(?<!\w)[A-Z][A-Z0-9_]{2,60}(?!\w)")
_READING: Final = re.compile(r"(?i)environ|getenv|process\.env|\benv\b|ENV\[|dotenv|BaseSettings|env_prefix|ConfigService|decouple")
"""What programs have that read the environment."""
_LOCK: Final = re.compile(r"(?:[.-]lock|^lock)(?:file)?\.")
_FOLDERS: Final = frozenset({"config", "configs", "conf", "etc", "settings", "resources", "META-INF", "app"})
"""Directories that settings have to themselves, inside of the program's own."""
_OUTER: Final = frozenset(
    {"default", "shared", "common", "production", "staging", "development", "parameters", "services", "_defaults", "bind", "arguments"}
)
"""Keys that say nothing of what stands below them."""
_KEY: Final = re.compile(r"""(?m)^[ \t\["'{-]*(\$?[A-Za-z_][\w.\\-]{1,60})["'\]]*[ \t]*(?:[:=]|$)""")


def holds_settings(path: str) -> bool:
    """Tell whether a file can be one that programs read settings from."""
    return holds_data(path) and not (in_test(path) or is_shown(path) or _LOCK.search(posixpath.basename(path)))


class Reader(NamedTuple):
    """What programs may be that read a data file: where they are, and what they say of it."""

    home: str
    """The directory below which they are."""
    words: re.Pattern[str]
    spellings: tuple[bytes, ...]
    """What one of the words is spelled as, so that most programs need not be looked at any closer."""

    def is_around(self, path: str) -> bool:
        """Tell whether a program is where they are."""
        return not self.home or path.startswith(f"{self.home}/")


def readers_of(path: str, text: str, named: re.Pattern[str]) -> Iterator[Reader]:
    """Say who may read a data file that names Sealmetrics: who names the file, or the keys or variables under which that is said."""
    directories = posixpath.dirname(path).split("/")
    while directories and directories[-1] in _FOLDERS:
        directories.pop()
    if directories[-2:] == ["src", "main"]:
        del directories[-2:]
    keys: dict[str, None] = {}
    variables: dict[str, None] = {}
    label = ""
    above: list[tuple[int, str]] = []
    for line in text.splitlines()[:_MOST_LINES]:
        if (found := _KEY.match(line)) is None:
            continue
        key, depth = found[1].lstrip("$"), len(line) - len(line.lstrip())
        while above and above[-1][0] >= depth and not line.startswith("["):
            above.pop()
        above = [] if line.startswith("[") else above
        above.append((depth, key))
        label = line[found.end() :].strip(" \"'") if key == "name" else label
        if named.search(line):
            keys.update(dict.fromkeys([each.rpartition("\\")[2] for _, each in above if each not in _OUTER][:1]))
            variables.update(dict.fromkeys(each for each in (key, label if key == "value" else "") if each.isupper()))
    # Who spells a name that names Sealmetrics names it, too.
    name = posixpath.basename(path)
    file = [f'"{name}"', f"'{name}'"] if _is_environment(path) else [name]
    if told := [*file, *(key for key in keys if not named.search(key))]:
        yield _reader("/".join(directories), told)
    if neutral := [each for each in variables if not named.search(each)]:
        yield _reader("", neutral)


def _reader(home: str, names: list[str]) -> Reader:
    """Look for some names, as code may spell them."""
    alike, spellings = [], set()
    for name in names[:_MOST_KEYS]:
        parts = re.split("[-_]", name)
        alike.append("[-_]?".join(map(re.escape, parts)))
        first, *rest = parts
        camel = "".join((first, *(each.capitalize() for each in rest)))
        spellings |= {name, camel, camel[:1].upper() + camel[1:], "_".join(parts), "-".join(parts)}
        spellings |= {each for spelled in tuple(spellings) for each in (spelled.lower(), spelled.upper())}
    pattern = re.compile(rf"(?i)(?<![A-Za-z0-9])(?:{'|'.join(alike)})(?![A-Za-z0-9])")
    return Reader(home, pattern, tuple(os.fsencode(each) for each in spellings))


def read_by(tree: Tree, path: str, texts: Iterable[str], starting: Mapping[str, set[str]]) -> list[str]:
    """Give the data files that a program can read its settings from; `texts` are its own text and those of what it draws on.

    `starting` are files that may start programs, each with the variables that it gives them.
    """
    if not tree.data:
        return []
    texts = list(texts)
    found = dict.fromkeys(each for text in texts for each in _named(tree, path, text))
    for framework in _FRAMEWORKS.get(family(path), ()):
        if any(framework.words.search(text) for text in texts):
            found.update(dict.fromkeys(_kept(tree, path, framework)))
    if any(_READING.search(text) for text in texts):
        found.update(dict.fromkeys(each for directory in ancestors(path) for each in tree.data_inside(directory) if _is_environment(each)))
        said = {word for text in texts for word in _NAME.findall(text)} if starting else set()
        found.update(dict.fromkeys(each for each, names in starting.items() if not said.isdisjoint(names)))
    # What tests or examples say is no setting of a program.
    testing = in_test(path) or is_shown(path)
    kept = [each for each in found if testing or not (in_test(each) or is_shown(each))]
    # Where there are too many, those whose name the code spells come first: `config_for(:insights)`.
    return kept if len(kept) <= MOST else sorted(kept, key=lambda each: not _is_spelled(each, texts))[:MOST]


def _named(tree: Tree, path: str, text: str) -> Iterator[str]:
    """Give the files of the tree that a text names: the nearest of those whose path ends so."""
    for match in _NAMED.finditer(text):
        spelled = match[1].replace("\\", "/")
        name = posixpath.normpath(spelled).lstrip("./") if spelled.startswith((".", "/")) else spelled
        ending = [each for each in tree.data_named(posixpath.basename(name)) if f"/{each}".endswith(f"/{name}")]
        nearest = max((shared(each, path) for each in ending), default=0)
        yield from [each for each in ending if shared(each, path) == nearest and _is_around(each, name, path)][:2]


def _is_spelled(path: str, texts: Iterable[str]) -> bool:
    """Tell whether code spells the name of a data file, without its ending."""
    stem = posixpath.basename(path).lstrip(".").partition(".")[0]
    return any(stem in text for text in texts)


def _is_environment(path: str) -> bool:
    return ENVIRONMENT.search(path) is not None


def _is_around(data: str, name: str, path: str) -> bool:
    """Tell whether a file is where code below it, or beside it, can mean it by a name: in a directory around, or next to one."""
    above = data[: -len(name)].rstrip("/")
    return any(above == directory or posixpath.dirname(above) == directory for directory in ancestors(path))


def _kept(tree: Tree, path: str, framework: _Framework) -> Iterator[str]:
    """Give the files that a framework keeps settings in, of the nearest directory that has any."""
    for directory in ancestors(path):
        found = [
            each
            for below in framework.below
            for each in tree.data_inside(posixpath.join(directory, below) if below else directory)
            if framework.files.fullmatch(posixpath.basename(each))
        ]
        if found:
            yield from found
            return
