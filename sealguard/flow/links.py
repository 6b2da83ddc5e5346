"""Binds what a program imports from its neighbours to what these have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from sealguard import syntax
from sealguard.flow.scopes import Bind, Scope
from sealguard.syntax import ALL, EXPORT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sealguard.flow.modules import Modules

_Held = TypeVar("_Held")

_HOPS: Final = 6
"""How often an import may mean another import."""
_WHOLE: Final = ("module.exports", f"{EXPORT}default")
"""What stands for all that a module gives, where it puts that together itself."""


class Links:
    """The scopes of a program and of its neighbours, by path."""

    def __init__(self, modules: Modules, homes: Mapping[str, Scope], data: Mapping[str, Scope]) -> None:
        """Take the scope of each program, the first one the program's own, and of each data file that can be imported as one is."""
        self._modules = modules
        self._homes = homes
        self._given_as_data = data
        self._paths = {id(scope): path for path, scope in homes.items()}

    def bind(self, scope: Scope, bind: Bind) -> None:
        """Bind the names that an import brings, if a neighbour has them; where none is meant, the import stays what it is."""
        imported = bind.value
        if not isinstance(imported, syntax.Import):
            return
        for home, name in self._targets(scope, imported):
            if name == ALL:
                self._all(scope, home)
            elif name is None:
                self._module(scope, imported.path or imported.alias, home, bind)
            elif (given := self._given(home, name)) is not None:
                _copy(*given, scope, imported.alias, bind)

    def share(self) -> None:
        """Let each file see what others declare, where no import is needed for that or only names what is meant."""
        for path, scope in self._homes.items():
            for other, home in self._homes.items():
                if other == path or not self._modules.together(path, other):
                    continue
                for name in _public(home):
                    binds = home.binds[name]
                    if isinstance(binds[0].value, syntax.Import):
                        continue
                    if all(isinstance(bind.value, syntax.Import) for bind in scope.binds.get(name, ())):
                        scope.binds[name] = []
                        _copy(home, name, scope, name, None)

    def reopen(self) -> None:
        """Let a module or class that several files open hold what all of them put into it."""
        opened: dict[str, dict[str, list[Bind]]] = {}
        scopes = [(path, bind.value) for home in self._homes.values() for path, binds in home.binds.items() for bind in binds]
        for name, scope in scopes:
            if isinstance(scope, Scope) and scope.kind == "class":
                held = opened.setdefault(name, {})
                for path, binds in scope.binds.items():
                    held.setdefault(path, []).extend(bind for bind in binds if bind not in held[path])
        for name, scope in scopes:
            if isinstance(scope, Scope) and scope.kind == "class":
                scope.binds.update(opened[name])

    def unite(self) -> dict[int, list[Scope]]:
        """Let the parts of a class that stand in several files hold what all of them do; give these by the identity of each."""
        parts: dict[int, list[Scope]] = {}
        for path, home in self._homes.items():
            for name in _public(home):
                own = _class(home, name)
                if own is None or id(own) in parts:
                    continue
                others = (each for other, each in self._homes.items() if other != path and self._modules.together(path, other))
                found = [own, *filter(None, (_class(each, name) for each in others))]
                if len(found) > 1:
                    parts.update((id(each), found) for each in found)
                    _unite(found)
        return parts

    def _targets(self, scope: Scope, imported: syntax.Import) -> list[tuple[Scope, str | None]]:
        scope = scope.module
        if id(scope) not in self._paths:
            return []
        paths, name = self._modules.target(self._paths[id(scope)], imported)
        known = (self._homes.get(path) or self._given_as_data.get(path) for path in paths)
        return [(home, name) for home in known if home is not None]

    def _given(self, home: Scope, name: str, hops: int = _HOPS) -> tuple[Scope, str] | None:
        """Give where a module has what it gives under a name: its own, or what it has from elsewhere."""
        for path in (f"{EXPORT}{name}", name):
            for bind in reversed(home.binds.get(path, [])):
                if not isinstance(bind.value, syntax.Import):
                    return home, path
                if found := self._further(home, bind.value, bind.value.name or "", hops):
                    return found
        for bind in home.binds.get(ALL, []):
            if isinstance(bind.value, syntax.Import) and (found := self._further(home, bind.value, name, hops)):
                return found
        return self._member(home, name)

    def _further(self, home: Scope, imported: syntax.Import, name: str, hops: int) -> tuple[Scope, str] | None:
        for further, _ in self._targets(home, imported) if hops and name else ():
            if found := self._given(further, name, hops - 1):
                return found
        return None

    def _member(self, home: Scope, name: str) -> tuple[Scope, str] | None:
        """Give an entry of what a module gives as one: `module.exports = { name: value }`."""
        for whole in _WHOLE:
            for bind in reversed(home.binds.get(whole, [])):
                if isinstance(bind.value, syntax.Expression):
                    value = syntax.Attribute(bind.value.span, bind.value, name)
                    home.binds.setdefault(f"{EXPORT}{name}", [Bind(bind.scope, value, bind.block, bind.value.span)])
                    return home, f"{EXPORT}{name}"
        for path in (f"module.exports.{name}", f"exports.{name}"):
            if path in home.binds:
                return home, path
        return None

    def _module(self, scope: Scope, alias: str, home: Scope, bind: Bind) -> None:
        """Bind a module as one: what it gives as a whole, and each of its names below its own."""
        if (whole := _whole(home)) is not None:
            _copy(home, whole, scope, alias, bind)
        for name in [*_public(home), *(each for each in home.binds if each.startswith("exports."))]:
            shown = name.removeprefix(EXPORT).removeprefix("exports.")
            if f"{alias}.{shown}" not in scope.binds and (given := self._given(home, shown)) is not None:
                _copy(*given, scope, f"{alias}.{shown}", None)

    def _all(self, scope: Scope, home: Scope) -> None:
        for name in _public(home):
            if name not in scope.binds and (given := self._given(home, name)) is not None:
                _copy(*given, scope, name, None)


