"""Facts of data, whatever its format: bindings with their full path, strings, environment entries, commands, requests.

A format's parser gives a tree; everything that keys mean is decided here and in `keys`, once for all formats.
"""

from __future__ import annotations

import base64
import binascii
import bisect
import contextlib
import posixpath
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Hole, Kind, Output, String, Text, Value, Zone
from sealguard.languages import keys, templates
from sealguard.languages.data_requests import Requests
from sealguard.languages.data_retries import Retries
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Facts, Part
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

_MOST_NODES: Final = 100_000
"""How many nodes are visited."""
_MOST_REPEATS: Final = 10_000
"""How many of them are visits to a node again, through an alias: aliases can make a small file a large tree."""
_LABEL: Final = 200
"""How long a name is at most; a longer one is text."""
_HOLE_TAGS: Final = {
    "vault": Kind.STORE, "secret": Kind.STORE, "encrypted": Kind.STORE, "env": Kind.ENVIRONMENT,
    "env_var": Kind.ENVIRONMENT, "environ": Kind.ENVIRONMENT,
    "ref": Kind.TEMPLATE, "getatt": Kind.TEMPLATE, "importvalue": Kind.TEMPLATE, "file": Kind.FILE, "include": Kind.FILE,
    "keyring": Kind.STORE,
    "findinmap": Kind.TEMPLATE, "reference": Kind.TEMPLATE, "lambda": Kind.TEMPLATE, "input": Kind.TEMPLATE,
}  # fmt: skip
_COMMAND: Final = re.compile(r"(?:^|[\s;|&(])(?:curl|wget)\s+\S")
_COMMAND_WORDS: Final = re.compile(r"(?:curl|wget|echo|printf|export|if|set|for)\s")
_EMBEDDED: Final = re.compile(
    r"(?i)\.(?:ya?ml|json|toml|ini|cfg|conf|properties|env|sh|bash|py|xml)$|(?:^|/)\.env(?:\.\w+)?$|(?:^|/)\.netrc$"
)
_CONTENT_KEYS: Final = ("content", "contents", "data", "body", "text", "block", "template", "inline")
_DESTINATION_KEYS: Final = ("path", "dest", "destination", "filename", "file", "target", "file_name", "filepath")
_FLAG: Final = re.compile(r"--?([A-Za-z][\w-]{2,60})$")
_FLAG_VALUE: Final = re.compile(r"--?([A-Za-z][\w-]{0,60})=")
_PYTHON_SHELL: Final = re.compile(r"python")
_SHELLS: Final = frozenset({"sh", "bash", "ash", "dash", "zsh"})
_SCRIPT_FLAG: Final = re.compile(r"-[a-z]*c")
_VARIABLE: Final = re.compile(r"[A-Za-z_][\w.-]{0,100}")
_MOST_VARIABLES: Final = 500
_LARGE: Final = 50_000
"""From how many code points on only what matters is visited."""
_MANY: Final = 8
_WORTH: Final = (
    r"seal.?metrics|sm_|whsec_|eyJ|auth|bearer|api.?key|token|secret|passw|credential|header|curl|wget|insecure|verif|\*[A-Za-z]|\\u00"
)
KnownVariables = dict[str, tuple["Part", ...]]


@dataclass(slots=True)
class _Place:
    """Where in the tree the walk is, and what that means; never changed, only replaced."""

    path: tuple[str, ...] = ()
    depth: int = 0
    environment: bool = False
    prose: bool = False
    reference: bool = False
    commands: str = ""
    """The language of command lines below, empty where there are none."""
    encoded: bool = False
    """Whether values are base64, as in a Kubernetes Secret."""
    known: KnownVariables = field(default_factory=dict)
    """The environment of commands below."""

    def below(self, key: str, child: Node) -> _Place:
        """Give the place under a key."""
        text = child.text if isinstance(child, Scalar) else ""
        return _Place(
            path=(*self.path, key) if key and not (keys.names_content(key) and self.path) else self.path,
            depth=self.depth + 1,
            environment=self.environment or keys.names_environment(key),
            prose=keys.names_prose(key, text),
            reference=self.reference or keys.names_reference(key),
            commands="shell" if keys.names_shell(key) else "",
            encoded=self.encoded,
            known=self.known,
        )


def read(roots: Iterable[Node], fragment: Fragment, facts: Facts, profile: Profile, *, environment: bool = False) -> None:
    """Add the facts of trees. Raises `SyntaxProblem` where they are too large or too deep."""
    walker = _Walker(fragment, facts, profile)
    for root in roots:
        walker.visit(root, _Place(_document_name(root), environment=environment))
        walker.finish(root)


