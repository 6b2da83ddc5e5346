"""Trees of files that say themselves what must be reported in them: they are written out as real repositories and scanned.

In a file, ` ⟪rule⟫` at the end of a line says what must be reported there, and `⟦kind:n⟧` stands for a secret. A name that ends
in `.enc-` and an encoding is written in that encoding, without the ending.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from realistic import realistic

if TYPE_CHECKING:
    from collections.abc import Iterator

SEALGUARD: Final = str(Path(sys.executable).with_name("sealguard"))
_MARK: Final = re.compile(r" ?⟪([a-z0-9,\- ]+)⟫")
_SLOT: Final = re.compile(r"⟦([a-z0-9]+):([A-Za-z0-9_]+)⟧")
_ENCODING: Final = re.compile(r"\.enc-([a-z0-9-]+)$")

Place = tuple[str, int, str]
"""A path, a line, and the rule that is broken there."""


def build(source: Path, tree: Path) -> Iterator[Place]:
    """Write a labelled tree as a git work tree, all of it tracked, and give what is labelled."""
    for origin in sorted(path for path in source.rglob("*") if path.is_file()):
        path = origin.relative_to(source)
        encoding = _ENCODING.search(path.name)
        path = path.with_name(path.name[: encoding.start()]) if encoding else path
        lines = origin.read_bytes().decode().split("\n")
        for number, line in enumerate(lines, 1):
            for mark in _MARK.finditer(line):
                yield from ((path.as_posix(), number, rule.strip()) for rule in mark[1].split(","))
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes("\n".join(map(_filled, lines)).encode(encoding[1] if encoding else "utf-8"))
    for command in (["init", "-q"], ["add", "-f", "-A"]):
        subprocess.run(["git", "-C", str(tree), *command], check=True, capture_output=True)


def found(tree: Path, *arguments: str) -> set[Place]:
    """Scan a tree with the installed command and give what is found."""
    command = [SEALGUARD, "scan", "--isolated", "--exit-zero", "-f", "json", *arguments, str(tree)]
    # An incomplete scan exits with 3 and has its findings all the same: corpora hold files that are not what their names say.
    findings = json.loads(subprocess.run(command, check=False, capture_output=True).stdout)["findings"]
    return {(finding["path"], finding["region"]["startLine"], finding["rule"]) for finding in findings}


def _filled(line: str) -> str:
    """Put values into the slots of a line."""

    def value(slot: re.Match[str]) -> str:
        number = int(slot[2]) if slot[2].isdigit() else zlib.crc32(slot[2].encode())
        return realistic(slot[1], number)

    return _SLOT.sub(value, _MARK.sub("", line))
