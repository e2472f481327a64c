"""The command `penalty`: the group, its errors and its exit codes. Commands are imported when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from penalty_engine.cli.codes import BAD_INPUT, FAULT, OK
from penalty_engine.cli.help import Context, usage_problem
from penalty_engine.cli.session import DEBUG_VARIABLE, Session, new_session
from penalty_engine.cli.terminal import complain, nowhere, prepare
from penalty_engine.errors import EngineError, PenaltyEngineError
from penalty_engine.version import __version__

COMMANDS = (
    "fine",
    "assess",
    "ask",
    "explain",
    "why-not",
    "what-if",
    "compare",
    "deadlines",
    "check",
    "dossier",
    "notice",
    "templates",
    "search",
    "show",
    "rules",
    "schema",
    "completion",
)


class Penalty(click.Group):
    """The group. Its language is settled before anything is parsed, because help texts depend on it."""

    context_class = Context

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        extra.setdefault("obj", new_session(args))
        self.params = _group_options(extra["obj"])
        self.options_metavar = extra["obj"].say("meta-options")
        self.subcommand_metavar = extra["obj"].say("meta-command")
        return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        build: Callable[[Session], click.Command] = import_module(
            f"penalty_engine.cli.{cmd_name.replace('-', '_')}"
        ).build
        return build(ctx.find_root().obj)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(ctx.obj.say("help-group"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, ctx.obj.say(f"help-{name}").split("\n")[0]) for name in COMMANDS])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; errors become one plain message and an exit code."""
        sys.stdout = sys.stdout or nowhere()  # None: closed by the caller
        sys.stderr = sys.stderr or nowhere()
        given = list(sys.argv[1:] if args is None else args)
        if not standalone_mode:
            return super().main(given, prog_name, complete_var, False, **extra)
        session = new_session(given)._replace(drawing=prepare(sys.stdout))

        def run() -> Any:
            return super(Penalty, self).main(
                given, prog_name, complete_var, False, **{"obj": session, **extra}
            )

        code = _guarded(session, run)
        sys.exit(code)


def _guarded(session: Session, run: Callable[[], Any]) -> int:
    """The exit code of `run`; whatever it raises is told in words, never as a traceback."""
    try:
        code = run()
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.UsageError as problem:
        complain(usage_problem(problem, session))
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt, EOFError):
        complain(["", session.say("cli-aborted")])
        return FAULT
    except PenaltyEngineError as problem:
        return _told(session, problem, _code_of(problem))
    except BrokenPipeError:
        _forget_output()
        return FAULT
    except OSError as problem:
        _forget_output()
        complain(
            [session.say("cli-error") + session.say("cli-system", reason=problem.strerror or str(problem))]
        )
        return FAULT
    except Exception as problem:
        return _fault(session, problem)


def _code_of(problem: PenaltyEngineError) -> int:
    """2 for what was given, 1 for what the engine cannot do. A network nobody knows was given, in a variable or an option."""
    given = not isinstance(problem, EngineError) or problem.message.code == "network-unknown"
    return BAD_INPUT if given else FAULT


def _told(session: Session, problem: PenaltyEngineError, code: int) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        _traceback()
    findings = problem.render(session.lang).split("\n")
    count = len(getattr(problem, "diagnostics", ()))
    if count > 1:
        complain([session.say("cli-error") + session.say("cli-findings", count=count), *findings])
    else:
        complain([session.say("cli-error") + findings[0], *findings[1:]])
    return code


def _fault(session: Session, problem: Exception) -> int:
    """Something nobody foresaw: say that it is not the reader's fault, and what to do."""
    if os.environ.get(DEBUG_VARIABLE):
        _traceback()
    if isinstance(problem, click.ClickException):
        complain([session.say("cli-error") + problem.format_message()])
        return FAULT
    kind = f"{type(problem).__name__}: {problem}".replace("\n", " ")
    complain(
        [
            session.say("cli-error")
            + session.say("cli-fault", kind=kind[:200], version=__version__, variable=DEBUG_VARIABLE)
        ]
    )
    return FAULT


def _traceback() -> None:
    import traceback

    traceback.print_exc()


def _forget_output() -> None:
    """Nobody reads any more; keep the interpreter from complaining when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _group_options(session: Session) -> list[click.Parameter]:
    from penalty_engine.cli.options import help_option, language_option

    def version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"penalty-engine {__version__}")
            ctx.exit()

    return [
        language_option(session),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=version,
            help=session.say("help-version"),
        ),
        help_option(session),
    ]


main = Penalty("penalty", add_help_option=False, callback=lambda **_: None, no_args_is_help=True)
