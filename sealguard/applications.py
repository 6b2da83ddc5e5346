"""Which application a file belongs to: the nearest directory around it that has a manifest of its own, or a service of a Compose file.

Told from the paths that a scan lists and from a few contents, read only when somebody asks; it is no model of any build system.
"""

from __future__ import annotations

import bisect
import posixpath
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.languages import yaml_tree
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Read = Callable[[str], str | None]

_MANIFESTS: Final = frozenset({
    "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "package.json", "deno.json", "deno.jsonc", "go.mod",
    "composer.json", "pom.xml", "build.gradle", "build.gradle.kts", "build.sbt", "Gemfile", "Cargo.toml", "pubspec.yaml", "mix.exs",
    "Package.swift", "project.clj", "deps.edn", "cpanfile", "Makefile.PL", "DESCRIPTION", "Project.toml", "wrangler.toml",
    "serverless.yml", "serverless.yaml", "Procfile",
})  # fmt: skip
"""`requirements.txt` is one: many a function or small service has no other. `Chart.yaml` is none: a chart deploys what lives elsewhere."""
_MANIFEST: Final = re.compile(r".+\.(?:csproj|fsproj|vbproj|gemspec|cabal|rockspec)")
_IMAGE: Final = re.compile(r"(?:Dockerfile|Containerfile)(?:\..+)?|.+\.[Dd]ockerfile")
_BUILDING: Final = frozenset({"docker", ".docker", ".devcontainer", "containers", "build", "ci", ".ci", "deploy", "deployment"})
"""Directories of which an image's recipe alone makes no application: it builds the one around it."""
_PARTS: Final = frozenset({
    "test", "tests", "__tests__", "spec", "specs", "e2e", "doc", "docs", ".github", ".gitlab", ".devcontainer", ".storybook", "benchmarks",
})  # fmt: skip
"""Directories that are a part of the application around them, manifest or not."""
_FOREIGN: Final = frozenset({"node_modules", "vendor", "third_party", "site-packages", ".venv", "venv", "bower_components", "Pods"})
"""Directories of what others wrote."""
_WORKSPACE_FILES: Final = frozenset({"pnpm-workspace.yaml", "lerna.json", "nx.json", "turbo.json", "rush.json", "go.work"})
_SETTINGS: Final = frozenset({"settings.gradle", "settings.gradle.kts"})
_CONTENTS: Final = {
    "pyproject.toml": re.compile(r"(?m)^\s*\[\s*(?:project|build-system|tool\.(?:poetry|pdm|flit|hatch|setuptools))\b"),
    "setup.cfg": re.compile(r"(?m)^\[metadata\]"),
    "Cargo.toml": re.compile(r"(?m)^\s*\[package\]"),
}
"""What such a manifest has to say for it to be one: the rest is the configuration of tools, or a workspace's root."""
_PARENT: Final = re.compile(r"<packaging>\s*pom\s*</packaging>|<modules>")
_NAMES: Final = {
    "pyproject.toml": re.compile(r"""(?m)^name\s*=\s*["']([\w.-]{2,80})["']"""),
    "setup.py": re.compile(r"""\bname\s*=\s*["']([\w.-]{2,80})["']"""),
    "Cargo.toml": re.compile(r"""(?m)^name\s*=\s*["']([\w-]{2,80})["']"""),
    "package.json": re.compile(r'^\s*\{[^{}\[\]]*?"name"\s*:\s*"(@?[\w./-]{2,120})"'),
    "composer.json": re.compile(r'^\s*\{[^{}\[\]]*?"name"\s*:\s*"([\w./-]{2,120})"'),
    "go.mod": re.compile(r"(?m)^module\s+(\S{2,200})"),
    "pubspec.yaml": re.compile(r"(?m)^name:\s*(\w{2,80})"),
    "pom.xml": re.compile(r"<artifactId>\s*([\w.-]{2,80})\s*</artifactId>"),
}
"""How a manifest says what others call the thing."""
_LONGEST: Final = 400_000
"""How much of a manifest or a Compose file is read, in code points."""
_MOST: Final = 2_000
"""How many manifests are read for what they depend on."""

COMPOSE: Final = re.compile(r"(?:docker-)?compose(?:[.-][\w-]+)*\.ya?ml", re.IGNORECASE)
"""The name of a Compose file."""
_MOST_NODES: Final = 20_000
"""How many nodes of a Compose file are visited for one service."""
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w*)")
_LINE: Final = 2_000
"""How much of one value is looked at for variables, in code points."""


