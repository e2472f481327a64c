"""Options that several commands share."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from penalty_engine.cli import completions
from penalty_engine.cli.help import Command
from penalty_engine.cli.session import Session


def _day_reader(session: Session) -> Any:
    def read(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
        try:
            if value is not None and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                raise ValueError
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(session.say("cli-not-a-day", value=value)) from None

    return read


def help_option(session: Session) -> click.Option:
    """--help."""

    def print_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=print_help,
        help=session.say("help-help"),
    )


def language_option(session: Session) -> click.Option:
    """--lang."""
    # read before parsing, by new_session; declared so that it is known, checked and listed
    return click.Option(
        ["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=session.say("help-lang")
    )


def engine_options(session: Session) -> list[click.Parameter]:
    """The options that say which rules and which network."""
    return [
        click.Option(
            ["--rules"], type=click.Path(path_type=Path), metavar="DIR", help=session.say("help-opt-rules")
        ),
        click.Option(
            ["--network"],
            type=click.Choice(["auto", "durable", "native"]),
            help=session.say("help-opt-network"),
        ),
    ]


def case_options(session: Session) -> list[click.Parameter]:
    """The options that describe a case on the command line."""
    say = session.say
    return [
        click.Option(
            ["--fact", "facts"],
            multiple=True,
            metavar="NAME=VALUE",
            help=say("help-opt-fact"),
            shell_complete=completions.facts,
        ),
        click.Option(
            ["--circumstance", "circumstances"],
            multiple=True,
            metavar="ID",
            help=say("help-opt-circumstance"),
            shell_complete=completions.circumstances,
        ),
        click.Option(
            ["--party"],
            type=click.Choice(["organization", "sole_trader", "individual"]),
            help=say("help-opt-party"),
        ),
        click.Option(["--on"], callback=_day_reader(session), metavar="DATE", help=say("help-opt-on")),
        click.Option(["--mitigate"], is_flag=True, help=say("help-opt-mitigate")),
        click.Option(["--first-violation-exemption"], is_flag=True, help=say("help-opt-exempt")),
        click.Option(
            ["--authority"],
            metavar="ID",
            help=say("help-opt-authority"),
            shell_complete=completions.authorities,
        ),
    ]


def json_option(session: Session) -> click.Option:
    """--json."""
    return click.Option(["--json", "as_json"], is_flag=True, help=session.say("help-opt-json"))


def make(session: Session, name: str, callback: Any, params: list[click.Parameter]) -> click.Command:
    """A command with the options every command has."""
    return Command(
        name,
        callback=callback,
        help=session.say(f"help-{name}"),
        add_help_option=False,
        short_help=session.say(f"help-{name}").split("\n")[0],
        params=[*params, language_option(session), help_option(session)],
    )
