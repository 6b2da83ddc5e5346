"""The short forms of a rule's page: why it matters and what to do, in one sentence each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sealguard.catalogue import Rule

WHY: Final = "Why it matters"
DO: Final = "What to do"

_SENTENCE = re.compile(r".*?[.!?](?=\s+[A-Z`'\"]|\s*$)", re.DOTALL)


_HEADING = re.compile(r"^## ", re.MULTILINE)
_EXAMPLE = re.compile(r'^(?:`{3,}|~{3,})[^`\n]*\btitle="', re.MULTILINE)


def prose(rule: Rule) -> str:
    """Give the page without its examples, which begin with the section of the first fence that has a title."""
    page = rule.body
    example = _EXAMPLE.search(page)
    headings = [found.start() for found in _HEADING.finditer(page, 0, example.start())] if example else []
    return page[: headings[-1] if headings else len(page)].rstrip() + "\n"


def section(rule: Rule, heading: str) -> str:
    """Give the first paragraph under a heading, on one line; empty where there is none."""
    found = re.search(rf"^## {re.escape(heading)}\s*\n+((?:(?!#)[^\n]+\n)+)", rule.body + "\n", re.MULTILINE)
    return " ".join(found[1].split()) if found else ""


@lru_cache(maxsize=256)
def advice(rule: Rule) -> str:
    """Give the first sentence of what to do, or the rule's summary."""
    paragraph = section(rule, DO)
    found = _SENTENCE.match(paragraph)
    return found[0] if found else paragraph or rule.summary
