"""Where the folder of rules is, and what its `profile.toml` says."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# The wheel carries the pages inside the package; a checkout has them beside it.
RULES: Final = next(place for place in (Path(__file__).parent / "rules", Path(__file__).parent.parent / "rules") if place.is_dir())


@cache
def load_data(rules: Path = RULES) -> Mapping[str, Any]:
    """Give `profile.toml` as it stands. Raises `OSError` and `tomllib.TOMLDecodeError`."""
    return tomllib.loads((rules / "profile.toml").read_text("utf-8"))
