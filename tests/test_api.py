"""The library: what the command line finds, as objects, and the examples of `docs/embedding.md`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from realistic import realistic

import sealguard
from sealguard import api
from sealguard.cli import run

if TYPE_CHECKING:
    from conftest import Repository

TOP = Path(__file__).parents[1]
DOCUMENT = (TOP / "docs" / "embedding.md").read_text("utf-8")
EXAMPLES = [
    example
    for text in (DOCUMENT, (TOP / "README.md").read_text("utf-8"))
    for example in re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    if "import sealguard" in example
]
SCHEMA = json.loads((TOP / "sealguard" / "schemas" / "report.json").read_text("utf-8"))

FAULTY = f'TOKEN = "{realistic("sm")}"\n'


@pytest.fixture
def tree(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    repository.write("app/client.py", FAULTY)
    repository.write("other.py", FAULTY)
    monkeypatch.chdir(repository.top)
    return repository.top


def places(report: sealguard.Report) -> list[tuple[str, int, str]]:
    return [(finding.path, finding.region.start_line, finding.rule) for finding in report.active]


@pytest.mark.usefixtures("tree")
def test_a_scan_finds_what_the_command_finds(capsys: pytest.CaptureFixture[str]) -> None:
    run(["scan", "--format", "json"])
    listed = json.loads(capsys.readouterr().out)["findings"]
    assert places(sealguard.scan()) == [(one["path"], one["region"]["startLine"], one["rule"]) for one in listed]
    assert places(sealguard.scan(Path("app"))) == [("app/client.py", 1, "hardcoded-token")]
    assert places(sealguard.scan(exclude=["app/"])) == [("other.py", 1, "hardcoded-token")]
    assert places(sealguard.scan(ignore=["hardcoded-token"])) == []
    assert places(sealguard.scan(select=["transport"], jobs=2)) == []


def test_configuration_and_baseline_have_their_say_unless_isolated(tree: Path) -> None:
    (tree / "sealguard.toml").write_text('exclude = ["app/"]\n')
    assert run(["baseline", "create"]) == 0
    report = sealguard.scan()
    assert (places(report), len(report.suppressed)) == ([], 1)
    assert len(places(sealguard.scan(isolated=True))) == 2
    (tree / "other.py").unlink()
    assert places(sealguard.scan()) == [("sealguard-baseline.jsonl", 2, "unused-suppression")]
    assert places(sealguard.scan("app/client.py")) == []


def test_nothing_in_a_tree_of_strangers_has_a_say(tree: Path) -> None:
    (tree / "sealguard.toml").write_text('exclude = ["app/"]\n')
    said = f'TOKEN = "{realistic("sm")}"  # sealguard: ignore[hardcoded-token] -- trust me\n'
    (tree / "said.py").write_text(said)
    assert ("said.py", 1, "hardcoded-token") not in places(sealguard.scan(isolated=True))
    report = sealguard.scan(untrusted=True)
    assert {path for path, _, _ in places(report)} == {"app/client.py", "other.py", "said.py"}
    assert [(each.what, each.path, each.line) for each in report.ignored] == [("inline", "said.py", 1)]
    assert places(sealguard.scan_text(said, "said.py", untrusted=True)) == [("said.py", 1, "hardcoded-token")]


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("include_suppressed", [True, False])
def test_json_keeps_to_the_schema(include_suppressed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    text = sealguard.render(sealguard.scan(), include_suppressed=include_suppressed)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert realistic("sm") not in text
    assert json.loads(sealguard.render(sealguard.scan(), "sarif"))["version"] == "2.1.0"


@pytest.mark.usefixtures("tree")
def test_a_text_is_scanned_under_its_name() -> None:
    found = sealguard.scan_text(FAULTY, "new.py").active
    assert [(finding.path, finding.level) for finding in found] == [("new.py", sealguard.Level.ERROR)]
    assert sealguard.scan_text(b"\xff\xfe", "new.py").active == []


@pytest.mark.usefixtures("tree")
def test_what_is_wrong_is_raised_and_what_cannot_be_read_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        sealguard.scan("nowhere")
    with pytest.raises(sealguard.ConfigError, match="nearest: 'transport'"):
        sealguard.scan(select=["transprt"])
    with pytest.raises(sealguard.ConfigError, match="'exclude' must be"):
        sealguard.scan(exclude=["[a"])
    with pytest.raises(ValueError, match="There is no format 'jsn'"):
        sealguard.render(sealguard.Report(), "jsn")
    Path("sealguard.toml").write_text("max-file-size = 10\n")
    assert sealguard.scan().incomplete


def test_the_import_is_free_and_its_names_are_there() -> None:
    code = "import sys, sealguard\nprint([name for name in sys.modules if name.startswith('sealguard.')], len(sys.modules))\n"
    bare, own = (
        subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout.split()
        for text in (code.replace("sealguard\n", "typing\n"), code)
    )
    assert own[0] == "[]"
    assert int(own[1]) - int(bare[1]) <= 2
    assert set(sealguard.__all__) == set(api.__all__) <= set(dir(sealguard))
    with pytest.raises(AttributeError):
        _ = sealguard.nothing


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("tree")
def test_an_example_of_the_document_runs(example: str, tmp_path: Path) -> None:
    program = tmp_path / "example.py"
    program.write_text(example)
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("app/client.py" in done.stdout) == ("print(" in example)


def test_the_document_names_all_that_is_public() -> None:
    told = set(re.findall(r"`(\w+)[(`]", DOCUMENT.partition("| name |")[2].partition("\n\n")[0]))
    assert set(sealguard.__all__) <= told
