"""`penalty notice`: drafts a prior notice or a penalty decision."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from penalty_engine.cli.codes import NEEDS_FACTS
from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import benchmark_option, engine_options, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import complain, write_data

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine

_SUFFIXES = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md"}


def build(session: Session) -> click.Command:
    """The command."""
    from penalty_engine.documents import FORMATS, FORMS

    def run(
        file: str,
        form: str,
        fmt: str | None,
        out: str,
        force: bool,
        benchmark: str | None,
        rules: Path | None,
        network: str | None,
    ) -> int:
        chosen = fmt or _format(session, out)
        if out == "-" and chosen == "docx":
            raise click.UsageError(session.say("cli-docx-needs-file"))
        from penalty_engine.cli.case_file import assessed

        engine = session.engine(rules, network)
        return _notice(session, engine, *assessed(engine, file, benchmark), form, chosen, out, force)

    say = session.say
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-case"), type=click.Path(allow_dash=True)),
        click.Option(["--form"], type=click.Choice(list(FORMS)), required=True, help=say("help-opt-form")),
        click.Option(["--format", "fmt"], type=click.Choice(list(FORMATS)), help=say("help-opt-format")),
        click.Option(["--out"], metavar=say("meta-file"), default="-", help=say("help-opt-out")),
        click.Option(["--force"], is_flag=True, help=say("help-opt-force")),
        benchmark_option(session),
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


def _notice(
    session: Session,
    engine: Engine,
    case: Case,
    assessment: Assessment,
    form: str,
    fmt: str,
    out: str,
    force: bool,
) -> int:
    from penalty_engine.cli.left_to_do import left_to_do
    from penalty_engine.documents import DocumentError, OutputError, render, write_output
    from penalty_engine.resources import templates_folder

    result = assessment.to_dict("zh")  # papers are Chinese, whatever the reader's language
    content: dict[str, Any] = {
        "case": case.model_dump(mode="json", by_alias=True, exclude_none=True),
        "assessment": result,
        "authority": _authority(engine, assessment.authority),
        "clauses": _clauses(engine, result),
        "names": _names(engine),
        "templates": templates_folder(),
    }
    try:
        data = render(form, fmt, **content)
        text = (data if fmt == "md" else render(form, "md", **content)).decode("utf-8")
    except DocumentError as problem:
        if assessment.status != "needs-facts":
            raise
        complain(f"{session.say('cli-error')}{problem.render(session.lang)}".split("\n"))
        return NEEDS_FACTS
    if out == "-":
        write_data(data.decode("utf-8"))
    else:
        if out.endswith(("/", os.sep)):
            raise OutputError("output-is-a-folder", path=out)
        write_output(Path(out), data, force)
        click.echo(session.say("cli-written", file=inert(out)))
    complain(left_to_do(session, engine, form, case, assessment, text))
    return 0


def _authority(engine: Engine, name: str) -> dict[str, Any]:
    authority = engine.rulebook.authorities[name]
    profile = dict(authority.profile)
    return {**profile, "id": authority.id, "name": authority.name.zh}


def _clauses(engine: Engine, assessment: dict[str, Any]) -> dict[str, Any]:
    """The text of every clause of the assessment, in the version applied."""
    found = {}
    for act in assessment["acts"]:
        for finding in act["findings"]:
            versions = engine.rulebook.clauses[finding["clause"]]
            clause = next(item for item in versions if item.statute.version == finding["statute"]["version"])
            found[clause.key] = {
                "statute_title": clause.statute.title.zh,
                "article": clause.article,
                "text": clause.text,
                "refers_to": [{"article": item.article, "text": item.text} for item in clause.refers_to],
            }
    return found


def _names(engine: Engine) -> dict[str, str]:
    """Chinese names of facts, orders, licences, bodies and benchmarks."""
    vocabulary = engine.rulebook.vocabulary
    names = {key: fact.label.zh for key, fact in vocabulary.facts.items()}
    for table in (vocabulary.orders, vocabulary.licences, vocabulary.bodies):
        names.update({key: item.zh for key, item in table.items()})
    names.update({key: item.title.zh for key, item in engine.rulebook.benchmarks.items()})
    return names
