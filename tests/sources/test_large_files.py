"""Git LFS: a commit has pointers, and what they point to is judged as if it stood in their place."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from realistic import realistic

from sealguard import history
from sealguard.analysis import Settings
from sealguard.config import Config
from sealguard.sources import git
from sealguard.sources.large_files import MARK, pointed_at

if TYPE_CHECKING:
    from conftest import Repository

    from sealguard.model import Report

CONTENT = f'sealmetrics:\n  api_key: "{realistic("sm")}"\n'.encode()


def pointer(content: bytes) -> bytes:
    return MARK + b"oid sha256:%s\nsize %d\n" % (hashlib.sha256(content).hexdigest().encode(), len(content))


def keep(repository: Repository, content: bytes) -> None:
    """Put a content where `git lfs` puts it."""
    name = hashlib.sha256(content).hexdigest()
    repository.write(f".git/lfs/objects/{name[:2]}/{name[2:4]}/{name}", content)


def scanned(repository: Repository) -> Report:
    found = git.find(str(repository.top))
    assert found
    return history.scan(history.Span(found), Settings(config=Config(), root=found.top), jobs=1)


def test_the_content_is_judged_at_the_path_of_its_pointer(repository: Repository) -> None:
    repository.write("dumps/config.yaml", pointer(CONTENT))
    keep(repository, CONTENT)
    repository.commit()
    report = scanned(repository)
    assert [(f.path, f.region.start_line, f.rule) for f in report.findings] == [("dumps/config.yaml", 2, "hardcoded-token")]
    assert not report.incomplete


def test_what_is_not_here_is_told(repository: Repository) -> None:
    repository.write("dumps/config.yaml", pointer(CONTENT))
    repository.commit()
    report = scanned(repository)
    assert [skip.reason for skip in report.skipped] == ["the contents of 1 Git LFS files are not here; 'git lfs fetch --all' brings them"]
    assert report.incomplete


@pytest.mark.parametrize(
    "content",
    [MARK, pointer(b"x") + b"more", pointer(b"x").replace(b"sha256", b"md5"), b"version 1\n", pointer(b"x").replace(b"size ", b"size -")],
)
def test_other_texts_are_no_pointers(content: bytes) -> None:
    assert pointed_at(content) is None


def test_a_pointer_may_name_extensions() -> None:
    plain = pointer(b"x")
    assert pointed_at(plain.replace(MARK, MARK + b"ext-0-case sha256:" + b"0" * 64 + b"\n")) == pointed_at(plain)
