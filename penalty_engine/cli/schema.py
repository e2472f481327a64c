"""`penalty schema`: the JSON Schemas, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import write_data

_SUFFIX = ".schema.json"


def build(session: Session) -> click.Command:
    """The command."""

    def run(what: str, kind: str | None, out: Path | None, rules: Path | None) -> int:
        schemas = _schemas(session, what, kind, rules)
        if out is None:
            one = len(schemas) == 1
            write_data(_text(next(iter(schemas.values())) if one else schemas))
            return 0
        from penalty_engine.documents import write_output

        for name, schema in schemas.items():
            path = out / f"{name}{_SUFFIX}"
            write_output(path, _text(schema).encode("utf-8"), force=True)
            click.echo(session.say("cli-written", file=inert(str(path))))
        return 0

    folder, say = click.Path(path_type=Path), session.say
    shape = click.Choice(["case", "decision", "rules", "all"])
    params: list[click.Parameter] = [
        click.Argument(["what"], type=shape, default="case", metavar="[case|decision|rules|all]"),
        click.Argument(["kind"], required=False, metavar=f"[{say('meta-kind')}]"),
        click.Option(["--out"], type=folder, metavar=say("meta-folder"), help=say("help-opt-out-dir")),
        click.Option(["--rules"], type=folder, metavar=say("meta-folder"), help=say("help-opt-rules")),
    ]
    return make(session, "schema", run, params)


def _schemas(session: Session, what: str, kind: str | None, rules: Path | None) -> dict[str, dict[str, Any]]:
    from penalty_engine.resources import rules_folder
    from penalty_engine.rulebook import load_rulebook
    from penalty_engine.schemas import case_schema, decision_schema, rule_schemas

    found = {} if what in ("case", "decision") else rule_schemas()
    if what != "rules":
        rulebook = load_rulebook(rules_folder(rules), cache=True)
        others = {"case": case_schema(rulebook), "decision": decision_schema(rulebook)}
        found = {name: schema for name, schema in others.items() if what in (name, "all")} | found
    if kind is None:
        return found
    if kind not in found:
        from penalty_engine.diagnostics import nearest

        raise click.UsageError(
            session.say("cli-no-kind", name=kind, known=list(found), nearest=nearest(kind, found))
        )
    return {kind: found[kind]}


def _text(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
