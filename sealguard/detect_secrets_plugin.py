"""A detect-secrets plugin for Sealmetrics credentials: `detect-secrets scan -p sealguard/detect_secrets_plugin.py`.

It holds no pattern of its own: what a credential's text looks like is said in `[forms]` of `rules/profile.toml`, which
sealguard's engine reads through the same function, `find_credentials`. The engine does not go through this class because
importing detect-secrets takes 90 ms, ten times what the rest of a clean run in a commit hook takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from detect_secrets.plugins.base import RegexBasedDetector

from sealguard import forms
from sealguard.profile import Profile

if TYPE_CHECKING:
    import re
    from collections.abc import Generator


class SealmetricsDetector(RegexBasedDetector):
    """Finds API keys, JWTs and webhook signing secrets that have Sealmetrics' forms, examples left out."""

    secret_type = "Sealmetrics Credential"  # noqa: S105 - detect-secrets' word for what is found, not a secret

    _profile: ClassVar[Profile] = Profile.load()

    @property
    def denylist(self) -> list[re.Pattern[str]]:
        """Give the patterns, for detect-secrets' own tools; `analyze_string` looks closer."""
        return list(forms.patterns().values())

    def analyze_string(self, string: str) -> Generator[str, None, None]:
        """Give every credential in a line of text."""
        for _, start, end in forms.find_credentials(string):
            if not self._profile.is_placeholder(string[start:end]):
                yield string[start:end]
