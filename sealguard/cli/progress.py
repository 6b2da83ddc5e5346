"""A progress bar on standard error, for people who wait: it comes after a second, and leaves nothing behind."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

DELAY: Final = 1.0
"""In seconds; a shorter scan shows none."""


@contextmanager
def progress_bar(*, shown: bool, what: str = "files") -> Iterator[Callable[[int, int], None] | None]:
    """Give what is to be called with the numbers of files (or `what` they are) done and listed, or `None` where nobody watches."""
    if not shown:
        yield None
        return
    bar = _Bar(what)
    try:
        yield bar.update
    finally:
        bar.stop()


class _Bar:
    """Draws nothing, and imports nothing, before `DELAY` is over."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._from = time.monotonic() + DELAY
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def update(self, done: int, listed: int) -> None:
        if self._progress is None:
            if time.monotonic() < self._from:
                return
            self._start()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=max(listed, done))

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only a long scan needs it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

        columns = (TextColumn("Scanning"), BarColumn(), MofNCompleteColumn(), TextColumn(self._what), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=None)
        self._progress.start()

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
