"""The program: its commands in groups, and `--version`."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

# The commands by group, in the order of the help; each is a function of its own name in a module of that name.
GROUPS = (
    ("Check", ("verify", "explain", "impact", "infer")),
    ("Documents", ("extract", "coverage", "drift", "quantities", "init")),
    ("Reference", ("rule", "schema")),
)


class Grouped(TyperGroup):
    """A program whose help lists its commands by group."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write one section a group."""
        for title, names in GROUPS:
            commands = [(name, command) for name in names if (command := self.get_command(ctx, name))]
            with formatter.section(title):
                formatter.write_dl([(name, command.get_short_help_str(70)) for name, command in commands])


program = typer.Typer(
    name="claimcheck",
    cls=Grouped,
    help="Check that the numbers of a text can all be true.",
    epilog="Exit code: 0 nothing found, 1 findings, 2 a mistake in the sheet, its input or the call.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from claimcheck import __version__

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@program.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Check that the numbers of a text can all be true."""


for _, _names in GROUPS:
    for _name in _names:
        program.command(_name)(getattr(import_module(f"claimcheck.cli.{_name}"), _name))