class Applications:
    """The applications of one tree."""

    def __init__(self, paths: Iterable[str], read: Read) -> None:
        """Take every path of the tree, and what gives the text of one of them (`None` where it cannot be read)."""
        self._read = cache(lambda path: (read(path) or "")[:_LONGEST])
        self._manifests: dict[str, list[str]] = {}
        self._composed: list[str] = []
        self._paths: set[str] = set()
        for path in paths:
            directory, _, name = path.rpartition("/")
            if name in _MANIFESTS or name in _WORKSPACE_FILES or name in _SETTINGS or _IMAGE.fullmatch(name) or _MANIFEST.fullmatch(name):
                if _FOREIGN.isdisjoint(directory.split("/")):
                    self._manifests.setdefault(directory, []).append(name)
            elif COMPOSE.fullmatch(name):
                self._composed.append(path)
        self._known: dict[str, bool] = {}
        self._services: dict[str, tuple[Service, ...]] = {}
        self._users: dict[str, tuple[str, ...]] | None = None

    # Directories ------------------------------------------------------------------------------------------------------

    def of(self, path: str) -> str | None:
        """Give the directory of the application that a file belongs to, empty for the root; `None` where it belongs to none."""
        directory = path
        while directory:
            directory = directory.rpartition("/")[0]
            if self._is_application(directory):
                return directory
        return None

    def _is_application(self, directory: str) -> bool:
        known = self._known.get(directory)
        if known is None:
            self._known[directory] = known = self._decide(directory)
        return known

    def _decide(self, directory: str) -> bool:
        names = self._manifests.get(directory, [])
        if not names or not _PARTS.isdisjoint(directory.split("/")):
            return False
        roots = not _WORKSPACE_FILES.isdisjoint(names)
        inner = any(name in _SETTINGS for name in names) and self._has_modules(directory)
        return any(self._counts(directory, name, roots=roots, inner=inner) for name in names)

    def _counts(self, directory: str, name: str, *, roots: bool, inner: bool) -> bool:
        """Tell whether a manifest makes its directory an application; `roots`, `inner`: beside it, something says workspace."""
        path = posixpath.join(directory, name)
        if name in _WORKSPACE_FILES or name in _SETTINGS:
            return False
        if _IMAGE.fullmatch(name):
            return directory.rpartition("/")[2].lower() not in _BUILDING
        if name in _CONTENTS:
            return _CONTENTS[name].search(self._read(path)) is not None
        if name == "package.json":
            return not roots and '"workspaces"' not in self._read(path)
        if name == "pom.xml":
            return _PARENT.search(self._read(path)) is None
        return not (inner and name.startswith("build.gradle"))

    def _has_modules(self, directory: str) -> bool:
        below = f"{directory}/" if directory else ""
        return any(
            other.startswith(below) and other != directory and any(name.startswith("build.gradle") for name in names)
            for other, names in self._manifests.items()
        )

    # Services ---------------------------------------------------------------------------------------------------------

    def services_at(self, path: str, line: int) -> tuple[str, ...]:
        """Give the services of a Compose file that have what stands on a line of it, also by way of an anchor."""
        return tuple(self._id(path, service) for service in self._read_services(path) if line in service.lines)

    def services_given(self, path: str, name: str = "") -> tuple[str, ...]:
        """Give the services of Compose files that are given what stands in a file of variables, or its variable `name`."""
        found: list[str] = []
        for compose in self._composed:
            below = posixpath.dirname(compose)
            for service in self._read_services(compose):
                listed = path in {posixpath.normpath(posixpath.join(below, each)) for each in service.files}
                # Compose fills its files from the `.env` beside them.
                filled = name in service.variables and path == posixpath.join(below, ".env")
                if listed or filled:
                    found.append(self._id(compose, service))
        return tuple(dict.fromkeys(found))

    @property
    def composed(self) -> bool:
        """Whether there is a Compose file."""
        return bool(self._composed)

    def _read_services(self, path: str) -> tuple[Service, ...]:
        if path not in self._services:
            self._services[path] = services(self._read(path))
        return self._services[path]

    def _id(self, path: str, service: Service) -> str:
        """Name a service: by the application it is built of, unless another service is built of the same."""
        below = posixpath.dirname(path)
        built = [posixpath.normpath(posixpath.join(below, each.build)) for each in self._read_services(path) if each.build is not None]
        if service.build is not None:
            directory = posixpath.normpath(posixpath.join(below, service.build))
            own = "" if directory == "." else directory
            if built.count(directory) == 1 and self._is_application(own):
                return own
            return f"{own}#{service.name}"
        return f"{below}#{service.name}"

    # Libraries --------------------------------------------------------------------------------------------------------

    def users(self, directory: str) -> tuple[str, ...]:
        """Give the applications whose manifests name another one as something they depend on."""
        if self._users is None:
            self._users = self._dependents()
        return self._users.get(directory, ())

    def _dependents(self) -> dict[str, tuple[str, ...]]:
        said = {
            directory: frozenset(
                word for name in names if not _IMAGE.fullmatch(name) for word in _depended_on(self._read(posixpath.join(directory, name)))
            )
            for directory, names in list(self._manifests.items())[:_MOST]
            if self._is_application(directory)
        }
        called = {directory: frozenset(self._called(directory)) for directory in said}
        return {
            directory: tuple(other for other, words in said.items() if other != directory and not names.isdisjoint(words))
            for directory, names in called.items()
            if names
        }

    def _called(self, directory: str) -> Iterator[str]:
        """Give what the manifests of others call an application."""
        for name in self._manifests[directory]:
            pattern = _NAMES.get(name)
            text = self._read(posixpath.join(directory, name)) if pattern is not None else ""
            match = pattern.search(_own_part(text)) if pattern is not None else None
            if match is not None:
                yield match[1]
            if name.endswith("proj"):
                yield name
            if name.startswith("build.gradle") and directory:
                yield ":" + directory.replace("/", ":")


