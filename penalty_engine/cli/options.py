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


class DayError(ValueError):
    """What was typed is no day. ``code``: the message that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(text: str) -> date:
    """The date written like 2016-03-01; the same years as in a case file. Raises DayError."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise DayError("cli-not-a-day")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise DayError("impossible-date") from None
    if not 1900 <= day.year < 2200:
        raise DayError("date-out-of-range")
    return day


def _day_reader(session: Session) -> Any:
    def read(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
        try:
            return None if value is None else read_day(value)
        except DayError as error:
            raise click.BadParameter(session.say(error.code, value=value)) from None

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
            ["--rules"],
            type=click.Path(path_type=Path),
            metavar=session.say("meta-folder"),
            help=session.say("help-opt-rules"),
        ),
        click.Option(
            ["--network"],
            type=click.Choice(["auto", "durable", "native"]),
            help=session.say("help-opt-network"),
        ),
    ]


def case_options(session: Session, asked: bool = False) -> list[click.Parameter]:
    """The options that describe a case on the command line; ``asked``: party and day are asked for where not given."""
    say, how = session.say, "-asked" if asked else ""
    return [
        click.Option(
            ["--fact", "facts"],
            multiple=True,
            metavar=say("meta-fact"),
            help=say("help-opt-fact"),
            shell_complete=completions.facts,
        ),
        click.Option(
            ["--circumstance", "circumstances"],
            multiple=True,
            metavar=say("meta-id"),
            help=say("help-opt-circumstance"),
            shell_complete=completions.circumstances,
        ),
        click.Option(
            ["--party"],
            type=click.Choice(["organization", "sole_trader", "individual"]),
            help=say(f"help-opt-party{how}"),
        ),
        click.Option(
            ["--on"], callback=_day_reader(session), metavar=say("meta-date"), help=say(f"help-opt-on{how}")
        ),
        click.Option(["--mitigate"], is_flag=True, help=say("help-opt-mitigate")),
        click.Option(["--first-violation-exemption"], is_flag=True, help=say("help-opt-exempt")),
        click.Option(
            ["--authority"],
            metavar=say("meta-id"),
            help=say("help-opt-authority"),
            shell_complete=completions.authorities,
        ),
        benchmark_option(session),
    ]


def benchmark_option(session: Session) -> click.Option:
    """--benchmark: another than that of the authority."""
    return click.Option(
        ["--benchmark"],
        metavar=session.say("meta-id"),
        help=session.say("help-opt-benchmark"),
        shell_complete=completions.benchmarks,
    )


def templates_option(session: Session) -> click.Option:
    """--templates: a bureau's own copy of the templates."""
    return click.Option(
        ["--templates"],
        metavar=session.say("meta-folder"),
        type=click.Path(path_type=Path),
        help=session.say("help-opt-templates"),
    )


def day_option(session: Session) -> click.Option:
    """--on, for commands that look something up."""
    return click.Option(
        ["--on"],
        callback=_day_reader(session),
        metavar=session.say("meta-date"),
        help=session.say("help-opt-on-looked-up"),
    )


def json_option(session: Session) -> click.Option:
    """--json."""
    return click.Option(["--json", "as_json"], is_flag=True, help=session.say("help-opt-json"))


def make(
    session: Session, name: str, callback: Any, params: list[click.Parameter], group: str = ""
) -> click.Command:
    """A command with the options every command has; `group`: the one it belongs to, if not the main one."""
    text = session.say(f"help-{group}-{name}" if group else f"help-{name}")
    return Command(
        name,
        callback=callback,
        help=text,
        options_metavar=session.say("meta-options"),
        add_help_option=False,
        short_help=text.split("\n")[0],
        params=[*params, language_option(session), help_option(session)],
    )