@cache
def _matters(ours: tuple[str, ...]) -> re.Pattern[str]:
    """Build the pattern of whatever makes a collection worth a visit: our names, credentials' forms and names, commands, switches."""
    names = "|".join("[-_. ]?".join(map(re.escape, name)) for name in ours)
    return re.compile(rf"{names}|{_WORTH}", re.IGNORECASE)


def _document_name(root: Node) -> tuple[str, ...]:
    """Give the name that a Kubernetes object or a collection goes by."""
    if isinstance(root, Mapping):
        for holder in ("metadata", "info"):
            inner = root.get(holder)
            name = inner.scalar("name") if isinstance(inner, Mapping) else None
            if name:
                return (name.text[:200],)
    return ()


def _labelled(node: Node, place: _Place) -> _Place:
    """Give the place below a mapping that has a name of its own, and no value that the name would be bound to."""
    if not isinstance(node, Mapping) or node.get(*keys.contents()) is not None:
        return place
    label = node.scalar(*keys.labels())
    if label is None or len(label.text) > _LABEL:
        return place
    return replace(place, path=(*place.path, label.text))


class _Walker:
    """Visits every node once per way that leads to it."""

    def __init__(self, fragment: Fragment, facts: Facts, profile: Profile) -> None:
        self._fragment = fragment
        self._facts = facts
        self._profile = profile
        self._requests = Requests(fragment, facts, profile)
        self._retries = Retries(fragment, facts, profile)
        self._left = _MOST_NODES
        self._repeats = _MOST_REPEATS
        self._seen: set[int] = set()
        self._marks = [match.start() for match in _matters(profile.names).finditer(fragment.text)] if len(fragment.text) > _LARGE else None
        """Where a large text says anything of interest."""

    def _matter(self, node: Node, among: int) -> bool:
        """Tell whether one of many collections can hold anything of interest: large data is mostly about other things."""
        if self._marks is None or among < _MANY or isinstance(node, Scalar):
            return True
        return bisect.bisect_left(self._marks, node.start) < bisect.bisect_left(self._marks, max(node.end, node.start + 1))

    def visit(self, node: Node, place: _Place, key: Scalar | None = None) -> None:
        self._left -= 1
        self._repeats -= id(node) in self._seen
        self._seen.add(id(node))
        if min(self._left, self._repeats) < 0 or place.depth > MAX_DEPTH:
            raise SyntaxProblem("nested too deep" if place.depth > MAX_DEPTH else "too large to follow")
        if isinstance(node, Mapping):
            self._mapping(node, place)
        elif isinstance(node, Sequence):
            self._sequence(node, place)
        else:
            self._scalar(node, place, key)

    def finish(self, root: Node) -> None:
        """Say what takes the whole tree to be known."""
        self._retries.finish(root)

    # Collections ------------------------------------------------------------------------------------------------------

    def _mapping(self, node: Mapping, place: _Place) -> None:
        self._requests.enter(node, place.path)
        label, content = node.scalar(*keys.labels()), node.get(*keys.contents())
        if label is not None and content is not None and len(label.text) <= _LABEL:
            place = replace(place, path=(*place.path, label.text))
        is_secret = self._is(node, "kind", "secret")
        place = replace(place, known=self._environment(node, place.known))
        plugin = next((found.text for found in [node.scalar(*keys.plugins())] if found and self._profile.mentions(found.text)), "")
        outputs = len(self._facts.outputs)
        for key, child in node.entries:
            if key is label or not self._matter(child, len(node.entries)):
                continue
            if keys.names_debug(key.text):
                self._printed(key, child, place)
            if child is label and content is not None:
                # The label's key says nothing of its own: its text is already part of the path.
                self._string(child, place)
                continue
            below = (replace(place, path=(*place.path, plugin)) if plugin and keys.names_inputs(key.text) else place).below(key.text, child)
            if is_secret and key.text == "data":
                below = replace(below, encoded=True, environment=True)
            elif key.text == "data" and self._is(node, "kind", "configmap"):
                below = replace(below, environment=True)
            self._entry(node, key, child, below)
        self._retries.leave(node, place.path, self._requests.urls_of)
        self._requests.leave()
        if self._is(node, "no_log", "true") or self._is(node, "no_log", "yes"):
            del self._facts.outputs[outputs:]

    def _environment(self, node: Mapping, known: KnownVariables) -> KnownVariables:
        """Give the variables of commands in a mapping: what is known already and what its own `env:` or `variables:` says."""
        found: dict[str, tuple[Part, ...]] = {}
        for key, child in node.entries:
            if keys.names_environment(key.text):
                for name, scalar in _variables(child):
                    values = templates.alternatives(self._fragment, scalar)
                    if _VARIABLE.fullmatch(name) and values[0].parts and len(found) < _MOST_VARIABLES:
                        found[name] = values[0].parts
        return {**known, **found} if found else known

    def _printed(self, key: Scalar, child: Node, place: _Place) -> None:
        """Take what Ansible's `debug` prints: a message, or a variable."""
        message = child.scalar("msg") if isinstance(child, Mapping) else child
        variable = child.scalar("var") if isinstance(child, Mapping) else None
        shown = [templates.value(self._fragment, message)] if isinstance(message, Scalar) else []
        if variable:
            span = self._fragment.outer(variable.start, variable.end)
            shown.append(Value((Hole(Kind.TEMPLATE, (variable.text.strip()[:_LABEL],), span),), span))
        if any(value.holes for value in shown):
            where = message if isinstance(message, Scalar) else variable or key
            self._facts.outputs.append(Output(self._fragment.outer(where.start, where.end), key.text, tuple(shown), context=place.path))

    @staticmethod
    def _is(node: Mapping, key: str, text: str) -> bool:
        found = node.scalar(key)
        return found is not None and found.text.lower() == text

    def _entry(self, node: Mapping, key: Scalar, child: Node, place: _Place) -> None:
        if "//" in key.text:
            self._string(key, place)
        if isinstance(child, Scalar) and self._embedded(node, key, child):
            return
        if place.commands and key.text == "script" and "with" in place.path:
            place = replace(place, commands="javascript")
        shell = node.scalar("shell")
        if place.commands and shell and _PYTHON_SHELL.match(shell.text):
            place = replace(place, commands="python")
        elif place.commands and shell and shell.text in {"pwsh", "powershell"}:
            place = replace(place, commands="powershell")
        self.visit(child, _labelled(child, place), key)

    def _sequence(self, node: Sequence, place: _Place) -> None:
        if place.commands == "shell" and place.path and keys.names_script_lines(place.path[-1]) and self._lines(node, place):
            return
        words = list(node.scalars)
        if words and len(words) == len(node.items) and self._command(words, place):
            return
        flag = ""
        for item in node.items:
            if not self._matter(item, len(node.items)):
                continue
            below = replace(place, depth=place.depth + 1)
            if isinstance(item, Scalar):
                self._item(item, below, flag)
                found = _FLAG.match(item.text)
                flag = found.group(1) if found else ""
            elif place.commands and (line := self._unquoted(item)):
                self._nest(line, "shell", known=place.known)
            else:
                self.visit(item, _labelled(item, below))

    def _lines(self, node: Sequence, place: _Place) -> bool:
        """Read a list of commands as the one script that it is."""
        pieces: list[Piece] = []
        for item in node.items:
            line = item if isinstance(item, Scalar) else self._unquoted(item)
            if line is None:
                return False
            pieces += line.pieces
            if line.pieces:
                last = line.pieces[-1]
                pieces.append(("\n", last[1], last[2]))
        if not any(" " in piece[0] for piece in pieces):
            return False
        self._nest(Scalar("", tuple(pieces), node.start, node.end), "shell", known=place.known)
        return True

    def _unquoted(self, node: Node) -> Scalar | None:
        """Take back that an unquoted command with a colon in it is a mapping: YAML says so, whoever wrote it did not."""
        if not isinstance(node, Mapping) or not node.entries or not _COMMAND_WORDS.match(node.entries[0][0].text):
            return None
        end = self._fragment.text.find("\n", node.start)
        end = len(self._fragment.text) if end < 0 else end
        line = self._fragment.text[node.start : end]
        return Scalar(line, ((line, node.start, end),), node.start, end)

    def _command(self, words: list[Scalar], place: _Place) -> bool:
        """Read a list that is a command, word by word: `["curl", "-H", "..."]`, `["sh", "-c", "..."]`, `["--header", "..."]`."""
        head = posixpath.basename(words[0].text)
        if head in _SHELLS and len(words) > 2 and _SCRIPT_FLAG.fullmatch(words[-2].text):  # noqa: PLR2004 - shell, flag, script
            self._nest(words[-1], "shell", known=place.known)
            return True
        if head not in {"curl", "wget"} and not any(word.text in {"--header", "-H"} for word in words):
            return False
        from sealguard.languages import shell  # noqa: PLC0415 - few files hold a command

        shell.read_words([templates.value(self._fragment, word) for word in words], self._fragment, self._facts, place.path)
        return True

    def _item(self, item: Scalar, place: _Place, flag: str) -> None:
        """Read one scalar of a list: `NAME=value`, `--flag=value`, or just a text."""
        match = keys.NAMED_VALUE.match(item.text) or _FLAG_VALUE.match(item.text)
        if match and not (place.commands and re.search(r"\s", item.text.strip())):
            self._bind((*place.path, match.group(1)), item.cut(match.end(), len(item.text)), place, item)
            self._string(item, place)
        elif flag and not item.text.startswith("-"):
            self._bind((*place.path, flag), item, place, item)
            self._string(item, place)
        else:
            self._scalar(item, place, None)

    # Scalars ----------------------------------------------------------------------------------------------------------

    def _scalar(self, node: Scalar, place: _Place, key: Scalar | None) -> None:
        if (place.commands or _COMMAND.search(node.text)) and not place.prose and self._script(node, place):
            return
        values = self._values(node, place)
        self._string(node, place, values)
        if place.path and (key is not None or place.environment):
            self._bind(place.path, node, place, key or node, values)

    def _script(self, node: Scalar, place: _Place) -> bool:
        if node.text.count(" ") == 0 and "\n" not in node.text:
            return False
        self._nest(node, place.commands or "shell", known=place.known)
        return True

    def _nest(self, node: Scalar, language: str, name: str = "", known: KnownVariables | None = None) -> None:
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        nested = self._fragment.nest(language, node.pieces)
        if known and language == "shell":
            from sealguard.languages import shell  # noqa: PLC0415 - few files hold a command

            with contextlib.suppress(SyntaxProblem):
                shell.read(nested, self._facts, self._profile, known=known)
                return
        read_fragment(nested, self._facts, self._profile, name, "" if name else language)

    def _embedded(self, node: Mapping, key: Scalar, child: Scalar) -> bool:
        """Read a scalar that is a whole file: `config.yaml: |`, or `content: |` beside `path: /etc/x.env`."""
        if "\n" not in child.text:
            return False
        name = key.text
        if key.text.lower() in _CONTENT_KEYS:
            destination = node.scalar(*_DESTINATION_KEYS)
            name = destination.text if destination else ""
        if name.lower().endswith("snippet"):
            self._nest(child, "nginx")
            return True
        if not _EMBEDDED.search(name):
            return False
        self._nest(child, "", name)
        return True

    def _string(self, node: Scalar, place: _Place, values: tuple[Value, ...] = ()) -> None:
        if not node.text:
            return
        zone = Zone.PROSE if place.prose else Zone.CODE
        if place.prose:
            self._facts.zones.append((self._fragment.outer(node.start, node.end), zone))
        for value in values or self._values(node, place):
            self._facts.strings.append(String(value, context=place.path, zone=zone))

    def _bind(self, path: tuple[str, ...], node: Scalar, place: _Place, first: Scalar, values: tuple[Value, ...] = ()) -> None:
        if place.reference or place.prose:
            return
        start, end = min(first.start, node.start), max(node.end, first.end)
        span = self._fragment.outer(start, end)
        for value in values or self._values(node, place):
            self._facts.bindings.append(Binding(path, value, span, environment=place.environment))
        for name, value in templates.defaults(self._fragment, node):
            self._facts.bindings.append(Binding((name or path[-1],), value, span, environment=True))
        self._requests.switch(path, node)

    def _values(self, node: Scalar, place: _Place) -> tuple[Value, ...]:
        span = self._fragment.outer(node.start, node.end)
        tag = node.tag.lstrip("!").rsplit(":", 1)[-1].lower()
        if tag in _HOLE_TAGS:
            return (Value((Hole(_HOLE_TAGS[tag], (node.text[:200],), span),), span),)
        if place.encoded or tag == "binary":
            decoded = _decoded(node.text)
            if decoded is not None:
                inner = templates.stretch(self._fragment, node, 0, len(node.text))
                return (Value((Text(decoded, inner[0].span, verbatim=False, decoded="base64"),), span),)
        return templates.alternatives(self._fragment, node)


def _variables(node: Node) -> Iterator[tuple[str, Scalar]]:
    """Give environment entries: a mapping, a list of `NAME=value`, a list of mappings with name and value."""
    if isinstance(node, Mapping):
        yield from ((key.text, child) for key, child in node.entries if isinstance(child, Scalar))
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar):
                match = keys.NAMED_VALUE.match(item.text)
                if match:
                    yield match.group(1), item.cut(match.end(), len(item.text))
            elif isinstance(item, Mapping):
                name, content = item.scalar("name", "key"), item.scalar("value")
                if name and content:
                    yield name.text, content
                else:
                    yield from ((key.text, child) for key, child in item.entries if isinstance(child, Scalar))


def _decoded(text: str) -> str | None:
    compact = re.sub(r"\s+", "", text)
    if len(compact) < 4 or len(compact) > 100_000:  # noqa: PLR2004 - one group of base64, and more than any credential
        return None
    try:
        plain = base64.b64decode(compact, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return plain or None
