"""Options that several commands share, each of them an environment variable too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from sealguard.cli import terminal
from sealguard.model import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.shell_completion import CompletionItem

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])

if TYPE_CHECKING:
    _Choice = click.Choice[str]
    _ParamType = click.ParamType[str]
else:  # they take no types before click 8.2
    _Choice, _ParamType = click.Choice, click.ParamType

LEVELS: dict[str, Level] = {str(level): level for level in Level}


SECTIONS: Final = {
    "Rules and configuration": ("select", "ignore", "generic_secrets", "config", "isolated", "untrusted", "baseline", "require_reason"),
    "Report": (
        "fail_on", "exit_zero", "format", "output", "report", "sarif_output", "json_output", "include_suppressed", "category", "color",
    ),
    "Run": ("jobs", "no_progress"),
}  # fmt: skip
"""Under which heading help lists an option that many commands have; a command's own come first."""


class Examples(click.Command):
    """A command whose help groups options by what they are for, and ends in examples."""

    def __init__(self, *arguments: Any, examples: Mapping[str, str] | None = None, **settings: Any) -> None:  # noqa: ANN401 - whatever click takes
        """Take `examples` as command lines, each with what it does."""
        super().__init__(*arguments, **settings)
        self.examples: Mapping[str, str] = examples or {}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those of many commands under their headings."""
        places = {name: title for title, names in SECTIONS.items() for name in names}
        sections: dict[str, list[tuple[str, str]]] = {title: [] for title in ("Options", *SECTIONS)}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)):
                sections[places.get(parameter.name or "", "Options")].append(record)
        if len(sections["Report"]) + len(sections["Rules and configuration"]) <= 1:  # a short list needs no headings
            sections = {"Options": [record for records in sections.values() for record in records]}
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                formatter.write_dl(list(self.examples.items()), col_max=60)


class Group(Examples, click.Group):
    """Commands below a command."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was nearest."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from sealguard.config import nearest, quoted  # noqa: PLC0415 - only a wrong name needs it

            raise terminal.WrongUseError(f"There is no command {quoted(args[0])}{nearest(args[0], names)}.")
        return super().resolve_command(ctx, args)


class Choice(_Choice):
    """One of some words; a wrong one is told with the nearest right one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's signature
        """Give the word that is meant."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            from sealguard.config import nearest  # noqa: PLC0415 - only a wrong word needs it

            raise click.BadParameter(f"{error.message.removesuffix('.')}{nearest(str(value), self.choices)}.", ctx, param) from None


class Selector(_ParamType):
    """Rules, and what else names them: nothing is checked here, for configuration names them too, but shells can complete them."""

    name = "rule"

    def __init__(self, *, families: bool = True) -> None:
        """Take `families` as whether several rules at once will do."""
        self._families = families

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Give the rules and families that begin so; behind a comma, another list item begins."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only shells ask

        from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - the same

        before, comma, begun = incomplete.rpartition(",") if self._families else ("", "", incomplete)
        rules = load_catalogue()
        words = {rule.id: rule.summary for rule in rules.values()}
        if self._families:
            words |= {rule.family: "all rules of this family" for rule in rules.values()}
            words |= {"default": "what runs unasked", "all": "every rule"}
        return [CompletionItem(before + comma + word, help=told) for word, told in sorted(words.items()) if word.startswith(begun)]


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
    type=Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Whether to write colours; 'auto' asks NO_COLOR, FORCE_COLOR and the terminal.",
)
debug = click.option("--debug", is_flag=True, expose_value=False, hidden=True, help="As before the command.")
