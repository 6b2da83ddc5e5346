"""From a source to a report: everything is accounted for, whatever happens to a file, a check, a process or the scan."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from realistic import realistic

from sealguard import analysis, engine, languages, workers
from sealguard.analysis import Analyser, Settings, superseded
from sealguard.catalogue import load_catalogue
from sealguard.checks import Sighting
from sealguard.config import Config
from sealguard.engine import scan
from sealguard.model import Document, Level, Origin, Skipped, SourceFile, Span, fingerprint
from sealguard.sources import Batch
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.model import Report
    from sealguard.profile import Profile
    from sealguard.sources import Source

KEY = realistic("sm")
SETTINGS = Settings(key=b"the same in every test", portable=True)


@dataclass(frozen=True)
class Memory:
    """A source of a few files that are nowhere but here."""

    files: dict[str, bytes]
    size: int = 10

    @property
    def origin(self) -> Origin:
        return Origin.WORKTREE

    @property
    def root(self) -> str:
        return "/nowhere"

    def batches(self) -> Iterator[Batch | Skipped]:
        names = [name.encode() for name in self.files]
        for at in range(0, len(names), self.size):
            yield Batch(names[at : at + self.size])

    def around(self) -> Iterator[Batch]:
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        for path in batch.paths:
            yield path, self.files[path.decode()]


def planted(count: int, every: int = 10) -> Memory:
    """Give a source of `count` files of which some have a token each."""
    files = {f"{number:04}.txt": b"nothing of interest\n" for number in range(count)}
    for number in range(0, count, every):
        files[f"{number:04}.txt"] = f"token: {realistic('sm', number)}\n".encode()
    return Memory(files)


def one(content: str | bytes, name: str = "file.txt", settings: Settings = SETTINGS) -> Report:
    return scan(Memory({name: content.encode() if isinstance(content, str) else content}), settings, jobs=1)


# What comes out ------------------------------------------------------------------------------------------------------


def test_a_token_becomes_a_finding_at_its_place() -> None:
    report = one(f'first = 1\ntoken = "{KEY}"\n', "app.py")
    (finding,) = report.findings
    assert (finding.rule, finding.level, finding.path) == ("hardcoded-token", Level.ERROR, "app.py")
    assert (finding.region.start_line, finding.region.start_column, finding.region.char_length) == (2, 10, len(KEY))
    assert finding.source[0][slice(*finding.underline)] == "sm_…"
    assert (report.files, report.analysed, report.bytes) == (1, 1, len(KEY) + 21)


def test_nothing_raw_is_in_the_report() -> None:
    report = one(f'token = "{KEY}"  # and again {KEY}\nurl = "http://api.sealmetrics.com/?token={KEY}"\n', "app.py")
    assert len(report.findings) > 1
    assert KEY[3:11] not in repr(report)
    assert KEY[3:11] not in pickle.dumps(report).decode("latin-1")


def test_a_secret_of_a_rule_that_is_off_is_hidden_all_the_same() -> None:
    password = realistic("pw")
    text = f'SEALMETRICS_PASSWORD = "{password}"; url = "http://api.sealmetrics.com/v1/accounts"\n'
    assert {finding.rule for finding in one(text, "app.py").findings} == {"hardcoded-login", "insecure-endpoint"}
    (finding,) = one(text, "app.py", replace(SETTINGS, config=Config(select=("transport",)))).findings
    assert finding.rule == "insecure-endpoint"
    assert password not in repr(finding)


def test_configuration_decides_on_rules_and_levels() -> None:
    text = f'token = "{KEY}"\n'
    assert one(text, settings=replace(SETTINGS, config=Config(ignore=("credentials",)))).findings == []
    (finding,) = one(text, settings=replace(SETTINGS, config=Config(levels=(("hardcoded-token", Level.NOTE),)))).findings
    assert finding.level is Level.NOTE


def test_equal_secrets_have_equal_fingerprints_under_one_key_only() -> None:
    text = f"a: {KEY}\nb: {KEY}\nc: {realistic('sm', 2)}\n"
    first, again, other = (finding.fingerprint for finding in one(text).findings)
    assert first == again != other
    assert one(text, settings=replace(SETTINGS, key=b"another key")).findings[0].fingerprint != first
    assert Settings().key != Settings().key


def test_a_secret_is_known_again_by_its_sha1_alone() -> None:
    (finding,) = one(f"a: {KEY}\n").findings
    assert fingerprint(hashlib.sha1(KEY.encode()).hexdigest(), SETTINGS.key) == finding.fingerprint  # noqa: S324 - what detect-secrets knows


CALL = 'response = requests.get("http://api.sealmetrics.com/v1", headers={"X-API-Key": "%s"}, timeout=9)\n'


def of_call(text: str, name: str = "app.py") -> str:
    (found,) = (each.fingerprint for each in one(text, name).findings if each.rule == "insecure-endpoint")
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import requests\n\n\n" + CALL % KEY, "app.py"),
        (CALL % KEY + 'password = "api.sealmetrics.com!7"\nSEALMETRICS_TOKEN = "timeout=9rqK2vB8mPzX4wT7"\n', "app.py"),
        ("def call():\n\t" + CALL % KEY, "app.py"),
        (CALL.replace(" = ", "=").replace(", ", ",  ") % KEY, "app.py"),
        (CALL % KEY, "moved/elsewhere.py"),
        (CALL % realistic("sm", 2), "app.py"),
        ((CALL % KEY).replace("\n", "\r\n"), "app.py"),
        (f"{'x' * 3000} = 1\n" + CALL % KEY, "app.py"),
    ],
    ids=["lines above", "secrets elsewhere", "indented", "spaced", "moved", "rotated", "line ends", "a long line above"],
)
def test_code_is_known_again_wherever_it_is_and_however_it_is_laid_out(text: str, name: str) -> None:
    assert of_call(text, name) == of_call(CALL % KEY)


@pytest.mark.parametrize("change", [("v1", "v2"), ("timeout=9", "timeout=8"), ("response", "answer")])
def test_other_code_has_another_fingerprint(change: tuple[str, str]) -> None:
    assert of_call((CALL % KEY).replace(*change)) != of_call(CALL % KEY)


def test_a_line_of_a_bundle_is_known_by_what_is_near() -> None:
    near = "x" * 500 + ";" + CALL.strip() % KEY + ";" + "y" * 500
    assert of_call("a = 1;" * 900 + near + "b = 2;" * 900, "bundle.js") == of_call("c = 3;" * 700 + near + "d = 4;" * 700, "bundle.js")


def test_utf_16_is_read_as_text_and_a_binary_file_only_for_a_key() -> None:
    (finding,) = one(f"token: {KEY}\r\n".encode("utf-16")).findings
    assert (finding.region.byte_offset, finding.region.byte_length) == (2 + 2 * len("token: "), 2 * len(KEY))
    assert one(b"\x7fELF\0\0 about sealmetrics").skipped == [Skipped("file.txt", "it is binary", incomplete=False)]
    assert len(one(b"\x7fELF\0\0 " + KEY.encode() + b"\0").findings) == 1


def test_a_clean_scan_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print('hello')\n")
    heavy = ["libcst", "detect_secrets", "rich", "yaml", "tree_sitter", "hyperscan", "pathspec", "click", "tomllib", "multiprocessing"]
    ours = ["sealguard.languages", "sealguard.catalogue", "sealguard.checks", "sealguard.masking", "sealguard.profile", "sealguard.facts"]
    code = f"""
