"""An assessment as a page: brief for one screen (`fine`, `ask`), full for a case (`assess`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from penalty_engine.assessment import ActResult, Assessment, CircumstanceResult, Finding, Step
from penalty_engine.cli.imposed import Imposed, cut, elsewhere
from penalty_engine.cli.layout import wrap
from penalty_engine.cli.words import given_facts, sentence, sum_words
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.conditions import Facts, FactValue, evaluate
from penalty_engine.rulebook.records import Clause, Outcome

if TYPE_CHECKING:
    from penalty_engine.case import Case
    from penalty_engine.cli.case_from_options import Day

_SCREEN = 23  # a terminal of 24 lines, less the one that is typed on next
_FEWEST_LINES = 2  # what is left at least of an article that is cut
_FEW_OUTCOMES = 4


class Answer(Imposed):
    """Writes one assessment onto a page. ``lines``: how many lines an article may take, None for all of it."""

    lines: int | None = None

    # --- the two forms ------------------------------------------------------------------------------------------------

    def brief(self, assessment: Assessment, day: Day) -> None:
        """One act on one screen; ``day`` says which day was taken and why.

        Where it would not fit: first in fewer words, then with articles cut, last with reasons left out.
        """
        self.short = True
        self._brief(assessment, day)
        if self._over() > 0:
            self.tight = True
            self._again(assessment, day)
        if self._over() > 0:
            self.lines = max(_FEWEST_LINES, self._longest(assessment) - self._over())
            self._again(assessment, day)
        if self._over() > 0:
            self.tightest = True
            self._again(assessment, day)

    def _over(self) -> int:
        """How many lines too many."""
        return len(self.page.lines) - _SCREEN

    def _again(self, assessment: Assessment, day: Day) -> None:
        self.page.lines.clear()
        self._brief(assessment, day)

    def _longest(self, assessment: Assessment) -> int:
        """The lines of the longest article quoted."""
        shown = [finding for act in assessment.acts for finding in _quoted(act)]
        return max((len(wrap(self._version(item).text, self.page.width - 2)) for item in shown), default=0)

    def _brief(self, assessment: Assessment, day: Day) -> None:
        for act, step in zip(assessment.acts, assessment.trace, strict=False):
            self._act_heading(act, day)
            self._act(act, step)
        if _several_fines(assessment):
            self._total(assessment)
        self._duties(assessment, every_basis=False)
        self._unverified(assessment)
        self._other_warnings(assessment)

    def full(self, assessment: Assessment, case: Case) -> None:
        """A whole case, with bases, time limits and every reservation."""
        self._case_heading(assessment, case)
        for number, act in enumerate(assessment.acts):
            step = assessment.trace[number]
            self.page.gap()
            self._act_heading(act, None)
            self._facts(case, number, step)
            self._act(act, step, number + 1 if len(assessment.acts) > 1 else 0, in_file=True)
        if len(assessment.acts) > 1 or _several_fines(assessment):
            self._total(assessment)
        self.page.gap()
        self._duties(assessment, every_basis=True)
        self._time_limits(assessment)
        self.page.gap()
        self._warnings(assessment)
        receipt = assessment.receipt
        self.page.text(
            self.say(
                "cli-receipt", engine=receipt.engine, rulebook=receipt.rulebook[:12], network=receipt.network
            ),
            "dim",
        )

    # --- headings -----------------------------------------------------------------------------------------------------

    def _case_heading(self, assessment: Assessment, case: Case) -> None:
        party = self.say(f"cli-party-{case.party.kind}")
        name = case.party.name
        if name is None:
            self._field("label-party", party)
        else:
            self._raw_field("label-party", self.say("cli-party", name=name, kind=party))
        if case.case_no is not None:
            self._raw_field("label-case-no", case.case_no)
        line, last = case.timeline, case.timeline.conduct_to
        first = line.conduct_from
        self._field(
            "label-conduct",
            str(last) if first is None or first == last else self.say("cli-period", first=first, last=last),
        )
        self._field(
            "label-authority", self.rulebook.authorities[assessment.authority].name.text(self.session.lang)
        )

    def _act_heading(self, act: ActResult, day: Day | None) -> None:
        self.page.heading(sentence(self._text(act.violation_name), self.session.lang), act.violation)
        for finding in _quoted(act):
            clause = self._version(finding)
            self.page.heading(self._article(finding), finding.clause)
            self._clause_text(clause, self.lines)
        if day is not None and day.clause is not None:
            statute = day.clause.statute
            code = "cli-day-ended" if day.ended else "cli-day-coming"
            followed = (
                self.say("followed-by", statute=statute.followed_by)
                if statute.followed_by is not None
                else ""
            )
            self.page.text(self.say(code, day=day.day, followed=followed).strip(), "yellow")
        elif day is not None:
            self.page.text(self.say("cli-day", day=day.day), "dim")

    # --- one act ------------------------------------------------------------------------------------------------------

    def _act(self, act: ActResult, step: Step, number: int = 0, in_file: bool = False) -> None:
        """``number``: which of several acts of a file, counted from one; ``step``: how the act was decided."""
        if not self.tight:
            self.page.gap()
        if act.exemption is not None:
            code = f"cli-exempt-{act.exemption.force}"
            self._field("label-result", self.say(code, basis=act.exemption.basis), "bold green")
        told = _told(act)
        if any(finding.missing_facts for finding in told):
            self._field("label-result", self.say("cli-facts-missing"), "bold yellow")
        for finding in told:
            if len(told) > 1:
                self._field("label-clause", self._article(finding))
            if finding.missing_facts:
                self._possible(finding, step, self._few(len(told)))
            else:
                self._result(act, finding, step)
        if act.status != "needs-facts" and len(told) > 1:
            self._imposed_together(told)
        self._not_applied(act, told)
        if act.missing_facts:
            self._needed(act, number, in_file)
        if act.circumstances or any(fine.tier for finding in act.findings for fine in finding.fines):
            self._circumstances(act)

    def _circumstances(self, act: ActResult) -> None:
        if not act.circumstances:
            self._field("label-circumstances", self.say("cli-no-circumstances"))
        label = "label-circumstances"
        for item in act.circumstances:
            parts = {"effect": self._effect(act, item), "name": item.name}
            remark = "" if item.counted else self.say("cli-not-counted")
            full = self.say("cli-circumstance", basis=item.basis, **parts) + remark
            brief = self.say("cli-circumstance-bare", **parts) + remark
            self._field(label, (self._one_line([full]) or brief) if self.tight else full)
            label = ""

    def _effect(self, act: ActResult, item: CircumstanceResult) -> str:
        """What the circumstance leads to; a permitted exemption does nothing until it is elected."""
        applied = act.exemption is not None and act.exemption.circumstance == item.id
        if item.effect == "exempt" and item.force == "discretionary" and not applied:
            return self.say("cli-effect-not-elected" if act.exemption is None else "cli-effect-exempt-may")
        return self.words.effect(item.effect, "mandatory" if applied else item.force, item.mitigates)

    def _few(self, clauses: int) -> int:
        """How many outcomes of each of so many clauses are told."""
        if self.tightest:
            return 1 if clauses > 1 else 2
        return _FEW_OUTCOMES if self.tight else 100

    def _possible(self, finding: Finding, step: Step, most: int) -> None:
        """What is already certain, and what each case that the facts leave open would bring."""
        clause = self._version(finding)
        outcomes = [item for item in clause.outcomes if self._open(clause, item, step)]
        shown = outcomes if len(outcomes) <= most + 1 and not self.tightest else outcomes[:most]
        label = "label-possible"
        for outcome in shown:
            certain = self.words.outcome(outcome)
            parts = [
                self.words.condition(item)
                for item in (clause.entry, outcome.when)
                if item is not None and getattr(item, "parts", True)
            ]
            text = (
                self.say("cli-if", condition=self.say("cli-and").join(parts), text=certain)
                if parts
                else certain
            )
            if self.tightest:
                room = self.page.width - self.label_width
                text = cut(text, room, 2) if len(wrap(text, room)) > 2 else text
            self._field(label, text)
            label = ""
        if len(shown) < len(outcomes):
            rest = len(outcomes) - len(shown)
            self._raw_field("", self.say("cli-more-outcomes", count=rest, clause=clause.key))
        certain_too = self.words.orders(finding.orders, finding.order_words)
        if finding.revoke is not None:
            licence = self.rulebook.vocabulary.licences[finding.revoke]
            certain_too.append(self.say("cli-revoke", what=licence))
        if certain_too:
            self._field("label-also", self.say("cli-list").join(certain_too))

    def _open(self, clause: Clause, outcome: Outcome, step: Step) -> bool:
        """Whether the facts stated leave the outcome possible."""
        stated = next(
            (item.inputs for item in step.steps if item.step == "clause" and item.rule == clause.rule), {}
        )
        return evaluate(outcome.when, self._as_seen(stated)) is not False

    def _as_seen(self, stated: Mapping[str, Any]) -> Facts:
        """Facts of a trace as conditions see them: sums in fen."""
        money = self.rulebook.vocabulary.money
        seen: dict[str, FactValue] = {}
        for name, value in stated.items():
            seen[name] = int(value * 100) if name in money else value
        return seen

    def _needed(self, act: ActResult, number: int, in_file: bool) -> None:
        """What must be answered, and how the answer is given: as an option, or in the file of the case."""
        if not self.tight:
            self.page.gap()
        label = "label-needed"
        facts = [self.rulebook.vocabulary.facts[name] for name in act.missing_facts]
        for fact in facts:
            self._field(label, self._text(fact.question or fact.label))
            label = ""
            if not in_file:
                self._raw_field("", f"--fact {fact.id}={self._placeholder(fact)}", "bold cyan")
        if in_file:
            where = self.say("cli-add-to-act", number=number) if number else self.say("cli-add-to-file")
            self._field("", where)
            written = ", ".join(f"{fact.id}: {self._placeholder(fact)}" for fact in facts)
            self._raw_field("", f"facts: {{{written}}}", "bold cyan")

    def _placeholder(self, fact: Fact) -> str:
        if fact.type == "choice":
            return "|".join(fact.choices)
        return self.say(f"cli-value-{fact.type}")

    # --- the whole case -----------------------------------------------------------------------------------------------

    def _facts(self, case: Case, number: int, step: Step) -> None:
        label = "label-facts"
        counted = [item for item in step.steps if item.step == "counted"]
        for line in given_facts(case.acts[number].facts, counted, self.rulebook, self.session):
            self._field(label, line)
            label = ""

    def _total(self, assessment: Assessment) -> None:
        total = assessment.total
        if not self.short:
            self.page.gap()
        if total.minimum is None or total.maximum is None or total.recommended is None:
            self._field("label-total", self.say("cli-total-open"), "bold yellow")
            return
        text = self.say(
            "cli-range" if total.minimum != total.maximum else "cli-total-fixed",
            low=sum_words(total.minimum),
            high=sum_words(total.maximum),
            sum=sum_words(total.recommended),
        )
        if total.confiscate is not None:
            text += self.say("cli-list") + self.say("cli-confiscate-sum", amount=sum_words(total.confiscate))
        self._field("label-total", text, "bold")


def _quoted(act: ActResult) -> list[Finding]:
    """The clauses whose text stands at the head of an act: those applied, else all that were weighed."""
    return (
        list(act.applied)
        or [item for item in act.findings if item.set_aside_by is None]
        or list(act.findings)
    )


def _told(act: ActResult) -> list[Finding]:
    """The findings told in full: what is applied; while facts are missing, every clause of this authority still open."""
    own = [item for item in act.findings if item.set_aside_by is None and not elsewhere(item)]
    if act.status == "needs-facts":
        return own
    return list(act.applied) or own or list(act.findings)


def _several_fines(assessment: Assessment) -> bool:
    """Whether more than one clause fines, so that their sum is worth a line."""
    fined = [finding for act in assessment.acts for finding in act.applied if finding.fines]
    return len(fined) > 1
