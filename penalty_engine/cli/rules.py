"""`penalty rules`: `check` reports every finding with its place and runs every example; `prove` proves the tables sound;
`coverage` says what is covered."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from penalty_engine.cli.codes import BAD_INPUT, OK
from penalty_engine.cli.help import Group
from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import help_option, language_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import complain, new_page, show, write_data
from penalty_engine.diagnostics import Diagnostic

if TYPE_CHECKING:
    from penalty_engine.rulebook.records import Rulebook


def build(session: Session) -> click.Command:
    """The group `rules`."""

    def check(directory: Path | None, rules: Path | None) -> int:
        return _check(session, _one(session, directory, rules))

    def prove(
        directory: Path | None, rules: Path | None, cases: Path | None, strict: bool, force: bool
    ) -> int:
        from penalty_engine.cli.rules_prove import prove_rules

        return prove_rules(session, _one(session, directory, rules), cases, strict, force)

    def coverage(
        directory: Path | None, rules: Path | None, out: Path | None, compared: Path | None, force: bool
    ) -> int:
        folder = _one(session, directory, rules)
        if out is not None and compared is not None:
            raise click.UsageError(session.say("cli-check-and-out"))
        return _coverage(session, folder, out, compared, force)

    say, file = session.say, click.Path(path_type=Path, dir_okay=False)
    into: list[click.Parameter] = [
        click.Option(["--out"], type=file, metavar=say("meta-file"), help=say("help-opt-coverage-out")),
        click.Option(
            ["--check", "compared"],
            type=file,
            metavar=say("meta-file"),
            help=say("help-opt-coverage-check"),
        ),
        click.Option(["--force"], is_flag=True, help=say("help-opt-force")),
    ]
    commands: dict[str, click.Command] = {
        "check": make(session, "check", check, _folders(session), group="rules"),
        "prove": make(session, "prove", prove, [*_folders(session), *_prove_options(session)]),
        "coverage": make(session, "coverage", coverage, [*_folders(session), *into]),
    }
    return Group(
        "rules",
        options_metavar=session.say("meta-options"),
        subcommand_metavar=session.say("meta-command"),
        commands=commands,
        help=session.say("help-rules"),
        no_args_is_help=True,
        add_help_option=False,
        params=[language_option(session), help_option(session)],
    )


def _folders(session: Session) -> list[click.Parameter]:
    """The rules folder, as an argument or as an option."""
    folder, name = click.Path(path_type=Path), session.say("meta-folder")
    return [
        click.Argument(["directory"], required=False, type=folder, metavar=f"[{name}]"),
        click.Option(["--rules"], type=folder, metavar=name, help=session.say("help-opt-rules")),
    ]


def _prove_options(session: Session) -> list[click.Parameter]:
    """Where the cases go, and how strict to be."""
    say, folder = session.say, click.Path(path_type=Path, file_okay=False)
    return [
        click.Option(["--cases"], type=folder, metavar=say("meta-folder"), help=say("help-opt-cases")),
        click.Option(["--strict"], is_flag=True, help=say("help-opt-strict")),
        click.Option(["--force"], is_flag=True, help=say("help-opt-force")),
    ]


def _one(session: Session, directory: Path | None, rules: Path | None) -> Path | None:
    if directory is not None and rules is not None:
        raise click.UsageError(session.say("cli-two-folders"))
    return directory or rules


def _check(session: Session, folder: Path | None) -> int:
    from penalty_engine.resources import rules_folder
    from penalty_engine.rulebook.load import check_rulebook

    rulebook, findings = check_rulebook(rules_folder(folder))
    findings = list(findings)
    networks: list[str] = []
    if rulebook is not None:
        from penalty_engine.engine import Engine
        from penalty_engine.examples import check_examples, count_examples

        for name in available_networks():
            networks.append(name)
            findings.extend(item for item in check_examples(Engine(rulebook, name)) if item not in findings)
        findings.extend(_disproven(rulebook, findings))
    page = new_page(session.drawing)
    for finding in findings:
        for line in finding.render(session.lang).split("\n"):
            page.raw(line, "red" if finding.severity == "error" else "yellow")
    errors = sum(1 for finding in findings if finding.severity == "error")
    counts = {"errors": errors, "warnings": len(findings) - errors}
    if rulebook is None:
        page.raw(session.say("cli-checked-unbuilt", **counts))
    else:
        clauses = [clause for versions in rulebook.clauses.values() for clause in versions]
        page.raw(
            session.say(
                "cli-checked",
                files=len(rulebook.files),
                clauses=len(clauses),
                examples=count_examples(rulebook),
                networks=networks,
                **counts,
            )
        )
    show(page)
    return 2 if errors else 0


def _disproven(rulebook: Rulebook, findings: list[Diagnostic]) -> list[Diagnostic]:
    """Faults of tables that intervals find; what they leave open is for `prove`. Nothing while the files have errors."""
    from penalty_engine.proof.prove import prove

    if any(item.severity == "error" for item in findings):
        return []
    return [item for item in prove(rulebook, solver=False).findings if item.code != "proof-not-proven"]


def _coverage(
    session: Session, folder: Path | None, out: Path | None, compared: Path | None, force: bool
) -> int:
    from penalty_engine.coverage import coverage_page
    from penalty_engine.resources import rules_folder
    from penalty_engine.rulebook import load_rulebook

    # the language never depends on the machine: the page is compared with a file
    page = coverage_page(load_rulebook(rules_folder(folder), cache=True), session.data_lang)
    if compared is not None:
        return _compare(session, folder, compared, page)
    if out is None:
        write_data(page)
        return OK
    from penalty_engine.documents import write_output

    write_output(out, page.encode("utf-8"), force)
    click.echo(session.say("cli-written", file=inert(str(out))))
    return OK


def _compare(session: Session, folder: Path | None, file: Path, page: str) -> int:
    from penalty_engine.coverage import first_difference
    from penalty_engine.rulebook.files import content

    rules = "" if folder is None else f"{quote(str(folder))} "
    again = f"penalty rules coverage {rules}--lang {session.data_lang} --force --out {quote(str(file))}"
    names: dict[str, Any] = {"file": inert(str(file)), "command": inert(again)}
    raw = content(file)
    try:
        found = None if raw is None else raw.decode("utf-8")
    except ValueError:
        found = None
    if found is None:
        complain([session.say("cli-error") + session.say("cli-coverage-unreadable", **names)])
        return BAD_INPUT
    difference = first_difference(found, page)
    if difference is None:
        click.echo(session.say("cli-coverage-same", **names))
        return OK
    ended = session.say("cli-coverage-no-line")
    text = session.say(
        "cli-coverage-differs",
        line=difference.line,
        found=ended if difference.found is None else difference.found,
        expected=ended if difference.expected is None else difference.expected,
        **names,
    )
    complain((session.say("cli-error") + text).split("\n"))
    return BAD_INPUT


def available_networks() -> list[str]:
    """The networks that can be used on this machine."""
    from penalty_engine.inference.durable import why_unavailable

    return ["native"] if why_unavailable() is not None else ["durable", "native"]
