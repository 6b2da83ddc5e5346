"""Patterns of `.gitignore` mean what git says they mean, as pathspec reads them, and none takes long."""

from __future__ import annotations

import re
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from sealguard import gitignore
from sealguard.gitignore import (
    MAX_GLOBS,
    MAX_LENGTH,
    MAX_PATTERNS,
    MAX_SIZE,
    MAX_WILDCARDS,
    Rules,
    UnknownFormError,
    ignores_below,
    ignoring_line,
    linear,
)

if TYPE_CHECKING:
    from conftest import Repository


def ignored(patterns: str, path: str) -> bool:
    return ignores_below((Rules(patterns.encode()),), path.encode())


MEANING = [
    ("*.log", "a.log", True),
    ("*.log", "deep/er/a.log", True),
    ("*.log", ".log", True),
    ("*.tar.gz", "a.b.tar.gz", True),
    ("/a.log", "deep/a.log", False),
    ("build/", "build/x", True),
    ("build/", "build", False),
    ("*.d/", "a.d/x", True),
    ("*.d/", "a.d", False),
    ("doc/*.txt", "doc/a.txt", True),
    ("doc/*.txt", "doc/server/a.txt", False),
    ("**/foo", "a/b/foo", True),
    ("**/foo/bar", "a/foo/bar", True),
    ("foo/**", "foo/a/b", True),
    ("a/**/b", "a/b", True),
    ("a/**/b", "a/x/y/b", True),
    ("*\n!*.py", "a.py", False),
    ("build/\n!build/keep.txt", "build/keep.txt", True),
    ("/*\n!/src\n", "src/a", False),
    ("*.o\n!a/\n", "a/b.o", True),
    ("a\n!a/\n", "a/b", False),
    ("\\#file\n\\!file", "#file", True),
    ("\\#file\n\\!file", "!file", True),
    ("# comment", "# comment", False),
    ("trailing   ", "trailing", True),
    ("escaped\\ ", "escaped ", True),
    (" leading", " leading", True),
    ("crlf\r\n", "crlf", True),
    ("\ufeffbom", "bom", True),
    ("[a-c].o", "b.o", True),
    ("[!a-c].o", "b.o", False),
    ("[]].o", "].o", True),
    ("[unclosed", "[unclosed", False),
    ("a\\", "a\\", False),
    ("x/a**b", "x/acb", True),
    ("x/a**b", "x/a/b", False),
    ("/**\n!/a/", "a/b", True),
    ("?", "é", False),
    ("??", "é", True),
    ("a", "a\n", False),
]
SPELLED = [
    # pathspec lets `a/**/` match `a`, and so every file in it.
    ("a/**/", "a/b", False),
    ("a/**/", "a/b/c", True),
    # To pathspec three stars are no two.
    ("a/***/b", "a/x/y/b", True),
    # pathspec makes `!/` let in every directory.
    ("*.o\na\n!/", "a/b", True),
    # pathspec strips whatever is blank in Latin-1: a tab, and the second half of an `à`.
    ("à", "à", True),
    ("tab\t", "tab\t", True),
    ("tab\t", "tab", False),
    # pathspec divides at slashes first, so that an escaped one leaves an escape with nothing to escape.
    ("a\\/b", "a/b", True),
    ("a[/x]b", "axb", True),
    ("a[/x]b", "c/axb", False),
    # pathspec hands sets to `re` as they are.
    ("/a[^x]b", "a/b", False),
    ("[[:digit:]]", "7", True),
    ("[[:digit:]x]", "x", True),
    ("[[:nothing:]]", "n", False),
    ("[\\]a].o", "].o", True),
    ("[\\]a].o", "\\.o", False),
    ("[z-a]", "z", True),
    ("[!!^]", "^", False),
    ("[!^]", "^", False),
    ("[a&&b]", "&", True),
    ("[[^]", "[", True),
    ("[\\^\\!]", "^", True),
    ("[\\^\\!]", "a", False),
]


