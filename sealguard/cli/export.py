"""`sealguard export`: the forms of credentials for another scanner."""

from __future__ import annotations

from pathlib import Path

import click

from sealguard.cli import terminal
from sealguard.cli.options import Choice, Examples, debug
from sealguard.exports import TOOLS, export
from sealguard.reports.output import OutputError, write


@click.command(
    cls=Examples,
    short_help="Give the token patterns to another scanner.",
    examples={
        "sealguard export gitleaks": "a configuration for gitleaks",
    },
)
@click.argument("tool", type=Choice(TOOLS))
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it, instead of standard output.")
@debug
def command(tool: str, output: Path | None) -> None:
    """Write what Sealmetrics' tokens look like as TOOL reads it: a plugin, a configuration, or rules.

    Another scanner sees tokens by their form only; insecure calls, headers, and values that are put together stay with 'sealguard scan'.
    """
    if output is None or str(output) == "-":
        terminal.write([export(tool)])
        return
    try:
        write(output, [export(tool)])
    except OutputError as error:
        raise terminal.WrongUseError(str(error)) from None
