"""Patterns as `.gitignore` has them, matched as git matches them, in time that is linear in a path for any pattern.

pathspec's translation backtracks without bound (five `*` in a pattern and a name of 80 characters take a second), and
the patterns here come from whoever wrote the scanned tree. It also costs 27 µs a file for a long list; here most patterns
are plain names and suffixes, which are looked up in tables.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SIZE: Final = 1024 * 1024
"""In bytes: a longer list of patterns is nobody's, and ignores nothing."""

_SPECIAL: Final = re.compile(rb"[*?\[\\]")
_POSIX: Final[dict[bytes, bytes]] = {
    b"alnum": (string.ascii_letters + string.digits).encode(),
    b"alpha": string.ascii_letters.encode(),
    b"blank": b" \t",
    b"cntrl": bytes([*range(32), 127]),
    b"digit": string.digits.encode(),
    b"graph": bytes(range(33, 127)),
    b"lower": string.ascii_lowercase.encode(),
    b"print": bytes(range(32, 127)),
    b"punct": string.punctuation.encode(),
    b"space": b" \t\n\v\f\r",
    b"upper": string.ascii_uppercase.encode(),
    b"xdigit": string.hexdigits.encode(),
}
_STAR: Final = b"*"
_STARS: Final = b"**"
_SLASH: Final = b"/"


class _Glob(NamedTuple):
    """A pattern that no table can hold."""

    number: int
    regex: re.Pattern[bytes]
    of_name: bool
    """Whether it is matched against the last name of a path alone."""
    directory: bool
    """Whether it is about directories only."""


class Rules:
    """The patterns of one file, and the directory they are about. The last one that matches decides."""

    def __init__(self, content: bytes, base: bytes = b"") -> None:
        """Read patterns; `base` is the directory of the file, empty or ending in `/`, as it stands before the paths it is asked about."""
        self._base = len(base)
        self._verdicts: list[bool] = []
        # Tables give the index of the last such pattern, for everything and for directories.
        self._names: dict[bytes, int] = {}
        self._suffixes: dict[bytes, int] = {}
        self._paths: dict[bytes, int] = {}
        self._directory_names: dict[bytes, int] = {}
        self._directory_paths: dict[bytes, int] = {}
        self._globs: list[_Glob] = []
        for pattern in _patterns(content):
            self._add(pattern)
        self._globs.reverse()

    def __bool__(self) -> bool:
        """Tell whether there is any pattern."""
        return bool(self._verdicts)

    def _add(self, pattern: bytes) -> None:
        negated = pattern.startswith(b"!")
        body = pattern[negated:]
        directory = body.endswith(b"/")
        body = body[: len(body) - directory]
        of_name = b"/" not in body
        body = body.removeprefix(b"/")
        if not body:
            return
        index = len(self._verdicts)
        if not _SPECIAL.search(body):
            tables = (self._directory_names, self._directory_paths) if directory else (self._names, self._paths)
            tables[not of_name][body] = index
        elif of_name and not directory and body.startswith(b"*.") and not _SPECIAL.search(body, 1):
            self._suffixes[body[1:]] = index
        else:
            regex = translate(body, of_name=of_name)
            if regex is None:
                return
            self._globs.append(_Glob(index, regex, of_name, directory))
        self._verdicts.append(not negated)

    def verdict(self, path: bytes, name: bytes, *, directory: bool) -> bool | None:
        """Tell whether `path`, whose last name is `name`, is ignored; `None`: no pattern is about it."""
        best = self._names.get(name, -1)
        if self._suffixes:
            at = name.find(b".")
            while at >= 0:
                best = max(best, self._suffixes.get(name[at:], -1))
                at = name.find(b".", at + 1)
        relative = path[self._base :]
        if self._paths:
            best = max(best, self._paths.get(relative, -1))
        if directory:
            best = max(best, self._directory_names.get(name, -1), self._directory_paths.get(relative, -1))
        for glob in self._globs:
            if glob.number < best:
                break
            if (directory or not glob.directory) and glob.regex.match(name if glob.of_name else relative):
                best = glob.number
                break
        return self._verdicts[best] if best >= 0 else None


def ignores(rules: tuple[Rules, ...], path: bytes, name: bytes, *, directory: bool) -> bool:
    """Tell whether rules, the nearest last, ignore a path whose parent directory they do not ignore."""
    for listed in reversed(rules):
        verdict = listed.verdict(path, name, directory=directory)
        if verdict is not None:
            return verdict
    return False


def ignores_below(rules: tuple[Rules, ...], path: bytes) -> bool:
    """Tell whether rules ignore a file or any of the directories it is in."""
    at = path.find(b"/")
    while at >= 0:
        parent = path[:at]
        if ignores(rules, parent, parent.rpartition(b"/")[2], directory=True):
            return True
        at = path.find(b"/", at + 1)
    return ignores(rules, path, path.rpartition(b"/")[2], directory=False)


