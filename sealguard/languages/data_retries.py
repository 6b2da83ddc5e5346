"""Retries that data describes: an API client's definition, a workflow's node, an application's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Request, Retry, Wait
from sealguard.languages.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sealguard.facts import Facts, Value
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.tree import Node
    from sealguard.model import Span
    from sealguard.profile import Profile

_REFUSED: Final = frozenset({"401", "403"})
_LIMITED: Final = frozenset({"429", "500", "502", "503", "504"})
_BROAD: Final = re.compile(
    r"(?:^|[.\\])(?:Exception|Throwable|RuntimeException|RestClientException|HttpClientErrorException|HttpStatusCodeException|"
    r"WebClientResponseException|FeignException|HttpException|ClientException|RequestException|HttpRequestException)$"
)
"""Classes of failures that a refusal is one of."""
_DURATION: Final = re.compile(r"(?i)^(?:PT)?(\d+(?:\.\d+)?)\s*(ms|s|m)?$")
_SECONDS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "": 0.001}
_REFERENCE: Final = re.compile(r"#/([\w./-]+)$|\*ref\(([\w./-]+)\)$")
_REFERENCES: Final = 5
"""How many references are followed, one to the other."""
_N8N_WAIT: Final = 1.0
_RESILIENCE4J_WAIT: Final = 0.5


class Retries:
    """Follows the walk through a tree, and notes whatever describes a retry once what is below it was read."""

    def __init__(self, fragment: Fragment, facts: Facts, profile: Profile) -> None:
        """Add retries to `facts`."""
        self._fragment = fragment
        self._facts = facts
        self._profile = profile
        self._handlers: dict[int, tuple[Mapping, tuple[str, ...], list[Value]]] = {}
        self._clients: list[tuple[Mapping, tuple[Value, ...]]] = []

    def leave(self, node: Mapping, path: tuple[str, ...], urls: Callable[[Mapping], tuple[Value, ...]]) -> None:
        """Take a mapping; `urls` gives those of a mapping, or else those of what is around the one that is left."""
        if isinstance(node.get("response_filters"), Sequence) and _handles_errors(node, path):
            self._handlers.setdefault(id(node), (node, path, []))[2].extend(urls(node))
        if node.get("error_handler", "url_base") is not None:
            self._clients.append((node, urls(node)))
        if (retries := node.scalar("retryonfail")) is not None and retries.text == "true":
            inner = node.get("parameters")
            self._of_workflow(node, retries, path, urls(inner) if isinstance(inner, Mapping) else ())
        if path and path[-1] in {"instances", "configs", "backends"} and "retry" in path:
            instances = [(key.text, child) for key, child in node.entries if isinstance(child, Mapping)]
            # Where one of them is named for Sealmetrics, the others are for somebody else.
            ours = [(name, child) for name, child in instances if self._profile.owner(name)]
            for name, child in ours or instances:
                self._of_settings(child, (*path, name))

    def finish(self, root: Node) -> None:
        """Take the whole tree, when all of it was left: what it defines in one place may be referred to in others."""
        users: list[tuple[Mapping, tuple[Value, ...]]] = []
        for client, urls in self._clients:
            handler, base = _resolved(root, client.get("error_handler")), _resolved(root, client.get("$ref"))
            known = urls or next((own for other, own in self._clients if other is base), ())
            if isinstance(handler, Mapping):
                users.append((handler, known))
        for node, path, around in self._handlers.values():
            used = [url for handler, urls in users if handler.start <= node.start and node.end <= handler.end for url in urls]
            self._of_handler(root, node, path, tuple(dict.fromkeys((*around, *used))))
        self._handlers, self._clients = {}, []

    def _of_handler(self, root: Node, node: Mapping, path: tuple[str, ...], urls: tuple[Value, ...]) -> None:
        """Take an error handler of a declarative connector (Airbyte): which codes it repeats, and how it waits."""
        repeated = list(_repeated(_each(root, node.get("response_filters"))))
        tries = node.scalar("max_retries")
        if not repeated or (tries is not None and tries.text == "0"):
            return
        wait, seconds, where = Wait.GROWING, 0.0, None
        for each in _each(root, node.get("backoff_strategies"))[:1]:
            if (fixed := each.scalar("backoff_time_in_seconds")) is not None:
                wait, seconds, where = Wait.FIXED, _number(fixed.text), fixed
            elif (kind := each.scalar("type")) is not None and "Header" in kind.text:
                wait = Wait.ASKED
        self._add(node, path, [code for code in repeated if code.text in _REFUSED], repeated, wait, seconds, where, urls=urls)

    def _of_workflow(self, node: Mapping, switch: Scalar, path: tuple[str, ...], urls: tuple[Value, ...]) -> None:
        """Take a node of a workflow (n8n) that is run again whatever fails."""
        kind, off = node.scalar("type"), node.scalar("disabled")
        if kind is None or (off is not None and off.text == "true") or _never_fails(node):
            return
        ours = self._profile.mentions(kind.text)
        if not ours and "httprequest" not in kind.text.lower():
            return
        pause = node.scalar("waitbetweentries")
        seconds = _number(pause.text) / 1000 if pause is not None else _N8N_WAIT
        self._add(node, (*path, kind.text) if ours else path, [switch], [switch], Wait.FIXED, seconds, pause, urls=urls)

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
        *,
        urls: tuple[Value, ...] = (),
    ) -> None:
        start = self._fragment.outer(node.start, max(node.start + 1, node.end))
        codes = {each.text for each in repeated if each.text.isdigit()}
        requests = tuple(request for request in self._facts.requests if request.span in start)
        self._facts.retries.append(
            Retry(
                start,
                requests or ((Request(start, urls, context=path),) if urls else ()),
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


def _handles_errors(node: Mapping, path: tuple[str, ...]) -> bool:
    kind = node.scalar("type")
    return (kind is not None and kind.text.endswith("ErrorHandler")) or path[-1:] in {("error_handler",), ("error_handlers",)}


def _repeated(filters: list[Mapping]) -> Iterator[Scalar]:
    """Give the codes that are repeated: of several filters that name one, the first holds."""
    settled: set[str] = set()
    for each in filters:
        action, codes = each.scalar("action"), _items(each.get("http_codes"))
        if action is not None and action.text.upper() in {"RETRY", "RATE_LIMITED"}:
            yield from (code for code in codes if code.text not in settled)
        elif each.get("predicate", "error_message_contains") is None:
            settled.update(code.text for code in codes)


def _each(root: Node, node: Node | None) -> list[Mapping]:
    """Give the mappings of a list, those that it refers to among them."""
    items = (_resolved(root, each) for each in node.items) if isinstance(node, Sequence) else ()
    return [each for each in items if isinstance(each, Mapping)]


def _resolved(root: Node, node: Node | None) -> Node | None:
    """Give what a reference stands for: `$ref: "#/definitions/retries"`, `"*ref(definitions.retries)"`; anything else as it is."""
    for _ in range(_REFERENCES):
        reference = node.scalar("$ref") if isinstance(node, Mapping) else node
        matched = _REFERENCE.match(reference.text) if isinstance(reference, Scalar) else None
        if matched is None:
            break
        node = root
        for name in re.split(r"[./]", matched[1] or matched[2]):
            node = node.get(name.lower()) if isinstance(node, Mapping) else None
    return node


def _never_fails(node: Mapping) -> bool:
    """Tell whether a node of a workflow takes an error's answer for any other: nothing fails that could be repeated."""
    inner: Node | None = node
    for name in ("parameters", "options", "response", "response"):
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    switch = inner.scalar("nevererror") if isinstance(inner, Mapping) else None
    return switch is not None and switch.text == "true"


def _items(node: Node | None) -> list[Scalar]:
    """Give the scalars of a list, or a scalar as a list of one."""
    if isinstance(node, Sequence):
        return [each for each in node.items if isinstance(each, Scalar)]
    return [node] if isinstance(node, Scalar) else []


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else 60.0
