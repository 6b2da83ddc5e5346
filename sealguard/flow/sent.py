"""What one call sends, before a request is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sealguard.facts import Text
    from sealguard.flow.domain import Things
    from sealguard.model import Span


@dataclass(slots=True)
class Sent:
    """What one call sends, role by role, the client's part first."""

    roles: dict[str, list[tuple[Things, Span]]] = field(default_factory=dict)
    complete: bool = True
    scheme: Text | None = None
    method: str = ""
    usual: str = ""
    """The method that it has unless it is given another one."""
    partial: bool = False
    """Whether it is given options that cannot be seen."""
    optioned: bool = False
    """Whether a map of options was given."""
    built: Span | None = None
    """Where what it sends was built, if that is not where it is sent."""

    def add(self, role: str, things: Things, span: Span) -> None:
        """Note what was given for a role."""
        self.roles.setdefault(role, []).append((things, span))

    def all(self, *roles: str) -> list[tuple[Things, Span]]:
        """Give what was given for any of these roles, the client's first."""
        return [each for role in roles for each in self.roles.get(role, [])]
