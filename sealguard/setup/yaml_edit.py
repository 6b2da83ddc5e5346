"""Adds an item to a list in somebody's YAML and changes no other character: comments, order, quotes and line ends stay.

The parser says where the list ends and, afterwards, that the text holds what it held and the item; anything else is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Item = Mapping[str, Any]

MAX_SIZE: Final = 256 * 1024
"""In bytes; the parser that knows places needs seconds for more."""


class EditError(ValueError):
    """A text that cannot be extended safely. The message is a phrase that says what it is."""


def appended(text: str, key: str, item: Item) -> str:
    """Give a document with `item` at the end of the list that the top level has under `key`, which is made where there is none.

    Raises `EditError` where the document is no YAML, or not of a form that can be extended and nothing else changed.
    """
    root = composed(text)
    ending = "\r\n" if "\r\n" in text else "\n"
    pair = {key: [dict(item)]}
    if root is None:
        gap = "" if not text or text.endswith("\n") else ending
        return text + gap + _block(pair, 0, ending) + ending
    if not isinstance(root, yaml.MappingNode):
        raise EditError("not a table of keys")
    value = entry(root, key)
    if value is None:
        candidates = _extended(text, root, _block(pair, _column(text, root), ending), _inner(pair))
        expected = _events(text), _inside(pair)
    elif isinstance(value, yaml.SequenceNode):
        candidates = _extended(text, value, _block([dict(item)], _column(text, value), ending), json.dumps(item))
        expected = _events(text), _inside([dict(item)])
    elif isinstance(value, yaml.ScalarNode) and not value.value and value.style is None:
        at = _line_end(text, value.end_mark.index)
        candidates = iter([text[:at] + ending + _block([dict(item)], 0, ending) + text[at:]])
        expected = _events(text), _events(json.dumps([item]))[2:-2]
    else:
        raise EditError(f"'{key}' is not a list")
    for candidate in candidates:
        if _only_adds(candidate, *expected):
            return candidate
    raise EditError(f"'{key}' is written in a way that cannot be extended safely")


def composed(text: str) -> yaml.Node | None:
    """Parse a document into nodes, which nothing is constructed from; `None` where there is nothing but comments. Raises `EditError`."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        raise EditError("nested too deeply") from None
    except yaml.MarkedYAMLError as error:
        where = f" (line {error.problem_mark.line + 1})" if error.problem_mark else ""
        raise EditError(f"not valid YAML{where}") from None
    except (yaml.YAMLError, ValueError):
        raise EditError("not valid YAML") from None
    return node


def entry(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Give what a mapping has under `key`."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if isinstance(name, yaml.ScalarNode) and name.value == key), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Give the items of a list; of anything else, none."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def scalars(text: str) -> list[str]:
    """Give all keys and values of a document in order, each where it is written. Raises `EditError`."""
    composed(text)
    return [value for kind, *_, value in _events(text) if kind == "ScalarEvent"]


# Places --------------------------------------------------------------------------------------------------------------


def _extended(text: str, node: yaml.CollectionNode, block: str, flow: str) -> Iterator[str]:
    """Give what the text could be with something more at the end of a collection."""
    if node.flow_style:
        at = node.end_mark.index - 1
        for separator in (", ", "") if node.value else ("",):
            yield text[:at] + separator + flow + text[at:]
        return
    at = _line_end(text, _last(node))
    yield text[:at] + ("\r\n" if "\r\n" in text else "\n") + block + text[at:]


def _last(node: yaml.Node) -> int:
    """Give where the last thing in a block collection ends; the collection itself ends only where the next thing begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    end: int = node.end_mark.index
    return end


def _line_end(text: str, index: int) -> int:
    if index and text[index - 1] in "\r\n":  # a block scalar ends after its line breaks
        return len(text[:index].rstrip("\r\n"))
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if end > index and text[end - 1] == "\r" else end


def _column(text: str, node: yaml.CollectionNode) -> int:
    """Give the column at which the entries of a block collection stand."""
    if node.flow_style or not node.value:
        return 0
    if isinstance(node, yaml.MappingNode):
        return int(node.value[0][0].start_mark.column)
    dash = text.rfind("-", 0, node.value[0].start_mark.index)
    return dash - text.rfind("\n", 0, dash) - 1


def _block(content: Mapping[str, Any] | Sequence[Any], column: int, ending: str) -> str:
    lines = yaml.safe_dump(content, sort_keys=False, width=1000).splitlines()
    return ending.join(" " * column + line for line in lines)


def _inner(content: Mapping[str, Any]) -> str:
    return json.dumps(content)[1:-1]


# The check -----------------------------------------------------------------------------------------------------------


def _events(text: str) -> list[tuple[str, Any, Any, Any]]:
    """Give what the parser sees, without places. Aliases stay aliases, so that nothing grows."""
    return [
        (type(event).__name__, getattr(event, "anchor", None), getattr(event, "tag", None), getattr(event, "value", None))
        for event in yaml.parse(text, Loader=yaml.SafeLoader)
    ]


def _inside(content: Mapping[str, Any] | Sequence[Any]) -> list[tuple[str, Any, Any, Any]]:
    """Give what the parser sees between the ends of a collection."""
    return _events(json.dumps(content))[3:-3]


def _only_adds(candidate: str, before: list[tuple[str, Any, Any, Any]], added: list[tuple[str, Any, Any, Any]]) -> bool:
    """Tell whether a text holds what was there before, and `added` in one place; an empty value may have gone for it."""
    try:
        after = _events(candidate)
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0)
    gone = len(before) + len(added) - len(after)
    if gone not in {0, 1} or (gone and before[same][0::3] != ("ScalarEvent", "")):
        return False
    return after[same : same + len(added)] == added and after[same + len(added) :] == before[same + gone :]
