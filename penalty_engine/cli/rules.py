"""`penalty rules check`: the rule files, every finding with its place, and every example run."""

from __future__ import annotations

from pathlib import Path

import click

from penalty_engine.cli.help import Group
from penalty_engine.cli.options import help_option, language_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import new_page, show


def build(session: Session) -> click.Command:
    """The group `rules`."""

    def check(directory: Path | None, rules: Path | None) -> int:
        if directory is not None and rules is not None:
            raise click.UsageError(session.say("cli-two-folders"))
        return _check(session, directory or rules)

    folder = click.Path(path_type=Path)
    command = make(
        session,
        "check",
        check,
        [
            click.Argument(
                ["directory"], required=False, type=folder, metavar=f"[{session.say('meta-folder')}]"
            ),
            click.Option(
                ["--rules"],
                type=folder,
                metavar=session.say("meta-folder"),
                help=session.say("help-opt-rules"),
            ),
        ],
    )
    return Group(
        "rules",
        options_metavar=session.say("meta-options"),
        subcommand_metavar=session.say("meta-command"),
        commands={"check": command},
        help=session.say("help-rules"),
        no_args_is_help=True,
        add_help_option=False,
        params=[language_option(session), help_option(session)],
    )


def _check(session: Session, folder: Path | None) -> int:
    from penalty_engine.resources import rules_folder
    from penalty_engine.rulebook.load import check_rulebook

    rulebook, findings = check_rulebook(rules_folder(folder))
    findings = list(findings)
    networks: list[str] = []
    if rulebook is not None:
        from penalty_engine.engine import Engine
        from penalty_engine.examples import check_examples

        for name in available_networks():
            networks.append(name)
            findings.extend(item for item in check_examples(Engine(rulebook, name)) if item not in findings)
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
        examples = sum(len(clause.examples) for clause in clauses)
        page.raw(
            session.say(
                "cli-checked",
                files=len(rulebook.files),
                clauses=len(clauses),
                examples=examples,
                networks=networks,
                **counts,
            )
        )
    show(page)
    return 2 if errors else 0


def available_networks() -> list[str]:
    """The networks that can be used on this machine."""
    from penalty_engine.inference.durable import why_unavailable

    return ["native"] if why_unavailable() is not None else ["durable", "native"]
