"""The program: its commands in groups, and `--version`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import coverage, explain, init, rule, schema, verify

program = typer.Typer(
    name="claimcheck",
    help="Check that the numbers of a text can all be true.",
    epilog="Exit code: 0 nothing found, 1 findings, 2 a mistake in the sheet, its input or the call.",
    no_args_is_help=True,
    add_completion=False,
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


program.command("verify")(verify.verify)
program.command("explain")(explain.explain)
program.command("coverage")(coverage.coverage)
program.command("init")(init.init)
program.command("rule")(rule.rule)
program.command("schema")(schema.schema)
