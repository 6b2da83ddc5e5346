"""What an audit has to say: each format is one module with `render(audit, presentation)`, as for reports of scans."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.audit import Audit
    from sealguard.reports import Presentation

FORMATS: Final = ("text", "json", "html", "markdown")


def render(name: str, audit: Audit, presentation: Presentation) -> Iterator[str]:
    """Give an audit in one of `FORMATS`, piece by piece."""
    pieces: Iterator[str] = importlib.import_module(f"{__name__}.{name}").render(audit, presentation)
    return pieces
