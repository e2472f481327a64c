"""Help pages and usage errors in the reader's language; click's own words are English only."""

from __future__ import annotations

from collections.abc import Iterable

import click

from penalty_engine.cli.layout import cell_len, pad, wrap
from penalty_engine.cli.session import Session
from penalty_engine.diagnostics import nearest

_TITLES = {"Options": "help-options", "Commands": "help-commands", "Arguments": "help-arguments"}


class PlainFormatter(click.HelpFormatter):
    """click's formatter, with Chinese headings and widths where the reader asked for Chinese."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        super().__init__(indent_increment, width or 80, max_width)
        context = click.get_current_context(silent=True)
        self.session: Session = context.find_root().obj if context is not None else Session("en")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self.session.say("help-usage"))

    def write_heading(self, heading: str) -> None:
        title = self.session.say(_TITLES[heading]) if heading in _TITLES else heading
        self.write(f"{' ' * self.current_indent}{title}{self.session.say('cli-colon').strip()}\n")

    def write_text(self, text: str) -> None:
        for paragraph in text.split("\n"):
            for line in wrap(paragraph, self.width - self.current_indent):
                self.write(" " * self.current_indent + line + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = [
            (name, text.replace("  [required]", self.session.say("help-required"))) for name, text in rows
        ]
        first = min(max((cell_len(name) for name, _ in rows), default=0), col_max) + col_spacing
        for name, text in rows:
            head = " " * self.current_indent + pad(name, first)
            lines = wrap(text, self.width - self.current_indent - first)
            if cell_len(name) > first - col_spacing:
                self.write(head.rstrip() + "\n")
                head = " " * (self.current_indent + first)
            self.write(f"{head}{lines[0]}".rstrip() + "\n")
            for line in lines[1:]:
                self.write(" " * (self.current_indent + first) + line + "\n")


class Context(click.Context):
    """A click context whose help pages are in the reader's language."""

    formatter_class = PlainFormatter


class Command(click.Command):
    """A command of the command line."""

    context_class = Context


class Group(click.Group):
    """A group of commands below the main one."""

    context_class = Context
    command_class = Command


def usage_problem(problem: click.UsageError, session: Session) -> list[str]:
    """What is wrong with the command as typed, and how to see what is right."""
    if problem.ctx is not None and isinstance(problem, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        return problem.ctx.get_help().split("\n")
    lines = [session.say("cli-error") + _problem(problem, session)]
    if problem.ctx is not None:
        lines.append(session.say("cli-see-help", command=problem.ctx.command_path))
    return lines


def _problem(problem: click.UsageError, session: Session) -> str:
    if isinstance(problem, click.NoSuchOption):
        options = [name for item in problem.ctx.command.params for name in item.opts] if problem.ctx else []
        return session.say(
            "cli-no-option", name=problem.option_name, nearest=nearest(problem.option_name, options)
        )
    if isinstance(problem, click.MissingParameter):
        name = problem.param.make_metavar(problem.ctx) if problem.param and problem.ctx else ""
        if isinstance(problem.param, click.Option):
            name = problem.param.opts[0]
        return session.say("cli-missing", name=name.rstrip(".…"))
    if isinstance(problem, click.BadParameter) and isinstance(problem.param, click.Parameter):
        name = problem.param.opts[0] if isinstance(problem.param, click.Option) else _argument(problem.param)
        if isinstance(problem.param.type, click.Choice):
            known = [str(item) for item in problem.param.type.choices]
            code = "cli-bad-choice" if isinstance(problem.param, click.Option) else "cli-bad-argument"
            return session.say(code, name=name, known=known)
        return session.say("cli-bad-value", name=name, problem=problem.message)
    if isinstance(problem, click.BadOptionUsage):
        return session.say("cli-option-usage", name=problem.option_name)
    return _other(problem, session)


def _argument(param: click.Parameter) -> str:
    """What the help page calls it; its own name where that is a list of choices."""
    shown = param.human_readable_name
    return (param.name or shown).upper() if isinstance(param.type, click.Choice) else shown


def _other(problem: click.UsageError, session: Session) -> str:
    context = problem.ctx
    if context is not None and isinstance(context.command, click.Group):
        known = context.command.list_commands(context)
        if problem.message.startswith("Missing command"):
            return session.say("cli-no-command-given", known=known)
        if problem.message.startswith("No such command"):
            name = problem.message.split("'")[1] if "'" in problem.message else ""
            return session.say("cli-no-command", name=name, nearest=nearest(name, known), known=known)
    if "unexpected extra argument" in problem.message:
        return session.say(
            "cli-extra", names=problem.message.partition("(")[2].partition(")")[0] or problem.message
        )
    return problem.message if session.lang == "en" else session.say("cli-usage", problem=problem.message)
