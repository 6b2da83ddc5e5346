"""What the data files say that a program reads its settings from: under which keys, and in which file."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from sealguard import syntax
from sealguard.flow.scopes import Bind, Scope, Site
from sealguard.syntax import EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.flow.modules import Module

_FEWEST: Final = 2
"""How many keys a map has to share with a class to be what the class is filled with."""
_BETWEEN: Final = re.compile(r"[.:/]+|__")
"""What stands between the names of a key, as code or the environment spells it."""
DATA: Final = re.compile(r"\.(?:ya?ml|json5?|toml|ini|cfg|conf|properties)$")
"""The end of the name of a file that settings are read from."""
ENVIRONMENT: Final = re.compile(r"(?:^|/)(?:\.env[^/]*|[^/]+\.env)$")
"""The path of a file that gives the environment of a program its variables."""
_STAGES: Final = frozenset(
    {"default", "defaults", "shared", "parameters", "common", "base", "production", "prod", "staging", "development", "dev", "local"}
)
"""Names around the settings of one stage, which the code that reads them leaves out."""


def is_data(path: str) -> bool:
    """Tell whether a file is of a format that programs read settings from."""
    return DATA.search(path) is not None or ENVIRONMENT.search(path) is not None


class Setting(NamedTuple):
    """What a data file says under a key, and where that is evaluated."""

    value: syntax.Expression
    site: Site


class Settings:
    """The data files that are read beside a program."""

    def __init__(self, modules: Sequence[Module]) -> None:
        """Walk them once."""
        self.homes: dict[str, Scope] = {}
        """A scope for each file, by its path."""
        self._roots: dict[str, list[Setting]] = {}
        self._keys: dict[str, list[Setting]] = {}
        self._injected: dict[tuple[str, str], list[Setting]] = {}
        self._maps: list[tuple[set[str], Setting, bool]] = []
        """Each map with its keys, and whether it is all of its file."""
        self._variables: dict[str, list[Setting]] = {}
        for module in modules:
            if module.environment:
                self._note_variables(module)
                continue
            home = Scope("module", "", None, module.program)
            self.homes[module.path] = home
            self._roots[module.path] = [Setting(each.value, Site(home, (), sys.maxsize)) for each in _exports(module.program)]
            for root in self._roots[module.path]:
                home.binds[f"{EXPORT}default"] = [Bind(home, root.value, (), root.value.span)]
                self._note(root.value, root.site)
                self._note_services(root)

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.homes or self._variables)

    def under(self, key: str) -> list[Setting]:
        """Give what is said under a key; its names may be parted and spelled in any of the ways in which frameworks have them."""
        return self._keys.get(folded(key), []) if self._keys else []

    def variable(self, name: str) -> list[Setting]:
        """Give what an environment variable is by the files that give the environment its variables."""
        return self._variables.get(name, [])

    def injected(self, own: str, name: str) -> list[Setting]:
        """Give what a container of services gives a constructor's parameter: that of a class, or any of that name."""
        return [*self._injected.get((own.lower(), name), ()), *self._injected.get(("", name), ())]

    def shaped(self, names: Sequence[str]) -> list[Setting]:
        """Give the maps that have about the keys that the fields of a class stand for."""
        wanted = {folded(name) for name in names}
        fewest = max(min(len(wanted), _FEWEST), -(-len(wanted) * 2 // 3))
        return [setting for keys, setting, whole in self._maps if len(wanted & keys) >= fewest and (whole or len(wanted) >= _FEWEST)]

    def file(self, spelled: str) -> list[Setting]:
        """Give what a file holds that code names by the end of its path."""
        name = spelled.replace("\\", "/").removeprefix("./").lstrip("/")
        while name.startswith("../"):
            name = name[3:]
        return [each for path, roots in self._roots.items() if name and f"/{path}".endswith(f"/{name}") for each in roots]

    def _note_variables(self, module: Module) -> None:
        site = Site(Scope("module", "", None, module.program), (), sys.maxsize)
        for name, value in (pair for each in _exports(module.program) for pair in syntax.entries(each.value)):
            self._variables.setdefault(name, []).append(Setting(value, site))
            if "__" in name:  # .NET's `Seal__Token` is the setting `Seal:Token`
                self._keys.setdefault(folded(name), []).append(Setting(value, site))

    def _note_services(self, root: Setting) -> None:
        """Note what Symfony's container gives constructors: `arguments` of a service by its class, `bind` of all of them."""
        for service, node in syntax.entries(syntax.entry(root.value, "services")):
            own = "" if service == "_defaults" else service.rpartition("\\")[2].lower()
            for key, value in syntax.entries(syntax.entry(node, "arguments" if own else "bind")):
                if key.startswith("$"):
                    self._injected.setdefault((own, key[1:]), []).append(Setting(value, root.site))

    def _note(self, root: syntax.Expression, site: Site) -> None:
        pending: list[tuple[str, syntax.Expression]] = [("", root)]
        while pending:
            above, node = pending.pop()
            if isinstance(node, syntax.Map):
                self._maps.append(({name for name, _ in _entries(node)}, Setting(node, site), node is root))
            for name, child in _entries(node):
                self._keys.setdefault(name if not above else f"{above}.{name}", []).append(Setting(child, site))
                pending.append((f"{above}.{name}" if above else name, child))
                if not above and name in _STAGES:
                    pending.append(("", child))


def _exports(program: syntax.Program) -> Iterator[syntax.Export]:
    return (each for each in program.body if isinstance(each, syntax.Export))


def _entries(node: syntax.Expression) -> Iterator[tuple[str, syntax.Expression]]:
    for key, value in syntax.entries(node):
        if name := folded(key):
            yield name, value


def folded(key: str) -> str:
    """Spell a key in the one way in which keys are compared: `Seal:Feed-Token`, `SEAL__FEED_TOKEN` and `seal.feedToken` are one."""
    return ".".join(re.sub(r"[-_ ]", "", part) for part in _BETWEEN.split(key.lower()) if part)
