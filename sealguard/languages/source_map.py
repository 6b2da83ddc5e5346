"""Source maps: JSON that holds the sources of a bundle, each read in its own language and placed in its own file for messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Delivery
from sealguard.forms import find_credentials
from sealguard.languages.json_tree import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment
    from sealguard.profile import Profile

_STRING: Final = r"\"((?:[^\"\\]|\\.)*)\""
_ITEM: Final = re.compile(rf"\s*,?\s*(?:{_STRING}|null)")
_LISTS: Final = {name: re.compile(rf"\"{name}\"\s*:\s*\[") for name in ("sources", "sourcesContent")}
_MOST: Final = 20_000
_LONGEST: Final = 400_000
"""How long a source may be to be parsed; a longer one is looked at for credentials alone."""
_SHOWN: Final = re.compile(r"[^\w./@ ()\[\]+-]")


def read(fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add what the sources say that name Sealmetrics, or that hold a credential's form."""
    from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

    names = [name for _, _, name in _items(fragment.text, "sources")]
    for index, (start, end, raw) in enumerate(_items(fragment.text, "sourcesContent")):
        if not (any(ours for _, ours in profile.mentions_in(raw)) or any(find_credentials(raw))):
            continue
        source = names[index] if index < len(names) else ""
        shown = _SHOWN.sub("", source.rpartition("://")[2].lstrip("/"))[-80:]
        if end - start > _LONGEST:
            facts.deliveries.append(Delivery(fragment.outer(start, end), f"a source map, '{shown}'"))
            continue
        nested = fragment.nest("", unescape(raw, start))
        read_fragment(nested, facts, profile, source.partition("?")[0] or "source.js")
        _place(nested, facts, shown)


def _items(text: str, name: str) -> Iterator[tuple[int, int, str]]:
    """Give the strings of one of the map's lists, with where each is spelled; `null` is an empty one."""
    opening = _LISTS[name].search(text)
    at = opening.end() if opening else len(text)
    for _ in range(_MOST):
        item = _ITEM.match(text, at)
        if item is None:
            return
        at = item.end()
        yield (*item.span(1), item[1]) if item[1] is not None else (at, at, "")


def _place(nested: Fragment, facts: Facts, shown: str) -> None:
    """Say of each line in which file it stands: the map itself has but one."""
    at = 0
    for number, line in enumerate(nested.text.splitlines(keepends=True)[:_MOST], 1):
        if len(line.strip()) > 8:  # noqa: PLR2004 - no credential is shorter
            facts.deliveries.append(Delivery(nested.outer(at, at + len(line)), f"a source map, line {number} of '{shown}'"))
        at += len(line)
