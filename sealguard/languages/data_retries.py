"""Retries that data describes: an API client's definition, a workflow's node, an application's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Retry, Wait
from sealguard.languages.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.tree import Node
    from sealguard.model import Span

_REFUSED: Final = frozenset({"401", "403"})
_LIMITED: Final = frozenset({"429", "500", "502", "503", "504"})
_BROAD: Final = re.compile(
    r"(?:^|[.\\])(?:Exception|Throwable|RuntimeException|RestClientException|HttpClientErrorException|HttpStatusCodeException|"
    r"WebClientResponseException|FeignException|HttpException|ClientException|RequestException|HttpRequestException)$"
)
"""Classes of failures that a refusal is one of."""
_DURATION: Final = re.compile(r"(?i)^(?:PT)?(\d+(?:\.\d+)?)\s*(ms|s|m)?$")
_SECONDS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "": 0.001}
_N8N_WAIT: Final = 1.0
_RESILIENCE4J_WAIT: Final = 0.5


class Retries:
    """Follows the walk through a tree, and notes whatever describes a retry once what is below it was read."""

    def __init__(self, fragment: Fragment, facts: Facts) -> None:
        """Add retries to `facts`."""
        self._fragment = fragment
        self._facts = facts

    def leave(self, node: Mapping, path: tuple[str, ...]) -> None:
        """Take a mapping."""
        filters = node.get("response_filters")
        if isinstance(filters, Sequence) and path and path[-1] in {"error_handler", "error_handlers", "0"}:
            self._of_handler(node, filters, path)
        if (retries := node.scalar("retryonfail")) is not None and retries.text == "true":
            self._of_workflow(node, retries, path)
        if len(path) > 1 and path[-2:][0] in {"instances", "configs", "backends"} and "retry" in path:
            self._of_settings(node, path)

    def _of_handler(self, node: Mapping, filters: Sequence, path: tuple[str, ...]) -> None:
        """Take an error handler of a declarative connector (Airbyte): which codes it repeats, and how it waits."""
        repeated = [
            code
            for each in filters.items
            if isinstance(each, Mapping)
            and (action := each.scalar("action")) is not None
            and action.text.upper() in {"RETRY", "RATE_LIMITED"}
            for code in _items(each.get("http_codes"))
        ]
        if not repeated:
            return
        wait, seconds, where = Wait.GROWING, 0.0, None
        strategies = node.get("backoff_strategies")
        for each in strategies.items[:1] if isinstance(strategies, Sequence) else ():
            if isinstance(each, Mapping) and (fixed := each.scalar("backoff_time_in_seconds")) is not None:
                wait, seconds, where = Wait.FIXED, _number(fixed.text), fixed
            elif isinstance(each, Mapping) and (kind := each.scalar("type")) is not None and "Header" in kind.text:
                wait = Wait.ASKED
        self._add(node, path, [code for code in repeated if code.text in _REFUSED], repeated, wait, seconds, where)

    def _of_workflow(self, node: Mapping, switch: Scalar, path: tuple[str, ...]) -> None:
        """Take a node of a workflow (n8n) that is run again whatever fails."""
        kind = node.scalar("type")
        if kind is None or "httpRequest" not in kind.text:
            return
        pause = node.scalar("waitbetweentries")
        seconds = _number(pause.text) / 1000 if pause is not None else _N8N_WAIT
        self._add(node, path, [switch], [switch], Wait.FIXED, seconds, pause)

    def _of_settings(self, node: Mapping, path: tuple[str, ...]) -> None:
        """Take an instance of Resilience4j's retry, in an application's settings."""
        pause = node.scalar("waitduration", "wait-duration")
        listed = _items(node.get("retryexceptions", "retry-exceptions"))
        spared = [each.text for each in _items(node.get("ignoreexceptions", "ignore-exceptions"))]
        grows = node.scalar("enableexponentialbackoff", "enable-exponential-backoff")
        matched = _DURATION.match(pause.text) if pause is not None else None
        seconds = float(matched[1]) * _SECONDS[(matched[2] or "").lower()] if matched is not None else _RESILIENCE4J_WAIT
        wait = Wait.GROWING if grows is not None and grows.text == "true" else Wait.FIXED if matched is not None else Wait.UNKNOWN
        broad = [each for each in listed if _BROAD.search(each.text)] if not any(map(_BROAD.search, spared)) else []
        if listed or pause is not None:
            self._add(node, path, broad, listed or [pause] if pause is not None else listed, wait, seconds, pause)

    def _add(
        self,
        node: Mapping,
        path: tuple[str, ...],
        refused: list[Scalar],
        repeated: list[Scalar],
        wait: Wait,
        seconds: float,
        where: Scalar | None,
    ) -> None:
        start = self._fragment.outer(node.start, max(node.start + 1, node.end))
        codes = {each.text for each in repeated if each.text.isdigit()}
        self._facts.retries.append(
            Retry(
                start,
                tuple(request for request in self._facts.requests if request.span in start),
                policy=True,
                refused=self._span(refused[0]) if refused else None,
                limited=not codes or not _LIMITED.isdisjoint(codes),
                wait=Wait.NONE if wait is Wait.FIXED and not seconds else wait,
                seconds=seconds,
                waiting=self._span(where) if where is not None else None,
                context=path,
            )
        )

    def _span(self, node: Scalar) -> Span:
        return self._fragment.outer(node.start, max(node.start + 1, node.end))


def _items(node: Node | None) -> list[Scalar]:
    """Give the scalars of a list, or a scalar as a list of one."""
    if isinstance(node, Sequence):
        return [each for each in node.items if isinstance(each, Scalar)]
    return [node] if isinstance(node, Scalar) else []


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else 60.0
