"""The time limits of a case as a page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from penalty_engine.assessment import Assessment, Deadline, DefaultSurcharge
from penalty_engine.case import Case
from penalty_engine.cli.closing import Closing, grouped
from penalty_engine.cli.terminal import Span
from penalty_engine.cli.words import sentence, sum_words
from penalty_engine.deadline_words import basis_words, standing_words
from penalty_engine.messages import Message, Names
from penalty_engine.rendering import decimal_text

_DATE_WIDTH = 12


class DeadlinesPage(Closing):
    """Writes the time limits of one assessment onto a page."""

    def write(self, assessment: Assessment, case: Case, day: date) -> None:
        """Those that run, those that wait for a day, what late payment adds, and what there is to know about them."""
        self.items = assessment.procedure.deadlines
        self.names = {item.id: item.name for item in self.items}
        self._heading(case, day)
        if not self.items:
            self.page.text(self.say("deadlines-nothing"))
            return
        self._running(day)
        surcharge = assessment.procedure.surcharge
        if surcharge is not None:
            self._surcharge(surcharge, case.timeline.fine_paid_on)
        self._waiting()
        self.page.gap()
        self._remarks(assessment)
        self._notes()

    def _heading(self, case: Case, day: date) -> None:
        self.page.heading(self.say("deadlines-title"), case.case_no or case.party.name or "")
        self.page.text(self.say("deadlines-as-of", day=day), "dim")
        self.page.gap()

    def _running(self, day: date) -> None:
        dated = sorted((item for item in self.items if item.due is not None), key=lambda item: str(item.due))
        self.page.text(self.say("deadlines-running" if dated else "deadlines-none"), "bold")
        for item in dated:
            self._line(str(item.due), sentence(self._text(item.name), self.session.lang), "bold")
            self._line("", basis_words(item, self.names, self.session.lang))
            if item.approximate:
                self._line("", self.say("deadline-approximate"), "yellow")
            text, style = standing_words(item, day)
            self._line("", self._text(text), style)

    def _waiting(self) -> None:
        """Those whose first day is not known, and the days to be written into the case file."""
        waiting = [item for item in self.items if item.due is None]
        if not waiting:
            return
        self.page.gap()
        self.page.text(self.say("deadlines-open"), "bold")
        for item in waiting:
            self._line("—" if self.page.drawing else "-", sentence(self._text(item.name), self.session.lang))
            self._line("", basis_words(item, self.names, self.session.lang))
        days = dict.fromkeys(item.start for item in waiting if item.start_day is None)
        if days:
            form = self.say("deadline-day-form")
            self._line("", self.say("deadline-supply-days"))
            for line in ("timeline:", *(f"  {name}: {form}" for name in days)):
                self.page.spans(Span(" " * _DATE_WIDTH), Span(line, "bold cyan"))

    def _surcharge(self, item: DefaultSurcharge, paid: date | None) -> None:
        self.page.gap()
        text = self.say(
            "surcharge-rate",
            begins=item.begins,
            daily=_sum(item.daily),
            maximum=_sum(item.maximum),
            reaches=item.reaches_maximum,
            fine=_sum(item.fine),
            basis=item.basis,
        )
        self._field("label-surcharge", text)
        if item.amount is not None:
            amount = self.say("surcharge-amount", paid=paid, days=item.days, amount=_sum(item.amount))
            self._field("", amount, "bold")

    def _remarks(self, assessment: Assessment) -> None:
        """What the assessment warns of about time limits, and last days on which nobody works."""
        bases = {item.basis for item in self.items}
        told = [
            item
            for item in assessment.warnings
            if item in assessment.procedure.remarks or _is_about(item, bases)
        ]
        told += self._resting()
        label = "label-notice"
        for text in dict.fromkeys(self._text(item).strip() for item in grouped(told)):
            self._field(label, text, "yellow")
            label = ""

    def _resting(self) -> list[Message]:
        """Limits not counted in working days that somebody must keep and that end, or may end, on a day of rest."""
        from penalty_engine.working_days import is_weekend, is_working_day

        found: dict[str, list[Names]] = {}
        for item in self.items:
            if item.due is None or item.met is not None:
                continue
            if item.unit == "working_days" or item.kind == "happens-on":
                continue
            works = is_working_day(item.due)
            if works is False:
                found.setdefault("deadlines-rest-day", []).append(item.name)
            elif works is None:
                code = "deadlines-rest-weekend" if is_weekend(item.due) else "deadlines-rest-unknown"
                found.setdefault(code, []).append(item.name)
        return [Message(code, {"names": names}) for code, names in found.items()]

    def _notes(self) -> None:
        told: dict[str, list[Deadline]] = {}
        for item in self.items:
            if item.note is not None:
                told.setdefault(self._text(item.note), []).append(item)
        label = "label-remarks"
        for note, items in told.items():
            self._field(
                label, self.say("deadline-note", names=[item.name for item in items], note=note), "dim"
            )
            label = ""

    def _line(self, head: str, text: str, style: str = "") -> None:
        self.page.field(head, text, style, _DATE_WIDTH)


def _sum(amount: Decimal) -> str:
    return sum_words(decimal_text(amount))


def _is_about(item: Message, bases: set[Names]) -> bool:
    """Whether a warning says that the basis of one of the time limits is not verified."""
    subject = item.params.get("subject")
    return isinstance(subject, Message) and subject.params.get("basis") in bases
