"""What shell scripts and command lines say: requests of curl, wget and httpie, assignments, output, traces.

It reads whatever runs commands: scripts, recipes of Makefiles, `RUN` of Dockerfiles, `run:` of pipelines, fences of Markdown.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from sealguard.facts import Answer, Binding, Facts, Given, Hole, Output, String, Unverified, Use, Value, Zone
from sealguard.flow.modules import Modules
from sealguard.languages import emit, shell_http, templates
from sealguard.languages.fragment import Fragment
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.shell_around import expects_no_plain_http, reader_of
from sealguard.languages.shell_retries import Loops
from sealguard.languages.shell_values import Command, Variables, Word, cuts_off, here_text, output_of
from sealguard.languages.shell_words import Lexer
from sealguard.languages.tree import Scalar
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sealguard.facts import Header, Part, Request
    from sealguard.model import Span
    from sealguard.profile import Profile

MAX_SIZE: Final = 300_000
"""How many code points of a script are read; a longer one is read as plain text."""
_ASSIGNMENT: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(\[[^\]]*\])?\+?=")
_DECLARE: Final = frozenset({"export", "declare", "local", "readonly", "typeset", "setx"})
_PREFIXES: Final = word_set(
    "if then else elif while until do ! { time sudo exec command builtin nohup env @ - call &",
)
_TESTS: Final = frozenset({"[", "[[", "test", "case", "grep", "egrep", "fgrep", "sed", "awk", "rg", "expr"})
_PRINTERS: Final = word_set(
    "echo printf print printenv logger wall say Write-Host Write-Output log info warn warning error debug die fatal notice",
)
_NAMED: Final = re.compile(r"(?:--?([A-Za-z][\w-]{0,60})=)?([A-Za-z_][\w.\-/]{0,100})=(?!=)")
_ENVIRONMENT_FLAGS: Final = frozenset({"-e", "--env", "--build-arg", "--set-env-vars", "--update-env-vars", "--env-vars", "-D"})
_SCRIPTS: Final = word_set(
    "bash cmd dash docker eval ksh kubectl parallel podman sh ssh su trap watch xargs zsh",
)
_CI: Final = re.compile(
    r"(?:^|/)(?:\.github/|\.gitlab-ci|\.circleci/|Jenkinsfile|azure-pipelines|bitbucket-pipelines|\.travis|\.drone|\.woodpecker|buildspec|cloudbuild|\.buildkite|appveyor)"
)
_FAILING_PIPES: Final = re.compile(r"(?:^|/)\.gitlab-ci")
"""Where the runner itself sets `pipefail`."""
_BASH: Final = re.compile(r"(?m)^\s*shell:\s*bash\s*$")
"""A workflow that asks for this shell gets `pipefail` with it."""
_CERTIFICATES: Final = frozenset({"NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY"})
_BLOCK_OPENS: Final = frozenset({"if", "case", "while", "until", "for", "select"})
_BLOCK_CLOSES: Final = frozenset({"fi", "esac", "done"})
_SHOWS: Final = frozenset({"cat", "less", "more", "read", "echo", "printf", ":", "true"})
"""Programs that take a here-document as a text."""
_DEEPEST_CALL: Final = 8
_MOST_READ: Final = 400_000
"""How many code points of functions are read for their calls, all in all."""
_DATA: Final = re.compile(r"\s*(?:[\[{]|<\?xml|[\w.-]+:(?:\s|$)|\[[\w.-]+\]\s*$)")


def read(
    fragment: Fragment, facts: Facts, profile: Profile, dialect: str = "shell", known: Mapping[str, tuple[Part, ...]] | None = None
) -> None:
    """Add the facts of a script, whose environment is `known` so far. Raises `SyntaxProblem` where it is too long."""
    if len(fragment.text) > MAX_SIZE:
        raise SyntaxProblem("a script too long to follow")
    reader = Reader(fragment, facts, profile, dialect)
    reader.variables.known.update(known or {})
    reader.take(0, len(fragment.text))
    reader.finish()


def read_words(words: list[Value], fragment: Fragment, facts: Facts, context: tuple[str, ...] = ()) -> None:
    """Add the facts of a command that is given as a list of words."""
    reader = Reader(fragment, facts, None, "shell", context)
    command = Command([Word(value, 0, 0, quoted=True) for value in words])
    reader.run(command)
    reader.finish()


class Reader:
    """Reads commands in order, with what earlier ones assigned."""

    def __init__(
        self, fragment: Fragment, facts: Facts, profile: Profile | None, dialect: str = "shell", context: tuple[str, ...] = ()
    ) -> None:
        """Add to `facts`."""
        self._fragment = fragment
        self._facts = facts
        self._profile = profile
        self._context = context
        self._dialect = dialect
        self.variables = Variables()
        self._lexer = Lexer(fragment, self.variables, self.run, dialect)
        self._lexer.define = self._define if dialect in {"shell", "groovy"} else None
        self._functions: dict[str, tuple[int, int]] = {}
        self._included: dict[str, tuple[Fragment, int, int]] = {}
        """The functions of scripts that this one reads in."""
        self._own = fragment
        self._calling: list[Word] = []
        """The words of the call in this script by which a function of another one is read."""
        self._fed: list[Value] = []
        """What the function that is read finds at its input."""
        around = fragment.document.neighbours
        self._around = around if isinstance(around, Modules) else None
        self._read_in = {fragment.document.path}
        """The scripts that are read in, each once."""
        self._calls: dict[str, set[tuple[str, ...]]] = {}
        self._loops = Loops(fragment, self._functions)
        self._blocks = 0
        self._depth = 0
        self._unread = _MOST_READ
        self._called: Span | None = None
        self._trace: Span | None = None
        self._traced: tuple[list[Value], list[Header]] = ([], [])
        first = fragment.text[:100].split("\n", 1)[0]
        if first.startswith("#!") and re.search(r"\s-[a-z]*x", first):
            self._trace = fragment.outer(0, len(first))
        self._before: Command | None = None
        """The command that was read last."""
        self._in_ci = bool(_CI.search(fragment.document.path))
        self._pipes_fail = (
            "pipefail" in fragment.text
            or bool(_FAILING_PIPES.search(fragment.document.path))
            or (self._in_ci and bool(_BASH.search(fragment.document.text)))
        )
        """Whether a pipe fails where its first command does."""

    def take(self, start: int, end: int) -> list[Command]:
        """Read the commands between two offsets of the fragment."""
        commands = self._lexer.read(start, end)
        self._comments(self._lexer)
        return commands

    def _comments(self, lexer: Lexer) -> None:
        if self._fragment is not self._own:
            lexer.comments.clear()
        self._facts.zones += [(self._fragment.outer(low, high), Zone.COMMENT) for low, high in lexer.comments]
        lexer.comments.clear()

    def finish(self) -> None:
        """Say what the end of the script decides."""
        for name in list(self._functions):
            if not self._calls[name]:
                self._call(name, [])
        self._end_trace()
        self._facts.retries.extend(self._loops.retries())

    # Functions --------------------------------------------------------------------------------------------------------

    def _define(self, name: str, start: int, end: int) -> None:
        """Keep a function's body until it is called: then what it is given is known."""
        self._functions[name] = (start, end)
        self._calls.setdefault(name, set())

    def _call(self, name: str, words: list[Word], *, quiet: bool = False) -> None:
        """Read a function's body with what it is given; `quiet`, where what it writes goes to no one who reads."""
        given = (
            str(quiet),
            *(value.shape for value in self._fed),
            *(f"{word.text} {[(hole.names, sorted(hole.marks)) for hole in word.value.holes]}" for word in words),
        )
        home, start, end = self._included[name] if name not in self._functions else (self._fragment, *self._functions[name])
        calls = self._calls.setdefault(name, set())
        if given in calls or self._depth >= _DEEPEST_CALL or self._unread < end - start:
            return
        calls.add(given)
        self._unread -= end - start
        before = self.variables.arguments, self.variables.arrays.get("@")
        given_parts = [_given(word, str(number)) for number, word in enumerate(words, 1)]
        everything = tuple(part for parts in given_parts for part in parts)
        self.variables.arguments = {str(number): parts for number, parts in enumerate(given_parts, 1) if parts}
        self.variables.arguments |= {"*": everything, "@": everything} if everything else {}
        self.variables.arrays["@"] = words
        self._called = self._called or (self._spread(words) if words else None)
        self._depth += 1
        around, self._fragment = self._fragment, home
        lexer = Lexer(home, self.variables, self.run, self._dialect)
        blocks, self._blocks = self._blocks, 0
        lexer.read(start, end, captured=quiet)
        self._blocks = blocks
        self._comments(lexer)
        self._fragment = around
        self._depth -= 1
        self._called = self._called if self._depth else None
        self.variables.arguments, outer = before
        if outer is None:
            del self.variables.arrays["@"]
        else:
            self.variables.arrays["@"] = outer

    def _include(self, word: Word) -> None:
        """Take what a script that is read in leaves behind: variables and functions; what it does is said where it is looked at itself."""
        if self._around is None or self._profile is None:
            return
        found = self._around.included(self._fragment.document.path, self._fragment.text[word.start : word.end])
        if found is None or len(found[0].text) > MAX_SIZE or found[0].path in self._read_in:
            return
        self._read_in.add(found[0].path)
        fragment = Fragment.whole(found[0], "shell", found[1])
        reader = Reader(fragment, Facts(self._facts.document, "shell"), self._profile, self._dialect)
        reader.share(self)
        reader.take(0, len(fragment.text))
        self._included |= reader._included | {name: (fragment, *place) for name, place in reader._functions.items()}

    def share(self, other: Reader) -> None:
        """Read as a part of what another reader reads: with its variables."""
        self.variables, self._around, self._read_in = other.variables, other._around, other._read_in
        self._lexer = Lexer(self._fragment, self.variables, self.run, self._dialect)
        self._lexer.define = self._define

    # Commands ---------------------------------------------------------------------------------------------------------

    def run(self, command: Command) -> None:
        """Take one command."""
        self._run(command)
        self._before = command

    def _run(self, command: Command) -> None:
        for name, words in command.arrays.items():
            self.variables.arrays[name] = words
            self._strings(words, name, Use.VALUE)
        words = self._splat(command.words)
        self._count_blocks(words)
        if self._fragment is self._own:
            self._loops.words(words)
        words, leading = self._assignments(words)
        head = posixpath.basename(words[0].text) if words else ""
        certain = not (self._blocks or command.conditional)
        self._assign(leading, environment=bool(words) and head != "set", span_to=words[0] if words else None, certain=certain)
        if not words:
            return
        if self._dialect == "batch" and head.lower().lstrip("@") in {"rem", "::"}:
            self._facts.zones.append((self._fragment.outer(words[0].start, max(words[-1].end, words[0].end)), Zone.COMMENT))
            return
        if head in _DECLARE or (head == "set" and self._dialect == "batch") or head == "setenv":
            self._declaration(head, words, certain=certain)
            return
        self._here(command, words)
        if head == "set":
            self._set(words)
            return
        tested = head in _TESTS
        refused = not tested and any("http:" in word.text for word in words) and expects_no_plain_http(self._fragment.text, command)
        self._strings(words, head, Use.TEST if tested or refused else Use.VALUE)
        if self._trace is not None:
            self._traced[0].extend(word.value for word in words if word.value.holes)
        if tested or refused:
            return
        if head in self._functions or head in self._included:
            outer = self._calling, self._fed
            self._calling = self._calling or (words if head in self._included else [])
            self._fed = self._input(command) or self._fed
            self._call(head, words[1:], quiet=command.captured or command.piped or command.redirected)
            self._calling, self._fed = outer
        elif head in {".", "source"} and len(words) > 1:
            self._include(words[1])
        request = self._request(words, head, command)
        if head in _PRINTERS and head not in self._functions and head not in self._included:
            self._output(command, head, words)
        elif request is None:
            self._arguments(words, head)
            self._nested(words, head)

    def _count_blocks(self, words: Sequence[Word]) -> None:
        """Follow whether what comes is run for sure."""
        first = words[0].text if words else ""
        if first in _BLOCK_OPENS:
            self._blocks += 1
        elif first in _BLOCK_CLOSES:
            self._blocks = max(0, self._blocks - 1)

    def _splat(self, words: list[Word]) -> list[Word]:
        result: list[Word] = []
        for word in words:
            known = self.variables.arrays.get(word.splat) if word.splat else None
            result += known if known is not None else [word]
        return result

    def _assignments(self, words: list[Word]) -> tuple[list[Word], list[Word]]:
        """Give the words without keywords before the command, and the assignments that stand before it."""
        leading: list[Word] = []
        index = 0
        while index < len(words):
            text = words[index].text
            if _ASSIGNMENT.match(text) and not (words[index].quoted and text[0] in "'\""):
                leading.append(words[index])
            elif text not in _PREFIXES or text in self._functions or text in self._included:
                break
            index += 1
        return words[index:], leading

    def _assign(self, words: Sequence[Word], *, environment: bool, span_to: Word | None = None, certain: bool = True) -> None:
        for word in words:
            match = _ASSIGNMENT.match(word.text)
            if match is None:
                continue
            name, value = match.group(1), word.value.cut(match.end())
            content = Value(value.parts, value.parts[0].span if len(value.parts) == 1 else word.value.span)
            self._bind((name,), content, word.value.span, environment=environment)
            self._facts.strings.append(String(content, context=(*self._context, name)))
            if span_to is None or not environment:
                self.variables.assign(name, content.parts, certain=certain)
            default = self._lexer.default(Word(content, word.start + match.end(), word.end))
            if default:
                self._bind((name,), default[1], word.value.span, environment=environment)
                if default[0] != name:
                    self._bind((default[0],), default[1], word.value.span, environment=True)
            if name in _CERTIFICATES and content.text == "0":
                self._facts.unverified.append(Unverified(word.value.span, self._context))
            if self._trace is not None:
                self._traced[0].append(self._named(content, name))

    @staticmethod
    def _named(value: Value, name: str) -> Value:
        return Value(
            tuple(replace(part, names=(*part.names, name)) if isinstance(part, Hole) else part for part in value.parts), value.span
        )

    def _bind(self, path: tuple[str, ...], value: Value, span: Span, *, environment: bool) -> None:
        if value.parts:
            self._facts.bindings.append(Binding((*self._context, *path), value, span, environment=environment))

    def _declaration(self, head: str, words: list[Word], *, certain: bool) -> None:
        """Take `export NAME=value` and its kin, `set NAME=value` of batch files, `setenv NAME value`."""
        if head in {"setenv", "setx"} and len(words) > 2:  # noqa: PLR2004 - command, name, value
            self._bind((words[1].text,), words[2].value, words[1].value.span, environment=True)
            self._facts.strings.append(String(words[2].value, context=(words[1].text,)))
            return
        self._assign(words[1:], environment=head in {"export", "set"}, certain=certain or head == "local")

    def _set(self, words: list[Word]) -> None:
        for word, following in zip_longest(words[1:], words[2:]):
            text = word.text
            long = following.text if following and text in {"-o", "+o"} else ""
            if (re.fullmatch(r"-[a-zA-Z]*x[a-zA-Z]*", text)) or (
                text.startswith("-") and text.endswith("o") and following and following.text == "xtrace"
            ):
                self._end_trace()
                self._trace = self._spread(words)
            elif re.fullmatch(r"\+[a-zA-Z]*x[a-zA-Z]*", text) or (text == "+o" and long == "xtrace"):
                self._end_trace()

    def _end_trace(self) -> None:
        values, headers = self._traced
        if self._trace is not None and (values or headers):
            self._facts.outputs.append(Output(self._trace, "set -x", tuple(values), tuple(headers), self._context))
        self._trace, self._traced = None, ([], [])

    @staticmethod
    def _spread(words: Sequence[Word]) -> Span:
        first, last = words[0].value.span, words[-1].value.span
        return type(first)(first.start, max(first.end, last.end))

    # What commands say ------------------------------------------------------------------------------------------------

    def _strings(self, words: Sequence[Word], head: str, use: Use) -> None:
        for word in words:
            if word.value.parts:
                self._facts.strings.append(String(word.value, use, (*self._context, head)))

    def _request(self, words: list[Word], head: str, command: Command) -> Request | None:
        """Take the request that a command sends, also where it is run by another one (`docker run image curl ...`)."""
        index = 0
        if head in {"echo", "printf"}:
            return None
        if head not in shell_http.CLIENTS:
            index = next((at for at, word in enumerate(words) if not word.quoted and posixpath.basename(word.text) in {"curl", "wget"}), -1)
        index = 0 if index < 0 and any(word.text in {"--header", "-H"} for word in words) else index
        if index < 0:
            return None
        call = shell_http.parse(words[index:])
        span = self._spread(words[index:])
        lines = [one for line in call.headers for one in self.variables.alternatives(line)]
        headers = [made for line in lines if (made := emit.header_line(self._facts, line, self._context))]
        headers += [emit.header(self._facts, name, self.variables.alternatives(value), self._context) for name, value in call.named_headers]
        if not call.urls and not headers:
            return None
        request = emit.request(
            self._facts, span, tuple(one for url in call.urls for one in self.variables.alternatives(url)), headers,
            method=call.method, complete=call.complete and call.known, fields=tuple(call.fields), body=call.body(self._input(command)),
            cookies=tuple(call.cookies),
            authentication=call.authentication, login=tuple(call.login), authorized=call.authorized,
            unverified=call.unverified, context=self._context, callers=() if self._called is None else (self._called,),
        )  # fmt: skip
        if call.known:
            self._loops.sends(request, call, self._calling or words[index:])
        if call.known and call.complete:
            checked = call.tells or (call.fails and not (command.piped and not self._pipes_fail))
            self._facts.answers.append(Answer(request, span, checked=checked))
        said = {word.value for word in words}
        for url in call.urls:
            if url.span != words[0].value.span and url.parts and url not in said:
                self._facts.strings.append(String(url, context=self._context))
        if self._trace is not None:
            self._traced[1].extend(headers)
        if call.verbose and self._in_ci:
            self._facts.outputs.append(Output(call.verbose, "curl -v", tuple(call.urls), tuple(headers), self._context))
        return request if call.known else None

    def _output(self, command: Command, head: str, words: list[Word]) -> None:
        """Take what is written where people read it, and not into a file or another program."""
        first = words[1].text if len(words) > 1 else ""
        if command.piped or command.redirected or command.captured or first.startswith(("::add-mask::", "##vso[task.setvariable")):
            return
        marks = frozenset({"partial"}) if cuts_off(words) else frozenset[str]()
        values = tuple(_marked(word.value, marks) for word in words[1:])
        if head == "printenv":
            values = tuple(
                Value(self.variables.expand(word.text, word.value.span), word.value.span) for word in words[1:] if word.text.isidentifier()
            )
        if any(value.holes for value in values) or self._expanded(words[1:]):
            called = self._called
            handed = called is not None and any(part.span in called for value in values for part in value.parts)
            # What a function writes of what it was given, its caller writes.
            span = called if called and handed else self._spread(words)
            self._facts.outputs.append(Output(span, head, values, context=self._context))

    @staticmethod
    def _expanded(words: Sequence[Word]) -> bool:
        """Tell whether a word shows what was assigned elsewhere."""
        return any(part.span not in word.value.span for word in words for part in word.value.parts)

    def _arguments(self, words: list[Word], head: str) -> None:
        """Take the names that any command's arguments give values to: `-e NAME=value`, `--api-key value`, `config:set NAME=value`."""
        for word, following in zip_longest(words[1:], words[2:]):
            text = word.text
            match = _NAMED.match(text)
            flag = re.fullmatch(r"--?([A-Za-z][\w-]{2,60})(?:=(.*))?", text, re.DOTALL)
            if flag and flag.group(2) is None and following and not following.text.startswith("-") and not _NAMED.match(following.text):
                self._bind((head, flag.group(1)), following.value, following.value.span, environment=False)
            elif flag and flag.group(2) and not (match and match.group(1)):
                self._bind((head, flag.group(1)), self._tail(word, flag.start(2)), word.value.span, environment=False)
            elif match and not text.startswith("--header"):
                before = words[max(0, words.index(word) - 1)].text if not match.group(1) else "--" + match.group(1)
                exported = before in _ENVIRONMENT_FLAGS or match.group(2).isupper()
                self._bind((match.group(2),), self._tail(word, match.end()), word.value.span, environment=exported)

    @staticmethod
    def _tail(word: Word, start: int) -> Value:
        value = word.value.cut(start)
        return Value(value.parts, value.parts[0].span if len(value.parts) == 1 else word.value.span)

    def _nested(self, words: list[Word], head: str) -> None:
        """Read a script that is one word of a command: `bash -c '...'`, `ssh host "..."`."""
        if head not in _SCRIPTS or self._profile is None:
            return
        for word in words[1:]:
            texts: tuple[Part, ...] = word.value.parts
            if word.quoted and len(texts) == 1 and " " in word.text.strip():
                inner = self._fragment.text[word.start : word.end]
                if inner[:1] in {"'", '"'} and inner[-1:] == inner[:1] and "\\" not in inner:
                    nested = self._fragment.nest("shell", [(inner[1:-1], word.start + 1, word.end - 1)])
                    reader = Reader(nested, self._facts, None, self._dialect, self._context)
                    reader.variables.known.update(self.variables.known)
                    reader.take(0, len(nested.text))
                    reader.finish()

    def _here(self, command: Command, words: list[Word]) -> None:
        """Read here-documents: a script, a file's content, or text for people."""
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        head = posixpath.basename(words[0].text)
        target = command.target or next((word.text for word in words[1:] if head == "tee" and not word.text.startswith("-")), "")
        for start, end, expanded in command.here:
            if start >= end or self._profile is None:
                continue
            nested = self._fragment.nest("text", [(self._fragment.text[start:end], start, end)])
            language = "" if target else reader_of(self._fragment.text, command)
            shown = head in _SHOWS and not target and not language and not command.piped
            if shown and not (command.captured and _DATA.match(nested.text)):
                language = "prose"
                self._show(command, words, nested, expanded=expanded)
            name = target.replace("\ufffc", "x")
            read_fragment(nested, self._facts, self._profile, name, language or ("" if name else "text"))

    def _input(self, command: Command) -> list[Value]:
        """Give what a command finds at its input."""
        texts = [here_text(self._fragment, self.variables, start, end) for start, end, _ in command.here]
        texts += [word.value for word in command.fed_with]
        before = self._before
        if not command.fed or before is None or not before.words:
            return texts or self._fed
        if before.words[0].text == "cat" and len(before.words) == 1:
            return [*texts, *self._input(replace(before, fed=False))]
        span = self._spread(before.words)
        return [*texts, Value(output_of([before], "", span), span)]

    def _show(self, command: Command, words: list[Word], nested: Fragment, *, expanded: bool) -> None:
        """Take a here-document that is printed with what it expands."""
        if not expanded or command.captured or command.redirected or words[0].text != "cat":
            return
        value = templates.value(nested, Scalar(nested.text, ((nested.text, 0, len(nested.text)),), 0, len(nested.text)))
        if value.holes:
            self._facts.outputs.append(Output(self._spread(words), "cat", (value,), context=self._context))


def _given(word: Word, name: str) -> tuple[Part, ...]:
    """Give an argument of a function, with where it is given."""
    known = Given(name, word.value.span)
    return tuple(part if part.given is not None else replace(part, given=known) for part in word.value.parts)


def _marked(value: Value, marks: frozenset[str]) -> Value:
    if not marks:
        return value
    return Value(tuple(replace(part, marks=part.marks | marks) if isinstance(part, Hole) else part for part in value.parts), value.span)
