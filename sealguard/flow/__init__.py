"""Follows values through a program, whatever its language, and says what it finds as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.flow.emit import Emitter
from sealguard.flow.evaluate import Evaluator
from sealguard.flow.index import Index
from sealguard.flow.modules import Modules

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.flow.library import Library
    from sealguard.syntax import Program

__all__ = ["follow"]


def follow(program: Program, library: Library, facts: Facts) -> None:
    """Add what `program` says to `facts`, with what the neighbours of its file make of it; `library` is what is known of its language."""
    neighbours = facts.document.neighbours
    modules = neighbours if isinstance(neighbours, Modules) else None
    evaluator = Evaluator(Index(program, library, modules, facts.document.path))
    Emitter(evaluator, facts).emit()
    # What its neighbours add is looked at as far as it goes.
    if evaluator.exhausted and modules is None:
        facts.problems.append("too much code to follow every value")
