"""The forms as a configuration of betterleaks 2, gitleaks' successor, which judges in another way: `betterleaks . --config FILE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.exports import ENTROPY, examples
from sealguard.exports.gitleaks import configuration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.exports import Form


def render(forms: Sequence[Form], words: Sequence[str]) -> str:
    """Give the configuration, in TOML."""
    left_out = f'entropy(finding["secret"]) <= {ENTROPY} || matchesAny(finding["secret"], [`{examples(words)}`])'
    return configuration("betterleaks", forms, f"valueGroup = 1\nfilter = '''{left_out}'''\n")
