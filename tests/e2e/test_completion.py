"""Completion as shells do it: bash, zsh and fish load what the command gives them, and complete commands, options, rules and formats."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import outside
import pytest

pytestmark = pytest.mark.slow

SCRIPTS = Path(sys.executable).parent
ENVIRONMENT = {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb", "LC_ALL": "C.UTF-8"}

LINES = {
    "sealguard hist": "history",
    "sealguard scan --sarif": "--sarif-output",
    "sealguard scan --format sar": "sarif",
    "sealguard scan --report jun": "junit=",
    "sealguard scan --select hardcoded-jw": "hardcoded-jwt",
    "sealguard scan --select transp": "transport",
    "sealguard scan --ignore transport,hardcoded-jw": "transport,hardcoded-jwt",
    "sealguard explain unverif": "unverified-tls",
    "sealguard rules --family client": "client-side",
    "sealguard init --ci gitl": "gitlab",
    "sealguard baseline cre": "create",
}
"""What somebody has typed, and what the last word becomes."""

BASH = """\
eval "$(_SEALGUARD_COMPLETE=bash_source sealguard)"
COMP_WORDS=($1)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
spec=($(complete -p sealguard))
while [[ ${spec[0]} != -F ]]; do spec=("${spec[@]:1}"); done
"${spec[1]}" sealguard
printf '%s\\n' "${COMPREPLY[@]}"
"""


def run(*command: str) -> str:
    done = subprocess.run(command, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(("line", "word"), LINES.items())
def test_bash_completes(line: str, word: str) -> None:
    assert run(outside.program(["bash"]), "--norc", "-c", BASH, "bash", line).splitlines() == [word]


# The function that click gives fish takes a comma for the end of a word.
@pytest.mark.parametrize(("line", "word"), [pair for pair in LINES.items() if "," not in pair[1]])
def test_fish_completes(line: str, word: str, private_home: Path) -> None:
    script = f"_SEALGUARD_COMPLETE=fish_source sealguard | source; complete -C '{line}'"
    assert private_home.exists()
    assert [told.split("\t")[0] for told in run(outside.program(["fish"]), "--no-config", "-c", script).splitlines()] == [word]


@pytest.mark.parametrize(("line", "word"), LINES.items())
def test_zsh_completes(line: str, word: str) -> None:
    assert word in typed(outside.program(["zsh"]), line, word)


def typed(zsh: str, line: str, word: str) -> str:
    """Type a line and a tabulator into a terminal with zsh in it; give what the terminal shows from then on, until `word` is there."""
    process, terminal = pty.fork()
    if not process:
        os.execve(zsh, [zsh, "-f", "-i"], {**os.environ, **ENVIRONMENT, "PS1": "> "})  # noqa: S606 - a terminal needs the process itself
    try:
        os.write(terminal, b'autoload -Uz compinit; compinit -u -D; eval "$(_SEALGUARD_COMPLETE=zsh_source sealguard)"; echo re""ady\n')
        shown(terminal, "\x1b[?2004h", after="ready\r\n")  # the line editor is on
        os.write(terminal, f"{line}\t".encode())
        # The line itself is echoed; what completion adds to it comes behind.
        return line.rpartition(" ")[2] + shown(terminal, word.removeprefix(line.rpartition(" ")[2]), after=line)
    finally:
        os.close(terminal)
        os.kill(process, 9)
        os.waitpid(process, 0)


def shown(terminal: int, expected: str, after: str = "") -> str:
    seen = ""
    end = time.monotonic() + 20
    while time.monotonic() < end and expected not in behind(seen, after):
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536).decode("utf-8", "replace")
    return behind(seen, after)


def behind(text: str, mark: str) -> str:
    return text[text.find(mark) + len(mark) :] if mark in text else ""
