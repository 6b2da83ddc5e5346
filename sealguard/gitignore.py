"""What the lines of a `.gitignore` mean, as pathspec reads them, matched in time that no pattern makes long.

pathspec says what a line is about and whether it takes out or lets in: it turns each into a regular expression. Used as
they are, these backtrack (five `*` and a name of 80 characters take a second), and the lines come from whoever wrote the
scanned tree; and one search a line and file is slow. So its regular expressions are taken apart: plain names and suffixes
go to tables, and of the others one is made that does not backtrack. Where pathspec reads a line in another way than git,
`spell` writes it so that both agree.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SIZE: Final = 1024 * 1024
"""In bytes: a longer list of patterns is nobody's, and ignores nothing."""
MAX_PATTERNS: Final = 20_000
"""In lines that are no comment; a longer list ignores nothing."""
MAX_GLOBS: Final = 1000
"""How many patterns of a list are matched one by one, because no table can hold them; more of them are left aside."""
MAX_WILDCARDS: Final = 32 * 1024
"""How many bytes of a list may be patterns with wildcards, which take time to compile; more of them are left aside."""
MAX_LENGTH: Final = 1024
"""In bytes: a longer pattern is left aside."""


class Pattern(NamedTuple):
    """A line, understood. It is about an entry of a directory as a whole, not about what lies below it."""

    include: bool
    """Whether it takes out what it matches, or lets it in again."""
    directory: bool
    """Whether it is about directories only."""
    of_name: bool
    """Whether it is matched against the last name of a path alone."""
    text: bytes
    """What the name or path is, where it is known; with `suffix`, what it ends with."""
    suffix: bool
    """Whether anything may come before `text`, which begins with a dot."""
    regex: bytes = b""
    """A regular expression for a whole name or path, where `text` is not enough."""


class Rules:
    """The patterns of one list, and the directory they are about. The last one that matches decides."""

    def __init__(self, content: bytes, base: bytes = b"") -> None:
        """Read patterns; `base` is the directory of the list, empty or ending in `/`, as it stands before the paths it is asked about."""
        self._base = len(base)
        self.lines: list[int] = []
        """For each pattern, the number of its line, from 0."""
        self.verdicts: list[bool] = []
        """For each pattern, whether what it matches is ignored."""
        self.refusals: dict[str, bool] = {}
        """What was left aside, as a short phrase, and whether some of it could have let files in that are ignored now."""
        # Tables give the index of the last such pattern, for everything and for directories.
        self._names: dict[bytes, int] = {}
        self._suffixes: dict[bytes, int] = {}
        self._paths: dict[bytes, int] = {}
        self._directory_names: dict[bytes, int] = {}
        self._directory_paths: dict[bytes, int] = {}
        self._wildcards = 0
        self._name_globs = _Globs()
        self._path_globs = _Globs()
        if len(content) > MAX_SIZE:
            self.refusals[f"it is larger than {MAX_SIZE:,} bytes, so it ignores nothing"] = content.startswith(b"!") or b"\n!" in content
            return
        lines = list(_lines(content))
        if len(lines) > MAX_PATTERNS:
            negated = any(line.startswith(b"!") for _, line in lines)
            self.refusals[f"it has more than {MAX_PATTERNS:,} patterns, so it ignores nothing"] = negated
            return
        for number, line in lines:
            self._read(number, line)

    def __bool__(self) -> bool:
        """Tell whether there is any pattern."""
        return bool(self.verdicts)

    def last(self, path: bytes, name: bytes, *, directory: bool) -> int:
        """Give the index of the pattern that decides about `path`, whose last name is `name`; -1: no pattern is about it."""
        best = self._names.get(name, -1)
        if self._suffixes:
            at = name.find(b".")
            while at >= 0:
                best = max(best, self._suffixes.get(name[at:], -1))
                at = name.find(b".", at + 1)
        if directory and self._directory_names:
            best = max(best, self._directory_names.get(name, -1))
        if self._name_globs.newest > best:
            best = max(best, self._name_globs.last(name, directory=directory))
        if self._paths or self._directory_paths or self._path_globs.newest > best:
            relative = path[self._base :]
            best = max(best, self._paths.get(relative, -1))
            if directory:
                best = max(best, self._directory_paths.get(relative, -1))
            if self._path_globs.newest > best:
                best = max(best, self._path_globs.last(relative, directory=directory))
        return best

    # Reading ---------------------------------------------------------------------------------------------------------

    def _refuse(self, line: bytes, reason: str) -> None:
        self.refusals[reason] = self.refusals.get(reason, False) or line.startswith(b"!")

    def _read(self, number: int, line: bytes) -> None:
        if len(line) > MAX_LENGTH:
            self._refuse(line, f"its patterns longer than {MAX_LENGTH:,} bytes were left aside")
            return
        if _WILDCARD.search(line):
            self._wildcards += len(line)
            if self._wildcards > MAX_WILDCARDS:
                self._refuse(line, f"its patterns with wildcards after the first {MAX_WILDCARDS:,} bytes of them were left aside")
                return
        try:
            pattern = parse(line)
        except UnknownFormError:
            self._refuse(line, "a pattern in it was not understood and left aside")
            return
        if pattern is None:
            return
        if pattern.regex and len(self._name_globs) + len(self._path_globs) >= MAX_GLOBS:
            self._refuse(line, f"its patterns with wildcards after the first {MAX_GLOBS:,} were left aside")
            return
        self._add(pattern, len(self.verdicts))
        self.verdicts.append(pattern.include)
        self.lines.append(number)

    def _add(self, pattern: Pattern, index: int) -> None:
        if pattern.regex:
            (self._name_globs if pattern.of_name else self._path_globs).add(pattern, index)
        elif pattern.suffix:
            self._suffixes[pattern.text] = index
        else:
            tables = (self._directory_names, self._directory_paths) if pattern.directory else (self._names, self._paths)
            tables[not pattern.of_name][pattern.text] = index


