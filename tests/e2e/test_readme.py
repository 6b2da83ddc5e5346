"""What the README and `docs` show is run: every command of ours in a fenced block, on a small repository with one fault in it.

Commands that install something, or run these very tests, are listed with the place that runs them instead.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from realistic import realistic

if TYPE_CHECKING:
    from conftest import Repository

pytestmark = pytest.mark.slow

TOP: Final = Path(__file__).parents[2]
DOCUMENTS: Final = (TOP / "README.md", *sorted((TOP / "docs").glob("*.md")))
SCRIPTS: Final = Path(sys.executable).parent

_FENCE: Final = re.compile(r"^ {0,3}```(?:bash|console|sh|shell)\b[^\n]*\n(.*?)^ {0,3}```", re.DOTALL | re.MULTILINE)

ELSEWHERE: Final = {
    "pip install": "tests/test_wheel.py installs the wheel",
    "pipx ": "tests/test_wheel.py installs the wheel",
    "uv ": "tests/test_wheel.py installs the wheel",
    "uvx ": "tests/test_wheel.py installs the wheel",
    "python -m venv": ".ci/run runs the whole block",
    "python3 -m venv": ".ci/run runs the whole block",
    ".venv/bin/": ".ci/run runs the whole block",
    "pre-commit ": "tests/e2e/test_hook.py installs the hook",
    "detect-secrets ": "tests/test_detect_secrets_plugin.py runs the real command",
    "git clone": "a reader's copy has been cloned already",
    "cd ": "the tests choose the directory",
    "python benchmarks/": "benchmarks/RESULTS.md is what it wrote",
}
"""How a command that is not run here begins, and what runs it."""
FIRST: Final = {"sealguard baseline check": "sealguard baseline create"}
"""What has to be run before."""


def commands(text: str) -> list[str]:
    """Give the commands of a document's shell blocks; in a `console` block, what follows the prompt."""
    found = []
    for block in _FENCE.findall(text):
        lines = block.replace("\\\n", " ").splitlines()
        prompted = [line.strip().removeprefix("$ ") for line in lines if line.strip().startswith("$ ")]
        plain = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
        for line in prompted or plain:
            found += [part.strip() for part in re.split(r"&&|;", re.sub(r"\s+#\s.*", "", line)) if part.strip()]
    return found


SHOWN: Final = [command for document in DOCUMENTS for command in commands(document.read_text("utf-8"))]
OURS: Final = sorted({command for command in SHOWN if re.search(r"(?:^|[|] *|=\S* )sealguard\b", command)})


@pytest.fixture
def sample(repository: Repository) -> Repository:
    """Give a repository with one fault, which is staged, and the files that commands on a README are likely to name."""
    repository.write("app/client.py", "import requests\n")
    for _ in range(4):
        repository.commit()
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.write("app/client.py", f'import requests\n\nTOKEN = "{realistic("sm")}"\n')
    repository.git("add", "--all")
    return repository


@pytest.mark.parametrize("command", OURS)
def test_a_command_of_ours_runs_and_says_something(command: str, sample: Repository) -> None:
    environment = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    if command in FIRST:
        subprocess.run(FIRST[command], shell=True, cwd=sample.top, env=environment, capture_output=True, check=True, timeout=120)  # noqa: S602 - the same
    done = subprocess.run(command, shell=True, cwd=sample.top, env=environment, capture_output=True, text=True, check=False, timeout=120)  # noqa: S602 - it is the README's own
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr == ""
    written = [word.rpartition("=")[2] for word in shlex.split(command) if word.endswith((".sarif", ".json", ".html", ".xml", ".toml"))]
    assert done.stdout or written
    assert all((sample.top / name).stat().st_size for name in written)
    assert realistic("sm") not in done.stdout


def test_each_command_is_run_here_or_elsewhere() -> None:
    unknown = [command for command in SHOWN if command not in OURS and not command.startswith(tuple(ELSEWHERE))]
    assert unknown == []


def test_commands_are_found_in_every_kind_of_block() -> None:
    text = (
        "```bash\nsealguard scan  # all of it\npip install x && sealguard rules\n```\n"
        "```console\n$ sealguard explain \\\n  token-in-url\nits output\n```\n"
        "```python\nsealguard.scan()\n```\n"
    )
    assert [" ".join(command.split()) for command in commands(text)] == [
        "sealguard scan", "pip install x", "sealguard rules", "sealguard explain token-in-url",
    ]  # fmt: skip
