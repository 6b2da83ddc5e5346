"""What the program says of itself, as pages: `docs/reference.md` and the manual page `docs/sealguard.1`, written by `docs/generate.py`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sealguard.cli import TASKS, group
from sealguard.cli.options import Examples
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE: Final = Path(__file__).parent
REFERENCE: Final = HERE / "reference.md"
MANUAL: Final = HERE / "sealguard.1"

_SCHEMA: Final[dict[str, Any]] = json.loads((HERE.parent / "sealguard" / "schemas" / "config.json").read_text("utf-8"))

EXIT_CODES: Final = {
    ExitCode.CLEAN: "nothing at or above `--fail-on`",
    ExitCode.FINDINGS: "findings at or above `--fail-on`",
    ExitCode.USAGE: "wrong use or wrong configuration; nothing was looked at",
    ExitCode.INCOMPLETE: "the scan is incomplete: something could not be read or analysed, and the report says what",
}
FILES: Final = {
    "sealguard.toml": "the configuration; the nearest one from the scanned directory upward, within the repository",
    "pyproject.toml": "the same in a table `[tool.sealguard]`, where there is no `sealguard.toml` beside it",
    "sealguard-baseline.jsonl": "the findings that are accepted",
}
COMPLETION: Final = {
    "bash": 'eval "$(_SEALGUARD_COMPLETE=bash_source sealguard)"',
    "zsh": 'eval "$(_SEALGUARD_COMPLETE=zsh_source sealguard)"',
    "fish": "_SEALGUARD_COMPLETE=fish_source sealguard | source",
}
"""What goes into a shell's start-up file."""


@dataclass(frozen=True)
class Command:
    """A command as its help shows it."""

    name: str
    usage: str
    text: str
    options: Mapping[str, str]
    examples: Mapping[str, str]


def commands() -> Iterator[Command]:
    """Give all commands in the order of the overview, those below a command behind it."""
    top = click.Context(group, info_name="sealguard", **group.context_settings)
    for name in (name for names in TASKS.values() for name in names):
        command = group.get_command(top, name)
        if command is None:
            raise LookupError(name)
        context = click.Context(command, info_name=name, parent=top)
        yield _described(command, context)
        if isinstance(command, click.Group):
            for below in command.list_commands(context):
                yield _described(command.commands[below], click.Context(command.commands[below], info_name=below, parent=context))


def _described(command: click.Command, context: click.Context) -> Command:
    options = {}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record:
            variable = f"  [{parameter.envvar}]" if isinstance(parameter.envvar, str) else ""
            options[record[0]] = f"{' '.join(record[1].split())}{variable}"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    examples = command.examples if isinstance(command, Examples) else {}
    return Command(context.command_path, usage, command.help or "", options, examples)


def keys() -> Iterator[tuple[str, str]]:
    """Give the configuration's keys, each with what it means."""
    for key, said in _SCHEMA["properties"].items():
        default = f" Default: `{json.dumps(said['default'])}`." if "default" in said else ""
        yield key, said["description"] + default


# The page ------------------------------------------------------------------------------------------------------------


def page() -> str:
    """Write `docs/reference.md`."""
    lines = [
        "# Reference",
        "",
        "<!-- Written by `python docs/generate.py` from the program itself; a test fails where it is stale. -->",
        "",
        "`sealguard rules` lists the rules, and `sealguard explain RULE` shows a rule's page. Formats of reports are in [ci.md](ci.md),",
        "languages in [languages.md](languages.md), use from programs in [embedding.md](embedding.md).",
    ]
    for command in commands():
        lines += [
            "",
            f"## {command.name}",
            "",
            "```text",
            command.usage,
            "```",
            "",
            _paragraphs(command.text),
            "",
            "| option | |",
            "|---|---|",
        ]
        lines += [f"| `{_cell(name)}` | {_cell(_prose(told))} |" for name, told in command.options.items()]
        if command.examples:
            lines += ["", "```bash", *(f"{line}  # {told}" for line, told in command.examples.items()), "```"]
    lines += ["", "## Exit codes", "", "| code | |", "|---|---|", *(f"| {code.value} | {told} |" for code, told in EXIT_CODES.items())]
    lines += ["", "## Configuration", "", "| key | |", "|---|---|", *(f"| `{key}` | {_cell(told)} |" for key, told in keys())]
    lines += ["", "## Files", "", "| file | |", "|---|---|", *(f"| `{name}` | {told} |" for name, told in FILES.items())]
    lines += [
        "",
        "## Completion",
        "",
        "Shells complete commands, options, rules, families and formats, with this line in the file that they start with:",
        "",
    ]
    lines += ["| shell | |", "|---|---|", *(f"| {shell} | `{line}` |" for shell, line in COMPLETION.items())]
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _prose(text: str) -> str:
    return re.sub(r"  \[(SEALGUARD_[A-Z_]+)\]", r" `\1`", re.sub(r" \[default: ([^\]]*)\]", r" Default: \1.", text))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


# The manual ----------------------------------------------------------------------------------------------------------


def manual() -> str:
    """Write the manual page."""
    lines = [
        '.\\" Written by docs/generate.py from the program itself.',
        f'.TH SEALGUARD 1 "" "sealguard {version("sealguard")}" "User Commands"',
        ".nh",
        ".SH NAME",
        "sealguard \\- find credentials, insecure calls and malformed headers in code that talks to the Sealmetrics API",
        ".SH SYNOPSIS",
        ".B sealguard",
        '.RI [ OPTIONS ] " " COMMAND " " [ ARGUMENTS ]',
        ".SH DESCRIPTION",
        "Without a command, in a repository,",
        ".B sealguard",
        "scans as",
        ".B sealguard scan",
        "does.",
        ".SH COMMANDS",
    ]
    for command in commands():
        lines += [f".SS {_roff(command.usage)}", *_roff_paragraphs(command.text)]
        for name, told in command.options.items():
            lines += [".TP", f".B {_roff(name)}", _line(told)]
    lines += [".SH EXIT STATUS"]
    for code, told in EXIT_CODES.items():
        lines += [".TP", f".B {code.value}", _line(told.replace("`", "'"))]
    lines += [".SH CONFIGURATION", "The keys of", ".IR sealguard.toml :"]
    for key, told in keys():
        lines += [".TP", f".B {_roff(key)}", _line(told.replace("`", ""))]
    lines += [".SH ENVIRONMENT", "Every option is a variable too: the name in brackets behind it."]
    lines += [".SH FILES"]
    for name, told in FILES.items():
        lines += [".TP", f".I {_roff(name)}", _line(told.replace("`", "'"))]
    lines += [".SH EXAMPLES"]
    for command in commands():
        for line, told in command.examples.items():
            lines += [".TP", f".B {_roff(line)}", _line(told)]
    lines += [".SH SEE ALSO", ".BR git (1)"]
    return "\n".join(lines) + "\n"


def _roff_paragraphs(text: str) -> Iterator[str]:
    for number, part in enumerate(text.split("\n\n")):
        if number:
            yield ".PP"
        yield _line(" ".join(part.split()))


def _line(text: str) -> str:
    return "\n".join(
        f"\\&{part}" if part.startswith((".", "'")) else part for part in re.split(r"(?<=[.;:]) +", _roff(" ".join(text.split())))
    )


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
