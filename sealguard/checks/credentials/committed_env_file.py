"""Files made to hold credentials that git tracks all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks._places import Places
from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_NAMES: Final = frozenset({".env", ".netrc", "secrets.toml", "credentials.json"})
_EXAMPLES: Final = frozenset(
    {"example", "examples", "sample", "samples", "template", "tmpl", "tpl", "dist", "defaults", "default", "schema"}
)


@check("committed-env-file")
def committed_env_file(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """The first entry with a credential, in a file of a kind that belongs in .gitignore, or in one that the file itself reads."""
    entries = Places(binding.span for binding in facts.bindings if binding.zone is Zone.CODE)
    done: set[str] = set()
    for literal in find_literals(facts, profile):
        document, _ = facts.document.home(literal.span.start)
        name = document.path.rpartition("/")[2]
        if document.path in done or document.file.tracked is not True or not _holds_credentials(name):
            continue
        if document is not facts.document or entries.touch(literal.span):
            done.add(document.path)
            advice = "remove it with 'git rm --cached', ignore it, and revoke the credential"
            yield Sighting(literal.span, f"'{name}' holds a Sealmetrics credential and is tracked by git: {advice}.", secret=literal.text)


def _holds_credentials(name: str) -> bool:
    lower = name.lower()
    return lower in _NAMES or (lower.startswith(".env.") and _EXAMPLES.isdisjoint(lower.split(".")))
