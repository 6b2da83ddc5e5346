"""Tokens planted in the commits of a real repository, this one's, are all found, each with the commit that brought it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from histories import KEY, holding, scan, token

from sealguard.model import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Exposure

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
PART = ("sealguard/sources", "sealguard/gitignore.py", "sealguard/model.py")
"""What many commits changed and hardly any version of which names Sealmetrics, so that the planted files are all the work."""


def plant(source: Path, target: Path, every: int) -> dict[int, tuple[str, str]]:
    """Copy a history with a token in every so many commits, which the next of those removes; give for each token the two commits."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(target)], check=True)
    (target / "objects/info/alternates").write_text(f"{objects(source)}\n")
    export = ["git", "-C", str(source), "fast-export", "--no-data", "--first-parent", "--reencode=no", "HEAD", "--", *PART]
    imports = ["git", "-C", str(target), "fast-import", "--quiet", "--force", f"--export-marks={target}/marks"]
    with subprocess.Popen(export, stdout=subprocess.PIPE) as exporting, subprocess.Popen(imports, stdin=subprocess.PIPE) as importing:
        assert exporting.stdout
        assert importing.stdin
        marks = planted(exporting.stdout, importing.stdin, every)
        importing.stdin.close()
    assert importing.returncode == exporting.returncode == 0
    (ref,) = subprocess.run(
        ["git", "-C", str(target), "for-each-ref", "--format=%(refname)"], capture_output=True, text=True, check=True
    ).stdout.split()
    subprocess.run(["git", "-C", str(target), "symbolic-ref", "HEAD", ref], check=True)
    names = dict(line.split() for line in (target / "marks").read_text().splitlines())
    return {number: (names[first], names.get(gone, "")) for number, (first, gone) in marks.items()}


def objects(repository: Path) -> Path:
    command = ["git", "-C", str(repository), "rev-parse", "--git-path", "objects"]
    return repository / subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def planted(stream: IO[bytes], out: IO[bytes], every: int) -> dict[int, tuple[str, str]]:
    """Pass a stream of `git fast-export` on with files added in every so many commits and removed in the next; give their marks."""
    marks: dict[int, tuple[str, str]] = {}
    commits = number = 0
    mark = ""
    waiting = False
    for line in stream:
        if line.startswith(b"mark :"):
            mark = line.split()[1].decode()
        if waiting and not line.startswith((b"from ", b"merge ")):
            waiting = False
            commits += 1
            if commits % every == 1:
                if number:
                    out.write(b"D planted/%d.py\n" % number)
                    marks[number] = (marks[number][0], mark)
                number += 1
                marks[number] = (mark, "")
                content = holding(number).encode()
                out.write(b"M 100644 inline planted/%d.py\ndata %d\n%s\n" % (number, len(content), content))
        out.write(line)
        if line.startswith(b"data "):
            out.write(stream.read(int(line.split()[1])))
            waiting = True
    return marks


def exposures(target: Path, count: int) -> Iterator[tuple[int, Exposure]]:
    numbers = {Secret(token(number)).fingerprint(KEY): number for number in range(1, count + 1)}
    for finding in scan(target).findings:
        if number := numbers.get(finding.fingerprint):
            assert finding.exposure
            yield number, finding.exposure


def test_every_token_is_found_with_its_first_and_its_last_commit(tmp_path: Path) -> None:
    if not (TOP / ".git").exists():
        pytest.skip("this is no git repository")
    target = tmp_path / "planted.git"
    marks = plant(TOP, target, every=7)
    assert len(marks) > 1, "there are some commits to plant in"
    found = dict(exposures(target, len(marks)))
    assert set(found) == set(marks)
    for number, (first, gone) in marks.items():
        exposure = found[number]
        assert exposure.first
        assert exposure.last
        assert exposure.first.id == first
        assert exposure.current == (not gone)
        if gone:
            command = ["git", "-C", str(target), "rev-parse", f"{gone}^"]
            assert exposure.last.id == subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
