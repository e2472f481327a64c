"""`penalty why-not`: why a clause, tier, circumstance or duty did not apply to a case, and under what facts it would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.codes import OK
from penalty_engine.cli.options import benchmark_option, engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.reasons.answers import Answer, FailedTest
    from penalty_engine.reasons.remedies import Remedy
    from penalty_engine.reasons.situation import Situation

_REMEDIES_SHOWN = 6


def build(session: Session) -> click.Command:
    """The command."""

    def run(
        file: str,
        name: tuple[str, ...],
        act: int | None,
        benchmark: str | None,
        as_json: bool,
        rules: Path | None,
        network: str | None,
    ) -> int:
        from penalty_engine.cli.case_file import case_under
        from penalty_engine.cli.changes_from_options import act_chosen
        from penalty_engine.reasons.situation import Situation
        from penalty_engine.reasons.why_not import why_not_in

        engine = session.engine(rules, network)
        situation = Situation(engine, *case_under(engine, file, benchmark))
        answers = why_not_in(situation, " ".join(name), act_chosen(situation.case, act))
        if as_json:
            _write_json(session, answers)
        else:
            page = new_page(session.drawing)
            _Pages(page, session, situation).write(answers)
            show(page)
        return OK

    say = session.say
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-case"), type=click.Path(allow_dash=True)),
        click.Argument(["name"], nargs=-1, required=True, metavar=say("meta-name")),
        act_option(session),
        benchmark_option(session),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "why-not", run, params)


def act_option(session: Session) -> click.Option:
    """--act."""
    return click.Option(
        ["--act"], type=int, metavar=session.say("meta-nth"), help=session.say("help-opt-only-act")
    )


def _write_json(session: Session, answers: tuple[Answer, ...]) -> None:
    import json

    data = {"schema": 1, "answers": [answer.to_dict(session.data_lang) for answer in answers]}
    write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


class _Pages:
    """The answers on a page, one below the other."""

    def __init__(self, page: Page, session: Session, situation: Situation) -> None:
        from penalty_engine.cli.sheet import Sheet

        self.sheet = Sheet(page, session, situation.rulebook)
        self.page, self.say, self.lang = page, session.say, session.lang
        self.situation = situation

    def write(self, answers: tuple[Answer, ...]) -> None:
        """All of them."""
        for answer in answers:
            self.page.gap()
            self.page.heading(self.sheet._text(answer.subject.name), answer.subject.id)
            if answer.act is not None and len(self.situation.case.acts) > 1:
                name = self.situation.act(answer.act).violation_name
                self.page.text(self.say("why-act", number=answer.act + 1, name=name), "dim")
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        style = "bold green" if answer.holds else "bold"
        self.sheet._field("label-result", self.sheet._text(answer.text), style)
        if answer.place is not None:
            self.sheet._raw_field("label-place", answer.place)
        for ground in answer.grounds:
            if str(ground.place) != answer.place or len(answer.grounds) > 1:
                self._ground(self.sheet._text(ground.text), self.sheet._text(ground.basis), ground.place)
            label = "label-unmet"
            for test in ground.failing:
                self.sheet._field(label, self._test(test))
                label = ""
            if ground.met:
                self.sheet._field(label, self.say("why-ground-met"))
        self._remedies(answer)

    def _ground(self, text: str, basis: str, place: str) -> None:
        self.page.gap()
        joined = self.say("cli-with-basis", text=text, basis=basis) if basis else text
        self.sheet._field("label-ground", joined)
        self.sheet._raw_field("", place, "dim")

    def _test(self, test: FailedTest) -> str:
        code = "why-test-either" if test.either else "why-test"
        return self.say(code if test.known else f"{code}-unknown", text=test.text, actual=test.actual)

    def _remedies(self, answer: Answer) -> None:
        if answer.holds or answer.remedies is None:
            return
        offered = [remedy for remedy in answer.remedies if remedy.of_facts]
        if answer.remedies and not offered:
            return  # on which days it applies has been said
        self.page.gap()
        if not offered:
            self.page.text(self.say("why-no-remedy"))
            return
        self.page.text(self.say("why-remedies"))
        shown = offered[:_REMEDIES_SHOWN]
        for index, remedy in enumerate(shown):
            self._remedy(remedy, "label-remedy" if index == 0 else "label-or")
        if len(offered) > len(shown):
            self.sheet._field("", self.say("why-more-remedies", count=len(offered) - len(shown)))

    def _remedy(self, remedy: Remedy, label: str) -> None:
        for change in remedy.changes:
            number = change.act is not None and len(self.situation.case.acts) > 1
            text = self.sheet._text(change.text)
            if number and change.act is not None:
                text = self.say("what-if-in-act", number=change.act + 1, text=text)
            self.sheet._field(label, text, "cyan")
            label = "label-and"
        self.sheet._field("", self._outcome(remedy), "dim")

    def _outcome(self, remedy: Remedy) -> str:
        known = self.situation.rulebook.vocabulary.facts
        missing = [known[name].label for name in remedy.missing]
        if remedy.verified:
            return self.say("why-verified-missing" if missing else "why-verified", facts=missing)
        if remedy.holds is None:
            return self.say("why-opens", facts=missing)
        return self.say("why-not-enough" if remedy.reason is None else "why-still-not", reason=remedy.reason)
