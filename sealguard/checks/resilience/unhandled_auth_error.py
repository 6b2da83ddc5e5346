"""An answer of Sealmetrics that is used and whose status nobody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks._about import request_is_ours
from sealguard.checks._testing import in_test
from sealguard.checks.resilience._programs import is_program
from sealguard.urls import read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Request
    from sealguard.profile import Profile


@check("unhandled-auth-error")
def unhandled_auth_error(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find calls whose answer is used as if it could not be a refusal."""
    seen: set[int] = set()
    if not is_program(facts.document.path):
        return
    for answer in facts.answers:
        if (
            not answer.checked
            and answer.span.start not in seen
            and not in_test(facts.document.path, answer.request.context)
            and not _is_open(answer.request, profile)
            and not _is_example(answer.request, profile)
            and request_is_ours(facts, profile, answer.request)
        ):
            seen.add(answer.span.start)
            yield Sighting(
                answer.span,
                "The status of this answer is not looked at; a 401 or 403 would pass for data. Check it, or let the client raise.",
            )


def _is_example(request: Request, profile: Profile) -> bool:
    """Tell whether a request shows how to call the API: nobody has filled in a token yet."""
    texts = (value.text for header in request.headers for value in header.values)
    return any(profile.is_placeholder(text.split()[-1]) for text in texts if text and text.split())


def _is_open(request: Request, profile: Profile) -> bool:
    """Tell whether a request goes where no credential is asked for, and so none is refused."""
    urls = [url for value in request.urls if (url := read_url(value)) is not None]
    return bool(urls) and all(profile.open_path(url.path) and "auth" not in url.path for url in urls)
