"""What the commands print and how they end, from the outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sealguard import cli
from sealguard.catalogue import load_catalogue
from sealguard.cli import COMMANDS, run
from sealguard.model import ExitCode
from sealguard.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Repository

INSECURE = 'import requests\n\nrequests.get("http://api.sealmetrics.com/v1/accounts", timeout=9)\n'
CLEAN = "print('hello')\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with one finding, which is also the working directory."""
    (tmp_path / "client.py").write_text(INSECURE)
    (tmp_path / "clean.py").write_text(CLEAN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def scan(*arguments: str) -> int:
    return run(["scan", "--isolated", "--select", "insecure-endpoint", *arguments])


def process(arguments: Sequence[str], **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "sealguard", *arguments], capture_output=True, check=False, timeout=60, **more)  # type: ignore[call-overload,no-any-return]


# scan ----------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("tree")
def test_findings_make_the_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert scan() == ExitCode.FINDINGS
    assert "client.py\n  3:15 error insecure-endpoint\n" in capsys.readouterr().out
    assert scan("clean.py") == ExitCode.CLEAN
    assert capsys.readouterr().out.startswith("No findings")


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(("level", "code"), [("error", 1), ("note", 1)])
def test_fail_on_draws_the_line(level: str, code: int) -> None:
    assert scan("--fail-on", level) == code


def test_a_finding_below_the_line_is_told_but_does_not_fail(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "sealguard.toml").write_text('[levels]\ninsecure-endpoint = "note"\n')
    assert run(["scan", "--select", "insecure-endpoint"]) == ExitCode.CLEAN
    assert "note insecure-endpoint" in capsys.readouterr().out


@pytest.mark.usefixtures("tree")
def test_exit_zero_hides_findings_but_no_incomplete_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scan("--exit-zero") == ExitCode.CLEAN
    monkeypatch.setattr("sealguard.model.Report.incomplete", True)
    assert scan("--exit-zero") == ExitCode.INCOMPLETE


