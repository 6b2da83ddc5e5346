"""The installed command as people run it: on directories, files, standard input and repositories in repositories, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from realistic import realistic

if TYPE_CHECKING:
    from conftest import Repository

pytestmark = pytest.mark.slow

SEALGUARD = str(Path(sys.executable).with_name("sealguard"))

FAULTY = f'import requests\n\nTOKEN = "{realistic("sm")}"\n'
"""One finding, on line 3."""
CLEAN = """\
import os

import requests

response = requests.get(
    "https://api.sealmetrics.com/v1/accounts",
    headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_API_TOKEN']}"},
    timeout=10,
)
response.raise_for_status()
"""


def sealguard(*arguments: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SEALGUARD, *arguments], cwd=cwd, input=stdin, capture_output=True, text=True, check=False, timeout=120)


def found(done: subprocess.CompletedProcess[str]) -> list[tuple[str, int, str]]:
    """Give path, line and rule of each finding of a run with `--format json`."""
    document: dict[str, Any] = json.loads(done.stdout)
    return [(finding["path"], finding["region"]["startLine"], finding["rule"]) for finding in document["findings"]]


# What is scanned ----------------------------------------------------------------------------------------------------


def test_a_directory_is_scanned_with_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "app" / "deep").mkdir(parents=True)
    (tmp_path / "app" / "deep" / "client.py").write_text(FAULTY)
    (tmp_path / "app" / "clean.py").write_text(CLEAN)
    done = sealguard("scan", "-f", "json", cwd=tmp_path)
    assert found(done) == [("app/deep/client.py", 3, "hardcoded-token")]
    assert done.returncode == 1


def test_a_single_file_is_scanned_alone(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(FAULTY)
    (tmp_path / "other.py").write_text(FAULTY)
    done = sealguard("scan", "-f", "json", "client.py", cwd=tmp_path)
    assert found(done) == [("client.py", 3, "hardcoded-token")]


def test_standard_input_is_scanned_as_the_file_it_is_said_to_be(tmp_path: Path) -> None:
    done = sealguard("scan", "-f", "json", "--stdin-filename", "client.py", cwd=tmp_path, stdin=FAULTY)
    assert found(done) == [("client.py", 3, "hardcoded-token")]
    assert sealguard("scan", "--stdin-filename", "client.py", cwd=tmp_path, stdin=CLEAN).returncode == 0


def test_a_repository_in_a_repository_is_scanned_and_so_is_a_submodule(repository: Repository, tmp_path: Path) -> None:
    library = type(repository)(tmp_path / "library")
    library.top.mkdir()
    library.git("init", "--quiet", "--initial-branch=main")
    library.write("library.py", FAULTY)
    library.commit()
    repository.git("submodule", "--quiet", "add", str(library.top), "vendor/library")
    repository.git("clone", "--quiet", str(library.top), "nested")
    done = sealguard("scan", "-f", "json", cwd=repository.top)
    assert found(done) == [("nested/library.py", 3, "hardcoded-token"), ("vendor/library/library.py", 3, "hardcoded-token")]


def test_what_gitignore_names_is_left_out_unless_it_is_committed(repository: Repository) -> None:
    repository.write(".gitignore", "build/\n*.local\n")
    repository.write("build/made.py", FAULTY)
    repository.write("forced.local", FAULTY)
    repository.git("add", "--force", "forced.local")
    done = sealguard("scan", "-f", "json", cwd=repository.top)
    assert found(done) == [("forced.local", 3, "hardcoded-token")]


# How it ends --------------------------------------------------------------------------------------------------------


def test_it_exits_with_0_where_all_is_well_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "clean.py").write_text(CLEAN)
    done = sealguard("scan", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No findings · 1 file")


def test_it_exits_with_1_where_something_is_found(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(FAULTY)
    assert sealguard("scan", cwd=tmp_path).returncode == 1
    assert sealguard("scan", "--exit-zero", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("arguments", [["scan", "nowhere"], ["scan", "--no-such-option"], ["no-such-command"], ["explain", "no-such-rule"]])
def test_it_exits_with_2_where_it_is_used_wrongly_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    done = sealguard(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("sealguard: ")
    assert done.stderr.count("\n") == 1


def test_it_exits_with_2_where_the_configuration_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text('slect = ["transport"]\n')
    done = sealguard("scan", cwd=tmp_path)
    assert done.returncode == 2
    assert "sealguard.toml" in done.stderr
    assert "'select'" in done.stderr


def test_it_exits_with_3_where_something_was_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "sealguard.toml").write_text("max-file-size = 1000\n")
    (tmp_path / "large.txt").write_text("word " * 1000)
    done = sealguard("scan", cwd=tmp_path)
    assert done.returncode == 3
    assert "large.txt" in done.stdout
    assert sealguard("scan", "--exit-zero", cwd=tmp_path).returncode == 3


# What comes out -----------------------------------------------------------------------------------------------------


def test_one_run_writes_several_reports_that_agree(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(FAULTY)
    done = sealguard("scan", "--sarif-output", "out.sarif", "--json-output", "out.json", cwd=tmp_path)
    assert done.returncode == 1
    sarif = json.loads((tmp_path / "out.sarif").read_text())["runs"][0]["results"]
    listed = json.loads((tmp_path / "out.json").read_text())["findings"]
    places = {(one["locations"][0]["physicalLocation"]["region"]["startLine"], one["ruleId"]) for one in sarif}
    assert places == {(one["region"]["startLine"], one["rule"]) for one in listed} == {(3, "hardcoded-token")}
    assert "client.py\n  3:" in done.stdout


def test_reports_of_an_earlier_run_are_no_part_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(FAULTY)
    arguments = ("scan", "-f", "json", "--sarif-output", "out.sarif", "--json-output", "out.json")
    first, second = (found(sealguard(*arguments, cwd=tmp_path)) for _ in range(2))
    assert first == second


# The seed's own examples --------------------------------------------------------------------------------------------

CURL = """\
curl -H "Authorization: Bearer YOUR_API_TOKEN" \\
     https://api.sealmetrics.com/v1/accounts
