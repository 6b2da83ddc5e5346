"""Which files a program draws on, language by language: what it names, and which file of the tree that is."""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Final, Protocol

from sealguard.flow.configured import is_settings
from sealguard.link.tree import ancestors, family, joined, shared
from sealguard.syntax import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sealguard import syntax
    from sealguard.link.tree import Tree

    Read = Callable[[str], str]

_MOST_NAMES: Final = 400
"""How many names of a file are looked up."""
_MOST_FILES: Final = 12
"""How many files one name can mean: those of a package."""


class Imports(Protocol):
    """How the programs of one family name each other."""

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """Give the files of the tree that the text of a file names, in the order in which it does."""

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """Give the files that an import means, and the name in them; see `Modules.target`."""

    def together(self, path: str, other: str) -> bool:
        """Tell whether a file sees what another declares without an import; see `Modules.together`."""


# Python ----------------------------------------------------------------------------------------------------------------

_FROM: Final = re.compile(r"(?m)^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\([^)]{0,4000}\)|[^\n#;]{1,1000})")
_IMPORT: Final = re.compile(r"(?m)^[ \t]*import[ \t]+([\w., \t]{1,1000})")

_BOUND: Final = r"(?m)^(?:from[ \t]+\.\w[\w.]*[ \t]+import[ \t]+(?:\([^)]{{0,2000}}?|[^\n#]{{0,1000}}?)\b{0}\b|{0}[ \t]*=)"
"""Where a package binds a name itself."""


_SETTINGS: Final = re.compile(r"django\.conf|\bcurrent_app\b|\bapp\.config\b|from_object|from_pyfile")
"""What reads settings by their names that a module of the application has."""
_STEMS: Final = ("settings", "config", "base", "common", "production", "prod", "local", "development", "default")
_MOST_SETTINGS: Final = 4


def _settings(tree: Tree, path: str) -> list[str]:
    """Give the modules that hold the settings of a Django or Flask application: the nearest ones of their names."""
    named = [each for stem in _STEMS for each in tree.named("python", stem) if each != path and is_settings(each)]
    nearest = max((shared(each, path) for each in named), default=0)
    return [each for each in named if shared(each, path) == nearest][:_MOST_SETTINGS]


class Python:
    """Modules by their dotted names, relative to the file's package or to any directory around it."""

    def __init__(self, read: Read) -> None:
        """Take what reads a package's `__init__.py`."""
        self._read = read

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """See `Imports`."""
        found: list[str] = []
        for match in _FROM.finditer(text):
            names = re.findall(r"(\w+)(?:[ \t]+as[ \t]+\w+)?", match[2].replace("\n", " "))
            inner = [each for name in names[:_MOST_NAMES] for each in self._find(tree, path, _below(match[1], name))]
            found += inner + self._find(tree, path, match[1])
        for match in _IMPORT.finditer(text):
            for name in match[1].split(","):
                found += self._find(tree, path, name.split()[0] if name.split() else "")
        if _SETTINGS.search(text):
            found += _settings(tree, path)
        return list(dict.fromkeys(found))

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """See `Imports`."""
        del text
        if imported.name is None:
            return self._find(tree, path, imported.path or imported.module), None
        package = self._find(tree, path, imported.module)
        module = self._find(tree, path, _below(imported.module, imported.name)) if imported.name != ALL else []
        # A package may have something of the same name as one of its modules: `from .settings import settings`.
        bound = module and any(re.search(_BOUND.format(re.escape(imported.name)), self._read(each)) for each in package)
        return (module, None) if module and not bound else (package, imported.name)

    def together(self, path: str, other: str) -> bool:
        """See `Imports`."""
        del path, other
        return False

    def _find(self, tree: Tree, path: str, module: str) -> list[str]:
        name = module.lstrip(".")
        level = len(module) - len(name)
        below = name.replace(".", "/")
        if level:
            around = list(ancestors(path))
            bases = around[level - 1 : level]
        else:
            bases = [each for base in ancestors(path) for each in (base, posixpath.join(base, "src"), posixpath.join(base, "lib"))]
        ends = (f"{below}.py", f"{below}/__init__.py") if below else ("__init__.py",)
        found = tree.first(posixpath.join(base, end) for base in bases for end in ends)
        return [each for each in found if each != path]


def _below(module: str, name: str) -> str:
    return f"{module}{name}" if module.endswith(".") or not module else f"{module}.{name}"


# JavaScript and TypeScript -----------------------------------------------------------------------------------------------

