"""HCL's front end: a program like any other, whose here-documents and command lines are files and scripts of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.languages import json_tree, treesitter
from sealguard.languages.grammars import GRAMMARS
from sealguard.languages.labels import parsed
from sealguard.languages.offsets import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import tree_sitter

    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

_COMMAND: Final = re.compile(r"(?:^|[\s;|&(])(?:curl|wget)\s+\S")
_HERE: Final = re.compile(r"<<[-~]?[ \t]*\w+[ \t]*\r?\n\s*(?P<body>.*?)(?P<end>\r?\n[ \t]*\w+\s*)?\Z", re.DOTALL)


def read(fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add what a text says, and what is embedded in it.

    Raises:
        SyntaxProblem: it is no HCL, or nests too deeply.

    """
    from sealguard.languages import dispatch  # noqa: PLC0415 - the package knows its front ends, not the other way round

    treesitter.read(fragment, facts, "hcl")
    offsets = Offsets(fragment.text)
    for node in _texts(parsed(GRAMMARS["hcl"], offsets.encoded)):
        start, end = offsets.char(node.start_byte), offsets.char(node.end_byte)
        spelled = fragment.text[start:end]
        if node.type == "heredoc_template":
            body = _HERE.match(spelled)
            low, high = body.span("body") if body is not None else (0, 0)
            kind = dispatch.language_of("", spelled[low:high])
            _nest(fragment, facts, profile, kind, [(spelled[low:high], start + low, start + high)])
        elif _COMMAND.search(spelled[1:-1]):
            _nest(fragment, facts, profile, "shell", json_tree.unescape(spelled[1:-1], start + 1))


def _texts(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """Give the here-documents and quoted texts of a tree, outermost alone."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in {"heredoc_template", "quoted_template", "string_lit"}:
            yield node
        else:
            pending.extend(reversed(node.named_children))


def _nest(fragment: Fragment, facts: Facts, profile: Profile, kind: str, pieces: Sequence[Piece]) -> None:
    from sealguard.languages import read_fragment  # noqa: PLC0415 - as above

    read_fragment(fragment.nest(kind, pieces), facts, profile, "", kind)
