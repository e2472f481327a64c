"""A version of a statute and its penalty clauses."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath

from penalty_engine.messages import Names
from penalty_engine.money import Fen, whole
from penalty_engine.rulebook.build.context import FileContext, names_or_none
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.model import ClauseModel, FineModel, OutcomeModel, RevokeModel, StatuteFile
from penalty_engine.rulebook.records import (
    Clause,
    Example,
    Fine,
    Outcome,
    Revocation,
    Statute,
    Vocabulary,
)


class StatuteBuilder:
    """Builds the clauses of one file."""

    def __init__(self, context: FileContext, vocabulary: Vocabulary, violations: Collection[str]) -> None:
        self.context = context
        self.vocabulary = vocabulary
        self.violations = violations

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
            period,
            self.context.provenance(head.source, (*path, "source")),
            names_or_none(head.followed_by),
            self.context.source.place(path),
        )

    def _clause(self, statute: Statute, model: ClauseModel, path: Path) -> Clause:
        context = self.context
        if self.violations:  # an unreadable catalogue is a finding of its own, and enough
            context.known(model.violation, self.violations, "unknown-violation", (*path, "violation"))
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
            model.violation,
            model.text,
            tuple(orders),
            {order: words for order, words in orders.items() if words is not None},
            entry,
            model.hit_policy,
            outcomes,
            examples,
            source,
            context.source.place((*path, "id")),
            _used_facts(entry, outcomes),
        )

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
            self._fine(
                f"{rule}/fine{index + 1}",
                fine,
                (*path, "fine", index) if isinstance(model.fine, list) else (*path, "fine"),
            )
            for index, fine in enumerate(listed)
        )
        if model.confiscate is not None:
            self._quantity(model.confiscate, ("money",), (*path, "confiscate"))
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
            model.refer,
            names_or_none(model.note),
            context.source.place(path),
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

    def _quantity(self, name: str, types: tuple[str, ...], path: Path) -> None:
        if (
            self.context.known(name, self.context.facts, "unknown-fact", path)
            and self.context.facts[name].type not in types
        ):
            self.context.finding(
                "fact-type", path, name=name, found=self.context.facts[name].type, expected=types
            )

    def _fine(self, rule: str, model: FineModel, path: Path) -> Fine:
        context = self.context
        per = () if model.per is None else tuple(model.per) if isinstance(model.per, list) else (model.per,)
        if model.times is not None:
            self._quantity(model.times, ("money",), (*path, "times"))
        for name in per:
            self._quantity(name, ("count",), (*path, "per"))
        if model.times is not None and per:
            context.finding("times-and-per", (*path, "per"), key=True)
        if len(set(per)) != len(per):
            context.finding("per-twice", (*path, "per"))
        if model.cap is not None and model.floor is not None and model.cap < model.floor:
            context.finding("cap-below-floor", (*path, "cap"), cap=model.cap, floor=model.floor)
        low, high = self._bounds(model, path)
        if model.times is None and any((bound * 100) % 1 for bound in (low, high)):
            context.finding("rate-too-fine", path)
        scale = 1 if model.times is not None else 100
        return Fine(
            rule,
            model.target,
            model.optional,
            model.times,
            per,
            _scaled(low, scale),
            _scaled(high, scale),
            model.exactly is not None,
            _sum(model.cap),
            _sum(model.floor),
            context.optional_condition(model.double_when, (*path, "double_when")),
            f"{rule}/double",
            _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}",
            context.source.place(path),
        )

    def _bounds(self, model: FineModel, path: Path) -> tuple[Decimal, Decimal]:
        if model.exactly is not None:
            if model.at_least is not None or model.at_most is not None:
                self.context.finding("exactly-and-bounds", (*path, "exactly"), key=True)
            return model.exactly, model.exactly
        if model.at_most is None:
            self.context.finding("fine-without-maximum", path)
            return Decimal(0), Decimal(0)
        low = Decimal(0) if model.at_least is None else model.at_least
        if low > model.at_most:
            self.context.finding("range-reversed", (*path, "at_least"), low=low, high=model.at_most)
        return low, model.at_most


def _scaled(number: Decimal, scale: int) -> Fen:
    return whole(Fraction(number) * scale)


def _sum(number: Decimal | None) -> Fen | None:
    return None if number is None else _scaled(number, 100)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _used_facts(entry: object, outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    conditions = [
        entry,
        *(outcome.when for outcome in outcomes),
        *(outcome.revoke.when for outcome in outcomes if outcome.revoke),
        *(fine.double_when for outcome in outcomes for fine in outcome.fines),
    ]
    named = {name for condition in conditions if condition is not None for name in fact_names(condition)}  # type: ignore[arg-type]
    quantities = {name for outcome in outcomes for fine in outcome.fines for name in fine.quantities}
    return tuple(
        sorted(named | quantities | {outcome.confiscate for outcome in outcomes if outcome.confiscate})
    )
