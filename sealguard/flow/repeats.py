"""Says what becomes of answers, and what repeats the requests that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.flow.answers import Answers, Sender
from sealguard.flow.scopes import last_name

if TYPE_CHECKING:
    from sealguard import syntax
    from sealguard.facts import Facts, Request
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.scopes import Site


def follow_failures(evaluator: Evaluator, sent: list[tuple[syntax.Call, Site, Request]], facts: Facts) -> None:
    """Add to `facts` what becomes of the answers of calls that send requests, and what repeats them."""
    if not sent:
        return
    sender = Sender(evaluator)
    answers = Answers(evaluator, sender)
    handles = evaluator.library.handles
    found = (
        answers.of_handle(call, request) if last_name(call.function) in handles else answers.of(call, site, request)
        for call, site, request in sent
    )
    facts.answers.extend(answer for answer in found if answer is not None)
