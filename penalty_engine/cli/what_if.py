"""`penalty what-if`: a case with something changed beside the case as it is; without a change, all that would move it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from penalty_engine.cli import completions
from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import benchmark_option, engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, new_page, show, write_data
from penalty_engine.cli.why_not import act_option

if TYPE_CHECKING:
    from penalty_engine.cli.changes_from_options import Asked
    from penalty_engine.reasons.change import Change
    from penalty_engine.reasons.outcome import Moved
    from penalty_engine.reasons.situation import Situation
    from penalty_engine.reasons.what_if import Comparison, Effect

_MOST_SHOWN = 30
_MOST_ACTS = 10  # each single change assesses the whole case again


def build(session: Session) -> click.Command:
    """The command."""

    def run(
        file: str,
        changes: tuple[str, ...],
        circumstances: tuple[str, ...],
        without: tuple[str, ...],
        party_kind: str | None,
        days: tuple[str, ...],
        act: int | None,
        every: bool,
        benchmark: str | None,
        as_json: bool,
        rules: Path | None,
        network: str | None,
    ) -> int:
        from penalty_engine.cli.case_file import case_under
        from penalty_engine.cli.changes_from_options import Asked, act_chosen
        from penalty_engine.reasons.situation import Situation

        engine = session.engine(rules, network)
        situation = Situation(engine, *case_under(engine, file, benchmark))
        chosen = act_chosen(situation.case, act)
        asked = Asked(changes, circumstances, without, party_kind, days)
        if any(asked):
            return _compare(session, situation, asked, chosen, as_json)
        acts = len(situation.case.acts)
        if chosen is None and acts > _MOST_ACTS:
            raise click.UsageError(session.say("what-if-too-many-acts", count=acts, limit=_MOST_ACTS))
        return _every(session, situation, chosen, every, as_json)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=session.say("meta-case"), type=click.Path(allow_dash=True)),
        *_changing(session),
        act_option(session),
        click.Option(["--all", "every"], is_flag=True, help=session.say("help-opt-all", count=_MOST_SHOWN)),
        benchmark_option(session),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "what-if", run, params)


def _changing(session: Session) -> list[click.Parameter]:
    """The options that change something."""
    say = session.say
    return [
        click.Option(
            ["--change", "changes"],
            multiple=True,
            metavar=say("meta-fact"),
            help=say("help-opt-change"),
            shell_complete=completions.facts,
        ),
        click.Option(
            ["--circumstance", "circumstances"],
            multiple=True,
            metavar=say("meta-id"),
            help=say("help-opt-with"),
            shell_complete=completions.circumstances,
        ),
        click.Option(
            ["--no-circumstance", "without"],
            multiple=True,
            metavar=say("meta-id"),
            help=say("help-opt-without"),
            shell_complete=completions.circumstances,
        ),
        click.Option(
            ["--party-kind"],
            type=click.Choice(["organization", "sole_trader", "individual"]),
            help=say("help-opt-party-kind"),
        ),
        click.Option(["--day", "days"], multiple=True, metavar=say("meta-day"), help=say("help-opt-day")),
    ]


def _acts(situation: Situation, chosen: int | None) -> Sequence[int]:
    return range(len(situation.case.acts)) if chosen is None else (chosen,)


def _compare(session: Session, situation: Situation, asked: Asked, chosen: int | None, as_json: bool) -> int:
    from penalty_engine.cli.changes_from_options import as_options, changes_asked
    from penalty_engine.errors import CaseError
    from penalty_engine.reasons.what_if import compare_in

    changes = changes_asked(situation, asked, _acts(situation, chosen))
    try:
        found = compare_in(situation, changes)
    except CaseError as error:
        raise as_options(error) from None
    if as_json:
        _write_json({"schema": 1, **found.to_dict(session.data_lang)})
    else:
        page = new_page(session.drawing)
        _Pages(page, session, situation).comparison(found)
        show(page)
    return for_status(found.after.status)


def _every(session: Session, situation: Situation, chosen: int | None, every: bool, as_json: bool) -> int:
    from penalty_engine.reasons.what_if import effects_in

    found = effects_in(situation, chosen)
    shown = found if every else found[:_MOST_SHOWN]
    if as_json:
        effects = [item.to_dict(session.data_lang) for item in shown]
        _write_json({"schema": 1, "effects": effects, "left_out": len(found) - len(shown)})
    else:
        page = new_page(session.drawing)
        _Pages(page, session, situation).effects(shown, len(found) - len(shown))
        show(page)
    return for_status(situation.assessment.status)


def _write_json(data: dict[str, Any]) -> None:
    import json

    write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


class _Pages:
    """What moved, on a page."""

    def __init__(self, page: Page, session: Session, situation: Situation) -> None:
        from penalty_engine.cli.sheet import Sheet

        self.sheet = Sheet(page, session, situation.rulebook)
        self.page, self.session, self.say = page, session, session.say
        self.situation = situation
        self.several = len(situation.case.acts) > 1

    def comparison(self, found: Comparison) -> None:
        """The changes asked for, and what they move."""
        self.page.text(self.say("what-if-asked"), "bold")
        for change in found.changes:
            self._paragraph(self._change(change), "cyan", 2, "  ")
        self.page.gap()
        if not found.moved:
            self.page.text(self.say("what-if-nothing"))
            return
        self._lines(found.moved, found)

    def effects(self, found: Sequence[Effect], left_out: int) -> None:
        """The single changes, those with the same result together."""
        if not found:
            self.page.text(self.say("what-if-none"))
            return
        self.page.text(self.say("what-if-every"), "bold")
        for moved, group in _together(found):
            self.page.gap()
            for index, effect in enumerate(group):
                text = self._change(effect.change)
                text = self.say("what-if-or", text=text) if index else text
                self._paragraph(text, "bold cyan" if not index else "cyan", 0, "  ")
            if group[0].by_degrees:
                self.page.text(self.say("what-if-degrees"), "dim", 2)
            self._lines(moved)
        if left_out:
            self.page.gap()
            self.page.text(self.say("what-if-more", count=left_out), "dim")

    def _paragraph(self, text: str, style: str, indent: int, hanging: str) -> None:
        from penalty_engine.cli.words import sentence

        self.page.text(sentence(text, self.session.lang), style, indent, hanging)

    def _change(self, change: Change) -> str:
        text = self.sheet._text(change.text)
        if self.several and change.act is not None:
            text = self.say("what-if-in-act", number=change.act + 1, text=text)
        return text

    def _lines(self, moved: Sequence[Moved], found: Comparison | None = None) -> None:
        from penalty_engine.reasons.outcome_words import lines

        named = () if found is None else (found.before, found.after)
        for line in lines(self.situation.rulebook, moved, named):
            label = self.sheet._text(line.label)
            if self.several and line.act is not None:
                label = self.say("what-if-act-label", number=line.act + 1, label=label)
            text = self.say("what-if-line", label=label, old=line.old, new=line.new)
            self._paragraph(text, "", 2, "    ")


def _together(found: Sequence[Effect]) -> Iterator[tuple[Sequence[Moved], list[Effect]]]:
    """Effects that move the same, which stand next to one another."""
    for moved, group in groupby(found, key=lambda effect: effect.moved):
        yield moved, list(group)