import sys
from sealguard.analysis import Settings
from sealguard.engine import scan
from sealguard.sources.worktree import Worktree
report = scan(Worktree(({str(tmp_path)!r},)), Settings())
assert report.files == 1 and not report.skipped, report
print([name for name in {heavy + ours} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "text", "grammars"),
    [
        ("a.env", f"SEALMETRICS_API_KEY={KEY}\n", []),
        ("a.yaml", f"sealmetrics:\n  token: {KEY}\n", []),
        ("a.sh", f"curl -H 'X-API-Key: {KEY}' https://my.sealmetrics.com/api/v1/sites\n", []),
        ("a.py", f"SEALMETRICS_API_KEY = '{KEY}'\n", []),
        ("a.md", f"Sealmetrics' key is {KEY}\n", []),
        ("a.js", f"const key = '{KEY}'\n", ["tree_sitter_javascript"]),
        ("a.go", f'package a\nconst key = "{KEY}"\n', ["tree_sitter_go"]),
    ],
)
def test_a_scan_imports_the_grammars_that_it_reads_and_no_others(name: str, text: str, grammars: list[str]) -> None:
    code = f"""
import sys
from sealguard.analysis import Settings
from sealguard.engine import scan
from sealguard.sources.stdin import StandardInput
assert scan(StandardInput({text.encode()!r}, {name!r}), Settings()).findings
print([name for name in sys.modules if name.startswith("tree_sitter_") and "." not in name and "_binding" not in name])
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == str(grammars)


def test_generic_secrets_are_looked_for_in_every_text_file_when_asked() -> None:
    text = f'aws_secret_access_key = "{realistic("opaque")}"\n'
    assert stable(one(text, "settings.py")) == ([], [], 1, len(text), 0)
    for config in (Config(generic_secrets=True), Config(select=("generic",)), Config(select=("all",))):
        report = one(text, "settings.py", replace(SETTINGS, config=config))
        assert {finding.rule for finding in report.findings} == {"generic-secret"}
        assert realistic("opaque") not in repr(report)


def test_a_rule_that_is_off_costs_no_import() -> None:
    code = f"""
