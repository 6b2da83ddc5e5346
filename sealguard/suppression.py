"""Findings that do not count, and why: comments in the file, and what configuration says of its path.

Nothing is dropped: a suppressed finding stays, marked. What is wrong with the suppressions themselves is found too.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.catalogue import load_catalogue
from sealguard.config import ALL, DEFAULT, nearest, parse_date, quoted
from sealguard.facts import Zone
from sealguard.masking import line_hash
from sealguard.model import MASK, Finding, Ignored, Level, Span, Suppression

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sealguard.catalogue import Catalogue
    from sealguard.config import Config
    from sealguard.facts import Facts
    from sealguard.model import Document

UNUSED: Final = "unused-suppression"
EXPIRED: Final = "expired-suppression"
REASONLESS: Final = "reasonless-suppression"

FILE_LINES: Final = 20
"""`ignore-file` counts in this many lines from the top, where a reader sees it."""
_ZONED: Final = frozenset({"python"})
"""Languages whose front end gives every comment a zone of its own, so that what has none is no comment."""
MAX_DIRECTIVES: Final = 2_000
LOOK_BACK: Final = 1_000
"""How far before a directive on its line its comment may begin, in code points."""

SIGNALS: Final = ("sealguard:", "allowlist", "whitelist")
"""What a text that suppresses something holds at least one of."""

# detect-secrets' own comments count for these.
_FAMILIES_OF_SECRETS: Final = frozenset({"credentials", "client-side", "generic"})

_DIRECTIVE = re.compile(
    r"sealguard:[ \t]*ignore(?P<file>-file)?(?![\w-])[ \t]*(?:\[(?P<rules>[^\]\r\n]{0,400})\])?(?P<rest>[^\r\n]{0,500})"
    r"|pragma: ?(?:allow|white)list[ -](?P<next>nextline[ -])?secret\b"
)
_UNTIL = re.compile(r"(?<!\S)until=(?P<date>[^\s*#}>-]\S*)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_REASON = re.compile(r"(?:^|(?<=\s))--[ \t]+(?P<reason>\S.*)")
# What ends a comment, and the line end that a notebook spells inside a JSON string.
_CLOSER = re.compile(r"[ \t]*(?:\*/\}?|--+>|#\}|-?-?\}\}|%>|\*@|-\}|\*\)|\\n\",?|\",?)?[ \t]*$")
_CLOSED = re.compile(r"[ \t]*(?:\*/\}?|--+>|#\}|\}\}|%>|\*@|-\}|\*\)|\"\"\"|''')?[ \t]*$")
# A plain `ignore` is one only where nothing but its own parts, the end of the comment or another comment follows it.
_NO_PROSE = re.compile(r"[ \t]*(?:$|until=|--|-\}|#|//|/\*|\*|\}|%>|\\n|\")")

_LEADER = re.compile(
    r"(?:^|(?<=[\s,(){}\[\]\"'>;]))(?:\#|//|/\*|--|<!--|\{\#|\{\{!|\{\{/\*|\(\*|\{-|@\*|<%--|<%\#|[Rr][Ee][Mm]\b|dnl\b)"
    r"|(?:^|(?<=\s))(?:;|%)"
    r"|^\s*(?:\*|'|!)"
)
_MARKUP_LEADER = re.compile(r"<!--|\{\#|\{\{!|\[//\]:")
_BEFORE_COMMENT = re.compile(r"[\s\"{<]*")
_TOKEN = re.compile(r"(?=[A-Za-z0-9_+/=.-]*[0-9])[A-Za-z0-9_+/=.-]{16,}")


@dataclass(slots=True, eq=False)
class Directive:
    """One suppression as a comment spells it."""

    span: Span
    line: int
    rules: tuple[str, ...] | None
    """Ids and families; `None` stands for every rule."""
    lines: frozenset[int] | None
    """The lines it covers; `None` stands for all."""
    text: str
    """As it is written, without anything that could be a secret."""
    reason: str = ""
    until: dt.date | None = None
    expired: bool = False
    problem: str = ""
    """Why it is void, as a sentence."""
    pragma: bool = False
    """Whether it is detect-secrets' own, which is never reported as unused: it may serve that tool."""
    used: set[str] = field(default_factory=set)
    """Which of `rules` (or `all`) a finding was found for."""

    def matches(self, finding: Finding, family: str) -> str | None:
        """Give the word of the directive that means `finding`, a rule of `family`, where one does."""
        if self.lines is not None and self.lines.isdisjoint({finding.region.start_line, finding.region.end_line}):
            return None
        if self.pragma:
            return ALL if family in _FAMILIES_OF_SECRETS else None
        if not self.rules:
            return ALL
        return next((word for word in (finding.rule, family) if word in self.rules), None)


