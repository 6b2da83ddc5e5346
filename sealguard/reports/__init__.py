"""What a run has to say, in the form somebody reads: people, scripts, or the tools that take SARIF.

Each format is one module with `render(report, presentation)`, imported when it is asked for. Nothing here adds to a
report or decides on it; everything shown comes from findings, which hold nothing raw.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.catalogue import Catalogue
    from sealguard.model import Finding, Report

FORMATS: Final = ("text", "json", "sarif", "html", "github", "gitlab", "azure", "junit", "markdown", "csv")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the scanned tree comes from, as far as git tells."""

    repository: str = ""
    """The remote's URL, without user and password; empty where there is none."""
    revision: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a report is to be shown."""

    width: int = 80
    """In cells of a terminal."""
    color: bool = False
    unicode: bool = True
    """Whether the output can hold more than ASCII."""
    include_suppressed: bool = False
    category: str = ""
    """SARIF's `automationDetails.id`, which tells apart several uploads for one commit."""
    fail_on: Level = Level.WARNING
    provenance: Provenance = Provenance()
    source_url: str = ""
    """What a path is put behind to link to it as it was scanned; empty where nobody knows."""

    @property
    def catalogue(self) -> Catalogue:
        """The rules' pages, read when a report needs them: a clean one does not."""
        from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - see above

        return load_catalogue()

    def findings(self, report: Report) -> Sequence[Finding]:
        """Give the findings to be shown, in order."""
        return sorted(report.findings if self.include_suppressed else report.active, key=lambda finding: finding.sort_key)


def render(name: str, report: Report, presentation: Presentation) -> Iterator[str]:
    """Give a report in one of `FORMATS`, piece by piece."""
    pieces: Iterator[str] = importlib.import_module(f"{__name__}.{name}").render(report, presentation)
    return pieces
