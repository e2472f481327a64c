"""A version of a statute and its penalty clauses."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, names_or_none, one_or_several
from penalty_engine.rulebook.build.sums import SumsBuilder
from penalty_engine.rulebook.catalogue_records import Quotation, Vocabulary
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.model import (
    ClauseModel,
    MeasureModel,
    OutcomeModel,
    RevokeModel,
    StatuteFile,
)
from penalty_engine.rulebook.records import Clause, Example, Measure, Outcome, Revocation, Statute


class StatuteBuilder:
    """Builds the clauses of one file."""

    def __init__(self, context: FileContext, vocabulary: Vocabulary, violations: Collection[str]) -> None:
        self.context = context
        self.vocabulary = vocabulary
        self.violations = violations
        self.sums = SumsBuilder(context, vocabulary)

    def build(self, model: StatuteFile) -> list[Clause]:
        statute = self._statute(model)
        clauses: dict[str, Clause] = {}
        for index, item in enumerate(model.clauses):
            path = ("clauses", index)
            if item.id in clauses:
                self.context.finding("duplicate-id", (*path, "id"), name=item.id)
            clauses[item.id] = self._clause(statute, item, path)
        return list(clauses.values())

    def _statute(self, model: StatuteFile) -> Statute:
        head, path = model.statute, ("statute",)
        period = self.context.period(head.in_force, (*path, "in_force"))
        version = period.first.isoformat() if period.first else "undated"
        location = PurePosixPath(self.context.source.file)
        if location.stem != version or location.parent.name != head.id:
            self.context.finding("file-name", (*path, "id"), expected=f"{head.id}/{version}.yaml")
        title = Names(head.title.zh, head.title.en)
        return Statute(
            head.id,
            title,
            head.title.short,
            head.rank,
            head.jurisdiction,
            version,
            self._power(head.power, (*path, "power")),
            period,
            self.context.provenance(head.source, (*path, "source")),
            names_or_none(head.followed_by),
            self.context.source.place(path),
        )

    def _clause(self, statute: Statute, model: ClauseModel, path: Path) -> Clause:
        context = self.context
        violations = self._violations(model, path)
        self._text_or_reason(model, path)
        orders = self._orders(model, path)
        rule = f"{statute.id}/{model.id}@{statute.version}"
        outcomes = tuple(
            self._outcome(rule, number, item, (*path, "outcomes", number))
            for number, item in enumerate(model.outcomes)
        )
        entry = context.optional_condition(model.entry, (*path, "entry"))
        source = (
            statute.source if model.source is None else context.provenance(model.source, (*path, "source"))
        )
        examples = tuple(
            Example(item.model_dump(exclude_unset=True), context.source.place((*path, "examples", number)))
            for number, item in enumerate(model.examples)
        )
        return Clause(
            f"{statute.id}/{model.id}",
            rule,
            statute,
            model.article,
            violations,
            model.text or "",
            tuple(Quotation("", item.article, item.text) for item in model.refers_to),
            self._power(model.power, (*path, "power")) or statute.power,
            names_or_none(model.not_obtained),
            tuple(orders),
            {order: words for order, words in orders.items() if words is not None},
            entry,
            model.hit_policy,
            outcomes,
            examples,
            source,
            context.source.place((*path, "id")),
            _used_facts(entry, outcomes),
            tuple(model.elements),
        )

    def _violations(self, model: ClauseModel, path: Path) -> tuple[str, ...]:
        several = isinstance(model.violation, list)
        found = one_or_several(model.violation)
        for index, name in enumerate(found):
            here = (*path, "violation", index) if several else (*path, "violation")
            if self.violations:  # an unreadable catalogue is a finding of its own, and enough
                self.context.known(name, self.violations, "unknown-violation", here)
            if name in found[:index]:
                self.context.finding("duplicate-id", here, name=name)
        return found

    def _text_or_reason(self, model: ClauseModel, path: Path) -> None:
        """A clause has text and outcomes, or says why it has neither."""
        if model.not_obtained is None:
            for name in ("text", "outcomes"):
                if not getattr(model, name):
                    self.context.finding("missing-key", path, name=name)
        else:
            for name in ("text", "outcomes", "examples"):
                if getattr(model, name):
                    self.context.finding("not-obtained-with", (*path, name), key=True, name=name)

    def _power(self, power: str | list[str] | None, path: Path) -> tuple[str, ...]:
        bodies = one_or_several(power)
        for body in bodies:
            self.context.known(body, self.vocabulary.bodies, "unknown-body", path)
        return bodies

    def _orders(self, model: ClauseModel, path: Path) -> dict[str, str | None]:
        """Order → the clause's own words for it, if it has any."""
        found: dict[str, str | None] = {}
        for index, entry in enumerate(model.orders):
            here = (*path, "orders", index)
            if isinstance(entry, dict) and len(entry) != 1:
                self.context.finding("order-one-key", here)
            for order, words in ({entry: None} if isinstance(entry, str) else entry).items():
                self.context.known(order, self.vocabulary.orders, "unknown-order", here)
                if order in found:
                    self.context.finding("duplicate-id", here, name=order)
                found[order] = words
        return found

    def _outcome(self, clause_rule: str, number: int, model: OutcomeModel, path: Path) -> Outcome:
        context, rule = self.context, f"{clause_rule}#{number + 1}"
        listed = [] if model.fine is None else model.fine if isinstance(model.fine, list) else [model.fine]
        fines = tuple(
            self.sums.fine(
                f"{rule}/fine{index + 1}",
                fine,
                (*path, "fine", index) if isinstance(model.fine, list) else (*path, "fine"),
            )
            for index, fine in enumerate(listed)
        )
        if model.confiscate is not None:
            self.sums.quantity(model.confiscate, ("money",), (*path, "confiscate"))
        if model.refer is not None:
            context.known(model.refer, self.vocabulary.bodies, "unknown-body", (*path, "refer"))
        if model.refer and listed:
            context.finding("refer-with-fine", (*path, "refer"))
        return Outcome(
            rule,
            context.condition(model.when, (*path, "when")),
            fines,
            model.confiscate,
            self._revocation(rule, model.revoke, (*path, "revoke")),
            tuple(
                self._measure(f"{rule}/measure{index + 1}", item, (*path, "measures", index))
                for index, item in enumerate(model.measures)
            ),
            tuple(
                self.sums.payment(item, (*path, "payments", index))
                for index, item in enumerate(model.payments)
            ),
            model.refer,
            names_or_none(model.note),
            context.source.place(path),
        )

    def _measure(self, rule: str, raw: str | MeasureModel, path: Path) -> Measure:
        model = MeasureModel(measure=raw) if isinstance(raw, str) else raw
        here = path if isinstance(raw, str) else (*path, "measure")
        self.context.known(model.measure, self.vocabulary.measures, "unknown-measure", here)
        if model.by is not None:
            self.context.known(model.by, self.vocabulary.bodies, "unknown-body", (*path, "by"))
        return Measure(
            model.measure,
            model.words,
            model.by,
            model.optional,
            self.context.optional_condition(model.when, (*path, "when")),
            rule,
            self.context.source.place(path),
        )

    def _revocation(self, rule: str, model: str | RevokeModel | None, path: Path) -> Revocation | None:
        if model is None:
            return None
        licence, raw = (model, None) if isinstance(model, str) else (model.licence, model.when)
        self.context.known(
            licence,
            self.vocabulary.licences,
            "unknown-licence",
            path if isinstance(model, str) else (*path, "licence"),
        )
        return Revocation(
            licence,
            self.context.optional_condition(raw, (*path, "when")),
            f"{rule}/revoke",
            self.context.source.place(path),
        )


def _used_facts(entry: object, outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    conditions = [
        entry,
        *(outcome.when for outcome in outcomes),
        *(outcome.revoke.when for outcome in outcomes if outcome.revoke),
        *(fine.double_when for outcome in outcomes for fine in outcome.fines),
        *(measure.when for outcome in outcomes for measure in outcome.measures),
    ]
    named = {name for condition in conditions if condition is not None for name in fact_names(condition)}  # type: ignore[arg-type]
    quantities = {name for outcome in outcomes for fine in outcome.fines for name in fine.needs}
    quantities |= {name for outcome in outcomes for payment in outcome.payments for name in payment.needs}
    return tuple(
        sorted(named | quantities | {outcome.confiscate for outcome in outcomes if outcome.confiscate})
    )