def apply(
    findings: Sequence[Finding], document: Document, facts: Facts | None, config: Config, today: dt.date, *, complain: bool = True
) -> list[Finding]:
    """Mark the findings of one file that do not count, and add what is wrong with the file's suppressions.

    `facts` may be `None` for a file that was not analysed; `today` is the day that dates are compared with. `complain` is
    off where these are not all findings of the file.
    """
    if not _concerned(document, findings, config):
        return list(findings)
    catalogue = load_catalogue()
    raw = _raw_texts(findings, document, catalogue)
    found = _directives(document, facts, raw)
    for directive, _ in found:
        directive.expired = directive.until is not None and directive.until < today
    directives = _resolve(found, document, facts)
    marked = [_mark(finding, directives, catalogue, config) for finding in findings]
    if not complain:
        return marked
    whole = facts is None or not facts.problems  # what could not be analysed says nothing about what is unused
    for rule_id, message, directive in _complaints(directives, document, catalogue, config, whole=whole):
        if config.enabled(rule := catalogue[rule_id]):
            marked.append(_finding(rule_id, message, directive, document, config.level(rule_id, rule.level)))
    return marked


def heedless(findings: Sequence[Finding], config: Config) -> tuple[list[Finding], list[Ignored]]:
    """Take back what comments said of a file's findings, for trees that nobody trusts, and tell which comments said something.

    What is wrong with such comments is of no interest then.
    """
    catalogue = load_catalogue()
    complaints = {UNUSED, EXPIRED, REASONLESS}
    said = [
        Ignored("inline", each.path, each.region.start_line) for each in findings if each.suppression and each.suppression.kind == "inline"
    ]
    plain = (dataclasses.replace(each, suppression=None) for each in findings if each.rule not in complaints)
    return [_mark(each, (), catalogue, config) for each in plain], list(dict.fromkeys(said))


def _concerned(document: Document, findings: Sequence[Finding], config: Config) -> bool:
    return any(signal in document.text for signal in SIGNALS) or bool(findings and (config.exclude or config.per_path))


def _mark(finding: Finding, directives: Sequence[Directive], catalogue: Catalogue, config: Config) -> Finding:
    rule = catalogue.get(finding.rule)
    suppression = finding.suppression
    for directive in directives:
        word = directive.matches(finding, rule.family if rule else "")
        if word is None:
            continue
        directive.used.add(word)
        if suppression is None and _in_force(directive, config):
            suppression = Suppression("inline", directive.reason)
    if suppression is None:
        if pattern := config.excluded_by(finding.path):
            suppression = Suppression("configuration", f"'exclude' has '{pattern}'")
        elif rule and (pattern := config.ignored_by(finding.path, rule)):
            suppression = Suppression("configuration", f"'per-path' has '{pattern}'")
    return dataclasses.replace(finding, suppression=suppression)


def _in_force(directive: Directive, config: Config) -> bool:
    return not directive.problem and not directive.expired and bool(directive.reason or not config.require_reason)


# Reading comments ----------------------------------------------------------------------------------------------------