class _Globs:
    """Patterns that no table can hold, all about names or all about paths, as two regular expressions: for files, and for directories."""

    def __init__(self) -> None:
        self._globs: list[tuple[int, Pattern]] = []
        self._compiled: dict[bool, tuple[re.Pattern[bytes] | None, list[int]]] = {}
        self.newest = -1
        """The index of the last one."""

    def __len__(self) -> int:
        return len(self._globs)

    def add(self, pattern: Pattern, index: int) -> None:
        self._globs.append((index, pattern))
        self.newest = index

    def last(self, text: bytes, *, directory: bool) -> int:
        compiled = self._compiled.get(directory)
        if compiled is None:
            compiled = self._compiled[directory] = self._compile(directory=directory)
        regex, indices = compiled
        # The alternatives stand from the last line to the first, each in a group: the first that matches decides.
        found = regex.match(text) if regex else None
        return indices[found.lastindex - 1] if found and found.lastindex else -1

    def _compile(self, *, directory: bool) -> tuple[re.Pattern[bytes] | None, list[int]]:
        chosen = [(index, glob.regex) for index, glob in reversed(self._globs) if directory or not glob.directory]
        if not chosen:
            return None, []
        return re.compile(b"|".join(b"(" + regex + b")" for _, regex in chosen)), [index for index, _ in chosen]


def ignores(rules: tuple[Rules, ...], path: bytes, name: bytes, *, directory: bool) -> bool:
    """Tell whether rules, the nearest last, ignore a path whose parent directory they do not ignore."""
    for listed in reversed(rules):
        index = listed.last(path, name, directory=directory)
        if index >= 0:
            return listed.verdicts[index]
    return False


def ignores_below(rules: tuple[Rules, ...], path: bytes) -> bool:
    """Tell whether rules ignore a file or any of the directories it is in."""
    return any(ignores(rules, part, part.rpartition(b"/")[2], directory=part != path) for part in _parts(path))


def ignoring_line(rules: Rules, path: bytes) -> int | None:
    """Give the number, from 0, of the line that ignores a file or a directory it is in; `None`: it is not ignored."""
    for part in _parts(path):
        index = rules.last(part, part.rpartition(b"/")[2], directory=part != path)
        if index >= 0 and rules.verdicts[index]:
            return rules.lines[index]
    return None


def _parts(path: bytes) -> Iterator[bytes]:
    at = path.find(b"/")
    while at >= 0:
        yield path[:at]
        at = path.find(b"/", at + 1)
    yield path


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give what is a pattern, without the blanks that do not count, and the number of its line."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n")):
        if not line or line.startswith(b"#"):
            continue
        pattern = line.removesuffix(b"\r").partition(b"\0")[0]
        stripped = pattern.rstrip(b" ")
        if (len(stripped) - len(stripped.rstrip(b"\\"))) % 2 and stripped != pattern:
            stripped += b" "  # the first of the spaces is escaped
        if stripped:
            yield number, stripped


# A line, in pathspec's words -----------------------------------------------------------------------------------------


class UnknownFormError(ValueError):
    """pathspec gave a regular expression of a form that is not known here: another version may say things in another way."""


