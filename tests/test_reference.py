"""`docs/reference.md` and the manual page say what the program says, and the tools that set manuals have nothing to say of it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import outside
import pytest

from sealguard.cli import COMMANDS
from sealguard.config import _KEYS
from sealguard.model import ExitCode

if TYPE_CHECKING:
    import reference
else:
    _PATH = Path(__file__).parents[1] / "docs" / "reference.py"
    _SPEC = importlib.util.spec_from_file_location("reference", _PATH)
    reference = sys.modules["reference"] = importlib.util.module_from_spec(_SPEC)
    _SPEC.loader.exec_module(reference)


def test_the_pages_are_not_stale() -> None:
    assert reference.REFERENCE.read_text("utf-8") == reference.page(), "run 'python docs/generate.py'"
    assert reference.MANUAL.read_text("utf-8") == reference.manual(), "run 'python docs/generate.py'"


def test_everything_is_on_both() -> None:
    page, manual = reference.page(), reference.manual()
    names = [command.name for command in reference.commands()]
    assert {name.split()[1] for name in names} == set(COMMANDS)
    assert [name for name in names if f"## {name}\n" not in page or f".SS {name}" not in manual] == []
    assert dict(reference.keys()).keys() == _KEYS.keys()
    assert set(reference.EXIT_CODES) == set(ExitCode)


@pytest.mark.slow
def test_mandoc_and_man_have_nothing_to_say_of_the_manual() -> None:
    lint = subprocess.run(
        [outside.program(["mandoc"]), "-Tlint", "-W", "warning", str(reference.MANUAL)], capture_output=True, text=True, check=False
    )
    # That there is no date is meant: the page changes with the program, not with the day.
    assert [line for line in lint.stdout.splitlines() if "date" not in line] == []
    variables = {**os.environ, "MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    command = [outside.program(["man"]), "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(reference.MANUAL)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_line_for_completion_is_one_that_the_shell_takes(shell: str) -> None:
    variables = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    line = reference.COMPLETION[shell] if shell != "zsh" else f"autoload -U compinit; compinit -u -D; {reference.COMPLETION[shell]}"
    done = subprocess.run([outside.program([shell]), "-c", line], capture_output=True, text=True, check=False, env=variables)
    assert (done.returncode, done.stderr) == (0, "")
