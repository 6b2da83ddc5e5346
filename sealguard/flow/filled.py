"""Classes whose objects a library fills: from a section of the configuration, from a data file, from the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind
from sealguard.flow.configured import inside
from sealguard.flow.domain import Mapping, bounded, unknown
from sealguard.flow.scopes import Scope, last_name
from sealguard.flow.settings import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.flow.domain import Things
    from sealguard.flow.evaluation import Evaluation
    from sealguard.model import Span

_DEEPEST: Final = 8
_MOST_BINDINGS: Final = 50
_BINDING: Final = ("Configure", "Get", "Bind", "BindConfiguration")
"""Calls that fill the objects of a class from a section of the configuration."""
_SECTIONS: Final = frozenset({"GetSection", "GetRequiredSection", "BindConfiguration"})
"""Calls that give a section by its key."""
_FORMATS: Final = frozenset({"yaml", "json", "toml", "mapstructure", "koanf", "ini", "hcl", "properties"})
_VARIABLES: Final = frozenset({"env", "envconfig"})
"""What tags of fields begin with that say what data, or the environment, calls them."""
_PREFIX: Final = "env_prefix"
_ALIASES: Final = ("env", "alias", "validation_alias")
"""How pydantic's settings are told what the variables of all fields begin with, and what that of one is called."""


def section_of(evaluation: Evaluation, own: Scope) -> str:
    """Give the section of the configuration that some code says a class is filled from, with a dot behind it; empty where none does."""
    for call, site in (each for name in _BINDING for each in evaluation.index.calls.get(name, ())[:_MOST_BINDINGS]):
        nodes = list(_nodes(call))
        if any(isinstance(node, syntax.Name) and node.id == own.name for node in nodes):
            asked = (node for node in nodes if isinstance(node, syntax.Call) and last_name(node) in _SECTIONS and node.arguments)
            keys = [text for node in asked if (text := evaluation.text(node.arguments[0].value, site))]
            if keys:
                return f"{':'.join(reversed(keys))}."
    return ""


def _nodes(node: syntax.Expression, depth: int = _DEEPEST) -> Iterator[syntax.Expression]:
    yield node
    for child in syntax.children(node) if depth else ():
        yield from _nodes(child, depth - 1)


def from_data(evaluation: Evaluation, own: Scope, name: str, span: Span) -> Things:
    """Give what a field is filled with of a class whose fields say what data, or the environment, calls them."""
    if not own.tags or not evaluation.index.settings:
        return ()
    for kind, spelled_name in own.tags.get(name, ()):
        if kind in _VARIABLES:
            return (unknown(span, spelled_name, kind=Kind.ENVIRONMENT), *evaluation.variable(spelled_name))
    names = [next((tag for kind, tag in tags if kind in _FORMATS), field) for field, tags in own.tags.items()]
    wanted = folded(next((tag for kind, tag in own.tags.get(name, ()) if kind in _FORMATS), name))
    held = (thing for each in evaluation.index.settings.shaped(names) for thing in evaluation.things(each.value, each.site))
    return bounded(thing for each in held if isinstance(each, Mapping) for thing in inside(each, wanted))


def from_environment(evaluation: Evaluation, own: Scope, name: str, span: Span) -> Things:
    """Give what a field is of a class that its library fills from the environment: pydantic's `BaseSettings`."""
    bases = [base for each in (own, *evaluation.index.bases(own)) if isinstance(each.node, syntax.Class) for base in each.node.bases]
    if not any(last_name(base) in evaluation.library.environments for base in bases):
        return ()
    home = next((each for each in (own, *evaluation.index.bases(own)) if name in each.fields or name in each.binds), None)
    if home is None or name.startswith("_"):
        return ()
    declared = [bind.value for bind in home.binds.get(name, ()) if isinstance(bind.value, syntax.Call)]
    said = (argument.value for call in declared for argument in call.arguments if argument.name in _ALIASES)
    alias = next((each.text for each in said if isinstance(each, syntax.Str)), "")
    variable = alias or f"{_prefix(evaluation, own)}{name}".upper()
    return (unknown(span, variable, kind=Kind.ENVIRONMENT), *evaluation.variable(variable))


def _prefix(evaluation: Evaluation, own: Scope) -> str:
    """Give what the names of variables begin with that a class is filled from: in its `model_config`, or in a class inside it."""
    for each in (own, *evaluation.index.bases(own)):
        for bind in each.binds.get("model_config", ()):
            given = bind.value.arguments if isinstance(bind.value, syntax.Call) else ()
            texts = [argument.value.text for argument in given if argument.name == _PREFIX and isinstance(argument.value, syntax.Str)]
            if isinstance(bind.value, syntax.Map):
                texts += [value.text for key, value in syntax.entries(bind.value) if key == _PREFIX and isinstance(value, syntax.Str)]
            if texts:
                return texts[0]
        for bind in each.binds.get("Config", ()):
            inner = bind.value.binds.get(_PREFIX, ()) if isinstance(bind.value, Scope) else ()
            for value in (bound.value for bound in inner):
                if isinstance(value, syntax.Str):
                    return value.text
    return ""