_SPECIFIER: Final = re.compile(r"(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(?:\(\s*)?[\"']([^\"'\n]{1,300})[\"']")
_TYPES_ALONE: Final = re.compile(r"\b(?:import|export)\s+type\b[^;\"']{0,2000}?\bfrom\s*[\"'][^\"'\n]*[\"']")
_SPELLED: Final = (".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue", ".svelte", ".astro")
_COMPILED: Final = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
_COMMENTS: Final = re.compile(r"(\"(?:[^\"\\]|\\.)*\")|//[^\n]*|/\*.*?\*/|,(?=\s*[}\]])", re.DOTALL)
_CUSTOMARY: Final = {
    "@/": ("src/", ""),
    "~/": ("", "src/", "app/"),
    "~~/": ("",),
    "$lib/": ("src/lib/",),
    "#/": ("src/", ""),
    "src/": ("src/",),
}
"""What a path may begin with where no configuration says what that means, as frameworks have it."""


class Ecmascript:
    """Files by relative path, by the paths of `tsconfig.json`, by what frameworks call the root, by the name of a workspace's package."""

    def __init__(self, read: Read) -> None:
        """Take what reads a manifest."""
        self._read = read
        self._configured: dict[str, list[tuple[str, list[str]]]] = {}
        self._packages: dict[str, tuple[str, dict[str, object]]] | None = None

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """See `Imports`."""
        specifiers = dict.fromkeys(match[1] for match in _SPECIFIER.finditer(_TYPES_ALONE.sub("", text)))
        return list(dict.fromkeys(each for specifier in list(specifiers)[:_MOST_NAMES] for each in self._find(tree, path, specifier)))

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """See `Imports`."""
        specifier = imported.module
        if not specifier.startswith("."):
            # A module's name is dotted by now; the text has it as it was.
            specifier = next((each[1] for each in _SPECIFIER.finditer(text) if _dotted(each[1]) == imported.module), specifier)
        return self._find(tree, path, specifier), imported.name

    def together(self, path: str, other: str) -> bool:
        """See `Imports`."""
        del path, other
        return False

    def _find(self, tree: Tree, path: str, specifier: str) -> list[str]:
        specifier = specifier.partition("?")[0]
        if specifier.startswith("."):
            bases = [joined(posixpath.dirname(path), specifier)]
        else:
            bases = [*self._by_configuration(tree, path, specifier), *_customary(path, specifier), *self._by_package(tree, specifier)]
        return [each for each in tree.first(form for base in bases for form in _forms(base)) if each != path]

    def _by_configuration(self, tree: Tree, path: str, specifier: str) -> Iterator[str]:
        for directory in ancestors(path):
            for name in ("tsconfig.json", "jsconfig.json"):
                manifest = posixpath.join(directory, name)
                if manifest not in tree.files:
                    continue
                if manifest not in self._configured:
                    self._configured[manifest] = list(_paths(directory, _loaded(self._read(manifest))))
                for pattern, targets in self._configured[manifest]:
                    begin, star, end = pattern.partition("*")
                    if specifier == pattern or (star and specifier.startswith(begin) and specifier.endswith(end)):
                        inner = specifier[len(begin) : len(specifier) - len(end)] if star else ""
                        yield from (target.replace("*", inner) for target in targets)

    def _by_package(self, tree: Tree, specifier: str) -> Iterator[str]:
        if self._packages is None:
            self._packages = {}
            for manifest in tree.manifests("package.json")[:_MOST_NAMES]:
                held = _loaded(self._read(manifest))
                if isinstance(name := held.get("name"), str):
                    self._packages.setdefault(name, (posixpath.dirname(manifest), held))
        parts = specifier.split("/")
        name = "/".join(parts[:2]) if specifier.startswith("@") else parts[0]
        if name not in self._packages:
            return
        directory, held = self._packages[name]
        below = specifier[len(name) :].lstrip("/")
        entries = [each for key in ("source", "module", "main", "types") if isinstance(each := held.get(key), str)]
        for entry in [below] if below else [*entries, "src/index", "index", "src/main", "lib/index"]:
            yield joined(directory, entry)
            yield joined(directory, f"src/{entry}")


def _forms(base: str) -> Iterator[str]:
    stem, ending = posixpath.splitext(base)
    yield base
    yield from (stem + each for each in _COMPILED.get(ending, ()))
    yield from (base + each for each in _SPELLED)
    yield from (f"{base}/index{each}" for each in _SPELLED)


def _customary(path: str, specifier: str) -> Iterator[str]:
    for beginning, roots in _CUSTOMARY.items():
        if specifier.startswith(beginning):
            for directory in ancestors(path):
                yield from (joined(directory, root + specifier[len(beginning) :]) for root in roots)