import sys
from sealguard.analysis import Settings
from sealguard.engine import scan
from sealguard.sources.stdin import StandardInput
assert scan(StandardInput(b'token = "{KEY}"', "a.txt"), Settings()).findings
sys.exit("detect_secrets" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pieces_of_a_batch_hold_files_of_one_extension_side_by_side() -> None:
    batch = Batch([b"a.go", b"b.rb", b"c.go", b"d", b"e.rb"], [b"1", b"2", b"3", b"4", b"5"])
    assert [(piece.paths, piece.objects) for piece in batch.pieces(3)] == [
        ([b"d", b"a.go"], [b"4", b"1"]),
        ([b"c.go", b"b.rb"], [b"3", b"2"]),
        ([b"e.rb"], [b"5"]),
    ]


# Superseding ---------------------------------------------------------------------------------------------------------


def kept(text: str, **seen: list[Sighting]) -> list[tuple[str, Span]]:
    document = Document(SourceFile(b"file", text.encode()), text)
    named = {rule.replace("_", "-"): sightings for rule, sightings in seen.items()}
    return sorted((rule, sighting.span) for rule, sighting in superseded(document, named, load_catalogue()))


def at(start: int, end: int, secret: str | None = None) -> Sighting:
    return Sighting(Span(start, end), "Something is wrong.", secret)


def test_the_most_specific_rule_speaks_for_a_place() -> None:
    assert "hardcoded-token" in load_catalogue()["token-in-url"].supersedes
    text = "x" * 30 + "\n" + "y" * 30
    assert kept(text, token_in_url=[at(5, 20)], hardcoded_token=[at(10, 15), at(20, 25), at(0, 6)]) == [
        ("hardcoded-token", Span(20, 25)),
        ("token-in-url", Span(5, 20)),
    ]
    assert kept(text, token_in_url=[at(5, 10, "s")], hardcoded_token=[at(20, 25, "s"), at(20, 25, "t"), at(40, 45, "s")]) == [
        ("hardcoded-token", Span(20, 25)),
        ("hardcoded-token", Span(40, 45)),
        ("token-in-url", Span(5, 10)),
    ]


def test_rules_that_do_not_know_of_each_other_both_speak() -> None:
    assert len(kept("x" * 30, insecure_endpoint=[at(5, 20)], hardcoded_token=[at(5, 20)])) == 2


def test_a_rule_says_a_thing_once() -> None:
    assert kept("x" * 30, hardcoded_token=[at(1, 5, "s"), at(1, 5, "s"), at(10, 15, "s"), at(10, 15)]) == [
        ("hardcoded-token", Span(1, 5)),
        ("hardcoded-token", Span(10, 15)),
    ]


# Trouble -------------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_analysed_is_told_of_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    read = languages.read

    def failing(document: Document, profile: Profile, signals: frozenset[str]) -> Facts:
        if document.path == "0010.txt":
            raise ValueError(document.text)
        return read(document, profile, signals)

    monkeypatch.setattr(languages, "read", failing)
    report = scan(planted(30), SETTINGS, jobs=1)
    assert [finding.path for finding in report.findings] == ["0000.txt", "0020.txt"]
    assert report.skipped == [Skipped("0010.txt", "its analysis failed (ValueError)")]
    assert report.incomplete


def test_a_check_that_fails_silences_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from sealguard.checks import load_checks  # noqa: PLC0415 - the name is replaced below

    def failing(facts: Facts, _profile: Profile) -> Iterator[Sighting]:
        raise RuntimeError(facts.document.text)
        yield

    monkeypatch.setattr("sealguard.checks.load_checks", lambda: {**load_checks(), "insecure-endpoint": failing})
    report = one(f'token = "{KEY}"\n')
    assert len(report.findings) == 1
    assert report.skipped == [Skipped("file.txt", "the check of 'insecure-endpoint' failed (RuntimeError)")]


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_document: Document, _profile: Profile, _signals: frozenset[str]) -> Facts:
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001, S112 - what a careless parser does
                continue

    monkeypatch.setattr(languages, "read", slow)
    monkeypatch.setattr(analysis, "FILE_SECONDS", 0.1)
    before = signal.getsignal(signal.SIGVTALRM)
    assert one(f'token = "{KEY}"\n').skipped == [Skipped("file.txt", "it took longer than 0.1 seconds")]
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_a_file_with_too_many_findings_is_reported_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "MAX_FINDINGS", 5)
    report = one("".join(f"{realistic('sm', number)}\n" for number in range(8)))
    assert [finding.region.start_line for finding in report.findings] == [1, 2, 3, 4, 5]
    assert report.incomplete
    assert "8 findings" in report.skipped[0].reason


# Processes -----------------------------------------------------------------------------------------------------------