@pytest.mark.parametrize(("patterns", "path", "expected"), [*MEANING, *SPELLED])
def test_patterns_mean_what_they_mean_to_git(repository: Repository, patterns: str, path: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert ignored(patterns, path) is expected
    repository.write(".gitignore", patterns)
    asked = subprocess.run(["git", "-C", repository.top, "check-ignore", "-q", "--no-index", "--", path], check=False)
    assert (asked.returncode == 0) is expected, "git itself says otherwise"


def test_the_line_that_decides_is_known() -> None:
    rules = Rules(b"# what is made\n\n*.log\nbuild/\n!keep.log\n")
    assert ignoring_line(rules, b"a/b.log") == 2
    assert ignoring_line(rules, b"a/build/keep.log") == 3
    assert ignoring_line(rules, b"keep.log") is None


# As pathspec reads them ----------------------------------------------------------------------------------------------

# Complements of sets are not among them: pathspec's have the slash, git's do not.
ATOMS = st.sampled_from(["a", "b", ".", "ab", ".b", "*", "*", "?", "[ab]", "[a-b.]", "\\a", "\\*", "+", "(", "é", " a"])
NAMES = st.lists(ATOMS, min_size=1, max_size=5).map("".join)
PATTERNS = st.builds(
    lambda start, names, end: start + "/".join(names) + end,
    st.sampled_from(["", "", "!", "/", "**/", "/**/"]),
    st.lists(st.one_of(NAMES, st.just("**")), min_size=1, max_size=4),
    st.sampled_from(["", "", "/", "/**", "/**/", "/*"]),
).map(str.encode)
PATHS = st.lists(st.text("ab.*é\n", min_size=1, max_size=6), min_size=1, max_size=5).map(lambda names: "/".join(names).encode())


@given(line=PATTERNS, path=PATHS, directory=st.booleans())
def test_a_pattern_decides_as_pathspecs_own_expression_does(line: bytes, path: bytes, directory: bool) -> None:  # noqa: FBT001 - it is drawn
    spelled = gitignore.spell(line)
    assume(spelled is not None)
    regex, include = GitIgnoreSpecPattern.pattern_to_regex(spelled)
    rules = Rules(line)
    decided = rules.last(path, path.rpartition(b"/")[2], directory=directory)
    if regex is None:
        assert decided < 0
        return
    whole = re.compile(rb"(?:" + regex + rb")\Z", re.DOTALL)
    assert (decided >= 0) is (whole.search(path + b"/" * directory) is not None)
    assert rules.verdicts == [include]


@given(lines=st.lists(PATTERNS, max_size=8), path=PATHS, directory=st.booleans())
def test_the_last_line_that_matches_decides(lines: list[bytes], path: bytes, directory: bool) -> None:  # noqa: FBT001 - it is drawn
    name = path.rpartition(b"/")[2]
    matching = [line for line in lines if Rules(line).last(path, name, directory=directory) >= 0]
    rules = Rules(b"\n".join(lines))
    decided = rules.last(path, name, directory=directory)
    assert (lines[rules.lines[decided]] if decided >= 0 else None) == (matching[-1] if matching else None)


@pytest.mark.parametrize("regex", [rb"^a(?=b)(?:(?P<ps_d>/)|$)", rb"^a", rb"a(?P<ps_d>/)", rb"^a(?P<ps_d>/)b", rb""])
def test_an_expression_of_another_form_is_not_guessed_at(regex: bytes) -> None:
    with pytest.raises(UnknownFormError):
        linear(regex)


def test_a_line_that_pathspec_says_in_another_way_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GitIgnoreSpecPattern, "pattern_to_regex", lambda _: (rb"^(?s:a)\Z", True))
    rules = Rules(b"a line that no other test reads")
    assert not rules
    assert rules.refusals == {"a pattern in it was not understood and left aside": False}


# Bounds --------------------------------------------------------------------------------------------------------------


def seconds(pattern: str, path: str) -> float:
    rules = Rules(pattern.encode())
    name = path.rpartition("/")[2].encode()
    rules.last(path.encode(), name, directory=False)  # compiles it
    start = time.process_time()
    rules.last(path.encode(), name, directory=False)
    return time.process_time() - start


@pytest.mark.parametrize("stars", [2, 5, 10, 20, 40])
@pytest.mark.parametrize("pattern", ["*a", "*", "*?", "*[ab]", "a*", "*ab*a"])
def test_stars_do_not_make_a_long_name_slow(pattern: str, stars: int) -> None:
    assert min(seconds(pattern * stars + "c", "a" * 255) for _ in range(3)) < 0.01


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/a/" * 60 + "b", "/**/" + "*a*/" * 60 + "b", "a*" * 100 + "/x"])
@pytest.mark.parametrize("path", ["a" * 250, "/".join("a" * 500), "/".join(["a" * 40] * 60)])
def test_no_pattern_makes_matching_slow(pattern: str, path: str) -> None:
    assert seconds(pattern, path) < 0.5, "backtracking takes longer than the universe is old"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("*\n" + "#" * MAX_SIZE, f"it is larger than {MAX_SIZE:,} bytes, so it ignores nothing"),
        ("*\n" * (MAX_PATTERNS + 1), f"it has more than {MAX_PATTERNS:,} patterns, so it ignores nothing"),
        ("a?\n" * MAX_GLOBS + "*", f"its patterns with wildcards after the first {MAX_GLOBS:,} were left aside"),
        (
            "*.bc\n" * (MAX_WILDCARDS // 4) + "*",
            f"its patterns with wildcards after the first {MAX_WILDCARDS:,} bytes of them were left aside",
        ),
        ("*" * MAX_LENGTH + "a", f"its patterns longer than {MAX_LENGTH:,} bytes were left aside"),
    ],
    ids=["size", "patterns", "globs", "wildcards", "length"],
)
def test_what_is_too_much_is_left_aside_and_told_of(content: str, reason: str) -> None:
    assert not ignored(content, "a")
    assert Rules(content.encode()).refusals == {reason: False}
    letting_in = content.replace("*", "!*")
    assert Rules(letting_in.encode()).refusals == {reason: True}
