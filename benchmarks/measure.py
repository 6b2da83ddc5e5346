"""Runs commands in turn and measures each: seconds on the clock, processor time, and the memory of all its processes together."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_POLL = 0.01
"""How often memory is looked at, in seconds."""


@dataclass(slots=True)
class Command:
    """A command line, and what came of running it."""

    name: str
    arguments: Sequence[str]
    cwd: Path
    codes: frozenset[int] = frozenset({0})
    """The exit codes of a run that did its work."""
    wall: list[float] = field(default_factory=list)
    """In seconds, one a run."""
    cpu: list[float] = field(default_factory=list)
    """Of all processes, in seconds, one a run."""
    memory: int = 0
    """The most that all processes had at once, in bytes; shared pages are counted once."""

    @property
    def seconds(self) -> float:
        """The median on the clock."""
        return statistics.median(self.wall)

    @property
    def processor(self) -> float:
        """The median of processor time, in seconds."""
        return statistics.median(self.cpu)


def compare(commands: Sequence[Command], runs: int) -> None:
    """Run each once to warm caches, then in turn `runs` times, then once more for memory. Raises `RuntimeError` where a run fails."""
    for command in commands:
        _run(command)
    for _ in range(runs):
        for command in commands:
            wall, cpu = _run(command)
            command.wall.append(wall)
            command.cpu.append(cpu)
    for command in commands:  # apart, because looking at memory takes time
        command.memory = _peak(command)


def _run(command: Command) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    # A pipe would be read in turns with what is measured, and /dev/null lets ripgrep skip work.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command.arguments, cwd=command.cwd, stdout=output, stderr=output, check=False)
        wall = time.perf_counter() - start
        _require(command, done.returncode)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _require(command: Command, code: int) -> None:
    if code not in command.codes:
        raise RuntimeError(f"'{command.name}' ended with {code}: {' '.join(command.arguments)}")


def _peak(command: Command) -> int:
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command.arguments, cwd=command.cwd, stdout=output, stderr=output, start_new_session=True)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(_proportional(pid) for pid in _session(process.pid)))
            time.sleep(_POLL)
        _require(command, process.returncode)
    return peak


def _session(leader: int) -> Iterator[int]:
    """Give the processes of a session."""
    for name in os.listdir("/proc"):  # noqa: PTH208 - quicker than paths, and this is asked often
        if name.isdecimal():
            try:
                if os.getsid(int(name)) == leader:
                    yield int(name)
            except ProcessLookupError:
                continue


def _proportional(pid: int) -> int:
    """Give a process' proportional set size, in bytes: what it shares is divided among those who share it."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except (OSError, ValueError):  # it has ended
        return 0
    return sum(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:"))
