"""An assessment as a page: brief for one screen (`fine`, `ask`), full for a case (`assess`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from penalty_engine.assessment import ActResult, Assessment, CircumstanceResult, Finding, FineResult
from penalty_engine.cli.bar import bar
from penalty_engine.cli.closing import Closing
from penalty_engine.cli.terminal import Span
from penalty_engine.cli.words import formula_words, given_facts, sentence, sum_words
from penalty_engine.rulebook.records import Clause, Fact

if TYPE_CHECKING:
    from penalty_engine.case import Case
    from penalty_engine.cli.case_from_options import Day

_BAR_WIDTH = 44
_SCREEN = 23  # a terminal of 24 lines, less the one that is typed on next


class Answer(Closing):
    """Writes one assessment onto a page."""

    # --- the two forms ------------------------------------------------------------------------------------------------

    def brief(self, assessment: Assessment, day: Day) -> None:
        """One act on one screen, in fewer words where it would not fit; ``day`` says which day was taken and why."""
        self._brief(assessment, day)
        if len(self.page.lines) > _SCREEN:
            self.page.lines.clear()
            self.tight = True
            self._brief(assessment, day)

    def _brief(self, assessment: Assessment, day: Day) -> None:
        for act in assessment.acts:
            self._act_heading(act, day)
            self._act(act)
        self._duties(assessment, every_basis=False)
        self._unverified(assessment)
        self._other_warnings(assessment)

    def full(self, assessment: Assessment, case: Case) -> None:
        """A whole case, with bases, time limits and every reservation."""
        self._case_heading(assessment, case)
        for number, act in enumerate(assessment.acts):
            self.page.gap()
            self._act_heading(act, None)
            self._facts(case, number)
            self._act(act, number + 1 if len(assessment.acts) > 1 else 0, in_file=True)
        if len(assessment.acts) > 1:
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
        shown = [act.governing] if act.governing is not None else list(act.findings)
        for finding in shown:
            self._clause(finding)
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

    def _clause(self, finding: Finding) -> None:
        clause = self._version(finding)
        self.page.heading(self._article(finding), finding.clause)
        self.page.text(clause.text, indent=2)

    def _version(self, finding: Finding) -> Clause:
        versions = self.rulebook.clauses[finding.clause]
        return next(item for item in versions if item.statute.version == finding.version)

    # --- one act ------------------------------------------------------------------------------------------------------

    def _act(self, act: ActResult, number: int = 0, in_file: bool = False) -> None:
        """``number``: which of several acts of a file, counted from one."""
        if not self.tight:
            self.page.gap()
        if act.exemption is not None:
            code = f"cli-exempt-{act.exemption.force}"
            self._field("label-result", self.say(code, basis=act.exemption.basis), "bold green")
        chosen = act.governing
        several = len(act.findings) > 1 and (act.status == "needs-facts" or chosen is None)
        for finding in act.findings:
            if several:  # nothing is set aside yet: each clause says what it would give
                self._field("label-clause", self._article(finding))
            if several or finding is chosen or chosen is None:
                self._finding(finding)
            else:
                reason = f"{self.say('cli-colon')}{self._text(finding.reason)}"
                self._field("label-not-applied", self._article(finding) + reason)
        if act.missing_facts:
            self._needed(act, number, in_file)
        if act.circumstances or any(fine.tier for finding in act.findings for fine in finding.fines):
            self._circumstances(act)

    def _finding(self, finding: Finding) -> None:
        if finding.missing_facts:
            self._possible(finding)
            return
        if finding.status == "not-available":
            self._field("label-result", self.words.not_available(finding.reason), "bold")
        elif finding.status == "no-fine" and not finding.fines:
            reason = f"{self.say('cli-colon')}{self._text(finding.reason)}" if finding.reason else ""
            self._field("label-fine", self.say("cli-no-fine") + reason, "bold")
        for fine in finding.fines:
            self._fine(fine)
        self._also(finding)

    def _fine(self, fine: FineResult) -> None:
        label = "label-fine" if fine.target == "unit" else "label-person-fine"
        amounts = {
            "low": sum_words(fine.minimum),
            "high": sum_words(fine.maximum),
            "sum": sum_words(fine.recommended),
        }
        code = "cli-fixed" if fine.tier is None else "cli-range"
        text = self.say(code, **amounts)
        if fine.optional:
            text += self.say("cli-optional")
        if "×" in fine.formula:
            text += self.say("cli-formula", formula=formula_words(fine.formula))
        self._field(label, text, "bold")
        if fine.tier is None:
            return
        band = (fine.tier.minimum, fine.tier.maximum)
        drawn = bar(fine.minimum, fine.maximum, band, fine.recommended, _BAR_WIDTH, self.page.drawing)
        low, high = min(fine.minimum, band[0]), max(fine.maximum, band[1])
        self.page.spans(
            Span(" " * self.label_width + sum_words(low) + " "), *drawn, Span(" " + sum_words(high))
        )
        self._field(
            "", self.say("cli-band", tier=fine.tier.name, low=sum_words(band[0]), high=sum_words(band[1]))
        )

    def _also(self, finding: Finding) -> None:
        """Orders, confiscation, revocation, referral: one line each."""
        lang, vocabulary = self.session.lang, self.rulebook.vocabulary
        found = self.words.orders(finding.orders, finding.order_words)
        if finding.confiscate is not None:
            found.append(self.say("cli-confiscate-sum", amount=sum_words(finding.confiscate)))
        if finding.revoke is not None:
            found.append(self.say("cli-revoke", what=vocabulary.licences[finding.revoke].text(lang)))
        if finding.referred_to is not None:
            found.append(self.say("cli-refer", what=vocabulary.bodies[finding.referred_to].text(lang)))
        if found:
            self._field("label-also" if finding.fines else "label-imposed", self.say("cli-list").join(found))

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

    def _possible(self, finding: Finding) -> None:
        """What is already certain."""
        clause = self._version(finding)
        self._field("label-result", self.say("cli-facts-missing"), "bold yellow")
        for outcome in clause.outcomes:
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
            self._field("label-possible" if outcome is clause.outcomes[0] else "", text)
        certain_too = self.words.orders(finding.orders, finding.order_words)
        if finding.revoke is not None:
            licence = self.rulebook.vocabulary.licences[finding.revoke]
            certain_too.append(self.say("cli-revoke", what=licence))
        if certain_too:
            self._field("label-also", self.say("cli-list").join(certain_too))

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

    def _facts(self, case: Case, number: int) -> None:
        label = "label-facts"
        for line in given_facts(case.acts[number].facts, self.rulebook, self.session):
            self._field(label, line)
            label = ""

    def _total(self, assessment: Assessment) -> None:
        total = assessment.total
        self.page.gap()
        if total.minimum is None or total.maximum is None or total.recommended is None:
            self._field("label-total", self.say("cli-total-open"), "bold yellow")
            return
        text = self.say(
            "cli-range",
            low=sum_words(total.minimum),
            high=sum_words(total.maximum),
            sum=sum_words(total.recommended),
        )
        if total.confiscate is not None:
            text += self.say("cli-list") + self.say("cli-confiscate-sum", amount=sum_words(total.confiscate))
        self._field("label-total", text, "bold")
