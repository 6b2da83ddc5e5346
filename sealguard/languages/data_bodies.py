"""Bodies of the requests that data describes, and configuration of what gets a token, entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.bodies import LONGEST, read_body
from sealguard.facts import Body, Entry
from sealguard.languages import templates
from sealguard.languages.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from sealguard.languages.fragment import Fragment

NAMES: Final = ("body", "json", "form", "data", "postdata", "jsonbody", "bodyparameters", "payload", "request_body")
"""Keys under which a request has its body, in lower case."""
_HOLDERS: Final = ("params", "parameters", "urlencoded", "formdata")
"""Keys under which a body has its list of named values."""
_SPELLED: Final = ("text", "raw", "data", "content", "value")
_MODES: Final = frozenset({"mode", "type", "mimetype", "contenttype", "raw", "options", "params", "text", *_HOLDERS, *_SPELLED})
"""What says how a body is spelled rather than what is in it."""
_MOST: Final = 200
"""How many entries are kept."""


def body_of(fragment: Fragment, node: Node | None) -> Body | None:
    """Give the body that stands under one of `NAMES`: a map, named values, or text that spells one."""
    if isinstance(node, Scalar):
        return _spelled(fragment, node)
    if isinstance(node, Sequence):
        return _named(fragment, node)
    if not isinstance(node, Mapping):
        return None
    listed = node.get(*_HOLDERS)
    if isinstance(listed, Sequence) and listed.items:
        return _named(fragment, listed)
    spelled = node.scalar(*_SPELLED)
    if spelled is not None and all(key.text.lower() in _MODES for key, _ in node.entries):
        return _spelled(fragment, spelled)
    return entries_of(fragment, node)


def entries_of(fragment: Fragment, node: Mapping) -> Body:
    """Give what a mapping holds."""
    own = [(key, child) for key, child in node.entries if key.text != "<<"]
    entries = (_entry(fragment, key.text, child) for key, child in own[:_MOST])
    return Body(tuple(entries), complete=len(own) == len(node.entries) <= _MOST and all("{{" not in key.text for key, _ in own))


def _spelled(fragment: Fragment, scalar: Scalar) -> Body | None:
    text = scalar.text.lstrip()
    marked = scalar.cut(1, len(scalar.text)) if text[:2] in {"={", "=["} else scalar  # n8n marks expressions so
    return read_body(templates.value(fragment, marked)) if 0 < len(scalar.text) <= LONGEST else None


def _named(fragment: Fragment, node: Sequence) -> Body | None:
    """Read a list of names with their values."""
    entries: list[Entry] = []
    for item in node.items[:_MOST]:
        name = item.scalar("key", "name") if isinstance(item, Mapping) else None
        content = item.get("value") if isinstance(item, Mapping) else None
        off = item.scalar("disabled") if isinstance(item, Mapping) else None
        if name is None or content is None:
            return None
        if off is None or off.text != "true":
            entries.append(_entry(fragment, name.text, content))
    return Body(tuple(entries), complete=True)


def _entry(fragment: Fragment, name: str, node: Node) -> Entry:
    span = fragment.outer(node.start, max(node.start + 1, node.end))
    if isinstance(node, Mapping):
        return Entry(name, (), span, whole=False)
    scalars = [node] if isinstance(node, Scalar) else list(node.scalars)
    values = tuple(value for scalar in scalars[:_MOST] for value in templates.alternatives(fragment, scalar))
    whole = isinstance(node, Scalar) or len(scalars) == len(node.items)
    return Entry(name, values, span, whole)
