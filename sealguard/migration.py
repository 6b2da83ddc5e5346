"""Reads what detect-secrets has accepted, as data: its baseline names plugins by path, and none of them is looked at."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sealguard.baseline import MAX_SIZE
from sealguard.config import ConfigError, read_file, shown
from sealguard.model import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.model import Finding

_DIGEST: Final = re.compile(r"[0-9a-f]{40}")
_TYPE: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ()/_-]{0,60}")
_AUDITED: Final = {True: "audited as a secret", False: "audited as no secret", None: "not audited"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """A secret in a file that somebody has accepted."""

    path: str
    """As the baseline has it, with `/` between names: relative to its directory."""
    line: int
    """Where it once was, from 1; 0 where that is not told."""
    detector: str
    audit: str
    digest: str = field(repr=False)
    """SHA-1 of the secret, in hex. It is compared and never written."""

    @property
    def note(self) -> str:
        """What is known about it, as part of a reason."""
        return f"{self.detector}, {self.audit}"


def load_accepted(file: Path) -> list[Accepted]:
    """Read detect-secrets' baseline. Raises `ConfigError` where it cannot be read, or is none."""
    where = shown(file)
    try:
        document = json.loads(read_file(file, "baseline of detect-secrets", MAX_SIZE))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ConfigError):
            raise
        raise ConfigError(f"{where}: This is no baseline of detect-secrets, which is a JSON document.") from None
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, dict) or not all(isinstance(found, list) for found in results.values()):
        raise ConfigError(f"{where}: This is no baseline of detect-secrets, which has a table of 'results' by file.")
    return [_accepted(path, entry, where) for path, found in results.items() for entry in found]


def _accepted(path: str, entry: Any, where: str) -> Accepted:  # noqa: ANN401 - whatever the file says
    digest = entry.get("hashed_secret") if isinstance(entry, dict) else None
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise ConfigError(f"{where}: A result of detect-secrets has a 'hashed_secret' of 40 hex digits, and one here has none.")
    detector, line, audit = entry.get("type"), entry.get("line_number"), entry.get("is_secret")
    return Accepted(
        path=path.replace("\\", "/"),
        line=line if isinstance(line, int) else 0,
        detector=detector if isinstance(detector, str) and _TYPE.fullmatch(detector) else "unknown detector",
        audit=_AUDITED[audit if isinstance(audit, bool) else None],
        digest=digest,
    )


@dataclass(slots=True)
class Migration:
    """What is accepted, made comparable with the findings of one scan."""

    accepted: dict[tuple[str, str], list[Accepted]] = field(default_factory=dict)
    """By path, relative to the root of the scan, and fingerprint."""

    @classmethod
    def of(cls, file: Path, accepted: Sequence[Accepted], root: str, salt: bytes) -> Migration:
        """Take what `file` holds for a scan of `root` whose fingerprints are keyed with `salt`."""
        made = cls()
        base = os.path.realpath(file.parent)
        for one in accepted:
            path = Path(os.path.relpath(Path(base, one.path), root)).as_posix()
            made.accepted.setdefault((path, fingerprint(one.digest, salt)), []).append(one)
        return made

    def of_finding(self, finding: Finding) -> Accepted | None:
        """Give what accepts a finding."""
        found = self.accepted.get((finding.path, finding.fingerprint))
        return found[0] if found else None

    def without(self, findings: Sequence[Finding]) -> Iterator[Accepted]:
        """Give what none of `findings` is accepted by."""
        met = {(finding.path, finding.fingerprint) for finding in findings}
        for key, accepted in self.accepted.items():
            if key not in met:
                yield from accepted