"""
JAVASCRIPT = """\
const response = await fetch('https://api.sealmetrics.com/v1/accounts', {
  headers: {
    'Authorization': 'Bearer YOUR_API_TOKEN',
    'Content-Type': 'application/json'
  }
});
"""
PYTHON = """\
import requests

headers = {
    'Authorization': 'Bearer YOUR_API_TOKEN',
    'Content-Type': 'application/json'
}

response = requests.get('https://api.sealmetrics.com/v1/accounts', headers=headers)
"""
DOCUMENT = f"# API Authentication\n\n```bash\n{CURL}```\n\n```javascript\n{JAVASCRIPT}```\n\n```python\n{PYTHON}```\n"
CREDENTIALS = ("credentials", "transport", "authorization")


@pytest.mark.parametrize("kind", ["sm", "opaque", "hex40"])
@pytest.mark.parametrize(("name", "text", "line"), [("accounts.sh", CURL, 1), ("accounts.js", JAVASCRIPT, 3), ("accounts.py", PYTHON, 4)])
def test_an_example_with_a_real_token_is_one_finding(kind: str, name: str, text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text.replace("YOUR_API_TOKEN", realistic(kind)))
    done = sealguard("scan", "-f", "json", "--select", ",".join(CREDENTIALS), cwd=tmp_path)
    assert found(done) == [(name, line, "hardcoded-token")]
    assert realistic(kind) not in done.stdout


def test_the_examples_as_printed_in_the_documentation_are_clean(tmp_path: Path) -> None:
    (tmp_path / "authentication.md").write_text(DOCUMENT)
    done = sealguard("scan", "-f", "json", cwd=tmp_path)
    assert (found(done), done.returncode) == ([], 0)


def test_the_documentation_with_real_tokens_has_one_finding_an_example(tmp_path: Path) -> None:
    (tmp_path / "authentication.md").write_text(DOCUMENT.replace("YOUR_API_TOKEN", realistic("sm")))
    done = sealguard("scan", "-f", "json", "--select", ",".join(CREDENTIALS), cwd=tmp_path)
    lines = [number for number, line in enumerate(DOCUMENT.splitlines(), 1) if "YOUR_API_TOKEN" in line]
    assert found(done) == [("authentication.md", line, "hardcoded-token") for line in lines]


@pytest.mark.parametrize(("name", "text"), [("accounts.sh", CURL), ("accounts.js", JAVASCRIPT), ("accounts.py", PYTHON)])
def test_an_example_as_printed_is_no_credential_in_a_file_of_its_own(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    done = sealguard("scan", "-f", "json", "--select", "credentials,transport", cwd=tmp_path)
    assert found(done) == []
    assert {rule for _, _, rule in found(sealguard("scan", "-f", "json", cwd=tmp_path))} <= {"placeholder-token"}
