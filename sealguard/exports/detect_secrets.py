"""The forms as a plugin of detect-secrets that needs no sealguard: `detect-secrets scan -p sealmetrics.py`.

Where sealguard is installed its own plugin, `sealguard/detect_secrets_plugin.py`, sees more.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from sealguard.exports import HEADER, examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.exports import Form

_PLUGIN: Final = Template('''\
"""$header"""

import re

from detect_secrets.plugins.base import RegexBasedDetector

# What tells an example from a token.
EXAMPLE = re.compile($examples)
VARIETY = 10  # different characters; random text of 16 has more


class SealmetricsDetector(RegexBasedDetector):
    """Finds credentials of Sealmetrics by their form."""

    secret_type = "Sealmetrics Credential"
    denylist = [
$patterns
    ]

    def analyze_string(self, string):
        for found in super().analyze_string(string):
            if len(set(found)) >= VARIETY and not EXAMPLE.search(found):
                yield found
''')


def render(forms: Sequence[Form], words: Sequence[str]) -> str:
    """Give the plugin, in Python."""
    patterns = "\n".join(f"        re.compile({f'{form.context}({form.bounded})'!r})," for form in forms)
    return _PLUGIN.substitute(header=HEADER.format("detect-secrets"), examples=repr(examples(words)), patterns=patterns)