def _directives(document: Document, facts: Facts | None, raw: Sequence[str]) -> list[tuple[Directive, int]]:
    """Give every directive of a file with the offset at which its comment begins."""
    text = document.text
    if not any(signal in text for signal in SIGNALS):
        return []
    found: list[tuple[Directive, int]] = []
    for match in _DIRECTIVE.finditer(text):
        start = _comment_start(match.start(), match.end(), document, facts)
        if start is None:
            continue
        span = Span(match.start(), match.end())
        directive = _pragma(match, span, document) if match["rest"] is None else _own(match, span, document, raw)
        found.append((directive, start))
        if len(found) == MAX_DIRECTIVES:
            break
    return found


def _pragma(match: re.Match[str], span: Span, document: Document) -> Directive:
    line = document.line_number(span.start)
    lines = frozenset({line + 1 if match["next"] else line})
    return Directive(span, line, None, lines, match[0], pragma=True)


def _own(match: re.Match[str], span: Span, document: Document, raw: Sequence[str]) -> Directive:
    line = document.line_number(span.start)
    rest = _CLOSER.sub("", match["rest"], count=1)
    reason = _REASON.search(rest)
    options = rest[: reason.start()] if reason else rest
    words = None if match["rules"] is None else tuple(word.strip() for word in match["rules"].split(",") if word.strip())
    directive = Directive(
        span=Span(span.start, span.end - len(match["rest"]) + len(rest)),
        line=line,
        rules=words,
        lines=None if match["file"] else frozenset({line}),
        text=_veiled(match[0].removesuffix(match["rest"]) + rest, raw),
        reason=_veiled(reason["reason"].strip(), raw) if reason else "",
    )
    if words is None and not _NO_PROSE.match(match["rest"]):
        directive.problem = "Text follows the suppression without ' -- ', so that it is none."
    elif words == ():
        directive.problem = "The suppression names no rule in its brackets."
    elif match["file"] and line > FILE_LINES:
        directive.problem = f"'ignore-file' counts in the first {FILE_LINES} lines only."
    elif until := _UNTIL.search(options):
        directive.until = parse_date(until["date"])
        if directive.until is None:
            directive.problem = "The suppression's 'until' is no date such as '2030-01-31'."
    return directive


def _comment_start(start: int, end: int, document: Document, facts: Facts | None) -> int | None:
    """Give where the comment that holds `start` begins, or `None` where it is no comment."""
    line = document.line_span(document.line_number(start))
    stretch, zone = _zone(facts, start)
    if zone is Zone.COMMENT:
        return stretch.start
    if facts is not None and zone is Zone.CODE and facts.language in _ZONED and not facts.problems:
        return None
    low = max(line.start, start - LOOK_BACK)
    before, after = document.text[low:start], document.text[end : min(line.end, end + LOOK_BACK)]
    rest = document.text[start:end] + after
    leader = _MARKUP_LEADER if zone is Zone.PROSE and facts is not None and facts.language == "markdown" else _LEADER
    for found in leader.finditer(before):
        # A leader between two quotes of a kind is part of a string, not the beginning of a comment.
        if not any(before.count(quote, 0, found.start()) % 2 and quote in rest for quote in "\"'`"):
            return low + found.start()
    return None


def _zone(facts: Facts | None, offset: int) -> tuple[Span, Zone]:
    if facts is not None:
        at = bisect.bisect_right(facts.zones, offset, key=lambda zone: zone[0].start) - 1
        if at >= 0 and offset < facts.zones[at][0].end:
            return facts.zones[at]
    return Span(offset, offset + 1), Zone.CODE


def _resolve(found: Sequence[tuple[Directive, int]], document: Document, facts: Facts | None) -> list[Directive]:
    """Let each directive that is alone on its line cover the first line below that is not such a directive too."""
    alone: dict[int, Directive] = {}
    for directive, start in found:
        first = document.line_number(start)
        before = document.text[document.line_span(first).start : start]
        if directive.lines is not None and not directive.pragma and _BEFORE_COMMENT.fullmatch(before[-LOOK_BACK:]):
            alone[directive.line] = directive
    for line, directive in alone.items():
        target = _comment_end(directive, document, facts) + 1
        while target in alone or (target <= document.line_count and _closes(document.line(target))):
            target += 1
        directive.lines = frozenset({line, target})
    return [directive for directive, _ in found]