def _class(home: Scope, name: str) -> Scope | None:
    """Give the class that a module itself has under a name."""
    found = (bind.value for bind in home.binds.get(name, ()))
    return next((each for each in found if isinstance(each, Scope) and each.kind == "class" and each.parent is home), None)


def _unite(scopes: list[Scope]) -> None:
    """Let scopes hold what all of them do."""
    fields = list(dict.fromkeys(each for scope in scopes for each in scope.fields))
    binds = _together([each.binds for each in scopes])
    changes = _together([each.changes for each in scopes])
    applied = _together([each.applied for each in scopes])
    handed = _together([each.handed for each in scopes])
    declared = set().union(*(each.declared for each in scopes))
    tags = {name: tag for each in scopes for name, tag in each.tags.items()}
    for scope in scopes:
        scope.fields, scope.binds, scope.changes, scope.applied, scope.handed = fields, binds, changes, applied, handed
        scope.declared, scope.tags = declared, tags


def _together(maps: list[dict[str, list[_Held]]]) -> dict[str, list[_Held]]:
    """Give what several maps hold as one."""
    found: dict[str, list[_Held]] = {}
    for each in maps:
        for path, held in each.items():
            found.setdefault(path, []).extend(held)
    return found


def _whole(home: Scope) -> str | None:
    """Give the path of all that a module gives as one: it says so, it gives it back, or it puts each thing into `exports`."""
    if found := next((whole for whole in _WHOLE if whole in home.binds), None):
        return found
    if home.returns:
        home.binds[_WHOLE[0]] = [Bind(home, value, block, value.span) for value, block in home.returns[-1:]]
        return _WHOLE[0]
    single = {path: binds[-1].value for path, binds in home.binds.items() if path.startswith("exports.") and path.count(".") == 1}
    entries = tuple(
        syntax.Entry(syntax.Str(value.span, path.removeprefix("exports."), value.span, verbatim=False), value)
        for path, value in single.items()
        if isinstance(value, syntax.Expression)
    )
    if not entries:
        return None
    home.binds[_WHOLE[0]] = [Bind(home, syntax.Map(entries[0].value.span, entries), (), entries[0].value.span)]
    return _WHOLE[0]


def _public(home: Scope) -> list[str]:
    """Give the names that a module has, paths that begin at them left out."""
    return [name for name in home.binds if "." not in name and name != ALL]


def _copy(home: Scope, name: str, scope: Scope, alias: str, instead: Bind | None) -> None:
    """Let `alias` in a scope be what `name` is in another one, with all that is set on it and put into it."""
    if home is scope and name == alias:
        return
    kept = [bind for bind in scope.binds.get(alias, ()) if bind is not instead]
    scope.binds[alias] = [*home.binds[name], *kept]
    _move(home.binds, name, scope.binds, alias)
    _move(home.changes, name, scope.changes, alias, whole=True)
    _move(home.applied, name, scope.applied, alias, whole=True)
    _move(home.handed, name, scope.handed, alias, whole=True)


def _move(theirs: Mapping[str, list[_Held]], name: str, ours: dict[str, list[_Held]], alias: str, *, whole: bool = False) -> None:
    """Note what is known of the paths that begin at a name for those that begin at another; `whole`: of the name itself, too."""
    for path in [each for each in theirs if each.startswith(f"{name}.") or (whole and each == name)]:
        ours.setdefault(alias + path[len(name) :], []).extend(theirs[path])
