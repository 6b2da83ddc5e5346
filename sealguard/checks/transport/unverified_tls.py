"""Certificate checks that are turned off on the way to Sealmetrics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._about import belongs, context_is_ours, request_is_ours, stands_apart
from sealguard.checks.transport._schemes import homes
from sealguard.facts import Zone
from sealguard.profile import HostRole
from sealguard.urls import read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Request
    from sealguard.model import Span
    from sealguard.profile import Profile

_MESSAGE: Final = (
    "The server's certificate is not checked on a Sealmetrics call; leave the check on, or name your own certificate authority."
)
# Switches of the whole process: whatever the file calls goes out unchecked.
_PROCESS: Final = re.compile(r"NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|_create_default_https_context|GIT_SSL_NO_VERIFY")


@check("unverified-tls")
def unverified_tls(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find switches that turn the check off on a Sealmetrics call, its client, its context or its process."""
    seen: set[Span] = set()
    elsewhere = {request.unverified for request in facts.requests if request.unverified is not None and _hosts(request)}
    for request in facts.requests:
        # Where a client's calls are seen, they say whose it is, and not its making.
        if request.unverified is None or request.unverified in seen or (request.unverified in elsewhere and not _hosts(request)):
            continue
        if _is_ours(facts, profile, request):
            seen.add(request.unverified)
            yield Sighting(request.unverified, _MESSAGE)
    near = [switch.span for switch in facts.unverified if not stands_apart(facts, profile, switch.context)]
    if not seen and near and _calls_nothing_else(facts, profile):
        yield Sighting(min(near), _MESSAGE)
        return
    for switch in facts.unverified:
        process = bool(_PROCESS.search(facts.document.line(facts.document.line_number(switch.span.start))))
        ours = _calls_sealmetrics(facts, profile) if process else _stands_in_ours(facts, profile, switch.context)
        if switch.span not in seen and ours:
            seen.add(switch.span)
            yield Sighting(switch.span, _MESSAGE)


def _hosts(request: Request) -> list[str]:
    """Give the hosts of a request, if all of them can be seen."""
    hosts = [url.host for value in request.urls if (url := read_url(value)) is not None]
    return hosts if all(hosts) else []


def _is_ours(facts: Facts, profile: Profile, request: Request) -> bool:
    if hosts := _hosts(request):
        return any(profile.role(host) is not None for host in hosts)
    return request_is_ours(facts, profile, request)


def _stands_in_ours(facts: Facts, profile: Profile, context: tuple[str, ...]) -> bool:
    """Tell whether a switch stands in things of Sealmetrics: by their names, or as an entry of data beside a Sealmetrics host."""
    if belongs(facts, profile, context) and context_is_ours(facts, profile, context):
        return True
    around = {context[:depth] for depth in range(2, len(context)) if depth >= len(context) - 2}
    return bool(around) and not around.isdisjoint(homes(facts, profile))


def _calls_nothing_else(facts: Facts, profile: Profile) -> bool:
    """Tell whether Sealmetrics is all that a file calls, so that its switches can be meant for nothing else."""
    values = [string.value for string in facts.strings if string.zone is Zone.CODE and "://" in string.value.shape]
    values += [value for request in facts.requests for value in request.urls]
    hosts = {url.host for value in values if (url := read_url(value)) is not None and url.host}
    roles = [profile.role(host) for host in hosts]
    return HostRole.API in roles and None not in roles


def _calls_sealmetrics(facts: Facts, profile: Profile) -> bool:
    if any(request_is_ours(facts, profile, request) for request in facts.requests):
        return True
    urls = (read_url(string.value) for string in facts.strings if "." in string.value.shape)
    return any(url is not None and profile.role(url.host) is HostRole.API for url in urls)
