"""What one file means for another: small trees whose faults take two files to be seen, beside what looks like them and is none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from labelled import build, found

LINKED: Final = Path(__file__).parents[1] / "linked"


@pytest.mark.parametrize("name", sorted(path.name for path in LINKED.iterdir()))
def test_what_takes_two_files_to_be_seen_is_found_where_it_is_written(name: str, tmp_path: Path) -> None:
    labelled = set(build(LINKED / name, tmp_path / "tree"))
    assert found(tmp_path / "tree") == labelled
