"""What one clause imposes, on a page: fines, measures, and payments, which are never called fines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from penalty_engine.assessment import ActResult, Finding, FineResult, PaymentResult, Step
from penalty_engine.cli.bar import bar
from penalty_engine.cli.closing import Closing
from penalty_engine.cli.layout import wrap
from penalty_engine.cli.terminal import Span
from penalty_engine.cli.words import bound_words, formula_words, share_words, sum_words
from penalty_engine.messages import Message, Names
from penalty_engine.money import fen, times
from penalty_engine.rulebook.conditions import Facts, FactValue, evaluate
from penalty_engine.rulebook.records import Clause

_BAR_WIDTH = 44
_FEW_OUTCOMES = 4
_WEIGHED = frozenset({"lighter", "heavier"})


class Imposed(Closing):
    """Writes findings: those that are applied, and in a line or two each those that are not.

    ``short``: a reason may be cut to two lines; ``tightest``: it may be left out.
    """

    short = False
    tightest = False

    # --- applied ------------------------------------------------------------------------------------------------------

    def _result(self, act: ActResult, finding: Finding, step: Step) -> None:
        """A finding with nothing left open; ``step``: how the act was decided."""
        if elsewhere(finding):
            self._of_another_body(finding, step)
            return
        if finding.status == "not-available":
            self._field("label-result", self.words.not_available(finding.reason), "bold")
        elif finding.status == "no-fine" and not finding.fines:
            why = (
                self._text(finding.reason) if finding.set_aside_by is None else self._preferred(act, finding)
            )
            reason = f"{self.say('cli-colon')}{why}" if why else ""
            self._field("label-fine", self.say("cli-no-fine") + reason, "bold")
        start = not any(item.effect in _WEIGHED for item in act.circumstances)
        for fine in finding.fines:
            self._fine(fine, start)
        self._raised(finding, step)
        if finding.fines and finding.reason is not None:  # a further fine the provision leaves without amount
            self._field("", self.words.not_available(finding.reason))
        self._also(finding)
        self._payments(finding)

    def _fine(self, fine: FineResult, start: bool) -> None:
        """Range, band and sum; ``start``: nothing was weighed, so that the tier is where the benchmark starts."""
        label = "label-fine" if fine.target == "unit" else "label-person-fine"
        self._field(label, self._fine_words(fine), "bold")
        if fine.tier is None:
            return
        band = (fine.tier.minimum, fine.tier.maximum)
        drawn = bar(fine.minimum, fine.maximum, band, fine.recommended, _BAR_WIDTH, self.page.drawing)
        low, high = min(fine.minimum, band[0]), max(fine.maximum, band[1])
        ends = bound_words(low, high)
        self.page.spans(Span(" " * self.label_width + ends[0] + " "), *drawn, Span(" " + ends[1]))
        within = bound_words(*band)
        text = self.say("cli-band", tier=fine.tier.name, low=within[0], high=within[1])
        if start and fine.selected_by == "circumstances":
            whole = text + self.say("cli-band-start")
            text = self._one_line([whole]) or text + self.say("cli-band-start-brief")
        benchmark = self.rulebook.benchmarks.get(fine.benchmark or "")
        if benchmark is not None and not benchmark.fallback:  # a fall-back is told of among the reservations
            text += self.say("cli-band-of", benchmark=benchmark.title)
        self._field("", text)

    def _fine_words(self, fine: FineResult) -> str:
        """Range and recommended sum; on several persons the sum on each of them, and all together."""
        low, high = bound_words(fine.minimum, fine.maximum)
        amounts = {
            "low": low,
            "high": high,
            "sum": sum_words(fine.recommended),
        }
        form = "fixed" if fine.tier is None else "range"
        text = self.say(f"cli-{form}" if fine.persons == 1 else f"cli-each-{form}", **amounts)
        if fine.optional:
            text += self.say("cli-optional")
        if "×" in fine.formula:
            text += self.say("cli-formula", formula=formula_words(fine.formula))
        if fine.persons != 1:
            together = sum_words(times(fine.recommended, fine.persons))
            text += self.say("cli-persons", count=fine.persons, sum=together)
        return text

    def _raised(self, finding: Finding, step: Step) -> None:
        """A sum that counts as more than it is."""
        rule = self._version(finding).rule
        for item in step.steps:
            if item.step == "statutory-range" and item.rule == rule and "counted_as" in item.inputs:
                name = next(iter(item.inputs))
                given, counted = item.inputs[name], item.inputs["counted_as"]
                what = self.rulebook.vocabulary.facts[name].label
                text = self.say(
                    "cli-counted-as", what=what, amount=sum_words(given), counted=sum_words(counted)
                )
                self._field("", text)

    def _also(self, finding: Finding) -> None:
        """Orders, confiscation, revocation, measures, referral: together in as few lines as they take."""
        lang, vocabulary = self.session.lang, self.rulebook.vocabulary
        found = self.words.orders(finding.orders, finding.order_words)
        if finding.confiscate is not None:
            found.append(self.say("cli-confiscate-sum", amount=sum_words(finding.confiscate)))
        if finding.revoke is not None:
            found.append(self.say("cli-revoke", what=vocabulary.licences[finding.revoke].text(lang)))
        found += [
            self.words.measure_words(item.name, item.words, item.by, item.optional)
            for item in finding.measures
        ]
        if finding.referred_to is not None:
            found.append(self.say("cli-refer", what=vocabulary.bodies[finding.referred_to].text(lang)))
        if found:
            self._field("label-also" if finding.fines else "label-imposed", self.say("cli-list").join(found))

    def _payments(self, finding: Finding) -> None:
        label = "label-payment"
        for item in finding.payments:
            self._field(label, self._payment(item))
            label = ""

    def _payment(self, item: PaymentResult) -> str:
        amount = sum_words(item.maximum)
        if item.minimum != item.maximum:
            amount = self.say("cli-sums", low=sum_words(item.minimum), high=amount)
        worked_out = _worked_out(item.formula)
        formula = self.say("cli-formula", formula=worked_out) if worked_out else ""
        if item.optional:
            formula += self.say("cli-payment-optional")
        if item.set_sum is not None:
            formula += self.say("cli-payment-set", sum=sum_words(item.set_sum))
        return self.say("cli-payment-sum", name=item.name, amount=amount, formula=formula, to=item.to)

    # --- not applied --------------------------------------------------------------------------------------------------

    def _of_another_body(self, finding: Finding, step: Step) -> None:
        """The power lies elsewhere; what the clause gives is told for reference only."""
        self._field("label-power", self.say("cli-power", bodies=self._bodies(finding)), "bold")
        clause = self._version(finding)
        sums = self._reference(finding)
        cases = [sums] if sums else self._cases(clause, step)
        if len(cases) == 1:
            self._field("label-reference", self.say("cli-reference", sums=cases[0]))
        if len(cases) < 2:
            return
        self._field("label-reference", self.say("cli-reference-cases"))
        most = self._few(1)
        shown = cases if len(cases) <= most + 1 else cases[:most]
        for text in shown:
            self._field("", text)
        if len(shown) < len(cases):
            rest = len(cases) - len(shown)
            self._raw_field("", self.say("cli-more-outcomes", count=rest, clause=clause.key))

    def _few(self, clauses: int) -> int:
        """How many outcomes of each of so many clauses are told."""
        if self.tightest:
            return 1 if clauses > 1 else 2
        return _FEW_OUTCOMES if self.tight else 100

    def _cases(self, clause: Clause, step: Step) -> list[str]:
        """The outcomes that the facts stated leave open, each with its condition."""
        stated = next(
            (item.inputs for item in step.steps if item.step == "clause" and item.rule == clause.rule), {}
        )
        facts = self._as_seen(stated)
        return self.words.cases(
            clause, [item for item in clause.outcomes if evaluate(item.when, facts) is not False]
        )

    def _as_seen(self, stated: Mapping[str, Any]) -> Facts:
        """Facts of a trace as conditions see them: sums in fen."""
        money = self.rulebook.vocabulary.money
        seen: dict[str, FactValue] = {}
        for name, value in stated.items():
            seen[name] = int(fen(value)) if name in money else value
        return seen

    def _bodies(self, finding: Finding) -> list[Names]:
        return [self.rulebook.vocabulary.bodies[body] for body in finding.power]

    def _reference(self, finding: Finding) -> str:
        """The fines of a clause that is not applied here."""
        return self.say("cli-list").join(self._reference_sum(fine) for fine in finding.alternative)

    def _reference_sum(self, fine: FineResult) -> str:
        code = "cli-reference-sum" if fine.target == "unit" else "cli-reference-person"
        if fine.minimum == fine.maximum:
            code = "cli-reference-fixed" if fine.target == "unit" else "cli-reference-person-fixed"
        return self.say(code, low=sum_words(fine.minimum), high=sum_words(fine.maximum))

    def _not_applied(self, act: ActResult, told: Sequence[Finding]) -> None:
        """A line or two on each clause that is not applied, and how to see it alone."""
        others = [finding for finding in act.findings if finding not in told]
        if self.tightest:
            others = self._gathered(act, others)
        for finding in others:
            article = self._short_article(finding)
            if elsewhere(finding):
                text = self.say("cli-elsewhere", article=article, bodies=self._bodies(finding))
                sums = self._reference(finding)
                text += self.say("cli-elsewhere-sums", sums=sums) if sums else ""
                self._field("label-elsewhere", text)
            elif finding.set_aside_by is not None:
                text = self.say("cli-set-aside", article=article, reason=self._preferred(act, finding))
                look = self.say("cli-look", clause=finding.clause)
                self._few_lines("label-not-applied", text, look)
            elif finding.reason is not None and finding.reason.code == "text-not-obtained":
                text = self.words.not_available(finding.reason)
                self._field("label-text-missing", self.say("cli-article-missing", article=article, text=text))
            else:
                reason = "" if finding.reason is None else self._text(self.words.why(finding.reason))
                self._field("label-not-applied", f"{article}{self.say('cli-colon')}{reason}")

    def _gathered(self, act: ActResult, others: Sequence[Finding]) -> list[Finding]:
        """Tell in one field which clauses give way to which, without reasons; the rest is returned."""
        aside: dict[str, list[str]] = {}
        for finding in others:
            if finding.set_aside_by is not None:
                named = {"article": self._short_article(finding), "clause": finding.clause}
                text = self.say("cli-named-article", **named)
                aside.setdefault(self._preferred_clause(act, finding), []).append(text)
        for preferred, articles in aside.items():
            joined = self.say("cli-comma").join(articles)
            self._field("label-not-applied", self.say("cli-gathered", articles=joined, clause=preferred))
        return [finding for finding in others if finding.set_aside_by is None]

    def _few_lines(self, label: str, text: str, more: str = "") -> None:
        """A field that may be cut where there is little room, with ``more`` at its end in any case."""
        room = self.page.width - self.label_width
        lines = 2 if self.tight else 3
        if self.short and len(wrap(text + more, room)) > lines:
            text = cut(text, room, lines, "……" + more)
        else:
            text += more
        self._field(label, text)

    def _preferred(self, act: ActResult, finding: Finding) -> str:
        """Which clause is preferred to this one, and why."""
        preferred, reason = self._preferred_clause(act, finding), finding.reason
        if reason is None or reason.code != "set-aside":
            return self.say("cli-set-aside-higher", clause=preferred)
        params = {"reason": reason.params["reason"], "confirm": reason.params["confirm"]}
        return self.say("cli-set-aside-for", clause=preferred, **params)

    def _preferred_clause(self, act: ActResult, finding: Finding) -> str:
        preferred = next(item for item in act.findings if item.clause == finding.gives_way_to)
        return self._short_article(preferred)

    def _short_article(self, finding: Finding) -> str:
        """The article with the short title of its statute."""
        return self._short_article_of(self._version(finding))

    def _short_article_of(self, clause: Clause) -> str:
        statute = clause.statute
        title = statute.short if self.session.lang == "zh" else statute.title.en
        return f"{self.say('cli-statute', title=title)}{clause.article}"

    def _imposed_together(self, applied: Sequence[Finding]) -> None:
        """Why several clauses are imposed for one act."""
        keys = {item.clause for item in applied if item.set_aside_by is None}
        for conflict in self.rulebook.conflicts:
            if conflict.kind == "together" and len(keys.intersection(conflict.clauses)) > 1:
                confirm = Message("to-be-confirmed") if conflict.confirm else Message("nothing")
                text = self.say("cli-together", reason=conflict.reason, confirm=confirm)
                self._few_lines("label-together", text)

    # --- the clause ---------------------------------------------------------------------------------------------------

    def _version(self, finding: Finding) -> Clause:
        versions = self.rulebook.clauses[finding.clause]
        return next(item for item in versions if item.statute.version == finding.version)

    def _clause_text(self, clause: Clause, lines: int | None) -> None:
        """The text of the clause; with ``lines``, as much of it as they hold, and where the rest is."""
        text = clause.text or self.say("cli-no-text")
        room = self.page.width - 2
        if lines is not None and len(wrap(text, room)) > lines:
            text = cut(text, room, lines, self.say("cli-text-cut", clause=clause.key))
        self.page.text(text, indent=2)


def elsewhere(finding: Finding) -> bool:
    """Whether the clause is for another body to apply."""
    return finding.reason is not None and finding.reason.code == "other-authority"


def cut(text: str, room: int, lines: int, more: str = "……") -> str:
    """As much of `text` as so many lines hold together with `more`."""
    wrapped = wrap(text, room)
    kept = text[: sum(len(line) for line in wrapped[:lines]) + lines]
    while kept and len(wrap(kept + more, room)) > lines:
        kept = kept[:-1]
    return kept.rstrip(" ，；：、（,;:(") + more


def _worked_out(formula: str) -> str:
    """``50%–100% × 10,000``; nothing where the payment is simply the sum."""
    rate, times, rest = formula.partition(" × ")
    if not times or (rate == "1" and "×" not in rest and "≤" not in rest):
        return ""
    bounds = [Fraction(Decimal(part)) for part in rate.split("–")]
    if any(bound.denominator != 1 for bound in bounds):
        rate = share_words(bounds[0], bounds[-1])
    return f"{rate} × {formula_words(rest)}"