def _loaded(text: str) -> dict[str, object]:
    try:
        held = json.loads(_COMMENTS.sub(lambda match: match[1] or "", text))
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _paths(directory: str, held: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Give the patterns of a `tsconfig.json` with the paths that they mean, relative to the root."""
    options = held.get("compilerOptions")
    if not isinstance(options, dict):
        return
    stated = options.get("baseUrl")
    base = joined(directory, stated) if isinstance(stated, str) else directory
    paths = options.get("paths")
    for pattern, targets in paths.items() if isinstance(paths, dict) else ():
        if isinstance(targets, list):
            yield pattern, [joined(base, each) for each in targets if isinstance(each, str)]
    if isinstance(stated, str):
        yield "*", [joined(base, "*")]


# Languages whose files see each other by the names of their types --------------------------------------------------------

_WORD: Final = re.compile(r"\b[A-Z]\w{1,80}\b")
_REQUIRED: Final = re.compile(r"\b(?:require|include|require_relative|load)(?:_once)?\b[^;\n]{0,120}?[\"']([^\"'\n]{1,200})[\"']")
_CONFIGURED: Final = re.compile(r"\b(?:config|Config::\w+|Config->get)\s*\(\s*['\"](\w{1,60})\.")
"""What reads a setting of Laravel's by its key, which begins with the name of the file that holds it."""
_RAILS: Final = re.compile(r"Rails\.(?:configuration|application\.config)\b")
_NEAR: Final = 3
"""How many files of the same name are too many to tell which is meant."""


class ByType:
    """Files that go by the name of the type they declare: Java, Kotlin, Scala, C#, PHP, Ruby."""

    def __init__(self, kind: str, extensions: tuple[str, ...], *, package: bool, snake: bool) -> None:
        """`package`: files of one directory see each other whole; `snake`: file names are spelled `in_words`."""
        self._kind, self._extensions, self._package, self._snake = kind, extensions, package, snake

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """See `Imports`."""
        found: list[str] = []
        for match in _REQUIRED.finditer(text) if self._kind in {"php", "ruby"} else ():
            found += self._included(tree, path, match[1])
        for match in _CONFIGURED.finditer(text) if self._kind == "php" else ():
            found += self._included(tree, path, f"config/{match[1]}.php")
        if self._kind == "ruby" and "Rails." in text and _RAILS.search(text):
            found += self._settings(tree, path)
        for word in list(dict.fromkeys(_WORD.findall(text)))[:_MOST_NAMES]:
            named = [each for each in tree.named(self._kind, _snake(word) if self._snake else word) if each != path]
            if len(named) > 1:
                shared = [len(posixpath.commonpath([each, path]) if each and path else "") for each in named]
                named = [each for each, length in zip(named, shared, strict=True) if length == max(shared)]
            if len(named) <= _NEAR:
                found += named
        if self._package:
            found += [each for each in tree.inside(posixpath.dirname(path), self._extensions) if each != path][:_MOST_FILES]
        return list(dict.fromkeys(found))

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """See `Imports`: what is meant is seen by its name, imported or not, save a file that gives something back."""
        spelled = (match[1] for match in _REQUIRED.finditer(text) if self._kind == "php")
        return next((self._included(tree, path, each) for each in spelled if _dotted(each) == imported.module), []), None

    def together(self, path: str, other: str) -> bool:
        """See `Imports`."""
        del path, other
        return True

    def _settings(self, tree: Tree, path: str) -> list[str]:
        """Give the files in which a Rails application sets what others read from `Rails.configuration`."""
        for directory in ancestors(path):
            base = posixpath.join(directory, "config")
            if found := [each for below in ("", "/initializers", "/environments") for each in tree.inside(base + below, ("rb",))]:
                return [each for each in found if each != path][:_MOST_FILES]
        return []

    def _included(self, tree: Tree, path: str, named: str) -> list[str]:
        name = named.lstrip("/") if named.startswith("/") else named
        ending = "" if posixpath.splitext(name)[1] else f".{self._extensions[0]}"
        bases = (each for base in ancestors(path) for each in (base, posixpath.join(base, "lib"), posixpath.join(base, "app")))
        return [each for each in tree.first(joined(base, name + ending) for base in bases) if each != path]


def _dotted(path: str) -> str:
    """Spell a path as front ends do."""
    return path if path.startswith(".") else path.replace("/", ".")


def _snake(word: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", word).lower()


# Go ----------------------------------------------------------------------------------------------------------------------

_GO_IMPORTS: Final = re.compile(r"(?m)^\s*import\s*(?:\(([^)]{0,8000})\)|(?:[\w.]+\s+)?(\"[^\"\n]+\"))")
_GO_PATH: Final = re.compile(r"\"([^\"\n]{1,300})\"")
_GO_MODULE: Final = re.compile(r"(?m)^module\s+\"?([^\s\"]+)")


class Go:
    """Packages are directories: their files see each other, and others import them by the module's name and their path."""

    def __init__(self, read: Read) -> None:
        """Take what reads `go.mod`."""
        self._read = read
        self._modules: list[tuple[str, str]] | None = None

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """See `Imports`."""
        found: list[str] = []
        for block in _GO_IMPORTS.finditer(text):
            for match in _GO_PATH.finditer(block[1] or block[2]):
                found += self._package(tree, match[1])
        found += self._files(tree, posixpath.dirname(path))
        return [each for each in dict.fromkeys(found) if each != path]

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """See `Imports`."""
        del path
        for block in _GO_IMPORTS.finditer(text):
            for match in _GO_PATH.finditer(block[1] or block[2]):
                if match[1].replace("/", ".") == imported.module:
                    return self._package(tree, match[1]), None
        return [], None

    def together(self, path: str, other: str) -> bool:
        """See `Imports`."""
        return posixpath.dirname(path) == posixpath.dirname(other)

    def _package(self, tree: Tree, spelled: str) -> list[str]:
        if self._modules is None:
            found = ((_GO_MODULE.search(self._read(path)), posixpath.dirname(path)) for path in tree.manifests("go.mod")[:_MOST_NAMES])
            self._modules = [(match[1], directory) for match, directory in found if match]
        for module, directory in self._modules:
            if spelled == module or spelled.startswith(f"{module}/"):
                return self._files(tree, joined(directory, spelled[len(module) :].lstrip("/")) if spelled != module else directory)
        return []

    def _files(self, tree: Tree, directory: str) -> list[str]:
        inside = tree.inside("" if directory == "." else directory, ("go",))
        return [each for each in inside if not each.endswith("_test.go")][:_MOST_FILES]


# Shell -------------------------------------------------------------------------------------------------------------------

_COMMAND_OUTPUT: Final = r"\$\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)"
_SOURCED: Final = re.compile(
    rf"(?m)(?:^|[;&|{{(]|\b(?:then|do|else))[ \t]*(?:\.|source)[ \t]+"
    rf"((?:\"(?:{_COMMAND_OUTPUT}|[^\"\n])*\"|{_COMMAND_OUTPUT}|'[^'\n]*'|[^\s;&|\"'#])+)"
)
_FILLED: Final = re.compile(r"\$\w+|[^)}]*[)}]")
"""What a script works out before the part of a path that it spells: `$(dirname "$0")`, `${BASH_SOURCE%/*}`, `$ROOT`."""
_PATH: Final = re.compile(r"[\w./-]+")


class Shell:
    """Scripts that are read into others by a path that begins at the script's own directory, or at one around it."""

    def __init__(self, _read: Read) -> None:
        """Nothing needs to be read."""

    def drawn_on(self, tree: Tree, path: str, text: str) -> list[str]:
        """See `Imports`."""
        return list(dict.fromkeys(each for match in _SOURCED.finditer(text) for each in self._find(tree, path, match[1])))

    def target(self, tree: Tree, path: str, text: str, imported: syntax.Import) -> tuple[list[str], str | None]:
        """See `Imports`; the module is the word as it is spelled."""
        del text
        return self._find(tree, path, imported.module), None

    def together(self, path: str, other: str) -> bool:
        """See `Imports`."""
        del path, other
        return False

    def _find(self, tree: Tree, path: str, spelled: str) -> list[str]:
        word = spelled.replace('"', "").replace("'", "")
        rest = _FILLED.sub("", word)
        if not _PATH.fullmatch(rest) or (word == rest and rest.startswith("/")):
            return []
        return [each for each in tree.first(joined(base, rest.lstrip("/")) for base in ancestors(path)) if each != path]


def imports(read: Read) -> dict[str, Imports]:
    """Give how each family names files; `read` gives the text of a manifest."""
    return {
        "python": Python(read),
        "ecmascript": Ecmascript(read),
        "go": Go(read),
        "php": ByType("php", ("php",), package=False, snake=False),
        "jvm": ByType("jvm", ("java", "kt", "scala"), package=True, snake=False),
        "csharp": ByType("csharp", ("cs",), package=False, snake=False),
        "ruby": ByType("ruby", ("rb",), package=False, snake=True),
        "shell": Shell(read),
    }


_SOURCES: Final = frozenset({"src", "lib", "dist", "source"})
"""Directories that imports name or leave out."""


def stems(path: str) -> set[str]:
    """Give what those who import a file spell, one of them: its name without suffix, or its directory's where that stands for it."""
    name = posixpath.basename(path).rpartition(".")[0]
    if family(path) == "go" or name in {"__init__", "index", "mod", "main"}:
        found: set[str] = set()
        for directory in map(posixpath.basename, ancestors(path)):
            found.add(directory)
            if directory not in _SOURCES:
                break
        return found - {""} or {name}
    return {"".join(part.capitalize() for part in name.split("_")) if family(path) == "ruby" else name}
