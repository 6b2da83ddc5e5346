"""Whether a retry repeats requests to Sealmetrics: its requests show it, or the file's, where a policy shows none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks._about import by_url, context_is_ours, request_is_ours
from sealguard.checks.resilience._programs import is_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Retry
    from sealguard.profile import Profile


def our_retries(facts: Facts, profile: Profile) -> Iterator[Retry]:
    """Give the retries that repeat requests to Sealmetrics."""
    if not is_program(facts.document.path):
        return
    for retry in facts.retries:
        if any(request_is_ours(facts, profile, request) for request in retry.requests) or (
            not retry.requests and _is_of_our_client(facts, profile, retry)
        ):
            yield retry


def _is_of_our_client(facts: Facts, profile: Profile, retry: Retry) -> bool:
    """Tell whether a policy that shows no request is one of a client of Sealmetrics: by the file's requests, or by the names around."""
    said = {by_url(profile, request.urls) for request in facts.requests}
    if False in said:
        return False
    beside = {each.context[-1] for each in facts.retries if each.context[:-1] == retry.context[:-1] and each.context}
    if len(beside) > 1 and any(map(profile.owner, beside)) and not profile.owner(retry.context[-1]):
        return False  # of several that are named, one is named for Sealmetrics
    return True in said or context_is_ours(facts, profile, retry.context)