def _own_part(manifest: str) -> str:
    """Leave out of a manifest in XML what names others: its parent, what it depends on, what builds it."""
    head = manifest.split("<dependenc", 1)[0].split("<build>", 1)[0]
    before, _, rest = head.partition("<parent>")
    return before + rest.partition("</parent>")[2]


_WORD: Final = re.compile(r"[\w@:./-]+")
_LOCAL: Final = re.compile(r"workspace|file:|link:|portal:|\bpath\b|<artifactId>")
"""What a line has that names something of the same repository by a name that anything could have."""


def _depended_on(manifest: str) -> Iterator[str]:
    """Give what a manifest may name as something of the same repository that it depends on."""
    for line in manifest.splitlines():
        local = _LOCAL.search(line) is not None
        for word in _WORD.findall(line.replace("\\", "/")):
            if local or "/" in word or word.startswith(":"):
                yield word
            if word.endswith("proj"):
                yield word.rpartition("/")[2]


# Compose -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a Compose file."""

    name: str
    build: str | None
    """The directory that it is built of, relative to the file; `None` where it is not built."""
    files: tuple[str, ...] = ()
    """Files that its variables are read from, relative to the file."""
    variables: frozenset[str] = frozenset()
    """Names that the file leaves to be filled in it."""
    lines: frozenset[int] = field(default=frozenset(), repr=False)
    """Every line of the file on which something of it is written, from 1: also where an anchor is defined."""


def services(text: str) -> tuple[Service, ...]:
    """Read the services of a Compose file; none where it is none."""
    try:
        roots = yaml_tree.parse(text).roots if len(text) < _LONGEST else []
    except SyntaxProblem:
        return ()
    root = roots[0] if roots else None
    held = root.get("services") if isinstance(root, Mapping) else None
    if not isinstance(held, Mapping):
        return ()
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return tuple(_service(key.text, node, starts) for key, node in held.entries[:500] if isinstance(node, Mapping))


def _service(name: str, node: Mapping, starts: list[int]) -> Service:
    held = _entries(node)
    scalars = list(_scalars(node))
    spans = ((bisect.bisect_right(starts, each.start), bisect.bisect_right(starts, max(each.start, each.end - 1))) for each in scalars)
    return Service(
        name,
        _build(held["build"]) if "build" in held else None,
        tuple(_paths(held.get("env_file"))),
        frozenset(match[1] for scalar in scalars for match in _VARIABLE.finditer(scalar.text[:_LINE])),
        frozenset(line for first, last in spans for line in range(first, last + 1)),
    )


def _paths(node: Node | None) -> Iterator[str]:
    """Give the files that `env_file` names: one, a list, or a list of mappings that say more of each."""
    for item in node.items if isinstance(node, Sequence) else [node]:
        named = item.scalar("path") if isinstance(item, Mapping) else item
        if isinstance(named, Scalar):
            yield named.text


def _build(node: Node) -> str | None:
    """Give the directory of a service's own code: where its recipe is, if that is below the context."""
    if isinstance(node, Scalar):
        return node.text or None
    if not isinstance(node, Mapping):
        return None
    context, recipe = node.scalar("context"), node.scalar("dockerfile")
    below = posixpath.dirname(recipe.text) if recipe is not None else ""
    return posixpath.join(context.text if context is not None else ".", below)


def _entries(node: Mapping, depth: int = 5) -> dict[str, Node]:
    """Give what a mapping holds: its own entries, and those merged into it that it does not replace."""
    own = {key.text: child for key, child in node.entries if key.text != "<<"}
    for key, child in node.entries if depth else ():
        if key.text == "<<":
            for merged in child.items if isinstance(child, Sequence) else [child]:
                if isinstance(merged, Mapping):
                    own = {**_entries(merged, depth - 1), **own}
    return own


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """Give every scalar below a node once, however often an alias leads to it."""
    seen: set[int] = set()
    waiting = [node] if node is not None else []
    while waiting and len(seen) < _MOST_NODES:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, Scalar):
            yield each
        else:
            waiting += each.items if isinstance(each, Sequence) else _entries(each).values()