def _closes(line: str) -> bool:
    return bool(line.strip()) and _CLOSED.fullmatch(line) is not None


def _comment_end(directive: Directive, document: Document, facts: Facts | None) -> int:
    """Give the last line of the comment that holds a directive, as far as zones tell."""
    stretch, zone = _zone(facts, directive.span.start)
    return document.line_number(stretch.end - 1) if zone is Zone.COMMENT else directive.line


# Nothing raw ---------------------------------------------------------------------------------------------------------


def _raw_texts(findings: Sequence[Finding], document: Document, catalogue: Catalogue) -> list[str]:
    """Give what the findings of credentials point at: a reason or a bracket may repeat it."""
    regions = [f.region for f in findings if f.rule not in catalogue or catalogue[f.rule].family in _FAMILIES_OF_SECRETS]
    texts = (document.text[region.char_offset : region.char_offset + region.char_length] for region in regions)
    return [text for text in texts if len(text) >= 4]  # noqa: PLR2004 - a shorter one would tear words apart


def _veiled(text: str, raw: Sequence[str]) -> str:
    for secret in raw:
        text = text.replace(secret, MASK)
    return _TOKEN.sub(lambda run: run[0] if _DATE.search(run[0]) and run[0].startswith("until=") else MASK, text)


# What is wrong with suppressions -------------------------------------------------------------------------------------


def _complaints(
    directives: Sequence[Directive], document: Document, catalogue: Catalogue, config: Config, *, whole: bool
) -> Iterator[tuple[str, str, Directive]]:
    """Give the rule, the message and the directive of everything that is wrong; `whole`, if the file was analysed wholly."""
    for directive in directives:
        if directive.problem:
            # A sentence that speaks of suppressions is no mistake until somebody could have relied on it.
            if directive.used:
                yield UNUSED, directive.problem, directive
        elif not directive.pragma and whole:
            for message in _unused(directive, document, catalogue, config):
                yield UNUSED, message, directive
        if directive.problem or not directive.used:
            continue
        if directive.expired:
            yield EXPIRED, f"The suppression ended on '{directive.until}'; mend what it covers, or set a later date.", directive
        elif config.require_reason and not directive.reason:
            yield REASONLESS, "The suppression gives no reason and is void; add ' -- ' and why the finding does not count.", directive


def _unused(directive: Directive, document: Document, catalogue: Catalogue, config: Config) -> Iterator[str]:
    where = "in the file" if directive.lines is None else "on the lines that the suppression covers"
    if directive.rules is None:
        # Where only a few rules ran, the others might have needed it.
        everything = not config.select or ALL in config.select or DEFAULT in config.select
        if everything and not directive.used:
            yield f"Nothing is found {where}; remove the suppression."
        return
    known = {rule.id for rule in catalogue.values()} | {rule.family for rule in catalogue.values()}
    for word in directive.rules:
        if word not in known:
            yield f"{quoted(word)} is no rule{nearest(word[:64], known)} and suppresses nothing."
        elif word not in directive.used and _ran(word, document, catalogue, config):
            yield f"Nothing of '{word}' is found {where}; remove it from the suppression."


def _ran(word: str, document: Document, catalogue: Catalogue, config: Config) -> bool:
    members = (rule for rule in catalogue.values() if word in {rule.id, rule.family})
    return any(config.enabled(rule) and not config.ignored_by(document.path, rule) for rule in members)


def _finding(rule_id: str, message: str, directive: Directive, document: Document, level: Level) -> Finding:
    return Finding(
        rule=rule_id,
        level=level,
        message=message,
        path=document.path,
        region=document.region(directive.span),
        source=(directive.text,),
        underline=(0, len(directive.text)),
        object=document.file.object,
        line_hash=line_hash(directive.text),  # the rest of the line may hold what nobody has recognised as a secret
    )
