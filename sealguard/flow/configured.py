"""Follows what a program reads from its configuration to what the data files, and the programs, say that hold it."""

from __future__ import annotations

import posixpath
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Value
from sealguard.flow.domain import Foreign, Item, Mapping, Object, bounded, unknown
from sealguard.flow.scopes import Scope, Site, last_name, spelled
from sealguard.flow.settings import DATA, folded
from sealguard.syntax import EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Evaluation, Frame
    from sealguard.flow.settings import Setting

_LOADING: Final = re.compile(
    r"(?i)^(?:(?:safe_?|full_?|unsafe_?)?load(?:s|_all|_file|file|_yaml|_json|_toml|_config)?|parse|parse_?(?:file|ini_file|ini_string|config)|"
    r"(?:read|load|write)_?(?:json|yaml|toml|config|settings)(?:_?(?:sync|file))?|json_decode|yaml_parse(?:_file)?|deserialize(?:object)?|"
    r"readvalue|readtree|frompath|from_file|from_path|decode_?file|load_and_expand)$"
)
"""What functions are called that give what a data file holds."""
_ASKING: Final = re.compile(
    r"(?i)^(?:must)?(?:get|fetch|dig|read|value|find|look_?up|require|string|str|property|param|setting|config|opt|item|at|path)"
)
"""How methods are called that are asked for what stands under a key."""
_TELLING: Final = re.compile(r"(?i)parameter|property|setting|config|option")
_VARIABLE: Final = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_OWNERS: Final = re.compile(
    r"(?i)(?:config(?:uration)?s?|conf|cfg|settings?|options?|opts|prop(?:ertie)?s|environment|env|viper|koanf|section|params?|parameters|config_?service|\bk)$"
)
"""What code calls that which gives its settings."""
_PROGRAMS: Final = re.compile(r"(?:^|/)(?:config|conf|settings)/(\w+)\.(?:php|[cm]?[jt]s|py)$|(?:^|/)(?:settings|config)(?:_\w+)?\.py$")
"""The path of a program that holds settings, which others read by their keys."""
_WHOLE: Final = ("module.exports", f"{EXPORT}default")
_HOPS: Final = 3
"""How often a setting may name another one."""
_DEEPEST: Final = 8
_MOST_NODES: Final = 200
"""How many expressions are looked at for the name of one file."""


def is_settings(path: str) -> bool:
    """Tell whether a program is one that holds settings, which others read by their keys."""
    return _PROGRAMS.search(path) is not None


def said_under(evaluation: Evaluation, key: str) -> Things:
    """Give what the configuration says under a key; blanks, which something else fills, say nothing."""
    found = list(_said_by_data(evaluation, key))
    for path, home in evaluation.index.configuring.items():
        found += _said_by(evaluation, path, home, key)
    return bounded(thing for thing in found if not isinstance(thing, Value) or thing.shape)


def _said_by_data(evaluation: Evaluation, key: str, hops: int = _HOPS) -> Iterator[Thing]:
    """Give what the data files say under a key; one that only names another is followed."""
    for each in evaluation.index.settings.under(key):
        yield from resolved(evaluation, each, hops)


def resolved(evaluation: Evaluation, setting: Setting, hops: int = _HOPS) -> Iterator[Thing]:
    """Give what a setting is, and where it only names another one, or a variable of the environment, what that is."""
    for thing in evaluation.things(setting.value, setting.site):
        yield thing
        if isinstance(thing, Value) and len(thing.parts) == 1 and thing.holes and thing.holes[0].names and hops:
            name = thing.holes[0].names[0]
            yield from evaluation.variable(name) or _said_by_data(evaluation, name, hops - 1)


def _said_by(evaluation: Evaluation, path: str, home: Scope, key: str) -> Iterator[Thing]:
    """Give what a program that holds settings says under a key: in the map that it gives, or as one of its names."""
    names = folded(key)
    stem, _, below = names.partition(".")
    values = [value for value, _ in home.returns[-1:]]
    values += [bind.value for whole in _WHOLE for bind in home.binds.get(whole, ())[-1:] if isinstance(bind.value, syntax.Expression)]
    for thing in (each for value in values for each in evaluation.things(value, Site(home, (), sys.maxsize))):
        if isinstance(thing, Mapping):
            yield from inside(thing, below) if folded(posixpath.basename(path).partition(".")[0]) == stem else inside(thing, names)
    if "." in key or values:
        return
    classes = (bind.value for binds in home.binds.values() for bind in binds)
    for scope in (home, *(each for each in classes if isinstance(each, Scope) and each.kind == "class")):
        for bind in scope.binds.get(key, ()):
            if isinstance(bind.value, syntax.Expression):
                yield from evaluation.things(bind.value, bind.site)


def inside(held: Mapping, names: str) -> Iterator[Thing]:
    """Give what a map has under a folded key, or under keys one inside the other."""
    for item in held.items:
        own = folded(item.name or "")
        if own == names:
            yield from item.things
        elif own and names.startswith(f"{own}."):
            for thing in item.things:
                if isinstance(thing, Mapping):
                    yield from inside(thing, names[len(own) + 1 :])


