"""A security linter and secret scanner for code that talks to the Sealmetrics API.

`scan` and `scan_text` give a `Report`, which `render` writes in any format. They are imported when they are first asked
for, so that the command line, which asks for none of them, starts fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it too, without `typing`, which takes twenty times as long as all this

if TYPE_CHECKING:
    from sealguard.api import ConfigError, Finding, Level, Region, Report, Skipped, Suppression, render, scan, scan_text

__all__ = ["ConfigError", "Finding", "Level", "Region", "Report", "Skipped", "Suppression", "render", "scan", "scan_text"]


def __getattr__(name: str) -> object:
    """Import what is public when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from sealguard import api  # noqa: PLC0415 - see above

    value: object = getattr(api, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name what is public, too."""
    return sorted({*globals(), *__all__})
