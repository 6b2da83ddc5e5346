"""The command line: one module a command, imported when it is called, and every failure one line with the way out."""

from __future__ import annotations

import importlib
import os
import re
import sys
from typing import TYPE_CHECKING, Final

import click

from sealguard.cli import terminal
from sealguard.cli.options import Group
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = {
    "audit": "Say where a repository stands with every practice, and what to do first.",
    "baseline": "Accept the findings that are there, so that only new ones are reported.",
    "explain": "Show a rule's page: why it matters, what to do, what is not reported.",
    "init": "Set up a repository: configuration, commit hook, CI job, baseline.",
    "history": "Scan all that a repository's commits hold or ever held.",
    "rules": "List the rules.",
    "export": "Give the token patterns to another scanner.",
    "scan": "Scan files for Sealmetrics credentials and faulty calls.",
}

INTERRUPTED: Final = 130
"""As a shell reports a process that SIGINT ended."""
READER_GONE: Final = 141
"""The same for SIGPIPE: whoever read our output has stopped, and knows nothing of what we found."""


TASKS: Final = {
    "Scan": ("scan", "history", "audit"),
    "Set up": ("init", "baseline"),
    "Understand": ("rules", "explain"),
    "Beside other tools": ("export",),
}
"""The commands by what people want to do."""


class LazyGroup(Group):
    """A group that imports a command only when it is called; its own list and its help need none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands' names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands by task without importing them."""
        for task, names in TASKS.items():
            with formatter.section(task):
                formatter.write_dl([(f"{name:<9}", COMMANDS[name]) for name in names])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
    no_args_is_help=True,
    examples={
        "sealguard": "in a repository, the same as 'sealguard scan'",
        "sealguard scan --staged": "what the next commit adds or changes",
        "sealguard init --dry-run": "what a repository would get",
        "sealguard explain hardcoded-token": "what a rule means, and what to do",
        "sealguard scan --help": "what a command can do",
    },
)
@click.option("--version", is_flag=True, help="Show the version and exit.")
@click.option("--verbose", "-v", is_flag=True, help="With --version: those of all that sealguard is made of, for a bug report.")
@click.option("--debug", is_flag=True, envvar="SEALGUARD_DEBUG", help="Show where an internal error came from.")
@click.pass_context
def group(ctx: click.Context, version: bool, verbose: bool, debug: bool) -> None:  # noqa: ARG001, FBT001 - `run` reads `debug`, which is there when everything else has failed
    """Find credentials, insecure calls and malformed headers in code that talks to the Sealmetrics API.

    Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or configuration, 3 the scan is incomplete.
    """
    if version:
        from sealguard.cli import versions  # noqa: PLC0415 - most runs have no use for it

        terminal.write(versions.told(everything=verbose))
        ctx.exit()
    if verbose:
        raise terminal.WrongUseError("'--verbose' goes with '--version'.")
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


def main() -> None:
    """Run the command line and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code. Whatever goes wrong is said in one line on standard error."""
    try:
        code = group.main(_meant(arguments), prog_name="sealguard", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return ExitCode.USAGE
    except terminal.WrongUseError as error:
        return _complain(error.message, ExitCode.USAGE)
    except click.ClickException as error:
        return _complain(terminal.veiled(error.format_message()) + _way_out(error), ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (terminal.ReaderGoneError, BrokenPipeError):
        return _reader_gone()
    except Exception as error:  # noqa: BLE001 - the last net: what it holds may be raw, so only its type and place are told
        return _internal(error, debug="--debug" in arguments or bool(os.environ.get("SEALGUARD_DEBUG")))
    return code if isinstance(code, int) else ExitCode.CLEAN


def _meant(arguments: Sequence[str]) -> list[str]:
    """Take no command for `scan` where there is a repository to scan; anywhere else it is wrong use, for nothing is looked at."""
    if set(arguments) <= {"--debug"} and not os.environ.get("_SEALGUARD_COMPLETE"):
        from sealguard.sources import git  # noqa: PLC0415 - a named command imports what it needs

        if git.find("."):
            print("sealguard: Scanning, as 'sealguard scan' does; 'sealguard --help' shows what else there is.", file=sys.stderr)  # noqa: T201 - click's echo adds nothing
            return [*arguments, "scan"]
    return list(arguments)


def _way_out(error: click.ClickException) -> str:
    """Point to the help where a message of click's does not say what would be right."""
    if not isinstance(error, click.UsageError) or re.search(r"Did you mean|nearest|one of|in the range", error.format_message()):
        return ""
    return f" '{error.ctx.command_path if error.ctx else 'sealguard'} --help' shows how it is used."


def _complain(message: str, code: int) -> int:
    from sealguard.reports.escape import escaped  # noqa: PLC0415 - only failures need it

    print(f"sealguard: {' '.join(escaped(line).strip() for line in message.splitlines())}", file=sys.stderr)  # noqa: T201 - click's echo adds nothing
    return code


def _reader_gone() -> int:
    # What is still buffered has nowhere to go, and the interpreter must not try again when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE


def _internal(error: BaseException, *, debug: bool) -> int:
    name = type(error).__name__
    if not debug:
        return _complain(f"Internal error ({name}); run again with 'sealguard --debug' to see where.", ExitCode.INCOMPLETE)
    import traceback  # noqa: PLC0415 - only failures need it

    cause: BaseException | None = error
    while cause is not None:
        # Neither the messages nor the variables of an exception are shown: both can hold what was scanned.
        sys.stderr.write("".join(traceback.format_tb(cause.__traceback__)))
        sys.stderr.write(f"{type(cause).__name__}\n")
        cause = cause.__cause__ or cause.__context__
    return _complain(f"Internal error ({name}).", ExitCode.INCOMPLETE)
