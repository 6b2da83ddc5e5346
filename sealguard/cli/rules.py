"""`sealguard rules`: the catalogue as a table, or as JSON for scripts."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from sealguard.catalogue import Rule, load_catalogue
from sealguard.cli import terminal
from sealguard.cli.options import LEVELS, Choice, Examples, color, comma_separated, debug, option
from sealguard.config import nearest, quoted
from sealguard.reports.text import Style, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COLORS = {"error": "31", "warning": "33", "note": "36"}


def _families(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return sorted({rule.family for rule in load_catalogue().values() if rule.family.startswith(incomplete)})


def _tags(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return sorted({tag for rule in load_catalogue().values() for tag in rule.tags if tag.startswith(incomplete)})


@click.command(
    cls=Examples,
    short_help="List the rules.",
    examples={
        "sealguard rules --family transport": "a family",
        "sealguard rules certificate": "what pages say of something",
    },
)
@click.argument("text", required=False)
@option("--family", multiple=True, callback=comma_separated, shell_complete=_families, metavar="NAME", help="Only rules of this family.")
@option("--level", multiple=True, type=Choice(list(LEVELS)), help="Only rules of this level.")
@option("--tag", multiple=True, callback=comma_separated, shell_complete=_tags, metavar="TAG", help="Only rules with this tag.")
@click.option("--format", "-f", "form", type=Choice(["text", "json"]), default="text", show_default=True, help="What to write.")
@color
@debug
def command(text: str | None, family: tuple[str, ...], level: tuple[str, ...], tag: tuple[str, ...], form: str, color: str) -> None:
    """List the rules; with TEXT, those whose page says it.

    A rule that is off by default runs when it is selected by name, by family, or with 'all'.
    """
    catalogue = load_catalogue()
    _check(family, {rule.family for rule in catalogue.values()}, "family")
    _check(tag, {name for rule in catalogue.values() for name in rule.tags}, "tag")
    chosen = [
        rule
        for rule in catalogue.values()
        if (not family or rule.family in family)
        and (not level or str(rule.level) in level)
        and (not tag or not set(tag).isdisjoint(rule.tags))
        and (not text or text.lower() in f"{rule.id} {rule.summary} {rule.body}".lower())
    ]
    if form == "json":
        terminal.write([json.dumps([_described(rule) for rule in chosen], indent=2), "\n"])
    else:
        style = Style(terminal.width(sys.stdout), terminal.use_color(color, sys.stdout), terminal.holds_unicode(sys.stdout))
        terminal.write(_table(chosen, style))


def _check(given: Iterable[str], known: set[str], what: str) -> None:
    for name in given:
        if name not in known:
            raise terminal.WrongUseError(f"There is no {what} {quoted(name)}{nearest(name, known)}.")


def _described(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "family": rule.family,
        "summary": rule.summary,
        "level": str(rule.level),
        "security-severity": rule.security_severity,
        "precision": rule.precision,
        "cwe": rule.cwe,
        "tags": list(rule.tags),
        "seed": rule.seed,
        "default": "on" if rule.default_on else "off",
    }


def _table(rules: Sequence[Rule], style: Style) -> Iterator[str]:
    """Set the rules by family; where the terminal is too narrow for columns, the summary goes below the name."""
    if not rules:
        yield "No rule fits.\n"
        return
    names = max(len(rule.id) for rule in rules)
    left = 2 + names + 2 + len("warning") + 2
    beside = style.width - left
    for number, family in enumerate(dict.fromkeys(rule.family for rule in rules)):
        yield ("\n" if number else "") + style.paint(family, "1;4") + "\n"
        for rule in (rule for rule in rules if rule.family == family):
            summary = rule.summary if rule.default_on else f"{rule.summary} (off by default)"
            name, level = style.paint(f"{rule.id:<{names}}", "1"), style.paint(f"{rule.level!s:<7}", _COLORS[str(rule.level)])
            if beside < 30:  # noqa: PLR2004 - a column in which sentences can be read
                yield f"  {style.paint(rule.id, '1')} {style.paint(str(rule.level), _COLORS[str(rule.level)])}\n"
                yield from (f"    {line}\n" for line in wrap(style.shown(summary), style.width - 4))
                continue
            first, *others = wrap(style.shown(summary), min(beside, 100))
            yield f"  {name}  {level}  {first}\n"
            yield from (f"{' ' * left}{line}\n" for line in others)
    yield f"\n{len(rules)} rule{'s' if len(rules) != 1 else ''}\n"
