"""What shell scripts and command lines say: requests of curl, wget and httpie, assignments, output, traces.

It reads whatever runs commands: scripts, recipes of Makefiles, `RUN` of Dockerfiles, `run:` of pipelines, fences of Markdown.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Hole, Output, String, Unverified, Use, Value, Zone
from sealguard.languages import emit, shell_http
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.shell_words import Command, Lexer, Variables, Word
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.facts import Facts, Header, Part, Request
    from sealguard.languages.fragment import Fragment
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
_PRINTERS: Final = frozenset({"echo", "printf", "print", "printenv", "logger", "wall", "say", "Write-Host", "Write-Output"})
_NAMED: Final = re.compile(r"(?:--?([A-Za-z][\w-]{0,60})=)?([A-Za-z_][\w.\-/]{0,100})=(?!=)")
_ENVIRONMENT_FLAGS: Final = frozenset({"-e", "--env", "--build-arg", "--set-env-vars", "--update-env-vars", "--env-vars", "-D"})
_SCRIPTS: Final = word_set(
    "bash cmd dash docker eval ksh kubectl parallel podman sh ssh su trap watch xargs zsh",
)
_INTERPRETERS: Final = {"python": "python", "python3": "python", "python2": "python"}
_CI: Final = re.compile(
    r"(?:^|/)(?:\.github/|\.gitlab-ci|\.circleci/|Jenkinsfile|azure-pipelines|bitbucket-pipelines|\.travis|\.drone|\.woodpecker|buildspec|cloudbuild|\.buildkite|appveyor)"
)
_CERTIFICATES: Final = frozenset({"NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY"})
_EMBEDDED: Final = re.compile(
    r"(?i)\.(?:ya?ml|json|toml|ini|cfg|properties|env|sh|py|xml|http)$|(?:^|/)\.env(?:\.\w+)?$|(?:^|/)\.netrc$|\.pypirc$"
)


def read(fragment: Fragment, facts: Facts, profile: Profile, dialect: str = "shell") -> None:
    """Add the facts of a script. Raises `SyntaxProblem` where it is too long."""
    if len(fragment.text) > MAX_SIZE:
        raise SyntaxProblem("a script too long to follow")
    reader = Reader(fragment, facts, profile, dialect)
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
        self._trace: Span | None = None
        self._traced: tuple[list[Value], list[Header]] = ([], [])
        first = fragment.text[:100].split("\n", 1)[0]
        if first.startswith("#!") and re.search(r"\s-[a-z]*x", first):
            self._trace = fragment.outer(0, len(first))
        self._in_ci = bool(_CI.search(fragment.document.path))

    def take(self, start: int, end: int) -> list[Command]:
        """Read the commands between two offsets of the fragment."""
        commands = self._lexer.read(start, end)
        self._facts.zones += [(self._fragment.outer(low, high), Zone.COMMENT) for low, high in self._lexer.comments]
        self._lexer.comments.clear()
        return commands

    def finish(self) -> None:
        """Say what the end of the script decides."""
        self._end_trace()

    # Commands ---------------------------------------------------------------------------------------------------------

    def run(self, command: Command) -> None:
        """Take one command."""
        for name, words in command.arrays.items():
            self.variables.arrays[name] = words
            self._strings(words, name, Use.VALUE)
        words = self._splat(command.words)
        words, leading = self._assignments(words)
        head = posixpath.basename(words[0].text) if words else ""
        self._assign(leading, environment=bool(words) and head != "set", span_to=words[0] if words else None)
        if not words:
            return
        if self._dialect == "batch" and head.lower().lstrip("@") in {"rem", "::"}:
            self._facts.zones.append((self._fragment.outer(words[0].start, max(words[-1].end, words[0].end)), Zone.COMMENT))
            return
        if head in _DECLARE or (head == "set" and self._dialect == "batch") or head == "setenv":
            self._declaration(head, words)
            return
        self._here(command, head)
        if head == "set":
            self._set(words)
            return
        tested = head in _TESTS
        self._strings(words, head, Use.TEST if tested else Use.VALUE)
        if tested:
            return
        request = self._request(words, head)
        if head in _PRINTERS:
            self._output(command, head, words)
        elif request is None:
            self._arguments(words, head)
            self._nested(words, head)
        if self._trace is not None and not command.captured:
            self._traced[0].extend(word.value for word in words if word.value.holes)

    def _splat(self, words: list[Word]) -> list[Word]:
        result: list[Word] = []
        for word in words:
            known = self.variables.arrays.get(word.splat) if word.splat else None
            result += known if known is not None else [word]
        return result

    @staticmethod
    def _assignments(words: list[Word]) -> tuple[list[Word], list[Word]]:
        """Give the words without keywords before the command, and the assignments that stand before it."""
        leading: list[Word] = []
        index = 0
        while index < len(words):
            text = words[index].text
            if _ASSIGNMENT.match(text) and not (words[index].quoted and text[0] in "'\""):
                leading.append(words[index])
            elif text not in _PREFIXES:
                break
            index += 1
        return words[index:], leading

    def _assign(self, words: Sequence[Word], *, environment: bool, span_to: Word | None = None) -> None:
        for word in words:
            match = _ASSIGNMENT.match(word.text)
            if match is None:
                continue
            name, value = match.group(1), word.value.cut(match.end())
            content = Value(value.parts, value.parts[0].span if len(value.parts) == 1 else word.value.span)
            self._bind((name,), content, word.value.span, environment=environment)
            self._facts.strings.append(String(content, context=(*self._context, name)))
            if span_to is None or not environment:
                self._remember(name, content)
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

    def _remember(self, name: str, value: Value) -> None:
        if value.parts:
            self.variables.known[name] = value.parts
        else:
            self.variables.known.pop(name, None)

    def _bind(self, path: tuple[str, ...], value: Value, span: Span, *, environment: bool) -> None:
        if value.parts:
            self._facts.bindings.append(Binding((*self._context, *path), value, span, environment=environment))

    def _declaration(self, head: str, words: list[Word]) -> None:
        """Take `export NAME=value` and its kin, `set NAME=value` of batch files, `setenv NAME value`."""
        if head in {"setenv", "setx"} and len(words) > 2:  # noqa: PLR2004 - command, name, value
            self._bind((words[1].text,), words[2].value, words[1].value.span, environment=True)
            self._facts.strings.append(String(words[2].value, context=(words[1].text,)))
            return
        self._assign(words[1:], environment=head in {"export", "set"})

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

    def _request(self, words: list[Word], head: str) -> Request | None:
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
        headers = [made for line in call.headers if (made := emit.header_line(self._facts, line, self._context))]
        headers += [emit.header(self._facts, name, (value,), self._context) for name, value in call.named_headers]
        if not call.urls and not headers:
            return None
        request = emit.request(
            self._facts, span, tuple(call.urls), headers,
            method=call.method, complete=call.complete and call.known, fields=tuple(call.fields), cookies=tuple(call.cookies),
            authentication=call.authentication, login=tuple(call.login), authorized=call.authorized,
            unverified=call.unverified, context=self._context,
        )  # fmt: skip
        for url in call.urls:
            if url.span != words[0].value.span and url.parts and url not in [word.value for word in words]:
                self._facts.strings.append(String(url, context=self._context))
        if self._trace is not None:
            self._traced[0].extend(word.value for word in words if word.value.holes)
            self._traced[1].extend(headers)
        if call.verbose and self._in_ci:
            self._facts.outputs.append(Output(call.verbose, "curl -v", tuple(call.urls), tuple(headers), self._context))
        return request if call.known else None

    def _output(self, command: Command, head: str, words: list[Word]) -> None:
        """Take what is written where people read it, and not into a file or another program."""
        first = words[1].text if len(words) > 1 else ""
        if command.piped or command.redirected or command.captured or first.startswith(("::add-mask::", "##vso[task.setvariable")):
            return
        values = tuple(word.value for word in words[1:])
        if head == "printenv":
            values = tuple(
                Value(self.variables.expand(word.text, word.value.span), word.value.span) for word in words[1:] if word.text.isidentifier()
            )
        if any(value.holes for value in values) or self._expanded(words[1:]):
            self._facts.outputs.append(Output(self._spread(words), head, values, context=self._context))

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

    def _here(self, command: Command, head: str) -> None:
        """Read here-documents: a script, a file's content, or text."""
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        for start, end, _expanded in command.here:
            if start >= end or self._profile is None:
                continue
            nested = self._fragment.nest("text", [(self._fragment.text[start:end], start, end)])
            language = _INTERPRETERS.get(head, "shell" if head in {"sh", "bash", "zsh", "ssh"} else "")
            target = command.target or next(
                (word.text for word in command.words[1:] if head == "tee" and not word.text.startswith("-")), ""
            )
            name = target if _EMBEDDED.search(target) else ""
            read_fragment(nested, self._facts, self._profile, name, language or ("" if name else "text"))
