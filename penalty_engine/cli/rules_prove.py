"""`penalty rules prove`: the tables of the rules proven sound, or every fault with a case that shows it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import click

from penalty_engine.cli.codes import BAD_INPUT, FAULT, OK
from penalty_engine.cli.layout import inert
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, new_page, show
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.messages import Message
from penalty_engine.proof.findings import Proof, Proven
from penalty_engine.proof.prover import HOWS


def prove_rules(session: Session, folder: Path | None, cases: Path | None, strict: bool, force: bool) -> int:
    """The exit code: 1 for any error, and with `strict` for anything not proven."""
    from penalty_engine.proof.prove import prove
    from penalty_engine.resources import rules_folder
    from penalty_engine.rulebook.load import check_rulebook

    rulebook, read = check_rulebook(rules_folder(folder))
    wrong = [item for item in read if item.severity == "error"]
    page = new_page(session.drawing)
    if rulebook is None:
        _tell(page, session, wrong)
        page.raw(session.say("cli-checked-unbuilt", errors=len(wrong), warnings=len(read) - len(wrong)))
        show(page)
        return BAD_INPUT
    started = time.perf_counter()
    proof = prove(rulebook)
    seconds = f"{time.perf_counter() - started:.1f}"
    _groups(page, session, proof)
    findings = [*wrong, *proof.findings]
    page.gap()
    _tell(page, session, findings)
    _sum_up(page, session, proof, findings, seconds)
    show(page)
    if cases is not None:
        _write(session, cases, proof.findings, force)
    unproven = any(one.how == "not-proven" for one in proof.proven)
    failed = any(item.severity == "error" for item in findings) or (strict and unproven)
    return FAULT if failed else OK


def _groups(page: Page, session: Session, proof: Proof) -> None:
    """One line for each statute and benchmark."""
    for (kind, name), found in groupby(proof.proven, lambda one: (one.kind, one.group)):
        parts = list(found)
        page.raw(
            session.say(
                f"cli-proved-{kind}",
                title=parts[0].title,
                id=name,
                tables=len(parts),
                rows=sum(one.rows for one in parts),
                how=_how(parts),
            )
        )


def _how(parts: Sequence[Proven]) -> list[Message]:
    counts = {how: sum(1 for one in parts if one.how == how) for how in HOWS}
    return [Message(f"proof-how-{how}", {"count": count}) for how, count in counts.items() if count]


def _tell(page: Page, session: Session, findings: Iterable[Diagnostic]) -> None:
    for item in findings:
        for line in item.render(session.lang).split("\n"):
            page.raw(line, "red" if item.severity == "error" else "yellow")


def _sum_up(page: Page, session: Session, proof: Proof, findings: Sequence[Diagnostic], seconds: str) -> None:
    faulty = sum(1 for one in proof.proven if any(item.code != "proof-not-proven" for item in one.findings))
    unproven = sum(1 for one in proof.proven if one.how == "not-proven")
    clean = sum(1 for one in proof.proven if one.how != "not-proven" and not one.findings)
    errors = sum(1 for item in findings if item.severity == "error")
    page.raw(
        session.say(
            "cli-proved",
            tables=len(proof.proven),
            clean=clean,
            faulty=faulty,
            open=unproven,
            errors=errors,
            warnings=len(findings) - errors,
            seconds=seconds,
        )
    )


def _write(session: Session, folder: Path, findings: Sequence[Diagnostic], force: bool) -> None:
    """One case file for each finding that has a case, with the finding as a comment above it."""
    import yaml

    from penalty_engine.documents import write_output

    folder.mkdir(parents=True, exist_ok=True)
    told = [item for item in findings if item.params.get("case") is not None]
    for number, item in enumerate(told, 1):
        head = "".join(f"# {line.strip()}\n" for line in item.render(session.lang).split("\n"))
        body = yaml.safe_dump(item.params["case"], allow_unicode=True, sort_keys=False)
        name = f"{number:03d}-{item.code.removeprefix('proof-')}.yaml"
        write_output(folder / name, (head + body).encode("utf-8"), force)
    click.echo(session.say("cli-cases-written", count=len(told), folder=inert(str(folder))))
