"""Front ends: each turns a document of its language into facts, and knows nothing of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.languages.problem import SyntaxProblem

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.flow.library import Library
    from sealguard.languages.fragment import Fragment
    from sealguard.model import Document
    from sealguard.profile import Profile
    from sealguard.syntax import Program

__all__ = ["SyntaxProblem", "program", "read", "read_fragment", "settings"]


def read(document: Document, profile: Profile, signals: frozenset[str] = frozenset()) -> Facts:
    """Say everything that a document says. Never raises: what cannot be read becomes a problem of the facts, and is read as text.

    `signals` is what triage saw in the file.
    """
    from sealguard.languages import dispatch  # noqa: PLC0415 - whoever only needs the names pays for nothing else

    return dispatch.read(document, profile, signals)


def program(document: Document, base: int, profile: Profile) -> tuple[Library, Program] | None:
    """Give the program of a file for the sake of another one that draws on it, and the table of its language.

    Its offsets begin at `base`; see `Document`. `None` where it is no program, or one that cannot be read.
    """
    from sealguard.languages import dispatch  # noqa: PLC0415 - as above

    return dispatch.program(document, base, profile)


def settings(document: Document, base: int) -> Program | None:
    """Give a data file as the programs see it that read it: it gives one map, or one for each of its documents.

    Its offsets begin at `base`; see `Document`. `None` where it is no data, or none that can be read.
    """
    from sealguard.languages import dispatch  # noqa: PLC0415 - as above

    return dispatch.settings(document, base)


def read_fragment(fragment: Fragment, facts: Facts, profile: Profile, name: str = "", language: str = "") -> None:
    """Add what a piece says that stands in another language's file; `name` is the file it becomes, `language` what it is called there."""
    from sealguard.languages import dispatch  # noqa: PLC0415 - dispatch knows every front end, and they call back here

    dispatch.read_fragment(fragment, facts, profile, name, language)
