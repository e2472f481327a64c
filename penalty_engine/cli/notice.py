"""`penalty notice`: drafts one paper of a case, from our template or in the bureau's own Word form."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from penalty_engine.cli.codes import NEEDS_FACTS
from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import benchmark_option, engine_options, make, templates_option
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import complain, write_data

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.documents.drafting import Draft
    from penalty_engine.documents.material import Material
    from penalty_engine.engine import Engine

_SUFFIXES = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md", ".pdf": "pdf"}
_BINARY = ("docx", "pdf")


class _Wanted(NamedTuple):
    """What the command line asks for. ``own``: the bureau's own Word form; ``templates``: the folder of templates."""

    form: str
    fmt: str
    out: str
    force: bool
    own: Path | None
    templates: Path


def build(session: Session) -> click.Command:
    """The command."""
    from penalty_engine.documents import FORMATS

    def run(
        file: str,
        form: str,
        fmt: str | None,
        template: str | None,
        out: str,
        force: bool,
        benchmark: str | None,
        templates: Path | None,
        rules: Path | None,
        network: str | None,
    ) -> int:
        from penalty_engine.cli.case_file import assessed, is_same_file
        from penalty_engine.documents import OutputError
        from penalty_engine.resources import templates_folder

        chosen = fmt or _format(session, out)
        if template is not None and chosen != "docx":
            raise click.UsageError(session.say("cli-template-is-word"))
        if out == "-" and chosen in _BINARY:
            raise click.UsageError(session.say("cli-docx-needs-file"))
        if is_same_file(out, file):
            raise OutputError("output-is-the-case", path=out)
        own = None if template is None else Path(template)
        wanted = _Wanted(form, chosen, out, force, own, templates_folder(templates))
        engine = session.engine(rules, network)
        return _notice(session, engine, *assessed(engine, file, benchmark), wanted)

    say = session.say
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-case"), type=click.Path(allow_dash=True)),
        click.Option(["--form"], metavar=say("meta-form"), required=True, help=say("help-opt-form")),
        click.Option(["--format", "fmt"], type=click.Choice(list(FORMATS)), help=say("help-opt-format")),
        click.Option(["--template"], metavar=say("meta-file"), help=say("help-opt-template")),
        click.Option(["--out"], metavar=say("meta-file"), default="-", help=say("help-opt-out")),
        click.Option(["--force"], is_flag=True, help=say("help-opt-force")),
        benchmark_option(session),
        templates_option(session),
        *engine_options(session),
    ]
    return make(session, "notice", run, params)


def _format(session: Session, out: str) -> str:
    if out == "-":
        return "md"
    suffix = Path(out).suffix.lower()
    if suffix not in _SUFFIXES:
        raise click.UsageError(session.say("cli-format-unknown", suffix=suffix or out))
    return _SUFFIXES[suffix]


def _notice(session: Session, engine: Engine, case: Case, assessment: Assessment, wanted: _Wanted) -> int:
    from penalty_engine.cli.left_to_do import left_to_do
    from penalty_engine.documents import DocumentError, OutputError, material_of, write_output

    try:
        paper, data = _made(material_of(engine, case, assessment), wanted)
    except DocumentError as problem:
        if assessment.status != "needs-facts" or problem.message.code != "paper-facts-missing":
            raise
        complain(f"{session.say('cli-error')}{problem.render(session.lang)}".split("\n"))
        return NEEDS_FACTS
    if wanted.out == "-":
        write_data(data.decode("utf-8"))
    else:
        if wanted.out.endswith(("/", os.sep)):
            raise OutputError("output-is-a-folder", path=wanted.out)
        write_output(Path(wanted.out), data, wanted.force)
        click.echo(session.say("cli-written", file=inert(wanted.out)))
    if wanted.own is not None and paper.mark is not None:  # our own forms say it on every page
        complain([session.say("cli-own-form-draft")])
    complain(left_to_do(session, engine, paper, assessment))
    return 0


def _made(material: Material, wanted: _Wanted) -> tuple[Draft, bytes]:
    """The paper, and the file: laid out from our template, or the bureau's own form with its blanks filled."""
    from penalty_engine.documents.drafting import draft, lay_out

    paper = draft(wanted.form, material, wanted.templates)
    if wanted.own is None:
        return paper, lay_out(paper, wanted.fmt)
    from penalty_engine.documents.own_form import fill_own_form, text_of_own_form

    data = fill_own_form(wanted.own, paper.context, wanted.templates)
    return paper._replace(markdown=text_of_own_form(data)), data
