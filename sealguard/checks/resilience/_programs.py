"""Which files are programs, and not documents that show what a call looks like."""

from __future__ import annotations

import re
from typing import Final

_DOCUMENT: Final = re.compile(
    r"(?i)\.(?:md|mdx|markdown|rst|adoc|txt|http|rest|bru|har|log|patch|diff)$|(?:postman|insomnia|openapi|swagger)[\w.-]*$"
)


def is_program(path: str) -> bool:
    """Tell whether the calls of a file are made when a program runs, and not by a reader or an API client."""
    return not _DOCUMENT.search(path)
