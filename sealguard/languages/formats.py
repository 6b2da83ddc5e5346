"""Data formats: a parser for each gives a tree, and one reader makes facts of it."""

from __future__ import annotations

import gc
import importlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sealguard.facts import Zone
from sealguard.languages import data, filling
from sealguard.languages.problem import TOO_LARGE, SyntaxProblem
from sealguard.languages.tree import MAX_SIZE, Mapping, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment
    from sealguard.profile import Profile

_YAML_SIZE: Final = 600_000


def read(kind: str, fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add the facts of data. Raises `SyntaxProblem` where it cannot be parsed, or is too large."""
    with _without_collector():
        tree = parse(kind, fragment.text)
        facts.zones += [(fragment.outer(low, high), Zone.COMMENT) for low, high in tree.comments]
        data.read(tree.roots, fragment, facts, profile, environment=kind == "env")
        filling.fill(facts)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for cycles again and again while a tree without any grows: that takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def parse(kind: str, text: str) -> Tree:
    """Give the tree of a text of a format. Raises `SyntaxProblem` where it cannot be parsed, or is too large."""
    if len(text) > (_YAML_SIZE if kind == "yaml" else MAX_SIZE):
        raise SyntaxProblem(TOO_LARGE)
    if kind in {"env", "ini", "properties", "netrc"}:
        from sealguard.languages import env_tree  # noqa: PLC0415 - one parser at a time

        if kind == "env":
            return env_tree.parse_env(text)
        return env_tree.parse_netrc(text) if kind == "netrc" else env_tree.parse_ini(text, properties=kind == "properties")
    tree: Tree = importlib.import_module(f"sealguard.languages.{kind}_tree").parse(text)
    if kind == "yaml" and not any(isinstance(root, Mapping) or hasattr(root, "items") for root in tree.roots) and text.strip():
        raise SyntaxProblem("YAML without any structure")
    return tree
