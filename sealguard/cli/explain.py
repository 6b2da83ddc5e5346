"""`sealguard explain RULE`: the rule's page, set for a terminal, or as the Markdown it is when it goes elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sealguard.catalogue import load_catalogue
from sealguard.cli import terminal
from sealguard.cli.options import Examples, Selector, color, debug, option
from sealguard.config import nearest, quoted
from sealguard.reports.advice import prose

if TYPE_CHECKING:
    from sealguard.catalogue import Rule

WIDEST = 100
"""Prose is not set wider than this."""


@click.command(
    cls=Examples,
    short_help="Show a rule's page: why it matters, what to do, what is not reported.",
    examples={
        "sealguard explain hardcoded-token": "a rule's page",
        "sealguard explain hardcoded-token --examples": "with what is reported and what is not",
    },
)
@click.argument("rule", type=Selector(families=False))
@option("--examples", is_flag=True, help="Show the page's examples too: what is reported, and what is not.")
@color
@debug
def command(rule: str, examples: bool, color: str) -> None:  # noqa: FBT001 - click's signature
    """Show the page of RULE: why it matters, what to do, what is not reported."""
    catalogue = load_catalogue()
    if rule not in catalogue:
        way = nearest(rule, catalogue) or "; 'sealguard rules' lists them"
        raise terminal.WrongUseError(f"There is no rule {quoted(rule)}{way}.")
    found = catalogue[rule]
    heading, _, rest = (found.body if examples else prose(found)).partition("\n")
    text = f"{heading}\n\n{_facts(found)}{rest}"
    if sys.stdout.isatty() or color == "always":
        _show(text, colored=terminal.use_color(color, sys.stdout))
    else:
        terminal.write([text if text.endswith("\n") else f"{text}\n"])


def _facts(rule: Rule) -> str:
    """Give what the front matter says, in short."""
    state = "" if rule.default_on else ", off by default"
    return (
        f"*{rule.family}, {rule.level}{state}; severity {rule.security_severity}, precision {rule.precision}, {rule.cwe}*\n\n"
        f"> {rule.seed}\n"
    )


def _show(text: str, *, colored: bool) -> None:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.markdown import Markdown  # noqa: PLC0415 - the same

    console = Console(width=min(terminal.width(sys.stdout), WIDEST), no_color=not colored, force_terminal=colored, highlight=False)
    try:
        console.print(Markdown(text, code_theme="ansi_dark", hyperlinks=False))
    except BrokenPipeError:
        raise terminal.ReaderGoneError from None
