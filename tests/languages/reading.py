"""What the tests of front ends share: read a text under a name, and show facts in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.facts import Hole
from sealguard.languages import read
from sealguard.model import Document, SourceFile
from sealguard.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Binding, Facts, Header, Value

PROFILE = Profile.load()


def facts_of(name: str, text: str) -> Facts:
    document = Document(SourceFile(name.encode(), text.encode("utf-8", "surrogateescape")), text)
    return read(document, PROFILE)


def show(value: Value) -> str:
    """Give a value's text with `<kind name>` for each hole."""
    return "".join(f"<{part.kind} {' '.join(part.names)}>" if isinstance(part, Hole) else part.text for part in value.parts)


def bindings(facts: Facts) -> dict[str, str]:
    return {".".join(binding.path): show(binding.value) for binding in facts.bindings}


def binding(facts: Facts, path: str) -> Binding:
    found = [one for one in facts.bindings if ".".join(one.path) == path]
    assert len(found) == 1, (path, [one.path for one in facts.bindings])
    return found[0]


def headers(facts: Facts) -> list[tuple[str, str]]:
    return [(show(header.name), show(value)) for header in facts.headers for value in header.values]


def line_of(facts: Facts, header: Header | Binding) -> int:
    return facts.document.line_number(header.span.start)


def values(facts: Facts) -> Iterator[Value]:
    """Give every value that the facts hold."""
    for string in facts.strings:
        yield string.value
    for one in facts.bindings:
        yield one.value
    for header in facts.headers:
        yield header.name
        yield from header.values
    for request in facts.requests:
        yield from request.urls
        for parameter in (*request.query, *request.fields, *request.cookies):
            yield from parameter.values
    for output in facts.outputs:
        yield from output.values