def stable(report: Report) -> tuple[object, ...]:
    return (report.findings, report.skipped, report.files, report.bytes, report.analysed)


def test_several_processes_find_what_one_finds() -> None:
    source = planted(engine.ALONE + 200)
    alone = scan(source, SETTINGS, jobs=1)
    assert len(alone.findings) == 50
    assert stable(scan(source, SETTINGS, jobs=2)) == stable(alone)


@pytest.mark.slow
def test_processes_that_are_not_forked_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    source = planted(engine.ALONE + 200)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert stable(scan(source, SETTINGS, jobs=2)) == stable(scan(source, SETTINGS, jobs=1))


@pytest.mark.parametrize("count", [40, engine.ALONE + 100])
def test_work_that_is_given_back_is_done_once(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.0)
    monkeypatch.setattr(workers, "PATIENCE", 0.0)
    source = planted(count, every=3)
    assert stable(scan(source, SETTINGS, jobs=2)) == stable(scan(source, SETTINGS, jobs=1))


class Deadly(Analyser):
    """Dies of one file, as a fault in a library written in C would have it."""

    def run(self, source: Source, batch: Batch, seconds: float | None = None) -> analysis.Outcome:
        if b"0100.txt" in batch.paths:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().run(source, batch, seconds)


def test_a_process_that_dies_costs_no_more_than_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "Analyser", Deadly)
    report = scan(planted(engine.ALONE + 200), SETTINGS, jobs=2)
    assert [skip.path for skip in report.skipped] == [f"01{number:02}.txt" for number in range(10)]
    assert report.files == engine.ALONE + 190
    assert report.incomplete


def test_progress_is_told_of() -> None:
    told: list[tuple[int, int]] = []
    scan(planted(engine.ALONE + 200), SETTINGS, jobs=2, progress=lambda done, listed: told.append((done, listed)))
    assert told == sorted(told)
    assert told[-1] == (engine.ALONE + 200, engine.ALONE + 200)


ENDLESS = """
import itertools, os, sys, time
sys.path.insert(0, {tests!r})
from realistic import realistic
from sealguard import engine, workers
from sealguard.analysis import Settings
from sealguard.model import Origin
from sealguard.sources import Batch

class Endless:
    origin, root = Origin.WORKTREE, "/nowhere"
    def batches(self):
        for number in itertools.count():
            yield Batch([b"%d-%d" % (number, file) for file in range(400)])
    def around(self):
        yield from ()
    def read(self, batch):
        for path in batch.paths:
            time.sleep(0.001)
            yield path, (realistic("sm") if path.endswith(b"-0") else "nothing").encode()

def tell(done, listed, pids=[]):
    if done and not pids:
        import multiprocessing
        pids += [child.pid for child in multiprocessing.active_children()]
        print(*pids, flush=True)

report = engine.scan(Endless(), Settings(portable=True), jobs=2, progress=tell)
print([finding.rule for finding in report.findings], report.skipped, flush=True)
"""


def endless() -> tuple[subprocess.Popen[str], list[int]]:
    """Start a scan that would never end, and wait until it has found something; give it and its workers' ids."""
    code = ENDLESS.format(tests=str(Path(__file__).parent))
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout
    return process, [int(word) for word in process.stdout.readline().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pids: list[int], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < end:
        time.sleep(0.02)
    return not any(map(alive, pids))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tells processes apart by procfs")
@pytest.mark.parametrize(("how", "to"), [(signal.SIGTERM, "parent"), (signal.SIGINT, "parent"), (signal.SIGINT, "group")])
def test_an_interrupt_ends_the_scan_with_what_was_found(how: signal.Signals, to: str) -> None:
    process, pids = endless()
    assert len(pids) == 2
    (os.killpg if to == "group" else os.kill)(process.pid, how)
    output, errors = process.communicate(timeout=10)
    assert errors == "", "nobody wants to read as many tracebacks as there are processes"
    assert "'hardcoded-token'" in output
    assert "interrupted" in output
    assert process.returncode == 0
    assert gone(pids)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tells processes apart by procfs")
def test_no_process_outlives_a_scan_that_is_killed() -> None:
    process, pids = endless()
    process.kill()
    process.communicate(timeout=10)
    assert gone(pids)


def test_a_worktree_is_scanned_from_end_to_end(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/config.yaml").write_text(f"sealmetrics:\n  api_key: {KEY}\n")
    (tmp_path / "clean.c").write_text("int main(void) { return 0; }\n")
    source = Worktree((str(tmp_path),))
    report = scan(source, Settings(root=source.root))
    assert [(finding.path, finding.region.start_line) for finding in report.findings] == [("app/config.yaml", 2)]
    assert (report.files, report.analysed, report.root) == (2, 1, str(tmp_path.resolve()))
