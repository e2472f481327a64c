"""A comparison of benchmarks on a page: one line for each where the page is wide enough, else a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import FineResult, Reason, TierBand
from penalty_engine.case import Case
from penalty_engine.cli.layout import cell_len, pad
from penalty_engine.cli.sheet import Sheet
from penalty_engine.cli.words import bound_words, formula_words, sentence, sum_words
from penalty_engine.comparing import ComparedAct, ComparedBenchmark, ComparedDuty, Comparison, PlacedAct
from penalty_engine.reasons.wording import named

_INDENT = 2
_GAP = 2
_POWERS = ("on_the_spot",)  # what may be done, not what must


class Row(NamedTuple):
    """One benchmark: its tier, band, sum, and how far that is from the first."""

    benchmark: str
    tier: str
    band: str
    sum: str
    apart: str

    @property
    def rest(self) -> str:
        """All but the name, for a page too narrow for columns."""
        return "  ".join(item for item in self[1:] if item)


class ComparisonPage(Sheet):
    """Writes a comparison."""

    def write(self, found: Comparison, case: Case) -> None:
        """Which benchmarks, each act under them, sums and duties."""
        day = case.timeline.conduct_to
        self.page.text(self.say("compare-head", count=len(found.benchmarks), day=day), "bold")
        for item in found.benchmarks:
            self._benchmark(item)
        for number, act in enumerate(found.acts, 1):
            self._act(found, act, number if len(found.acts) > 1 else 0)
        if len(found.acts) > 1:
            self._totals(found)
        self._duties(found)

    def _benchmark(self, item: ComparedBenchmark) -> None:
        remarks = {
            "compare-own": item.own,
            "compare-fallback": item.fallback,
            "compare-elsewhere": not item.binding,
            "compare-unverified": not item.verified,
            "compare-lapsed": not item.in_force,
        }
        told = [self.say(code) for code, holds in remarks.items() if holds]
        after = self.say("compare-remarks", remarks=told) if told else ""
        self.page.text(f"{item.id}  {self._text(item.title)}{after}", indent=_INDENT, hanging="  ")

    # --- one act ------------------------------------------------------------------------------------------------------

    def _act(self, found: Comparison, act: ComparedAct, number: int) -> None:
        name = sentence(self._text(act.violation_name), self.session.lang)
        self.page.gap()
        heading = self.say("compare-act", number=number, name=name) if number else name
        self.page.heading(heading, act.violation)
        self._clauses(act)
        ids = [item.id for item in found.benchmarks]
        for target in self._targets(act):
            self._law(act, target)
            self._table(list(self._rows(ids, act, target)))
        self._why(ids, act)

    def _clauses(self, act: ComparedAct) -> None:
        for key in dict.fromkeys(item.clause for item in act.placed if item.clause is not None):
            newest = self.rulebook.clauses[key][-1]
            title = newest.statute.short if self.session.lang == "zh" else newest.statute.title.en
            self.page.text(f"{self.say('cli-statute', title=title)}{newest.article}  {key}", "dim")

    def _targets(self, act: ComparedAct) -> list[str]:
        every = [fine.target for item in act.placed for fine in (*item.fines, *item.left_out)]
        return list(dict.fromkeys(every)) or [""]

    def _law(self, act: ComparedAct, target: str) -> None:
        """The statutory range, which no benchmark moves."""
        fine = next((one for item in act.placed for one in _of(item, target)), None)
        if fine is None:
            return
        low, high = bound_words(fine.minimum, fine.maximum)
        fixed = fine.minimum == fine.maximum
        text = (
            self.say("compare-law-fixed", sum=low) if fixed else self.say("compare-law", low=low, high=high)
        )
        if fine.optional:
            text += self.say("cli-optional")
        if "×" in fine.formula:
            text += self.say("cli-formula", formula=formula_words(fine.formula))
        if fine.persons != 1:
            each = self.say("compare-each", count=fine.persons)
            text += self.say("cli-in-brackets", basis=each)
        if target != "unit":
            whom = sentence(self._text(named("reason-target", target)), self.session.lang)
            text = self.say("compare-whom", whom=whom, text=text)
        self.page.text(sentence(text, self.session.lang))

    def _rows(self, ids: Sequence[str], act: ComparedAct, target: str) -> Iterator[Row]:
        first: Decimal | None = None
        for name, item in zip(ids, act.placed, strict=True):
            fine = next((one for one in item.fines if one.target == target), None)
            if fine is None:
                yield Row(name, self._instead(item, target), "", "", "")
                continue
            first = fine.recommended if first is None else first
            tier = fine.tier
            yield Row(
                name,
                self.say("compare-none") if tier is None else self._text(tier.name),
                "" if tier is None else self._band(tier),
                sum_words(fine.recommended),
                _apart(fine.recommended - first),
            )

    def _instead(self, item: PlacedAct, target: str) -> str:
        """What there is where no fine is imposed on the target."""
        left_out = next((one for one in item.left_out if one.target == target and one.tier), None)
        if left_out is not None and left_out.tier is not None:
            return f"{self._text(left_out.tier.name)}{self.say('cli-colon')}{self.say('cli-no-fine')}"
        status = "no-fine" if item.status == "fined" else item.status
        return self._text(named("reason-status", status))

    def _band(self, tier: TierBand) -> str:
        low, high = bound_words(tier.minimum, tier.maximum)
        text = low if low == high else f"{low}–{high}"
        ends = (tier.minimum_included, tier.maximum_included)
        code = {(False, False): "compare-open", (False, True): "compare-open-low"}.get(ends)
        code = "compare-open-high" if ends == (True, False) else code
        return text + (self.say(code) if code is not None else "")

    def _table(self, rows: list[Row]) -> None:
        """Columns where they fit; otherwise each benchmark in two lines."""
        titles = ("compare-benchmark", "compare-tier", "compare-band", "compare-sum", "compare-difference")
        if not any(row.sum for row in rows):
            for row in rows:
                self.page.text(f"{row.benchmark}  {row.tier}", indent=_INDENT, hanging="  ")
            return
        head = Row(*(self.say(code) for code in titles))
        if not any(row.apart for row in rows):
            head = head._replace(apart="")
        full = [head, *(row for row in rows if row.sum)]
        widths = [max(cell_len(row[column]) for row in full) for column in range(len(head))]
        if sum(widths) + _GAP * (len(widths) - 1) + _INDENT <= self.page.width:
            for row in (head, *rows):
                cells = [pad(cell, width) for cell, width in zip(row, widths, strict=True)]
                text = (" " * _GAP).join(cells if row.sum else (cells[0], row.tier))
                self.page.text(text.rstrip(), "dim" if row is head else "", _INDENT, " " * (widths[0] + _GAP))
            return
        for row in rows:
            self.page.text(row.benchmark, "bold", _INDENT)
            self.page.text(row.rest, indent=2 * _INDENT, hanging="  ")

    def _why(self, ids: Sequence[str], act: ComparedAct) -> None:
        """What led to each; benchmarks for which it is the same stand together."""
        if len(ids) > 1 and not act.differs:
            self.page.text(self.say("compare-same"), indent=_INDENT)
        told: dict[str, list[str]] = {}
        for name, item in zip(ids, act.placed, strict=True):
            reasons = [self._text(one) for one in item.why]
            reasons += self._beside(item)
            if reasons:
                told.setdefault(self.say("cli-list").join(reasons), []).append(name)
        if told:
            self.page.text(self.say("compare-why"), "dim", _INDENT)
        for reasons_text, names in told.items():
            joined = self.say("cli-comma").join(names)
            text = self.say("compare-because", benchmark=joined, reasons=reasons_text)
            self.page.text(text, indent=2 * _INDENT, hanging="  ")

    def _beside(self, item: PlacedAct) -> list[str]:
        """What the tier brings beside the fine."""
        found = [self._text(name) for name in item.measures]
        if item.revoke is not None:
            licence = self._text(self.rulebook.vocabulary.licences[item.revoke])
            found.append(self.say("cli-revoke", what=licence))
        return [self.say("compare-also", items=found)] if found else []

    # --- the whole case -----------------------------------------------------------------------------------------------

    def _totals(self, found: Comparison) -> None:
        self.page.gap()
        self.page.text(self.say("compare-total"), "bold")
        rows = []
        first = found.totals[0].recommended
        for item, total in zip(found.benchmarks, found.totals, strict=True):
            if total.recommended is None:
                rows.append((item.id, self.say("compare-undecided"), ""))
                continue
            apart = _apart(total.recommended - first) if first is not None else ""
            rows.append((item.id, sum_words(total.recommended), apart))
        widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
        narrow = sum(widths) + 2 * _GAP + _INDENT > self.page.width
        for name, amount, apart in rows:
            if narrow:
                self.page.text(name, "bold", _INDENT)
                self.page.text(f"{amount}  {apart}".rstrip(), indent=2 * _INDENT)
            else:
                text = f"{pad(name, widths[0])}  {pad(amount, widths[1])}  {apart}"
                self.page.text(text.rstrip(), indent=_INDENT)

    def _duties(self, found: Comparison) -> None:
        if len(found.benchmarks) == 1:
            return
        self.page.gap()
        if not found.duties:
            self.page.text(self.say("compare-duties-same"))
            return
        self.page.text(self.say("compare-duties"), "bold")
        ids = [item.id for item in found.benchmarks]
        for duty in found.duties:
            states = self.say("cli-list").join(self._states(ids, duty))
            name = sentence(self._text(named("reason-duty", duty.name)), self.session.lang)
            text = self.say("compare-duty", duty=name, states=states)
            self.page.text(text, indent=_INDENT, hanging="  ")

    def _states(self, ids: Sequence[str], duty: ComparedDuty) -> Iterator[str]:
        """Each state with the benchmarks that lead to it, and why it arises."""
        words = "permitted" if duty.name in _POWERS else "needed"
        codes = {True: f"compare-{words}", False: f"compare-not-{words}", None: "compare-undecided"}
        groups: dict[tuple[bool | None, tuple[Reason, ...]], list[str]] = {}
        for name, state, reasons in zip(ids, duty.states, duty.reasons, strict=True):
            groups.setdefault((state, reasons), []).append(name)
        for (state, reasons), names in groups.items():
            texts = list(dict.fromkeys(self._text(item.text) for item in reasons))
            params = {"state": self.say(codes[state]), "benchmarks": names, "reasons": texts}
            yield self.say("compare-state-why" if texts and state else "compare-state", **params)


def _of(item: PlacedAct, target: str) -> Iterator[FineResult]:
    return (fine for fine in (*item.fines, *item.left_out) if fine.target == target)


def _apart(difference: Decimal) -> str:
    """``+5,000``; nothing where there is no difference."""
    if not difference:
        return ""
    return f"{'+' if difference > 0 else '−'}{sum_words(abs(difference))}"
