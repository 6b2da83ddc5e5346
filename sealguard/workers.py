"""Worker processes: each takes one batch at a time, and none outlives the scan.

`multiprocessing`'s pools keep threads and queues that a dying worker or an interrupt can leave hanging; a pipe a worker is
all that is needed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Self

from sealguard.analysis import Outcome
from sealguard.model import Skipped
from sealguard.sources import Batch, extension, skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from sealguard.analysis import Analyser, Sieve
    from sealguard.link.survey import Plan
    from sealguard.sources import Source

PATIENCE: Final = 0.25
"""After how many seconds of closer looks a worker gives the rest of its batch back, in seconds."""
PIECES: Final = 4
"""Into how many pieces a worker such a rest is divided."""
GRACE: Final = 2.0
"""How long a worker may take to end, in seconds, before it is killed."""


class Workers:
    """A few processes that analyse batches of one source."""

    def __init__(self, analyser: Analyser | Sieve, source: Source, count: int) -> None:
        """Prepare `count` processes; they start with the context."""
        self._analyser = analyser
        self._source = source
        self._count = count
        self._processes: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, Batch] = {}
        self._known: dict[Connection, set[bytes]] = {}
        """The extensions of what each was given: the languages that it has loaded, which takes up to a quarter of a second each."""

    def __enter__(self) -> Self:
        """Start them."""
        for _ in range(self._count):
            self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """End them: at once, whatever they are doing."""
        for process in self._processes.values():
            process.terminate()
        for connection, process in self._processes.items():
            process.join(GRACE)
            if process.is_alive():
                process.kill()
                process.join()
            connection.close()

    def _start(self) -> None:
        # A fork shares what is loaded and starts in a millisecond, but it copies only the calling thread: with others about,
        # a lock may be held for ever in the copy. macOS' own libraries do not survive it either.
        forks = sys.platform.startswith("linux") and threading.active_count() == 1
        context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        # A fork has every end that is open here; any other start has what it is given.
        inherited = [*self._processes, ours] if forks else []
        process = context.Process(target=_work, args=(theirs, self._analyser, self._source, inherited), daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process

    def follow(self, plan: Plan) -> None:
        """Tell every process what files are looked at with from now on; nothing may be under way."""
        self._analyser.plan = plan
        for connection in self._processes:
            with contextlib.suppress(OSError):  # it died; the next one that is handed something says so
                connection.send(plan)

    def run(self, batches: Iterator[Batch | Skipped]) -> Iterator[Outcome | Skipped]:
        """Give what comes of each batch, in the order in which it is ready."""
        ready: deque[Batch] = deque()
        exhausted = False
        while True:
            while not exhausted and len(ready) < 2 * self._count and not (self._busy and wait(list(self._busy), timeout=0)):
                item = next(batches, None)
                if item is None:
                    exhausted = True
                elif isinstance(item, Skipped):
                    yield item
                else:
                    ready.append(item)
                    self._hand_out(ready)
            self._hand_out(ready)
            if not self._busy:
                return
            for outcome in self._collect():
                if outcome.rest is not None:
                    ready.extendleft(outcome.rest.pieces(PIECES * self._count))
                yield outcome

    def _hand_out(self, ready: deque[Batch]) -> None:
        # Only to one that waits for it: a pipe holds less than a batch, and two that write to each other wait for ever.
        for connection in [connection for connection in self._processes if connection not in self._busy]:
            if not ready:
                return
            known = self._known.setdefault(connection, set())
            batch = next((each for each in ready if extension(each.paths[0]) in known), ready[0])
            ready.remove(batch)
            known.update(map(extension, batch.paths))
            self._busy[connection] = batch
            try:
                connection.send(batch)
            except OSError:  # it died; the next `wait` says so
                continue

    def _collect(self) -> Iterator[Outcome]:
        answered = wait(list(self._busy))
        for connection in [connection for connection in self._busy if connection in answered]:
            batch = self._busy.pop(connection)
            try:
                yield connection.recv()
            except (EOFError, OSError):
                yield Outcome(skipped=[skipped(path, "the process that read it died") for path in batch.paths])
                process = self._processes.pop(connection)
                connection.close()
                process.join(GRACE)
                self._start()


def _work(connection: Connection, analyser: Analyser | Sieve, source: Source, inherited: list[Connection]) -> None:
    """Answer batches until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:  # else the death of the parent would close nothing
        other.close()
    try:
        while True:
            told = connection.recv()
            if isinstance(told, Batch):
                connection.send(analyser.run(source, told, PATIENCE))
            else:
                analyser.plan = told
    except (EOFError, OSError):
        return