def test_several_reports_come_of_one_run(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scan("--sarif-output", "r.sarif", "--json-output", "r.json", "--format", "json") == ExitCode.FINDINGS
    shown = json.loads(capsys.readouterr().out)
    written = json.loads((tree / "r.json").read_text())
    sarif = json.loads((tree / "r.sarif").read_text())
    assert [f["rule"] for f in shown["findings"]] == [f["rule"] for f in written["findings"]] == ["insecure-endpoint"]
    assert [r["ruleId"] for r in sarif["runs"][0]["results"]] == ["insecure-endpoint"]


@pytest.mark.usefixtures("tree")
def test_every_format_can_be_written_in_one_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SEALGUARD_REPORT", os.pathsep.join(f"{name}=report {name}" for name in FORMATS))
    assert scan("--color", "never") == ExitCode.FINDINGS
    shown = capsys.readouterr().out
    assert shown == Path("report text").read_text()
    assert all("insecure-endpoint" in Path(f"report {name}").read_text() for name in FORMATS)


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("variable", "value", "sign"),
    [
        ("GITHUB_ACTIONS", "true", "::error file=client.py,line=3"),
        ("TF_BUILD", "True", "##vso[task.logissue type=error;sourcepath=client.py;"),
    ],
)
def test_a_ci_runner_is_spoken_to_in_its_own_format(
    variable: str, value: str, sign: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(variable, value)
    assert scan() == ExitCode.FINDINGS
    assert capsys.readouterr().out.startswith(sign)
    assert scan("--format", "text") == ExitCode.FINDINGS
    assert capsys.readouterr().out.startswith("client.py\n")
    assert scan("--output", "report.txt") == ExitCode.FINDINGS
    assert Path("report.txt").read_text().startswith("client.py\n"), "nobody reads a file as a runner reads its log"


def test_github_gets_a_page_behind_what_the_step_wrote_before(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tree / "page.md"
    page.write_text("Before.\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    for name, value in {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "acme/app", "GITHUB_SHA": "a" * 40}.items():
        monkeypatch.setenv(name, value)
    assert scan() == ExitCode.FINDINGS
    assert page.read_text().startswith("Before.\n## sealguard: 1 error\n")
    assert f"[line 3](https://github.com/acme/app/blob/{'a' * 40}/client.py#L3)" in page.read_text()
    assert scan("--format", "text") == ExitCode.FINDINGS
    assert page.read_text().count("## sealguard") == 1


@pytest.mark.usefixtures("tree")
def test_a_page_that_cannot_be_written_is_told_after_the_rest(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "missing/page.md")
    assert scan("--format", "github") == ExitCode.USAGE
    shown = capsys.readouterr()
    assert shown.out.startswith("::error")
    assert shown.err == "sealguard: 'missing/page.md' cannot be written: no such file or directory.\n"


def test_output_goes_to_a_file_instead_of_standard_output(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scan("-f", "sarif", "-o", "out.sarif") == ExitCode.FINDINGS
    assert capsys.readouterr().out == ""
    assert json.loads((tree / "out.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.usefixtures("tree")
def test_every_option_is_an_environment_variable_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SEALGUARD_FORMAT", "json")
    monkeypatch.setenv("SEALGUARD_EXIT_ZERO", "1")
    monkeypatch.setenv("SEALGUARD_SELECT", "insecure-endpoint,unverified-tls")
    monkeypatch.setenv("SEALGUARD_ISOLATED", "true")
    assert run(["scan"]) == ExitCode.CLEAN
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 1


def test_the_command_line_adds_to_the_configuration(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "sub").mkdir()
    (tree / "sub" / "client.py").write_text(INSECURE)
    (tree / "sealguard.toml").write_text('exclude = ["/client.py"]\nselect = ["transport"]\n')
    assert run(["scan"]) == ExitCode.FINDINGS
    assert "\nsub/client.py\n" in "\n" + capsys.readouterr().out
    assert run(["scan", "--exclude", "/sub/"]) == ExitCode.CLEAN
    assert run(["scan", "--ignore", "insecure-endpoint"]) == ExitCode.CLEAN
    assert run(["scan", "--isolated", "--select", "insecure-endpoint", "--exclude", "sub"]) == ExitCode.FINDINGS


def test_standard_input_is_scanned_under_its_name(tree: Path) -> None:
    (tree / "sealguard.toml").write_text('[per-path]\n"tests/**" = ["transport"]\n')
    arguments = ["scan", "--select", "transport", "--stdin-filename"]
    found = process([*arguments, "app/client.py"], input=INSECURE.encode(), cwd=tree)
    assert found.returncode == ExitCode.FINDINGS
    assert found.stdout.startswith(b"app/client.py\n")
    assert process([*arguments, "tests/client.py"], input=INSECURE.encode(), cwd=tree).returncode == ExitCode.CLEAN


def test_what_is_staged_is_judged_and_not_what_lies_there(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.top)
    repository.write("client.py", INSECURE)
    repository.git("add", "client.py")
    repository.write("client.py", CLEAN)
    assert scan("--staged") == ExitCode.FINDINGS
    assert scan() == ExitCode.CLEAN
    assert scan("--staged", "other.py") == ExitCode.CLEAN


# Wrong use -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scan", "clint.py"], "There is no file or directory 'clint.py' (nearest: 'client.py')."),
        (["scan", "nowhere/at/all"], "There is no file or directory 'nowhere/at/all'."),
        (
            ["scan", "--select", "hardcoded-tokens"],
            "'select' names 'hardcoded-tokens', which is no rule or family (nearest: 'hardcoded-token').",
        ),
        (["scan", "--staged"], "There is no git repository here; leave out '--staged', or run this in one."),
        (["scan", "--staged", "--stdin-filename", "a.py"], "'--stdin-filename' goes with neither paths nor '--staged'."),
        (["scan", "--config", "a.toml", "--isolated"], "'--config' and '--isolated' exclude each other."),
        (["scan", "--config", "missing.toml"], "missing.toml: The configuration cannot be read: no such file or directory."),
        (["scan", "--output", "missing/r.json"], "'missing/r.json' cannot be written: there is no directory 'missing'."),
        (["scan", "--output", "r", "--json-output", "./r"], "Two reports cannot go to one file."),
        (["scan", "--exclude", "[a"], "'--exclude' must be a pattern as '.gitignore' has them."),
        (["scan", "--fomat", "json"], "No such option '--fomat'. Did you mean '--format'?"),
        (["scan", "--format", "xml"], f"Invalid value for '--format' / '-f': 'xml' is not one of {', '.join(map(repr, FORMATS))}."),
        (["rules", "--format", "jsn"], "Invalid value for '--format' / '-f': 'jsn' is not one of 'text', 'json' (nearest: 'json')."),
        (["scan", "--format"], "Option '--format' requires an argument. 'sealguard --help' shows how it is used."),
        (["--verbose", "rules"], "'--verbose' goes with '--version'."),
        (["scan", "--report", "r.csv"], "'--report' must be of the form FORMAT=FILE, and 'r.csv' is not."),
        (["scan", "--report", "cvs=r"], "There is no format 'cvs' (nearest: 'csv')."),
        (["scan", "--report", "csv=-"], "Two reports cannot go to standard output; name a file for one of them."),
        (["scan", "--report", "csv=r", "--sarif-output", "r"], "Two reports cannot go to one file."),
        (["scan", "--jobs", "0"], "Invalid value for '--jobs' / '-j': 0 is not in the range x>=1."),
        (["sacn"], "There is no command 'sacn' (nearest: 'scan')."),
        (["explain"], "Missing argument 'RULE'. 'sealguard explain --help' shows how it is used."),
        (["explain", "hardcoded-tokn"], "There is no rule 'hardcoded-tokn' (nearest: 'hardcoded-token')."),
        (["explain", "zebra"], "There is no rule 'zebra'; 'sealguard rules' lists them."),
        (["rules", "--family", "transprt"], "There is no family 'transprt' (nearest: 'transport')."),
    ],
)
@pytest.mark.usefixtures("tree")
def test_wrong_use_is_one_line_and_exits_with_2(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == ExitCode.USAGE
    shown = capsys.readouterr()
    assert shown.err == f"sealguard: {message}\n"
    assert shown.out == ""


def test_a_wrong_configuration_is_one_line_that_names_the_file(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "sealguard.toml").write_text('fail-on = "fatal"\n')
    assert run(["scan"]) == ExitCode.USAGE
    assert capsys.readouterr().err == "sealguard: sealguard.toml: 'fail-on' must be one of 'note', 'warning', 'error'.\n"
    (tree / "sealguard.toml").write_text('ignore = ["hardcoded-tokn"]\n')
    assert run(["scan"]) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "sealguard: sealguard.toml: 'ignore' names 'hardcoded-tokn', which is no rule or family (nearest: 'hardcoded-token').\n"
    )


@pytest.mark.usefixtures("tree")
def test_without_a_command_and_a_repository_the_help_is_shown_and_nothing_is_called_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == ExitCode.USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert all(name in shown.err for name in COMMANDS)


def test_without_a_command_a_repository_is_scanned(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("client.py", INSECURE)
    monkeypatch.chdir(repository.top)
    assert run([]) == ExitCode.FINDINGS
    shown = capsys.readouterr()
    assert "  3:15 error insecure-endpoint\n" in shown.out
    assert shown.err == "sealguard: Scanning, as 'sealguard scan' does; 'sealguard --help' shows what else there is.\n"


def test_every_command_is_listed_under_one_task() -> None:
    assert sorted(name for names in cli.TASKS.values() for name in names) == sorted(COMMANDS)


def test_help_groups_options_and_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", "--help"]) == ExitCode.CLEAN
    shown = capsys.readouterr().out
    headings = ["Options:", "Rules and configuration:", "Report:", "Run:", "Examples:"]
    assert [line for line in shown.splitlines() if line in headings] == headings
    known = {option for parameter in cli.group.get_command(None, "scan").params for option in parameter.opts if option.startswith("--")}  # type: ignore[arg-type,union-attr]
    assert {option for option in known - {"--debug"} if option not in shown} == set()


def test_a_bug_report_can_name_all_that_sealguard_is_made_of(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--version", "-v"], ["-v", "--version"]):
        assert run(arguments) == ExitCode.CLEAN
        rows = dict(line.split(None, 1) for line in capsys.readouterr().out.splitlines())
        assert {"sealguard", "python", "platform", "git", "libcst", "tree-sitter", "tree-sitter-php", "detect-secrets"} <= set(rows)
        assert "missing" not in rows.values()


def test_help_and_version_exit_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["-h"], ["--version"], *([name, "--help"] for name in COMMANDS)):
        assert run(arguments) == ExitCode.CLEAN
        assert capsys.readouterr().out


# Trouble -------------------------------------------------------------------------------------------------------------


def test_an_internal_error_tells_its_type_and_place_and_nothing_it_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        secret = "hunter2"  # noqa: F841, S105 - a local that a traceback must not show
        raise KeyError("hunter2")

    monkeypatch.setattr(cli.group, "main", lambda *_args, **_more: fail())
    assert run(["scan"]) == ExitCode.INCOMPLETE
    assert capsys.readouterr().err == "sealguard: Internal error (KeyError); run again with 'sealguard --debug' to see where.\n"
    assert run(["--debug", "scan"]) == ExitCode.INCOMPLETE
    shown = capsys.readouterr().err
    assert "in fail" in shown
    assert "KeyError" in shown
    assert shown.count("hunter2") == 1, "only the line of our own source that raised it, as the traceback quotes code"


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sealguard.cli.scan._scan", interrupted)
    assert run(["scan"]) == cli.INTERRUPTED
    assert capsys.readouterr().err.strip() == ""


@pytest.mark.skipif(os.name != "posix", reason="pipes of this kind are POSIX's")
@pytest.mark.parametrize("arguments", [["rules"], ["explain", "insecure-endpoint"], ["scan", "--isolated", "-f", "sarif"]])
def test_a_reader_that_stops_is_no_traceback(arguments: list[str], tree: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-m", "sealguard", *arguments], stdout=writing, stderr=subprocess.PIPE, check=False, cwd=tree)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == cli.READER_GONE


# rules and explain ---------------------------------------------------------------------------------------------------


def test_rules_are_listed_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == ExitCode.CLEAN
    listed = capsys.readouterr().out
    assert [rule for rule in load_catalogue() if rule not in listed] == []
    assert run(["rules", "--family", "transport", "--level", "error", "--format", "json"]) == ExitCode.CLEAN
    assert [rule["id"] for rule in json.loads(capsys.readouterr().out)] == ["insecure-endpoint", "unverified-tls"]
    assert run(["rules", "--tag", "tls", "certificate"]) == ExitCode.CLEAN
    assert "unverified-tls" in capsys.readouterr().out
    assert run(["rules", "no page says this"]) == ExitCode.CLEAN
    assert capsys.readouterr().out == "No rule fits.\n"


@pytest.mark.parametrize("width", [40, 80, 160])
def test_rules_fit_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    run(["rules"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= width


def test_explain_gives_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "insecure-endpoint"]) == ExitCode.CLEAN
    page = capsys.readouterr().out
    assert page.startswith("# insecure-endpoint\n")
    assert "## What to do" in page
    assert "## Examples" not in page
    assert run(["explain", "insecure-endpoint", "--examples"]) == ExitCode.CLEAN
    assert "## Examples" in capsys.readouterr().out


def test_explain_is_set_for_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert run(["explain", "insecure-endpoint", "--color", "always"]) == ExitCode.CLEAN
    assert "\x1b[" in capsys.readouterr().out


# Start-up ------------------------------------------------------------------------------------------------------------


HEAVY = {"libcst", "detect_secrets", "rich", "yaml", "tree_sitter", "hyperscan", "pathspec", "tomllib", "json", "multiprocessing"}


@pytest.mark.parametrize("arguments", [["--version"], ["scan", "--isolated", "clean.py"], ["scan", "--isolated", "--staged"]])
def test_a_clean_run_imports_nothing_heavy(arguments: list[str], repository: Repository) -> None:
    repository.write("clean.py", CLEAN)
    repository.git("add", "clean.py")
    code = f"import sys\nfrom sealguard.cli import run\ncode = run({arguments!r})\nprint(sorted({HEAVY} & set(sys.modules)), code)\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=repository.top)
    assert done.stdout.splitlines()[-1] == "[] 0"