_DIRECTORY: Final = rb"(?P<ps_d>/)"
_ANY: Final = rb"(?:(?P<ps_d>/)|$)"
_ABOVE: Final = rb"(?:.+/)?"
_STAR: Final = rb"[^/]*"
_PLAIN = re.compile(
    rb"\^(?P<above>%b)?(?P<star>%b(?=\\\.))?(?P<text>(?:[^\\\[\](){}.*+?^$|]|\\.)+?)(?:%b|%b)"
    % tuple(map(re.escape, (_ABOVE, _STAR, _DIRECTORY, _ANY))),
    re.DOTALL,
)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_TOKEN = re.compile(
    rb"\^(?P<above>%b)"  # `**/` at the beginning
    rb"|(?P<start>\^)"
    rb"|(?P<between>%b)"  # `/**/`
    rb"|(?P<end>%b|%b)"
    rb"|(?P<star>%b)"
    rb"|(?P<some>%b)"  # `*` that is a whole name
    rb"|(?P<one>%b)"
    rb"|(?P<set>\[\^?\]?[^\]]*\])"
    rb"|(?P<char>\\.|[^\\\[\](){}.*+?^$|])" % tuple(map(re.escape, (_ABOVE, rb"(?:/.+)?/", _DIRECTORY, _ANY, _STAR, rb"[^/]+", rb"[^/]"))),
    re.DOTALL,
)


@lru_cache(maxsize=4096)
def parse(line: bytes) -> Pattern | None:
    """Read a line that has no blanks around it; `None`: it matches nothing, or is none. Raises `UnknownFormError`."""
    # Importing it takes longer than a hook's whole run, and most runs meet no pattern.
    from pathspec.patterns.gitignore import GitIgnorePatternError  # noqa: PLC0415
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # noqa: PLC0415

    spelled = spell(line)
    if spelled is None:
        return None
    try:
        regex, include = GitIgnoreSpecPattern.pattern_to_regex(spelled)
    except GitIgnorePatternError:
        return None
    if regex is None or include is None:
        return None
    if regex in {b".", _DIRECTORY}:  # everything, or every directory
        return Pattern(include, regex == _DIRECTORY, of_name=True, text=b"", suffix=False, regex=rb"[\x00-\xff]")
    directory = regex.endswith(_DIRECTORY)
    plain = _PLAIN.fullmatch(regex)
    if plain:
        text = _ESCAPED.sub(rb"\1", plain["text"])
        suffix, of_name = plain["star"] is not None, plain["above"] is not None
        if not (of_name and b"/" in text) and (not suffix or (of_name and not directory)):
            return Pattern(include, directory, of_name, text, suffix)
    translated, of_name = linear(regex)
    return Pattern(include, directory, of_name, text=b"", suffix=False, regex=translated)


def linear(regex: bytes) -> tuple[bytes, bool]:
    """Give a regular expression that decides about a whole name or path as pathspec's does, and whether it is about a name alone.

    What follows a wildcard is found at its first place and never looked for again (an atomic group): another place could
    only leave less for the next wildcard. So no pattern makes the search backtrack. Raises `UnknownFormError`.
    """
    sections, floating, slashes = _sections(regex)
    of_name = floating and len(sections) == 1 and not slashes
    translated = b""
    for number, pieces in enumerate(sections):
        body = pieces[0] + b"".join(rb"(?>[^/]*?" + piece + b")" for piece in pieces[1:])
        translated += rb"(?>(?:[^/]+/)*?" + body + b")" if number or (floating and not of_name) else body
    return translated, of_name


def _sections(regex: bytes) -> tuple[list[list[bytes]], bool, bool]:
    """Divide pathspec's regular expression by `**` between slashes, and these parts by `*`.

    Also tell whether the first part may begin in any directory, and whether there is a slash.
    """
    sections: list[list[bytes]] = [[b""]]
    floating = slashes = False
    at = 0
    for token in _TOKEN.finditer(regex):
        kind, text = token.lastgroup, token[0]
        if token.start() != at or (kind in {"start", "above"}) != (at == 0):
            break
        at = token.end()
        if kind == "above":
            floating = True
        elif kind == "between":
            sections[-1][-1] += b"/"
            sections.append([b""])
        elif kind == "star":
            sections[-1].append(b"")
        elif kind == "some":
            sections[-1][-1] += b"[^/]"
            sections[-1].append(b"")
        elif kind == "end":
            sections[-1][-1] += rb"\Z"
            if at == len(regex):
                return sections, floating, slashes
            break
        elif kind != "start":
            slashes = slashes or text == b"/"
            # To git a set of characters never has the slash; to pathspec the complement of one may.
            sections[-1][-1] += b"(?!/)" + text if kind == "set" else text
    raise UnknownFormError


