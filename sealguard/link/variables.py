"""What files that start programs make their environment: Compose's services, Kubernetes' containers and maps, CI's jobs."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.applications import COMPOSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOLDERS: Final = frozenset({"env", "environment", "variables", "env_variables", "envvars", "stringdata"})
"""Keys under which such a file has variables."""
_NAME: Final = re.compile(r"[A-Z][A-Z0-9_]{2,60}")
_DEFINED: Final = re.compile(r"(?m)(?:^[ \t]*(?:-[ \t]+)?[\"']?|\bname:[ \t]*[\"']?)([A-Z][A-Z0-9_]{2,60})[\"']?[ \t]*(?:[:=]|$)")
_DEEPEST: Final = 30


def starts_programs(path: str) -> bool:
    """Tell whether a file says nothing but how programs are started."""
    return COMPOSE.fullmatch(posixpath.basename(path)) is not None or path.startswith(".github/") or path.endswith(".gitlab-ci.yml")


def names(text: str) -> set[str]:
    """Give what the text of such a file may give values as variables."""
    return {match[1] for match in _DEFINED.finditer(text)}


def given_to(path: str, program: syntax.Program, reader: str) -> syntax.Program:
    """Give the variables that a file gives a program, as a map; a service of Compose gives them to what it is built of."""
    roots = [each.value for each in program.body if isinstance(each, syntax.Export)]
    compose = COMPOSE.fullmatch(posixpath.basename(path)) is not None
    entries = tuple(entry for root in roots for entry in (_composed(path, root, reader) if compose else _held(root)))
    return syntax.Program(tuple(syntax.Export(root.span, syntax.Map(root.span, entries)) for root in roots[:1]))


def _composed(path: str, root: syntax.Expression, reader: str) -> Iterator[syntax.Entry]:
    for _, service in syntax.entries(syntax.entry(root, "services")):
        home = _built(path, service)
        if home is not None and (not home or reader.startswith(f"{home}/")):
            yield from _variables(syntax.entry(service, "environment"))


def _built(path: str, service: syntax.Expression) -> str | None:
    """Give the directory that a service is built of; `None` where it is not built here."""
    build = syntax.entry(service, "build")
    named = build if not isinstance(build, syntax.Map) else syntax.entry(build, "context")
    if not isinstance(named, syntax.Known):
        return None
    below = posixpath.normpath(posixpath.join(posixpath.dirname(path), named.values[0].shape))
    return "" if below == "." else below


def _held(node: syntax.Expression, depth: int = _DEEPEST) -> Iterator[syntax.Entry]:
    kind = syntax.entry(node, "kind")
    # What a Secret has as `data` is encoded.
    mapped = isinstance(kind, syntax.Known) and kind.values[0].text == "ConfigMap"
    for name, child in syntax.entries(node) if depth else ():
        if name.lower() in _HOLDERS or (mapped and name == "data"):
            yield from _variables(child)
        yield from _held(child, depth - 1)
    for item in node.items if isinstance(node, syntax.Seq) and depth else ():
        yield from _held(item, depth - 1)


def _variables(node: syntax.Expression | None) -> Iterator[syntax.Entry]:
    """Give names and values, however they are spelled: a map, a list of `NAME=value`, a list of maps with `name` and `value`."""
    for name, value in syntax.entries(node):
        if name == "<<":
            yield from _variables(value)
        elif _NAME.fullmatch(name):
            yield _entry(name, value)
    for item in node.items if isinstance(node, syntax.Seq) else ():
        label, held = syntax.entry(item, "name"), syntax.entry(item, "value")
        if isinstance(label, syntax.Known) and held is not None and _NAME.fullmatch(label.values[0].shape):
            yield _entry(label.values[0].shape, held)
        elif isinstance(item, syntax.Known):
            name, sign, _ = item.values[0].shape.partition("=")
            if sign and _NAME.fullmatch(name):
                yield _entry(name, syntax.Known(item.span, tuple(each.cut(len(name) + 1) for each in item.values)))


def _entry(name: str, value: syntax.Expression) -> syntax.Entry:
    return syntax.Entry(syntax.Str(value.span, name, value.span, verbatim=False), value)
