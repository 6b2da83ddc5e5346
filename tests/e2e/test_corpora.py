"""Eight corpora of realistic files, written and labelled by people who had not seen the code, as real repositories.

A ninth, `variants`, holds what came to mind when a class of misses was mended: a folder each, the same fault in other languages,
beside what looks like it and is none.

What is found must be what is labelled, but for the differences counted below: a new one is a regression, one that is gone is to
be struck off.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from labelled import build, found

CORPORA: Final = Path(__file__).parents[1] / "corpora"
SERVER: Final = ("credentials", "transport", "authorization")
FAMILIES: Final = dict.fromkeys(("echo", "foxtrot", "hotel", "variants"), (*SERVER, "client-side"))
KNOWN: Final = {"alpha": 1, "charlie": 3, "echo": 4, "foxtrot": 8}
"""How many lines of a corpus are judged differently from their label so far."""


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in CORPORA.iterdir()))
def test_what_is_found_is_what_is_labelled(name: str, tmp_path: Path) -> None:
    labelled = set(build(CORPORA / name, tmp_path / "tree"))
    selection = [argument for family in FAMILIES.get(name, SERVER) for argument in ("--select", family)]
    different = sorted(labelled ^ found(tmp_path / "tree", *selection))
    assert len(different) <= KNOWN.get(name, 0), (len(different), different)
