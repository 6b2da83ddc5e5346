"""Where a team's hooks and pipelines can install this very sealguard from: a public address and a commit that cannot move."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from sealguard.reports.provenance import provenance
from sealguard.sources import git

# Neither white space, quotes nor shell or YAML syntax can be in one; the user of `ssh` is no secret, that of `https` can be.
_SOURCE: Final = re.compile(
    r"git\+(?P<url>(?:https://|file:///|ssh://(?:[A-Za-z0-9_-]+@)?)[A-Za-z0-9._~/:-]+)@(?P<revision>[A-Za-z0-9][A-Za-z0-9._/-]*)"
)
_GITHUB: Final = re.compile(r"https://github\.com/([A-Za-z0-9_-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?")
_REVISION: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Home:
    """A git repository that has sealguard, and which of its commits."""

    url: str
    revision: str
    """A commit's id, or what somebody named instead."""

    @property
    def pinned(self) -> bool:
        """Whether the revision is a commit's id, which means the same for ever."""
        return bool(_REVISION.fullmatch(self.revision))

    @property
    def requirement(self) -> str:
        """What `pip install` takes."""
        return f"git+{self.url}@{self.revision}"

    @property
    def action(self) -> str:
        """What a workflow of GitHub's takes behind `uses`; empty where it is kept elsewhere."""
        found = _GITHUB.fullmatch(self.url)
        return f"{found[1]}@{self.revision}" if found else ""


def parse_home(source: str) -> Home:
    """Read `git+URL@REVISION`. Raises `ValueError`, whose message says what it must be."""
    found = _SOURCE.fullmatch(source)
    if not found:
        raise ValueError("of the form git+URL@REVISION with no password in it, such as git+https://git.example.com/tools/sealguard@v0.1.0")
    return Home(found["url"], found["revision"])


def installed_home() -> Home | None:
    """Give where this sealguard was installed from, if others can install it from there too.

    The installer has noted it (`direct_url.json`); a checkout counts if its commit is on a branch of its remote.
    """
    try:
        noted = json.loads(distribution("sealguard").read_text("direct_url.json") or "{}")
        url, commit = noted.get("url", ""), noted.get("vcs_info", {}).get("commit_id", "")
    except (PackageNotFoundError, ValueError, AttributeError):
        return None
    if commit:
        try:
            return parse_home(f"git+{url}@{commit}")
        except ValueError:
            return None
    place = urlsplit(url)
    return _of_checkout(Path(unquote(place.path))) if place.scheme == "file" else None


def _of_checkout(directory: Path) -> Home | None:
    repository = git.at(str(directory))
    source = provenance(str(directory))
    if repository is None or not source.repository or not _REVISION.fullmatch(source.revision):
        return None
    try:
        published = git.run(repository, "for-each-ref", "--count=1", f"--contains={source.revision}", "refs/remotes")
    except git.GitError:
        return None
    return Home(source.repository, source.revision) if published else None
