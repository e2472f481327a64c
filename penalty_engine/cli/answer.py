"""An assessment as a page: brief for one screen (`fine`, `ask`), full for a case (`assess`)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from penalty_engine.assessment import ActResult, Assessment, CircumstanceResult, Finding, MilderLaw, Step
from penalty_engine.cli.imposed import Imposed, cut, elsewhere
from penalty_engine.cli.layout import cell_len, wrap
from penalty_engine.cli.milder_page import milder_lines
from penalty_engine.cli.words import given_facts, sentence, sum_words
from penalty_engine.rulebook.catalogue_records import Fact

if TYPE_CHECKING:
    from penalty_engine.case import Case, Elections
    from penalty_engine.cli.case_from_options import Day

_SCREEN = 23  # a terminal of 24 lines, less the one that is typed on next
_FEWEST_LINES = 2  # what is left at least of an article that is cut
_CUT_TO = 2  # lines of an outcome
_LONGEST_LABEL = 40  # of a choice that is still typed
_TYPED = re.compile(r"[^\s!-,;-@\[-^`{-~]+")  # means nothing else to a shell


class Answer(Imposed):
    """Writes one assessment onto a page. ``lines``: how many lines an article may take, None for all of it."""

    lines: int | None = None
    elections: Elections | None = None
    """What the officer elected; None where the page does not know."""

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
        self._day_out_of_force(day)
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
        self.elections = case.elections
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
        if day is not None and day.clause is None:
            self.page.text(self.say("cli-day", day=day.day), "dim")

    def _day_out_of_force(self, day: Day) -> None:
        """Before anything else: the law is not that of today."""
        if day.clause is None:
            return
        statute = day.clause.statute
        told = ""
        if statute.followed_by is not None and not self.tightest:
            told = self.say("followed-by", statute=statute.followed_by)
        code = "cli-day-ended" if day.ended else "cli-day-coming"
        article = self._short_article_of(day.clause)
        after = day.day + timedelta(days=1)
        text = self.say(code, article=article, day=day.day, next=after, followed=told)
        self.page.text(text.strip(), "bold yellow")

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
        self._circumstances(act)
        if act.milder_law is not None:
            self._milder(act.milder_law)

    def _milder(self, found: MilderLaw) -> None:
        label = "label-milder-law"
        for line in milder_lines(self.session, self.rulebook, found):
            self._field(label, line)
            label = ""

    def _circumstances(self, act: ActResult) -> None:
        """Those established; that there is none, where something was weighed."""
        if not act.circumstances and any(fine.tier for item in act.findings for fine in item.fines):
            self._field("label-circumstances", self.say("cli-no-circumstances"))
        label = "label-circumstances"
        for item in act.circumstances:
            parts = {"effect": self._effect(act, item), "name": item.name}
            remark = ""
            if not item.counted:
                remark = (
                    self.say("cli-not-counted")
                    if item.why_not is None
                    else self.say("cli-in-brackets", basis=item.why_not)
                )
            full = self.say("cli-circumstance", basis=item.basis, **parts) + remark
            brief = self.say("cli-circumstance-bare", **parts) + remark
            self._field(label, (self._one_line([full]) or brief) if self.tight else full)
            label = ""

    def _effect(self, act: ActResult, item: CircumstanceResult) -> str:
        """What the circumstance leads to; a permitted exemption does nothing until it is elected."""
        applied = act.exemption is not None and act.exemption.circumstance == item.id
        if item.effect == "exempt" and item.force == "discretionary" and not applied:
            if act.exemption is not None:
                return self.say("cli-effect-exempt-may")
            election = self.rulebook.circumstances[item.id].election
            elected = election is not None and getattr(self.elections, election, False)
            return self.say("cli-effect-elected-in-vain" if elected else "cli-effect-not-elected")
        return self.words.effect(item.effect, "mandatory" if applied else item.force, item.mitigates)

    def _possible(self, finding: Finding, step: Step, most: int) -> None:
        """What is already certain, and what each case that the facts leave open would bring."""
        clause = self._version(finding)
        cases = self._cases(clause, step)
        shown = cases if len(cases) <= most + 1 and not self.tightest else cases[:most]
        rest = len(cases) - len(shown)
        # where the whole stands is said once: here, or with the number of those left out
        look = "" if rest else self.say("cli-look-show", clause=clause.key)
        room, label = self.page.width - self.label_width, "label-possible"
        for text in shown:
            if self.tightest and len(wrap(text, room)) > _CUT_TO:
                text, look = cut(text, room, _CUT_TO, f"……{look}"), ""
            self._field(label, text)
            label = ""
        if rest:
            self._raw_field("", self.say("cli-more-outcomes", count=rest, clause=clause.key))
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
                self._typed(fact)
        if in_file:
            where = self.say("cli-add-to-act", number=number) if number else self.say("cli-add-to-file")
            self._field("", where)
            written = ", ".join(f"{fact.id}: {self._placeholder(fact)}" for fact in facts)
            self._raw_field("", f"facts: {{{written}}}", "bold cyan")

    def _typed(self, fact: Fact) -> None:
        """The option that answers, with choices as the reader calls them where that can be typed."""
        labels = [name.text(self.session.lang) for name in fact.choices.values()]
        easy = all(_TYPED.fullmatch(text) and cell_len(text) <= _LONGEST_LABEL for text in labels)
        if fact.type == "boolean":
            value = self.say("cli-typed-boolean")
        else:
            value = "|".join(labels) if labels and easy else self._placeholder(fact)
        self._raw_field("", f"--fact {fact.id}={value}", "bold cyan")
        if easy or self.tightest or self.session.lang == "en":  # an English id tells enough
            return
        room = self.page.width - self.label_width
        for choice, label in zip(fact.choices, labels, strict=True):
            text = self.say("cli-choice", id=choice, name=label)
            self._raw_field("", text if cell_len(text) <= room else cut(text, room, 1))

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
