"""An assessment as a page: brief for one screen (`fine`, `ask`), full for a case (`assess`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from penalty_engine.assessment import ActResult, Assessment, Duty, Finding, FineResult
from penalty_engine.cli.bar import bar
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, Span
from penalty_engine.cli.words import Words, given_facts, sum_words
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.records import Clause, Fact, Rulebook

if TYPE_CHECKING:
    from penalty_engine.case import Case
    from penalty_engine.cli.case_from_options import Day

_BAR_WIDTH = 44
_TOLD_ELSEWHERE = frozenset({"unverified-law", "fallback-benchmark"})
_WITH_OPTION = {"mitigation-open": "cli-mitigation-open", "exemption-open": "cli-exemption-open"}
_DUTIES = ("hearing", "collective_discussion", "legal_review", "on_the_spot")


class Answer:
    """Writes one assessment onto a page."""

    def __init__(self, page: Page, session: Session, rulebook: Rulebook) -> None:
        self.page = page
        self.session = session
        self.say = session.say
        self.rulebook = rulebook
        self.words = Words(rulebook, session)
        self.label_width = 10 if session.lang == "zh" else 15

    # --- the two forms ------------------------------------------------------------------------------------------------

    def brief(self, assessment: Assessment, case: Case, day: Day) -> None:
        """One act on one screen; ``day`` says which day was taken and why."""
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
            self._act(act)
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
        self._field("label-party", party if name is None else self.say("cli-party", name=name, kind=party))
        if case.case_no is not None:
            self._field("label-case-no", case.case_no)
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
        self.page.heading(act.violation_name.text(self.session.lang), act.violation)
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

    def _act(self, act: ActResult) -> None:
        self.page.gap()
        if act.exemption is not None:
            code = f"cli-exempt-{act.exemption.force}"
            self._field("label-result", self.say(code, basis=act.exemption.basis), "bold green")
        chosen = act.governing
        several = len(act.findings) > 1 and act.status == "needs-facts"
        for finding in act.findings:
            if several:  # nothing is set aside yet: each clause says what it would give
                self._field("label-clause", self._article(finding))
            if several or finding is chosen or chosen is None:
                self._finding(finding)
            else:
                reason = f"{self.say('cli-colon')}{self._text(finding.reason)}"
                self._field("label-not-applied", self._article(finding) + reason)
        if act.circumstances or any(fine.tier for finding in act.findings for fine in finding.fines):
            self._circumstances(act)

    def _article(self, finding: Finding) -> str:
        return f"{self.say('cli-statute', title=finding.statute_title)}{finding.article}"

    def _finding(self, finding: Finding) -> None:
        if finding.missing_facts:
            self._needed(finding)
            return
        if finding.status == "not-available":
            self._field(
                "label-result", self.say("cli-not-available", reason=self._text(finding.reason)), "bold"
            )
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
            text += self.say("cli-formula", formula=fine.formula)
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
        found = self.words.orders(finding.orders)
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
            text = self.say(
                "cli-circumstance",
                effect=Message(f"cli-effect-{item.effect}"),
                name=item.name,
                basis=item.basis,
            )
            if not item.counted:
                text += self.say("cli-not-counted")
            self._field(label, text)
            label = ""

    def _needed(self, finding: Finding) -> None:
        """What is already certain, and what must be answered."""
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
        orders = self.words.orders(finding.orders)
        if orders:
            self._field("label-also", self.say("cli-list").join(orders))
        self.page.gap()
        for name in finding.missing_facts:
            fact = self.rulebook.vocabulary.facts[name]
            question = (fact.question or fact.label).text(self.session.lang)
            self._field("label-needed" if name == finding.missing_facts[0] else "", question)
            self._field("", f"--fact {name}={self._placeholder(fact)}", "bold cyan")

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

    def _duties(self, assessment: Assessment, every_basis: bool) -> None:
        label = "label-procedure"
        duties: dict[str, Duty] = {name: getattr(assessment.procedure, name) for name in _DUTIES}
        for name, duty in duties.items():
            if duty.required or (name == "on_the_spot" and duty.permitted):
                self._field(label, self._duty(name, duty, every_basis))
                label = ""
        undecided = [Message(f"cli-name-{name}") for name, duty in duties.items() if duty.required is None]
        if undecided:
            self._field(label, self.say("cli-duties-open", duties=undecided))

    def _duty(self, name: str, duty: Duty, every_basis: bool) -> str:
        reasons = [
            self.say("cli-with-basis", text=item.text, basis=item.basis)
            if every_basis or item is duty.reasons[0]
            else self._text(item.text)
            for item in duty.reasons
        ]
        return self.say(
            "cli-duty", duty=Message(f"cli-duty-{name}"), reasons=self.say("cli-list").join(reasons)
        )

    def _time_limits(self, assessment: Assessment) -> None:
        label = "label-deadlines"
        for item in assessment.procedure.deadlines:
            if item.due is not None:
                text = self.say("cli-due", name=item.name, due=item.due, basis=item.basis)
            else:
                length = self.say(f"cli-length-{item.unit}", count=item.length)
                text = self.say(
                    "cli-due-open",
                    name=item.name,
                    start=Message(f"cli-day-{item.start}"),
                    length=length,
                    basis=item.basis,
                )
            self._field(label, text)
            label = ""

    def _unverified(self, assessment: Assessment) -> None:
        """What the answer rests on without verification, in a few words; `assess` gives source and reason."""
        codes = {item.code for item in assessment.warnings}
        subjects = [item.params["subject"] for item in assessment.warnings if item.code == "unverified-law"]
        names = dict.fromkeys(self.say(f"cli-{item.code}", **item.params) for item in subjects)
        if "fallback-benchmark" in codes:
            names.pop(self.say("cli-subject-benchmark"), None)
            names[self.say("cli-subject-fallback")] = None
        if names:
            self._field("label-unverified", self.say("cli-comma").join(names), "yellow")

    def _other_warnings(self, assessment: Assessment) -> None:
        """Those that another line of the page does not already tell."""
        label = "label-notice"
        for item in assessment.warnings:
            text = self._brief_warning(item)
            if text:
                self._field(label, text, "yellow")
                label = ""

    def _brief_warning(self, item: Message) -> str:
        if item.code in _TOLD_ELSEWHERE:
            return ""
        if item.code == "not-in-force":  # the reason is the result; what follows is news
            return self._text(item.params["followed"])
        code = _WITH_OPTION.get(item.code)
        return self.say(code, **item.params) if code is not None else self._text(item)

    def _warnings(self, assessment: Assessment) -> None:
        label = "label-notice"
        for item in assessment.warnings:
            self._field(label, self._text(item), "yellow")
            label = ""

    # --- small --------------------------------------------------------------------------------------------------------

    def _field(self, label: str, text: str, style: str = "") -> None:
        self.page.field(self.say(label) if label else "", text, style, self.label_width)

    def _text(self, item: Message | Names | str | None) -> str:
        return "" if item is None else item if isinstance(item, str) else item.text(self.session.lang)
