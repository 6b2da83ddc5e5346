"""Corpora of realistic files, written and labelled by people who had not seen the code, as real repositories.

`juliet`, `kilo`, `lima` and `mike` are folders of small repositories, in which faults take several files. Another one, `variants`,
holds what came to mind when a class of misses was mended: a folder each, the same fault in other languages, beside what looks like it
and is none.

What is found must be what is labelled, but for the differences counted below: a new one is a regression, one that is gone is to
be struck off.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from labelled import build

from sealguard import scan

CORPORA: Final = Path(__file__).parents[1] / "corpora"
SERVER: Final = ("credentials", "transport", "authorization")
FAMILIES: Final = {
    **dict.fromkeys(("echo", "foxtrot", "hotel", "india", "variants"), (*SERVER, "client-side")),
    **dict.fromkeys(("juliet", "kilo", "lima", "mike"), ("default",)),
}
FOLDERS: Final = frozenset({"juliet", "kilo", "lima", "mike"})
"""The corpora that are folders of repositories."""
KNOWN: Final = {"alpha": 1, "charlie": 3, "echo": 4, "foxtrot": 8, "india": 6, "juliet": 8, "kilo": 3, "lima": 4, "mike": 35}
"""How many lines of a corpus are judged differently from their label so far."""


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in CORPORA.iterdir()))
def test_what_is_found_is_what_is_labelled(name: str, tmp_path: Path) -> None:
    different = []
    for source in sorted((CORPORA / name).iterdir()) if name in FOLDERS else [CORPORA / name]:
        tree = tmp_path / source.name
        labelled = set(build(source, tree))
        findings = scan(tree, select=FAMILIES.get(name, SERVER), isolated=True).active
        different += sorted(labelled ^ {(finding.path, finding.region.start_line, finding.rule) for finding in findings})
    assert len(different) <= KNOWN.get(name, 0), (len(different), different)
