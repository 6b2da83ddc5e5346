"""Follows values through a program, whatever its language, and says what it finds as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.flow.emit import Emitter
from sealguard.flow.evaluate import Evaluator
from sealguard.flow.index import Index

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.flow.library import Library
    from sealguard.syntax import Program

__all__ = ["follow"]


def follow(program: Program, library: Library, facts: Facts) -> None:
    """Add what `program` says to `facts`; `library` is what is known of its language's functions."""
    evaluator = Evaluator(Index(program, library))
    Emitter(evaluator, facts).emit()
    if evaluator.exhausted:
        facts.problems.append("too much code to follow every value")