def loaded(evaluator: Evaluator, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
    """Give what a call gives that reads a data file beside the program; nothing where it is none."""
    if not evaluator.index.settings or not node.arguments:
        return ()
    if last_name(node.function) == "config_for":
        return _staged(evaluator, evaluator.text(node.arguments[0].value, site, frame) or "")
    if _LOADING.match(last_name(node.function)):
        for spelled_path in _paths(evaluator, (each.value for each in node.arguments), site, frame):
            if held := evaluator.index.settings.file(spelled_path):
                return bounded(thing for each in held for thing in evaluator.things(each.value, each.site))
    return ()


def called(evaluator: Evaluator, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
    """Give one setting, or a section of them, that a call asks for by its key; nothing where it does not."""
    if not evaluator.index.is_configured or not node.arguments:
        return ()
    owner = node.function.owner if isinstance(node.function, syntax.Attribute) else None
    if owner is None or not _ASKING.match(last_name(node.function)):
        return ()
    given = [each.value for each in node.arguments if each.name is None]
    if last_name(node.function) == "Get" and isinstance(given[0], syntax.Name) and evaluator.index.by_class(given[0].id) is not None:
        # `configuration.GetSection("Seal").Get<SealOptions>()` has what the section has.
        return tuple(thing for thing in evaluator.things(owner, site, frame) if isinstance(thing, Mapping))
    # `cfg.get("stats", "token")`, `config.dig(:stats, :token)`; or a key and a default.
    telling = _TELLING.search(last_name(node.function)) is not None
    return _read(evaluator, owner, given, site, frame, telling=telling) or _read(evaluator, owner, given[:1], site, frame, telling=telling)


def _staged(evaluator: Evaluator, name: str) -> Things:
    """Give what Rails reads from a file of its own: what all stages share, and under it what one of them says."""
    roots = [thing for each in evaluator.index.settings.file(f"config/{name}.yml") for thing in evaluator.things(each.value, each.site)]
    stages = [thing for root in roots if isinstance(root, Mapping) for item in root.items if item.name != "test" for thing in item.things]
    said: dict[str, Item] = {}
    for item in (item for stage in stages if isinstance(stage, Mapping) for item in stage.items):
        known = said.get(item.name or "")
        said[item.name or ""] = replace(known, things=bounded((*known.things, *item.things))) if known is not None else item
    return (Mapping(tuple(said.values()), complete=False, span=roots[0].span),) if said else bounded(roots)


def indexed(evaluator: Evaluator, node: syntax.Index, site: Site, frame: Frame | None) -> Things:
    """Give the setting that is asked for by its key: `configuration["Seal:Token"]`; nothing where that is something else."""
    return _read(evaluator, node.owner, [node.key], site, frame) if evaluator.index.is_configured else ()


def attributed(evaluator: Evaluator, node: syntax.Attribute, site: Site) -> Things:
    """Give the setting that attributes of an object ask for: `settings.crm.token`, `Rails.configuration.crm`; nothing where they do not."""
    if not evaluator.index.is_configured:
        return ()
    names = spelled(node).split(".")
    if evaluator.library.holders:
        return _held(evaluator, names)
    root: syntax.Expression = node
    while isinstance(root, syntax.Attribute):
        root = root.owner
    if not isinstance(root, syntax.Name) or not _OWNERS.search(root.id):
        return ()
    if not all(isinstance(thing, Foreign) or (isinstance(thing, Object) and thing.own is None) for thing in evaluator.things(root, site)):
        return ()
    return evaluator.said_under(".".join(names[1:]))


def _held(evaluator: Evaluator, names: list[str]) -> Things:
    """Give what other files set on the object that holds an application's settings."""
    for holder in evaluator.library.holders:
        if names[: len(holder)] == list(holder) and len(names) > len(holder):
            path = ".".join(names[len(holder) :])
            spellings = (f"config.{path}", *(".".join((*each, path)) for each in evaluator.library.holders))
            binds = [bind for scope in evaluator.index.scopes for each in spellings for bind in scope.binds.get(each, ())]
            values = ((bind.value, bind.site) for bind in binds)
            return bounded(
                thing for value, there in values if isinstance(value, syntax.Expression) for thing in evaluator.things(value, there)
            )
    return ()


def _read(
    evaluator: Evaluator, owner: syntax.Expression, keys: list[syntax.Expression], site: Site, frame: Frame | None, *, telling: bool = False
) -> Things:
    """Give what stands under a key; `telling`: it is asked for in words that are used of settings alone."""
    if not all(isinstance(key, syntax.Str | syntax.Name | syntax.Attribute | syntax.Join) for key in keys):
        return ()
    texts = [evaluator.text(key, site, frame) or "" for key in keys]
    spelled_key = ".".join(texts)
    names = folded(spelled_key)
    if not all(texts) or not names:
        return ()
    maps = [thing for thing in evaluator.things(owner, site, frame) if isinstance(thing, Mapping)]
    if maps:
        return bounded(thing for each in maps for thing in inside(each, names))
    if "." not in names and not _OWNERS.search(spelled(owner).rpartition(".")[2]) and not telling:
        return ()
    if _VARIABLE.fullmatch(spelled_key) and (given := evaluator.variable(spelled_key)):
        return (unknown(owner.span, spelled_key, kind=Kind.ENVIRONMENT), *given)
    return evaluator.said_under(spelled_key)


def _paths(evaluator: Evaluator, nodes: Iterable[syntax.Expression], site: Site, frame: Frame | None) -> Iterator[str]:
    """Give the names of data files in expressions: of the file that is opened, of the path that is joined."""
    pending = [(node, 0) for node in nodes]
    seen: set[int] = set()
    while pending and len(seen) < _MOST_NODES:
        node, depth = pending.pop(0)
        if id(node) in seen or depth > _DEEPEST:
            continue
        seen.add(id(node))
        for thing in evaluator.things(node, site, frame):
            if isinstance(thing, Value) and DATA.search(thing.shape):
                yield thing.shape.rpartition("\ufffc")[2]
        inner = list(syntax.children(node))
        if isinstance(node, syntax.Name) and (home := site.scope.lookup(node.id)) is not None:
            inner += [bind.value for bind in home.binds[node.id] if isinstance(bind.value, syntax.Expression)]
        pending += [(each, depth + 1) for each in inner]
