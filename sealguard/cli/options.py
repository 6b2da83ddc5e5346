"""Options that several commands share, each of them an environment variable too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sealguard.cli import terminal
from sealguard.model import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])

LEVELS: dict[str, Level] = {str(level): level for level in Level}


class Group(click.Group):
    """Commands below a command."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was nearest."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from sealguard.config import nearest, quoted  # noqa: PLC0415 - only a wrong name needs it

            raise terminal.WrongUseError(f"There is no command {quoted(args[0])}{nearest(args[0], names)}.")
        return super().resolve_command(ctx, args)


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:  # noqa: ANN401 - whatever click takes
    """Declare an option that `SEALGUARD_<ITS NAME>` sets as well."""
    long = next(name for name in names if name.startswith("--"))
    variable = "SEALGUARD_" + long.removeprefix("--").partition("/")[0].replace("-", "_").upper()
    return click.option(*names, envvar=variable, **settings)


def comma_separated(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Let `--select a,b` mean `--select a --select b`."""
    return tuple(item.strip() for value in values for item in value.split(",") if item.strip())


def level(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Level | None:
    """Turn a level's name into the level."""
    return None if value is None else LEVELS[value]


color = option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Whether to write colours; 'auto' asks NO_COLOR, FORCE_COLOR and the terminal.",
)
debug = click.option("--debug", is_flag=True, expose_value=False, hidden=True, help="As before the command.")
