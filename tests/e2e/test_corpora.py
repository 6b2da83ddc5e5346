"""Seven corpora of realistic files, written and labelled by people who had not seen the code, as real repositories.

In a file, ` ⟪rule⟫` at the end of a line says what must be reported there, and `⟦kind:n⟧` stands for a secret. What is found
must be what is labelled, but for the differences listed below: a new one is a regression, one that is gone is to be struck off.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from realistic import realistic

if TYPE_CHECKING:
    from collections.abc import Iterator

SEALGUARD: Final = str(Path(sys.executable).with_name("sealguard"))
CORPORA: Final = Path(__file__).parents[1] / "corpora"
MARK: Final = re.compile(r" ?⟪([a-z0-9,\- ]+)⟫")
SLOT: Final = re.compile(r"⟦([a-z0-9]+):([A-Za-z0-9_]+)⟧")
CODEC: Final = re.compile(r"\.enc-([a-z0-9-]+)$")
SERVER: Final = ("credentials", "transport", "authorization")
FAMILIES: Final = {"echo": (*SERVER, "client-side"), "foxtrot": (*SERVER, "client-side")}
KNOWN: Final = {"alpha": 1, "charlie": 3, "echo": 4, "foxtrot": 10}
"""How many lines of a corpus are judged differently from their label so far."""

Place = tuple[str, int, str]


def filled(line: str) -> str:
    """Put values into the slots of a line."""

    def value(slot: re.Match[str]) -> str:
        number = int(slot[2]) if slot[2].isdigit() else zlib.crc32(slot[2].encode())
        return realistic(slot[1], number)

    return SLOT.sub(value, MARK.sub("", line))


def build(corpus: Path, tree: Path) -> Iterator[Place]:
    """Write a corpus as a git work tree, all of it tracked, and give what is labelled."""
    for source in sorted(path for path in corpus.rglob("*") if path.is_file()):
        path = source.relative_to(corpus)
        codec = CODEC.search(path.name)
        path = path.with_name(path.name[: codec.start()]) if codec else path
        lines = source.read_bytes().decode().split("\n")
        for number, line in enumerate(lines, 1):
            for mark in MARK.finditer(line):
                yield from ((path.as_posix(), number, rule.strip()) for rule in mark[1].split(","))
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes("\n".join(map(filled, lines)).encode(codec[1] if codec else "utf-8"))
    for command in (["init", "-q"], ["add", "-f", "-A"]):
        subprocess.run(["git", "-C", str(tree), *command], check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in CORPORA.iterdir()))
def test_what_is_found_is_what_is_labelled(name: str, tmp_path: Path) -> None:
    tree, report = tmp_path / "tree", tmp_path / "report.json"
    labelled = set(build(CORPORA / name, tree))
    selection = [argument for family in FAMILIES.get(name, SERVER) for argument in ("--select", family)]
    command = [SEALGUARD, "scan", "--isolated", *selection, "--exit-zero", "-f", "json", "-o", str(report), str(tree)]
    subprocess.run(command, check=False, capture_output=True)
    findings = json.loads(report.read_text())["findings"]
    found = {(finding["path"], finding["region"]["startLine"], finding["rule"]) for finding in findings}
    different = sorted(labelled ^ found)
    assert len(different) <= KNOWN.get(name, 0), (len(different), different)