# A line as git reads it ----------------------------------------------------------------------------------------------

_ODD = re.compile(rb"[\[\\]|\*\*|\A!?/*\Z|[\x09-\x0d\x1c-\x20\x85\xa0]\Z")
"""What both do not, or may not, read alike."""
_BLANKS: Final = b"\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0"
"""What pathspec strips from the end: Latin-1's blanks, which end some letters in UTF-8."""
_SPECIAL = re.compile(rb"\*+|\[|\\")
_WILDCARD = re.compile(rb"[*?\[\\]")
_RUN = re.compile(rb"[^/\]\\^!\[-]+")
"""Neighbours that mean nothing special in a set."""
_PLAIN_SET = re.compile(rb"\[[!^]?(?:\w-\w|[\w.])+\]")
_RANGE = re.compile(rb"(\w)-(\w)")
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


def spell(line: bytes) -> bytes | None:
    r"""Write a line so that pathspec reads it as git does; `None`: to git it matches nothing.

    They differ about three stars or more (to git they are two), stars that stand for whole names at the end (pathspec lets
    `a/**/` match `a` itself), blanks at the end that are not spaces, `\/`, `!/`, and sets of characters: pathspec gives them
    to `re` as they are, where git knows escapes and POSIX classes in them, and ranges that are upside down. That git lets
    the stars of `a**/b` pass slashes, against its documentation, is not followed.
    """
    if not _ODD.search(line):
        return line
    negated = line.startswith(b"!")
    directory = line.endswith(b"/")
    body = line[negated : len(line) - directory]
    if body in {b"", b"/"}:
        return None
    anchored = b"/" in body
    spelled, at = b"", 0
    while special := _SPECIAL.search(body, at):
        spelled += body[at : special.start()]
        written, at = _spell_special(special, spelled, anchored=anchored)
        if written is None:
            return None
        spelled += written
    spelled += body[at:]
    if anchored and b"/" not in spelled:  # it stood in a set only
        spelled = b"/" + spelled
    if spelled.endswith(b"/**"):
        spelled += b"/*"
    elif not directory and spelled[-1] in _BLANKS:
        escaped = (len(spelled) - 1 - len(spelled[:-1].rstrip(b"\\"))) % 2
        spelled = spelled[: -1 - escaped] + b"[" + spelled[-1:] + b"]"
    return b"!" * negated + spelled + b"/" * directory


def _spell_special(special: re.Match[bytes], before: bytes, *, anchored: bool) -> tuple[bytes | None, int]:
    """Write one star, escape or set as pathspec has it, and say where it ends; `None`: it matches nothing."""
    body, end = special.string, special.end()
    if special[0].startswith(b"*"):
        if len(special[0]) == 1 or not anchored or (before and not before.endswith(b"/")):
            return b"*", end
        if body[end : end + 2] == b"\\/":
            return b"**/*", end  # before such a slash it is one directory or more
        return b"**" if body[end : end + 1] in {b"", b"/"} else b"*", end
    if special[0] == b"\\":
        escaped = body[end : end + 1]
        if escaped == b"/":
            return escaped if before else None, end + 1  # no path begins with a slash
        return special[0] + escaped if escaped else None, end + 1
    plain = _PLAIN_SET.match(body, special.start())
    if plain and all(first <= last for first, last in _RANGE.findall(plain[0])):
        return plain[0], plain.end()
    parsed = _character_class(body, end)
    return (_spell_set(parsed[0]), parsed[1]) if parsed else (None, end)


def _spell_set(members: set[int]) -> bytes:
    """Write a set of characters as all that is not in it, in ranges, and so that each stands for itself to `re` and pathspec."""
    others = set(range(256)) - members - {ord("/")}
    if not others:
        return b"?"
    written = b"]" * (ord("]") in others)
    for run in _RUN.finditer(bytes(other if other in others else ord("/") for other in range(256))):
        written += run[0] if len(run[0]) < len(b"a-z") else run[0][:1] + b"-" + run[0][-1:]
    written += b"".join(bytes([char]) for char in rb"\^![-" if char in others)  # where they stand for themselves
    return b"[!" + written + b"]"


def _character_class(pattern: bytes, at: int) -> tuple[set[int], int] | None:
    """Read the inside of `[...]` as git's `wildmatch` does: give its characters and where it ends; `None`: it matches nothing."""
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
    return (members, at + 1) if members else None
