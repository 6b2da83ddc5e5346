"""What a language's queries say of the nodes of a syntax tree: which form each has, and which nodes are its parts."""

from __future__ import annotations

import importlib
import time
import warnings
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sealguard.languages.problem import SyntaxProblem

if TYPE_CHECKING:
    import tree_sitter

    from sealguard.languages.grammars import Grammar
    from sealguard.languages.tree_outline import Outline

_MOST_MATCHES: Final = 1 << 16
"""How many matches may be under way at once: hostile code nests to multiply them."""


_PATIENCE: Final = 2.0
"""How many seconds of work a parser may take, and once more for each `_PORTION` bytes; a megabyte of any language takes less than one."""
_PORTION: Final = 200_000
_CHUNK: Final = 4096
"""How many bytes a parser fetches at once."""
_DEEPEST: Final = 600
"""How deep in the tree a node may be to be matched: the time it takes grows with the depth."""


@dataclass(slots=True)
class Label:
    """What the queries say of one node."""

    form: str
    parts: dict[str, list[tree_sitter.Node]] = field(default_factory=dict)
    """Nodes by the part they play, in the order of the text."""
    settings: dict[str, str] = field(default_factory=dict)
    rank: int = 0
    """The last pattern that said so: a later one overrides an earlier one of another form."""

    def one(self, part: str) -> tree_sitter.Node | None:
        """Give the first node that plays a part, or `None`."""
        found = self.parts.get(part)
        return found[0] if found else None

    def all(self, part: str) -> list[tree_sitter.Node]:
        """Give the nodes that play a part."""
        return self.parts.get(part, [])


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A grammar with its queries, ready for use."""

    parser: tree_sitter.Parser
    query: tree_sitter.Query
    remarks: tree_sitter.Query
    """The patterns of comments alone."""
    settings: tuple[dict[str, str], ...]


@cache
def compiled(grammar: Grammar) -> _Compiled:
    """Load a grammar and its queries, once a process."""
    import tree_sitter  # noqa: PLC0415 - only a scan that meets the language pays for it

    module = importlib.import_module(grammar.package)
    with warnings.catch_warnings():
        # Some grammars give an address where others give a capsule.
        warnings.simplefilter("ignore", DeprecationWarning)
        language = tree_sitter.Language(getattr(module, grammar.function)())
    folder = resources.files("sealguard.languages") / "queries"
    source = "\n".join((folder / f"{name}.scm").read_text("utf-8") for name in grammar.queries)
    query = tree_sitter.Query(language, source)
    encoded = source.encode()
    patterns = (encoded[query.start_byte_for_pattern(each) : query.end_byte_for_pattern(each)] for each in range(query.pattern_count))
    remarks = tree_sitter.Query(language, b"\n".join(each for each in patterns if b"@comment" in each).decode())
    settings = tuple({key: value or "" for key, value in query.pattern_settings(index).items()} for index in range(query.pattern_count))
    return _Compiled(tree_sitter.Parser(language), query, remarks, settings)


def parsed(grammar: Grammar, source: bytes) -> tree_sitter.Node:
    """Parse a text.

    Raises:
        SyntaxProblem: it takes too long: to recover from damage, some grammars try ways without end.

    """
    parser = compiled(grammar).parser
    end = time.process_time() + _PATIENCE * (1 + len(source) / _PORTION)
    try:
        # Only a parser that fetches its text can be stopped; and only a tree whose text was given whole is fast to ask for it.
        tree = parser.parse(lambda at, _point: source[at : at + _CHUNK], progress_callback=lambda _at, _wrong: time.process_time() > end)
    except ValueError:
        parser.reset()
        raise SyntaxProblem("code that takes too long to parse") from None
    return parser.parse(source, tree).root_node


def comments(grammar: Grammar, root: tree_sitter.Node) -> list[tree_sitter.Node]:
    """Give the comments of a tree."""
    import tree_sitter  # noqa: PLC0415 - as above

    return tree_sitter.QueryCursor(compiled(grammar).remarks).captures(root).get("comment", [])


def labels(grammar: Grammar, outline: Outline) -> dict[int, Label]:
    """Give what the queries say of the nodes that are kept, and of those around them, by node id.

    Raises:
        SyntaxProblem: there is more to match than can be borne.

    """
    import tree_sitter  # noqa: PLC0415 - as above

    ready = compiled(grammar)
    found: dict[int, Label] = {}
    for nodes, depth in ((outline.around, 0), (outline.nodes, _DEEPEST)):
        cursor = tree_sitter.QueryCursor(ready.query, match_limit=_MOST_MATCHES)
        cursor.set_max_start_depth(depth)
        for node in nodes:
            for pattern, captures in cursor.matches(node):
                _note(found, pattern, captures, ready.settings[pattern])
            if cursor.did_exceed_match_limit:
                raise SyntaxProblem("code that is too much to match")
    for label in found.values():
        for part, nodes in label.parts.items():
            if len(nodes) > 1:
                label.parts[part] = _ordered(nodes)
    return found


def _note(found: dict[int, Label], pattern: int, captures: dict[str, list[tree_sitter.Node]], settings: dict[str, str]) -> None:
    for name, nodes in captures.items():
        if "." in name or name[0] == "_":
            continue
        for node in nodes:
            label = found.get(node.id)
            if label is None or (label.form != name and label.rank <= pattern):
                found[node.id] = label = Label(name, rank=pattern)
            elif label.form != name:
                continue
            label.rank = max(label.rank, pattern)
            label.settings |= settings
            beginning = f"{name}."
            for part, parts in captures.items():
                if part.startswith(beginning):
                    label.parts.setdefault(part[len(beginning) :], []).extend(parts)


def _ordered(nodes: list[tree_sitter.Node]) -> list[tree_sitter.Node]:
    seen: dict[int, tree_sitter.Node] = {node.id: node for node in nodes}
    return sorted(seen.values(), key=lambda node: (node.start_byte, node.end_byte))
