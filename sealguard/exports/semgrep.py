"""The forms as rules of semgrep: `semgrep scan --config sealmetrics.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import yaml

from sealguard.exports import HEADER, examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.exports import Form

# Its measure of entropy, which is made for words, lets a row of zeros pass.
_RUN: Final = r"([A-Za-z0-9])\1{5}"


def render(forms: Sequence[Form], words: Sequence[str]) -> str:
    """Give the rules, in YAML."""
    rules = [
        {
            "id": form.id,
            "languages": ["regex"],
            "severity": "ERROR",
            "message": f"A {form.title} is written into the source; read it from the environment or a secret store, and revoke it.",
            "metadata": {"cwe": ["CWE-798: Use of Hard-coded Credentials"], "category": "security", "confidence": "HIGH"},
            "patterns": [
                {"pattern-regex": f"{form.context}(?<SECRET>{form.bounded})"},
                {"metavariable-regex": {"metavariable": "$SECRET", "regex": f"(?!.*{examples(words)})(?!.*{_RUN})"}},
                {"metavariable-analysis": {"metavariable": "$SECRET", "analyzer": "entropy"}},
                {"focus-metavariable": "$SECRET"},
            ],
        }
        for form in forms
    ]
    return f"# {HEADER.format('semgrep')}\n{yaml.safe_dump({'rules': rules}, sort_keys=False, width=1000)}"
