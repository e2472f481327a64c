"""What was put into a dossier, and what is left to do, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from penalty_engine.assessment import Assessment, Deadline
from penalty_engine.case import Case
from penalty_engine.cli.layout import inert
from penalty_engine.cli.sheet import Sheet
from penalty_engine.cli.words import sentence
from penalty_engine.documents.blanks import AUTHORITY
from penalty_engine.documents.dossier import Dossier, Gap, Paper
from penalty_engine.documents.dossier_view import standing, state_words
from penalty_engine.messages import Message

_INDENT = 2
_FACTS_MISSING = "paper-facts-missing"
_SUMMARY_PROCEDURE = "on-the-spot-"
"""How the codes of the warnings begin about a decision on the spot; the papers that are made depend on it."""


class DossierPage(Sheet):
    """Writes the page of one dossier."""

    def write(self, made: Dossier, assessment: Assessment, case: Case, folder: Path, day: date) -> None:
        """What was written, what could not be, what is still missing, and the next steps."""
        self.page.heading(self.say("dossier-title"), case.case_no or case.party.name or "")
        self.page.gap()
        self._written(made, folder)
        self._others(made)
        self._missing(made)
        self._people(made)
        late = [item for item in assessment.procedure.deadlines if _is_past(item, day)]
        self._late(late)
        summary = [item for item in assessment.warnings if item.code.startswith(_SUMMARY_PROCEDURE)]
        for item in summary:
            self.page.gap()
            self._field("label-notice", self._text(item), "yellow")
        self._heading("dossier-next")
        for number, step in enumerate(_steps(made, bool(late), bool(summary)), start=1):
            self._item(f"{number}. {self._text(step)}")

    def _written(self, made: Dossier, folder: Path) -> None:
        self.page.raw(self.say("dossier-written", folder=inert(str(folder)), count=len(made.files)), "bold")
        self._item(made.checklist[0])
        for paper in made.papers:
            self._item(self.say("cli-list").join(self._of_paper(paper)))

    def _of_paper(self, paper: Paper) -> list[str]:
        name = paper.file
        if self.session.lang != "zh":
            name = self.say("dossier-file-named", file=paper.file, name=paper.form.name)
        parts = [name]
        if paper.numbered and paper.document_no is None:
            parts.append(self.say("dossier-paper-no-number"))
        if paper.blanks:
            parts.append(self.say("dossier-paper-blanks", count=len(paper.blanks)))
        else:
            parts.append(self.say("dossier-paper-complete"))
        return parts

    def _others(self, made: Dossier) -> None:
        if made.not_made:
            self._heading("dossier-not-made")
        waiting = [item.form.name for item in made.not_made if item.problem.message.code == _FACTS_MISSING]
        if waiting:
            self._item(self.say("dossier-not-made-facts", names=waiting))
        for failed in made.not_made:
            if failed.problem.message.code != _FACTS_MISSING:
                self._item(sentence(failed.problem.render(self.session.lang), self.session.lang))
        if made.undecided:
            self._heading("dossier-undecided")
        for asked in dict.fromkeys(item.open_states for item in made.undecided):
            names = [item.form.name for item in made.undecided if item.open_states == asked]
            states = [state_words(name) for name in asked]
            self._item(self.say("dossier-depends", names=names, states=states))
        if made.not_needed:
            self.page.gap()
            self.page.text(self.say("dossier-not-needed", count=len(made.not_needed)), "dim")

    def _missing(self, made: Dossier) -> None:
        if made.missing_facts:
            self._heading("dossier-missing-facts")
            for fact in made.missing_facts:
                self._item(self.say("dossier-told", name=fact.label, text=fact.field))
        with_field = [gap for gap in made.gaps if gap.field is not None]
        if with_field:
            self._heading("dossier-gaps")
            told = [self.say("dossier-field", label=gap.label, field=self._place(gap)) for gap in with_field]
            self._item(self.say("cli-list").join(told))
        by_hand = len(made.gaps) - len(with_field)
        if by_hand:
            self.page.gap()
            self.page.text(self.say("dossier-by-hand", count=by_hand), "dim")

    def _place(self, gap: Gap) -> str:
        field = gap.field or ""
        return self.say("dossier-authority-data") if field.startswith(AUTHORITY) else field

    def _people(self, made: Dossier) -> None:
        self._heading("dossier-participants")
        for person in made.participants:
            style = ""
            if person.fault is not None:
                text, style = self._text(person.fault), "yellow"
            elif person.names:
                text = self.say("cli-comma").join(person.names)
            else:
                text = self.say("dossier-nobody", field=person.field)
            told = self.say("dossier-told", name=person.role, text=text)
            self._item(sentence(told, self.session.lang), style)

    def _late(self, late: list[Deadline]) -> None:
        if not late:
            return
        self._heading("dossier-missed")
        for item in late:
            told = sentence(self._text(standing(item)), self.session.lang)
            self._item(
                self.say("dossier-missed-limit", name=item.name, due=item.due, standing=told), "yellow"
            )

    def _heading(self, code: str) -> None:
        self.page.gap()
        self.page.text(self.say(code), "bold")

    def _item(self, text: str, style: str = "") -> None:
        self.page.text(text, style, _INDENT, "  ")


def _steps(made: Dossier, late: bool, summary: bool) -> Iterator[Message]:
    """What is to be done next. ``summary``: the power to decide on the spot is not there, or not certain."""
    if summary:
        yield Message("dossier-next-ordinary")
    if any("prosecution" in item.open_states for item in made.undecided):
        yield Message("dossier-next-transfer")
    if made.missing_facts:
        yield Message("dossier-next-facts")
    if made.gaps:
        yield Message("dossier-next-gaps")
    if any(person.fault is not None for person in made.participants):
        yield Message("dossier-next-people")
    if late:
        yield Message("dossier-next-limits")
    unnumbered = [item.form.number_field for item in made.papers if item.numbered and not item.document_no]
    if unnumbered:
        yield Message("dossier-next-numbers", {"fields": [f"documents.{name}" for name in unnumbered]})
    yield Message("dossier-next-read")


def _is_past(item: Deadline, day: date) -> bool:
    """Whether somebody was to act by then and, by what the case says, did not or did too late. Of what no day of the case
    tells whether it was done, as a suit of the party, nothing can be said."""
    if item.kind != "act-by" or item.due is None or item.met or item.fulfilled_by is None:
        return False
    return item.met is False or item.due < day
