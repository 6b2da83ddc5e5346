"""Lowers what spells text: literals, templates, here-documents, concatenation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from sealguard import syntax
from sealguard.languages.literals import unescape
from sealguard.languages.lowering_nodes import Nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    import tree_sitter

    from sealguard.languages.labels import Label

_NEXT: Final = 8
"""How far behind a statement the text may stand that it names."""
_QUOTED: Final = re.compile(r"[A-Za-z@$#%]{0,3}(\"\"\"|'''|[\"'`])(?P<content>.*)\1", re.DOTALL)
_MARK: Final = re.compile(r"r?(?:\"\"\"|'''|\"|')")
_CAPTURE: Final = re.compile(r"\{\{|\{(?P<name>[A-Za-z_]\w*)(?::(?:[^{}\n.]{0,40}\.(?P<length>\d{1,4}))?[^{}\n]{0,40})?\}")
_BARE: Final = re.compile(r"[A-Za-z_]\w*")


class Texts(Nodes):
    """The forms of text."""

    def _string(self, node: tree_sitter.Node, label: Label) -> syntax.Str:
        content = label.all("content")
        start, end = self._range(node)
        if content:
            start, end = self._range(content[0])[0], self._range(content[-1])[1]
        elif "quote" in label.settings:
            opening, _, closing = label.settings["quote"].partition(" ")
            start, end = start + int(opening), max(start + int(opening), end - int(closing or opening))
        elif (quoted := _QUOTED.fullmatch(self._fragment.text, start, end)) is not None:
            start, end = quoted.span("content")
        return self._literal(node, start, end, label.settings.get("escapes", "backslash"))

    def _literal(self, node: tree_sitter.Node, start: int, end: int, escapes: str) -> syntax.Str:
        spelled = self._fragment.text[start:end]
        value = unescape(spelled, escapes)
        verbatim = value == spelled and self._fragment.verbatim(start, end)
        return syntax.Str(self._span(node), value, self._fragment.outer(start, end), verbatim=verbatim)

    def _captured(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower a string in which `{name}` stands for a variable; other fields are left for who fills it."""
        del label
        whole = self._string(node, self._labels[node.id])
        start, end = self._range(node)
        at = start + (quoted.start("content") if (quoted := _QUOTED.fullmatch(self._fragment.text[start:end])) else 0)
        stop = end - (at - start)
        parts: list[syntax.Expression] = []
        for match in _CAPTURE.finditer(self._fragment.text, at, stop):
            if match.group("name"):
                parts.append(self._literal(node, at, match.start(), "backslash"))
                span = self._fragment.outer(*match.span())
                shown: syntax.Expression = syntax.Name(span, match.group("name"))
                if match.group("length"):  # `{token:.4}`
                    shown = syntax.Slice(span, shown, (None, syntax.Const(span, int(match.group("length"))), None))
                parts.append(shown)
                at = match.end()
        if not parts:
            return whole
        return syntax.Join(self._span(node), (*parts, self._literal(node, at, stop, "backslash")), filled=True)

    def _fragment_of(self, node: tree_sitter.Node, label: Label) -> syntax.Str:
        return self._literal(node, *self._range(node), label.settings.get("escapes", "none" if label.form == "fragment" else "backslash"))

    def _quoted(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower one string or several behind each other, whose quotes are tokens of their own and whose text is what is between."""
        parts, at, raw = {part.id for part in self._parts(label, "part")}, -1, False
        found: list[syntax.Expression] = []
        for child in node.children:
            low, high = self._range(child)
            mark = "" if child.is_named else self._text(child)
            if child.id not in parts and not _MARK.fullmatch(mark):
                continue
            if 0 <= at < low:
                found.append(self._literal(node, at, low, "none" if raw else "backslash"))
            if child.id in parts:
                found.append(self._expression(child))
                at = high
            else:
                # What ends the line of three opening quotes is no part of the text.
                opened = high + self._fragment.text.startswith("\n", high) if len(mark) > 2 else high  # noqa: PLR2004 - `r'` at most
                at, raw = (-1 if at >= 0 else opened), mark.startswith("r")
        if not found:
            return syntax.Str(self._span(node), "", self._span(node), verbatim=False)
        return (
            found[0] if len(found) == 1 and isinstance(found[0], syntax.Str) else syntax.Join(self._span(node), tuple(found), filled=True)
        )

    def _template(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        parts = self._parts(label, "part")
        lowered = [self._expression(part) for part in parts]
        if "bare" in label.settings and (named := self._with_bare_names(parts, lowered)) is not None:
            return syntax.Join(self._span(node), tuple(named), filled=True)
        if "quote" in label.settings:
            lowered = self._with_gaps(node, label, parts, lowered)
        if "block" in label.settings:
            lowered = _between_lines(lowered)
        if not lowered:
            return self._string(node, label)
        if parts and "quote" not in label.settings and all(self._form(part) in {"fragment", "escape"} for part in parts):
            # Nothing is filled in: it is a string like any other.
            return self._literal(node, self._range(parts[0])[0], self._range(parts[-1])[1], label.settings.get("escapes", "backslash"))
        if not parts and isinstance(only := lowered[0], syntax.Str):
            return replace(only, span=self._span(node))
        return syntax.Join(self._span(node), tuple(lowered), filled=True)

    def _heredoc(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower a text that stands further down, behind the statement that names it."""
        body = self._distant(node, label.settings.get("body", ""))
        if body is None:
            return self._opaque(node)
        pieces = [each for each in body.named_children if self._form(each) in {"fragment", "escape", "group"}]
        if not any(self._form(each) == "group" for each in pieces):
            start, end = (self._range(pieces[0])[0], self._range(pieces[-1])[1]) if pieces else self._range(node)
            return self._literal(node, start + (self._fragment.text[start : start + 1] == "\n"), end, "backslash")
        return syntax.Join(self._span(node), tuple(self._expression(each) for each in pieces), filled=True)

    def _distant(self, node: tree_sitter.Node, kind: str) -> tree_sitter.Node | None:
        """Find the node of a kind that ends with the word that another one names, among what stands behind that one."""
        word = self._text(node).strip("<~-'\"`")
        around: tree_sitter.Node | None = node
        while around is not None:
            each = around.next_named_sibling
            for _ in range(_NEXT):
                if each is not None and each.type == kind and self._text(each).rstrip().endswith(word):
                    return each
                each = each.next_named_sibling if each is not None else None
            around = around.parent
        return None

    def _with_bare_names(self, parts: list[tree_sitter.Node], lowered: list[syntax.Expression]) -> list[syntax.Expression] | None:
        """Find the names behind a `$` of its own, in grammars to which they are text; `None` where there are none."""
        found: list[syntax.Expression] = []
        filled = False
        for at, (part, value) in enumerate(zip(parts, lowered, strict=True)):
            start, end = self._range(part)
            spelled = self._fragment.text[start:end]
            before = parts[at - 1] if at else None
            name = _BARE.match(spelled) if before is not None and self._text(before) == "$" and before.end_byte == part.start_byte else None
            if name is None or self._form(part) != "fragment":
                found.append(value)
                continue
            filled = True
            found[-1] = syntax.Name(self._fragment.outer(start - 1, start + name.end()), name[0])
            if start + name.end() < end:
                found.append(self._literal(part, start + name.end(), end, "none"))
        return found if filled else None

    def _with_gaps(
        self, node: tree_sitter.Node, label: Label, parts: list[tree_sitter.Node], lowered: list[syntax.Expression]
    ) -> list[syntax.Expression]:
        """Fill in the text between interpolations, for a grammar that has no nodes for it; `quote` is how long each delimiter is."""
        start, end = self._range(node)
        opening, _, closing = label.settings["quote"].partition(" ")
        at, stop = start + int(opening), end - int(closing or opening)
        escapes = label.settings.get("escapes", "backslash")
        found: list[syntax.Expression] = []
        for part, value in zip(parts, lowered, strict=True):
            low, high = self._range(part)
            if at < low:
                found.append(self._literal(node, at, low, escapes))
            found.append(value)
            at = high
        if at < stop:
            found.append(self._literal(node, at, stop, escapes))
        return found

    def _concat(self, node: tree_sitter.Node, label: Label) -> syntax.Join:
        # a + b + c + ... nests to the left, by the thousand where a machine wrote it.
        parts: list[tree_sitter.Node] = []
        pending = [node]
        while pending:
            each = pending.pop()
            own = self._labels.get(each.id)
            if own is not None and own.form == "concat":
                pending.extend(reversed(self._parts(own, "part")))
            else:
                parts.append(each)
        del label
        return syntax.Join(self._span(node), tuple(self._expression(part) for part in parts))

    def _format(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        template = self._part(label, "template")
        if template is None:
            return self._opaque(node)
        arguments = tuple(argument for each in self._parts(label, "argument") for argument in self._arguments(each))
        if len(arguments) == 1 and isinstance(listed := arguments[0].value, syntax.Seq):
            arguments = tuple(syntax.Argument(each) for each in listed.items)
        return syntax.Format(self._span(node), label.settings.get("style", "percent"), self._expression(template), arguments)

    def _regex(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        pattern = self._literal(node, *self._range(label.one("content") or node), "none")
        return syntax.Call(self._span(node), syntax.Name(self._span(node), "RegExp"), (syntax.Argument(pattern),))

    TEXTS: ClassVar[dict[str, Callable[..., syntax.Expression]]] = {
        "string": _string,
        "fragment": _fragment_of,
        "escape": _fragment_of,
        "template": _template,
        "heredoc": _heredoc,
        "concat": _concat,
        "format": _format,
        "regex": _regex,
        "captured": _captured,
        "quoted": _quoted,
    }


def _between_lines(parts: list[syntax.Expression]) -> list[syntax.Expression]:
    """Leave out of a text the line ends behind its opening quotes and before its closing ones."""
    first, last = (parts[0], parts[-1]) if parts else (None, None)
    if isinstance(first, syntax.Str) and (blank := len(first.text) - len(first.text.lstrip())) and "\n" in first.text[:blank]:
        parts = [_cut(first, blank, len(first.text)), *parts[1:]]
        last = parts[-1]
    if isinstance(last, syntax.Str) and "\n" in last.text[len(last.text.rstrip()) :]:
        parts = [*parts[:-1], _cut(last, 0, len(last.text.rstrip()))]
    return parts


def _cut(text: syntax.Str, start: int, stop: int) -> syntax.Str:
    content = replace(text.content, start=text.content.start + start, end=text.content.start + stop) if text.verbatim else text.content
    return replace(text, text=text.text[start:stop], content=content)
