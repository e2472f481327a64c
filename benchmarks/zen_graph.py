"""The rulebook as a decision graph for zen-engine: the peer that the engine's speed is measured against.

The graph is generated from the rulebook, so both sides apply the same rules, and it is laid out for zen's advantage:
decision tables for outcomes, tiers and duties, expressions for arithmetic, no data passed through nodes that do not need
it, dates as integers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import Any

from benchmarks.zen_parts import Row, expressions, list_of, node, number, quoted, table
from penalty_engine.money import yuan_text
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    Condition,
    FactTest,
    FactValue,
    conjunctions,
    negate,
)
from penalty_engine.rulebook.duty_grounds import grounds_before, is_occasional
from penalty_engine.rulebook.procedure_records import Authority, Ground
from penalty_engine.rulebook.records import Clause, Fine, Outcome, Rulebook
from penalty_engine.rulebook.words import DUTIES, FIRST_DUTIES

TARGETS = ("unit", "responsible_person")
_SIGNS = {"eq": "==", "ne": "!=", "ge": ">=", "le": "<=", "gt": ">", "lt": "<"}


def graph(
    rulebook: Rulebook, authority: str = "longyao-hrss", only: Collection[str] | None = None
) -> dict[str, Any]:
    """The decision graph (JDM) of a rulebook for one authority; with `only`, of those clauses."""
    keys = rulebook.clauses if only is None else only
    clauses = [clause for key, versions in rulebook.clauses.items() if key in keys for clause in versions]
    return _Graph(rulebook, rulebook.authorities[authority], clauses).build()


class _Graph:
    """Builds the nodes; `edges` are written out so that each node sees no more than it reads."""

    def __init__(self, rulebook: Rulebook, authority: Authority, clauses: list[Clause]) -> None:
        self.rulebook = rulebook
        self.clauses = clauses
        self.authority = authority
        self.benchmark: Benchmark = rulebook.benchmarks[authority.benchmarks[0]]
        self.money = {fact.id for fact in rulebook.vocabulary.facts.values() if fact.type == "money"}
        fines = [fine for clause in clauses for outcome in clause.outcomes for fine in outcome.fines]
        self.targets = [name for name in TARGETS if any(fine.target == name for fine in fines)]
        self.limited = any(fine.cap is not None or fine.floor is not None for fine in fines)
        self.doubled = any(fine.double_when is not None for fine in fines)

    def build(self) -> dict[str, Any]:
        nodes = [
            node("request", "inputNode", {}),
            node("outcomes", "decisionTableNode", table("first", *self._outcomes())),
            node("weighing", "expressionNode", expressions(self._weighing())),
            node("tiers", "decisionTableNode", table("first", *self._tiers())),
            node("figures", "expressionNode", expressions(self._figures())),
            node("grounds", "decisionTableNode", table("first", *self._grounds())),
            node("duties", "expressionNode", expressions(self._duties())),
            node("response", "outputNode", {}),
        ]
        edges = [
            ("request", "outcomes"),
            ("request", "weighing"),
            ("weighing", "tiers"),
            ("request", "figures"),
            ("outcomes", "figures"),
            ("weighing", "figures"),
            ("tiers", "figures"),
            ("request", "grounds"),
            ("figures", "grounds"),
            ("figures", "duties"),
            ("grounds", "duties"),
            ("outcomes", "response"),
            ("figures", "response"),
            ("grounds", "response"),
            ("duties", "response"),
        ]
        return {
            "nodes": nodes,
            "edges": [
                {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}
                for source, target in edges
            ],
        }

    # --- outcomes: one row per outcome and alternative, most of the law ---------------------------------------------

    def _outcomes(self) -> tuple[list[str], list[str], list[Row]]:
        rows = [row for clause in self.clauses for row in self._clause(clause)]
        rows.append({"found": quoted("not-available"), "orders": "[]"})  # no version in force on the day
        outputs = ["found", "rule", "unknown", "confiscated", "revoked", "orders", "referred"]
        for target in self.targets:
            outputs += [f"{target}_{name}" for name in self._columns()]
        inputs = list(
            dict.fromkeys(["clause", "day", *(name for row in rows for name in row if name not in outputs)])
        )
        return inputs, outputs, rows

    def _columns(self) -> list[str]:
        extra = (["factor"] if self.doubled else []) + (["cap", "floor"] if self.limited else [])
        return ["quantity", "low", "high", "optional", *extra]

    def _clause(self, clause: Clause) -> Iterator[Row]:
        period = clause.statute.period
        head = {"clause": quoted(clause.key)}
        if period.first or period.last:
            first = f"{period.first:%Y%m%d}" if period.first else "0"
            last = f"{period.last:%Y%m%d}" if period.last else "99991231"
            head["day"] = f"[{first}..{last}]"
        orders = list_of(clause.orders)
        for outcome in clause.outcomes:
            result = self._outcome(outcome)
            whole = AllOf((clause.entry or ALWAYS, outcome.when))
            for alternative in conjunctions(whole):
                yield {**head, **self._cells(alternative), **result, "orders": orders}
        if clause.entry is not None:
            for alternative in conjunctions(negate(clause.entry)):
                yield {
                    **head,
                    **self._cells(alternative),
                    "found": quoted("not-available"),
                    "orders": orders,
                }
        if clause.entry is not None or any(outcome.when != ALWAYS for outcome in clause.outcomes):
            yield {**head, "found": quoted("needs-facts"), "orders": orders}

    def _outcome(self, outcome: Outcome) -> Row:
        needed = [name for fine in outcome.fines for name in fine.quantities]
        needed += [outcome.confiscate] if outcome.confiscate else []
        unknown = [f"{name} == null" for name in dict.fromkeys(needed)]
        row = {"found": quoted("applies"), "rule": quoted(outcome.rule)}
        if outcome.confiscate:
            row["confiscated"] = outcome.confiscate
        if outcome.refer:
            row["referred"] = quoted(outcome.refer)
        if outcome.revoke is not None:
            licence, when = quoted(outcome.revoke.licence), outcome.revoke.when
            row["revoked"] = licence if when is None else f"{self._holds(when)} ? {licence} : null"
            unknown += [] if when is None else [self._undecided(when)]
        for fine in outcome.fines:
            row.update(self._fine(fine))
            unknown += [] if fine.double_when is None else [self._undecided(fine.double_when)]
        if unknown:
            row["unknown"] = " or ".join(unknown)
        return row

    def _fine(self, fine: Fine) -> Row:
        target, scale = fine.target, 1 if fine.times else 100
        known = " and ".join(f"{name} != null" for name in fine.quantities)
        product = " * ".join(fine.quantities)
        quantity = product if len(fine.quantities) == 1 else f"{known} ? {product} : null" if product else "1"
        row = {
            "quantity": quantity,
            "low": number(Fraction(fine.low) / scale),
            "high": number(Fraction(fine.high) / scale),
            "optional": str(fine.optional).lower(),
        }
        if fine.double_when is not None:
            row["factor"] = f"{self._holds(fine.double_when)} ? 2 : 1"
        if fine.cap is not None:
            row["cap"] = yuan_text(fine.cap)
        if fine.floor is not None:
            row["floor"] = yuan_text(fine.floor)
        return {f"{target}_{name}": cell for name, cell in row.items()}

    # --- discretion ------------------------------------------------------------------------------------------------

    def _weighing(self) -> dict[str, str]:
        items = list(self.rulebook.circumstances.values())
        lighter = [item for item in items if item.effect == "lighter"]
        heavier = [item for item in items if item.effect == "heavier"]
        exempt = [item for item in items if item.effect == "exempt"]
        must = self._count(item for item in exempt if item.force == "mandatory")
        elected = [f"{item.election} and ({self._count([item])}) > 0" for item in exempt if item.election]
        return {
            "elements": self._elements(),
            "lighter_circumstances": self._count(lighter),
            "heavier_circumstances": self._count(heavier),
            "gravest_circumstances": self._count(item for item in heavier if item.gravest),
            "heavier_over_lighter": "$.heavier_circumstances - $.lighter_circumstances",
            "mitigation": f"mitigate and ({self._count(item for item in lighter if item.mitigates)}) > 0",
            "mixed": "$.heavier_circumstances > 0 and $.lighter_circumstances > 0",
            "excused": " or ".join([f"({must}) > 0", *elected]),
        }

    def _elements(self) -> str:
        """The circumstances that are part of the violation itself and do not count."""
        own = {clause.key: clause.elements for clause in self.clauses if clause.elements}
        chosen = "".join(f"clause == {quoted(key)} ? {list_of(names)} : " for key, names in own.items())
        return f"{chosen}[]"

    def _count(self, items: Iterable[Any]) -> str:
        """Declared circumstances of a kind, and those that follow from facts without being declared."""
        chosen = list(items)
        derived = [
            f"(not ({quoted(item.id)} in circumstances) and not ({quoted(item.id)} in $.elements) "
            f"and {self._holds(item.when)} ? 1 : 0)"
            for item in chosen
            if item.when is not None
        ]
        ids = list_of(item.id for item in chosen)
        return " + ".join([f"count(circumstances, # in {ids} and not (# in $.elements))", *derived])

    def _tiers(self) -> tuple[list[str], list[str], list[Row]]:
        rows = [
            {
                **self._cells(tests),
                "tier": quoted(row.tier.id),
                "from": number(row.tier.band.low),
                "to": number(row.tier.band.high),
            }
            for row in self.benchmark.select
            if row.tier.band is not None
            for tests in conjunctions(row.when)
        ]
        inputs = list(
            dict.fromkeys(name for row in rows for name in row if name not in ("tier", "from", "to"))
        )
        return inputs, ["tier", "from", "to"], rows

    def _figures(self) -> dict[str, str]:
        figures = {"applies": "found == 'applies' and unknown != true"}
        for target in self.targets:
            figures.update({f"{target}_{name}": cell for name, cell in self._amounts(target).items()})
        fined = " or ".join(f"$.{target}_fined" for target in self.targets) or "false"
        gain, lost = "$.applies and confiscated != null and confiscated > 0", "$.applies and revoked != null"
        figures["exempt"] = f"excused and ({fined} or {gain} or {lost})"
        figures["confiscate"] = f"{gain} and not $.exempt ? confiscated : null"
        figures["revoke"] = f"{lost} and not $.exempt ? revoked : null"
        figures["referred_to"] = "$.applies ? referred : null"
        figures["status"] = (
            f"not $.applies ? (found == 'applies' ? 'needs-facts' : found) : $.exempt ? 'exempt' : {fined} ? 'fined' : "
            "referred != null and $.confiscate == null and $.revoke == null ? 'referred' : 'no-fine'"
        )
        figures.update(self._findings())
        return figures

    def _amounts(self, target: str) -> dict[str, str]:
        """Range, band and recommended sum of one target."""
        quantity = f"{target}_quantity * ({target}_factor ?? 1)" if self.doubled else f"{target}_quantity"
        fined, below, low, high = (f"$.{target}_{name}" for name in ("fined", "below", "minimum", "maximum"))
        bottom, top, middle = (f"$.{target}_{name}" for name in ("band_minimum", "band_maximum", "middle"))
        step, point = self.benchmark.round_down_to, number(self.benchmark.recommend_at)

        def at(share: str) -> str:
            rate = f"({target}_low + {share} * ({target}_high - {target}_low))"
            return self._limit(f"{rate} * {quantity}", high, low)

        cap, floor = f"{target}_cap ?? 1000000000000", f"{target}_floor ?? 0"
        rounded, to_fen = f"floor({middle} / {step}) * {step}", f"ceil({bottom} * 100) / 100"
        return {
            "fined": f"$.applies and {target}_quantity != null and {target}_quantity > 0",
            "minimum": f"{fined} ? {self._limit(f'{target}_low * {quantity}', cap, floor)} : null",
            "maximum": f"{fined} ? {self._limit(f'{target}_high * {quantity}', cap, floor)} : null",
            "below": f"{fined} and mitigation and {low} > 0",
            "tier": f"{below} ? {quoted(self.benchmark.mitigated_id)} : {low} == {high} ? 'fixed' : tier",
            "band_minimum": f"not {fined} ? null : {below} ? 0 : {at('from')}",
            "band_maximum": f"not {fined} ? null : {below} ? {low} : {at('to')}",
            "middle": f"not {fined} ? null : {below} ? {low} * {point} : {at(f'(from + (to - from) * {point})')}",
            "recommended": f"not {fined} ? null : {low} == {high} and not {below} ? {low} : "
            f"{rounded} == 0 and {bottom} == 0 ? floor({middle} * 100) / 100 : {rounded} >= {bottom} ? {rounded} : {to_fen} <= {top} ? {to_fen} : {bottom}",
        }

    def _limit(self, amount: str, most: str, least: str) -> str:
        """Only where some fine of the rulebook has a cap or a floor is any amount held against them."""
        return f"max([min([{amount}, {most}]), {least}])" if self.limited else amount

    # --- procedure -------------------------------------------------------------------------------------------------

    def _findings(self) -> dict[str, str]:
        """What the procedural grounds look at."""
        amounts = self.authority.larger_amount
        kinds = [kind for kind in amounts if kind != "individual"]
        larger = "".join(f"party_kind == {quoted(kind)} ? {yuan_text(amounts[kind])} : " for kind in kinds)
        larger += yuan_text(amounts["individual"])
        person = "$.person_fine >= " + yuan_text(amounts["individual"])
        sums = {
            name: f"$.exempt ? 0 : $.{target}_recommended ?? 0" if target in self.targets else "0"
            for name, target in (("unit_fine", "unit"), ("person_fine", "responsible_person"))
        }
        below = " or ".join(f"$.{target}_below" for target in self.targets) or "false"
        first = {
            f"{duty}_due": " or ".join(
                self._holds(ground.when, "$.") for ground in self._all_grounds() if ground.duty == duty
            )
            or "false"
            for duty in FIRST_DUTIES
        }
        return {
            **sums,
            "larger_amount": larger,
            "fine_reaches_larger_amount": f"$.unit_fine >= $.larger_amount or {person}",
            "confiscation_reaches_larger_amount": "$.confiscate != null and $.confiscate >= $.larger_amount",
            "something_confiscated": "$.confiscate != null",
            "licence_revoked": "$.revoke != null",
            "grave_measure": "false",  # the measured rules have no measures
            "penalty_imposed": "$.unit_fine > 0 or $.person_fine > 0 or $.confiscate != null or $.revoke != null",
            "payment_ordered": "false",  # nor payments
            "mitigated": f"not $.exempt and ({below})",
            "mixed_circumstances": "mixed and $.status == 'fined'",
            "exempted": "$.exempt",
            **first,
        }

    def _all_grounds(self) -> list[Any]:
        return list(grounds_before(self.rulebook, self.authority))

    def _grounds(self) -> tuple[list[str], list[str], list[Row]]:
        rows: list[Row] = []
        for ground in self._all_grounds():
            first = ground.undecided_before
            days = {} if first is None else {"decided": f">= {first:%Y%m%d}"}
            for tests in conjunctions(ground.when):
                held = {**self._cells(tests), **self._of(ground)}
                rows.append({**held, **days, f"{ground.duty}_reasons[]": quoted(ground.code)})
                if first is not None:  # of earlier decisions the ground tells nothing certain
                    rows.append({**held, "decided": f"< {first:%Y%m%d}", f"{ground.duty}_open[]": "true"})
        inputs = list(dict.fromkeys(name for row in rows for name in row if not name.endswith("[]")))
        outputs = [f"{duty}_{kind}[]" for duty in DUTIES for kind in ("reasons", "open")]
        return inputs, outputs, rows  # every row that holds adds its reason

    def _of(self, ground: Ground) -> Row:
        """The violations a ground is limited to, and the first day of decision on which it is looked at."""
        row: Row = {}
        if ground.violations:
            row["violation"] = f"$ in {list_of(sorted(ground.violations))}"
        if ground.since is not None:
            row["decided"] = f">= {ground.since:%Y%m%d}"
        return row

    def _duties(self) -> dict[str, str]:
        # a duty that only an election or certain violations raise is decided without the facts
        usual = {ground.duty for ground in self._all_grounds() if not is_occasional(ground)}
        missing = "status == 'needs-facts' ? null : false"
        opened = {ground.duty for ground in self._all_grounds() if ground.undecided_before is not None}
        return {
            duty: f"len({duty}_reasons ?? []) > 0 ? true : "
            + (f"len({duty}_open ?? []) > 0 ? null : " if duty in opened else "")
            + (missing if duty in usual else "false")
            for duty in DUTIES
        }

    # --- conditions ------------------------------------------------------------------------------------------------

    def _cells(self, conjunction: Iterable[FactTest]) -> Row:
        """One row's input cells: a cell holds all tests of its fact."""
        cells: dict[str, list[str]] = {}
        for test in conjunction:
            if ":" in test.fact:  # a circumstance named by a condition
                cells.setdefault("circumstances", []).append(f"{quoted(test.fact.partition(':')[2])} in $")
            else:
                value = self._constant(test.fact, test.value)
                cells.setdefault(test.fact, []).append(
                    value if test.op == "eq" else f"{_SIGNS[test.op]} {value}"
                )
        return {
            fact: tests[0]
            if len(tests) == 1 and tests[0][0] not in "!<>"
            else " and ".join(
                ["$ != null", *(f"$ {test}" if test[0] in "!<>" else f"$ == {test}" for test in tests)]
            )
            for fact, tests in cells.items()
        }

    def _holds(self, condition: Condition, prefix: str = "") -> str:
        alternatives = [
            " and ".join(self._test(test, prefix) for test in tests) for tests in conjunctions(condition)
        ]
        return "(" + " or ".join(f"({text})" if text else "true" for text in alternatives) + ")"

    def _undecided(self, condition: Condition) -> str:
        return f"not ({self._holds(condition)} or {self._holds(negate(condition))})"

    def _test(self, test: FactTest, prefix: str) -> str:
        if ":" in test.fact:
            inside = f"{quoted(test.fact.partition(':')[2])} in circumstances"
            return inside if test.op == "eq" else f"not ({inside})"
        plain = f"{prefix}{test.fact} {_SIGNS[test.op]} {self._constant(test.fact, test.value)}"
        return plain if test.op == "eq" else f"{prefix}{test.fact} != null and {plain}"

    def _constant(self, fact: str, value: FactValue) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str):
            return quoted(value)
        return yuan_text(value) if fact in self.money else str(value)