def _patterns(content: bytes) -> Iterator[bytes]:
    if len(content) > MAX_SIZE:
        return
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.startswith(b"#"):
            continue
        pattern = line.removesuffix(b"\r").partition(b"\0")[0]
        stripped = pattern.rstrip(b" ")
        if (len(stripped) - len(stripped.rstrip(b"\\"))) % 2 and stripped != pattern:
            stripped += b" "  # the first of the spaces is escaped
        if stripped:
            yield stripped


# Globs ---------------------------------------------------------------------------------------------------------------


def translate(pattern: bytes, *, of_name: bool) -> re.Pattern[bytes] | None:
    """Give a regular expression for a whole name or path, or `None` where the pattern can match nothing.

    What follows a wildcard is found at its first place and never looked for again (an atomic group): another place could
    only leave less for the next wildcard. So no pattern makes the search backtrack.
    """
    tokens = _tokens(pattern, of_name=of_name)
    if tokens is None:
        return None
    sections: list[list[list[bytes]]] = [[[]]]  # divided by `**` between slashes, then by `*`
    for token in tokens:
        if token == _STARS:
            sections.append([[]])
        elif token == _STAR:
            sections[-1].append([])
        else:
            sections[-1][-1].append(token)
    regex = b""
    for number, section in enumerate(sections):
        last = number == len(sections) - 1
        end = rb"\Z" if last else b""
        if number and last and section == [[]]:
            regex += rb"[\x00-\xff]+"  # `/**` at the end: everything below
            continue
        body = _section(section, end)
        regex += rb"(?>(?:[^/]+/)*?" + body + b")" if number else body
    return re.compile(regex)


def _section(pieces: list[list[bytes]], end: bytes) -> bytes:
    regex = b"".join(pieces[0]) + (end if len(pieces) == 1 else b"")
    for number, piece in enumerate(pieces[1:], 2):
        regex += rb"(?>[^/]*?" + b"".join(piece) + (end if number == len(pieces) else b"") + b")"
    return regex


def _tokens(pattern: bytes, *, of_name: bool) -> list[bytes] | None:
    """Split a pattern into wildcards and regular expressions of one character each; a `**` takes its slash with it."""
    tokens: list[bytes] = []
    at = 0
    while at < len(pattern):
        char = pattern[at : at + 1]
        at += 1
        if char == b"*":
            start = at - 1
            while pattern[at : at + 1] == b"*":
                at += 1
            free = (start == 0 or pattern[start - 1 : start] == b"/") and pattern[at : at + 1] in {b"", b"/"}
            if at - start > 1 and free and not of_name:
                tokens.append(_STARS)
                at += 1
            else:
                tokens.append(_STAR)
        elif char == b"?":
            tokens.append(b"[^/]")
        elif char == b"[":
            parsed = _character_class(pattern, at)
            if parsed is None:
                return None
            characters, at = parsed
            tokens.append(characters)
        elif char == b"\\":
            if at == len(pattern):
                return None
            tokens.append(re.escape(pattern[at : at + 1]))
            at += 1
        else:
            tokens.append(re.escape(char))
    return tokens


def _character_class(pattern: bytes, at: int) -> tuple[bytes, int] | None:
    """Read the inside of `[...]` as git's `wildmatch` does: give its regular expression and where it ends."""
    negated = pattern[at : at + 1] in {b"!", b"^"}
    at += negated
    members: set[int] = set()
    previous = -1
    first = True
    while first or pattern[at : at + 1] != b"]":
        first = False
        if at >= len(pattern):
            return None
        char = pattern[at]
        if char == ord("-") and previous >= 0 and pattern[at + 1 : at + 2] not in {b"", b"]"}:
            at += 2 if pattern[at + 1 : at + 2] == b"\\" else 1
            if at >= len(pattern):
                return None
            members.update(range(previous, pattern[at] + 1))
            previous = -1
        elif pattern[at : at + 2] == b"[:" and (end := pattern.find(b"]", at + 2)) > at + 2 and pattern[end - 1 : end] == b":":
            named = _POSIX.get(pattern[at + 2 : end - 1])
            if named is None:
                return None
            members.update(named)
            previous, at = -1, end
        else:
            at += char == ord("\\")
            if at >= len(pattern):
                return None
            previous = pattern[at]
            members.add(previous)
        at += 1
    members = set(range(256)) - members if negated else members
    members.discard(ord("/"))
    if not members:
        return None
    return b"[" + b"".join(rb"\x%02x" % member for member in sorted(members)) + b"]", at + 1
