"""A call that needs a credential and carries none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._testing import expects_refusal
from sealguard.profile import HostRole
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Request, Value
    from sealguard.profile import Profile
    from sealguard.urls import Url

# What an API's address has in it, in its host or its path.
_API: Final = re.compile(r"(?:^|[./-])(?:api|mcp|v[0-9]+)(?=[./-]|$)")


@check("missing-authorization")
def missing_authorization(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find calls to the API all of whose headers are seen and none of which holds a credential."""
    for request in facts.requests:
        if (
            request.complete
            and request.urls
            and all(_needs_credential(value, profile) for value in request.urls)
            and not _carries_any(request, profile)
            and not expects_refusal(facts.document, request.span, request.context)
        ):
            yield Sighting(request.span, "A call to the Sealmetrics API carries no credential; add 'Authorization: Bearer' and the token.")


def _needs_credential(value: Value, profile: Profile) -> bool:
    url = read_url(value)
    if url is None or profile.role(url.host) is not HostRole.API:
        return False
    if not _API.search(f"{url.host}{url.path}"):
        return False  # the dashboard's pages
    # A path that begins with something unknown can be any.
    return (
        url.path.strip("/") != "" and not url.path.startswith("/" + HOLE) and not profile.open_path(url.path) and not _in_url(url, profile)
    )


def _in_url(url: Url, profile: Profile) -> bool:
    held = any(profile.credential_word(name) or profile.credential(name) for hole in url.value.holes for name in hole.names)
    return held or url.userinfo is not None or any(profile.credential_word(name) is not None for name, _ in url.query)


def _carries_any(request: Request, profile: Profile) -> bool:
    """Tell whether the request has anything that authorizes it, be it right or wrong."""
    if request.authorized or request.authentication is not None or request.cookies:
        return True
    names = [header.name.text for header in request.headers]
    if any(name is None or profile.header(name) is not None or name.lower() == "cookie" for name in names):
        return True
    parameters = [parameter.name.text for parameter in (*request.query, *request.fields)]
    return any(name is None or profile.credential_word(name) is not None for name in (*parameters, *names) if name != "")
