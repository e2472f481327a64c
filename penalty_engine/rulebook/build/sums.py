"""Fines and payments: quantity × rate, as written in a clause."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from penalty_engine.money import Fen, whole
from penalty_engine.rulebook.build.context import FileContext, one_or_several
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model import FineModel, PaymentModel
from penalty_engine.rulebook.records import Fine, Payment


class SumsBuilder:
    """Builds the sums of one file's clauses."""

    def __init__(self, context: FileContext, vocabulary: Vocabulary) -> None:
        self.context = context
        self.vocabulary = vocabulary

    def quantity(self, name: str, types: tuple[str, ...], path: Path) -> None:
        if (
            self.context.known(name, self.context.facts, "unknown-fact", path)
            and self.context.facts[name].type not in types
        ):
            self.context.finding(
                "fact-type", path, name=name, found=self.context.facts[name].type, expected=types
            )

    def fine(self, rule: str, model: FineModel, path: Path) -> Fine:
        context = self.context
        per = one_or_several(model.per)
        if model.times is not None:
            self.quantity(model.times, ("money",), (*path, "times"))
        for name in per:
            self.quantity(name, ("count",), (*path, "per"))
        if model.times is not None and per:
            context.finding("times-and-per", (*path, "per"), key=True)
        if len(set(per)) != len(per):
            context.finding("per-twice", (*path, "per"))
        if model.cap is not None and model.floor is not None and model.cap < model.floor:
            context.finding("cap-below-floor", (*path, "cap"), cap=model.cap, floor=model.floor)
        if model.each is not None:
            self.quantity(model.each, ("count",), (*path, "each"))
        if model.base_at_least is not None and model.times is None:
            context.finding("base-without-times", (*path, "base_at_least"), key=True)
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
            None if model.base_at_least is None else int(model.base_at_least * 100),
            model.each,
            model.unspecified,
            context.optional_condition(model.double_when, (*path, "double_when")),
            f"{rule}/double",
            _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}",
            context.source.place(path),
        )

    def payment(self, model: PaymentModel, path: Path) -> Payment:
        """One sum that is not a fine."""
        self.context.known(model.payment, self.vocabulary.payments, "unknown-payment", (*path, "payment"))
        per = one_or_several(model.per)
        self.quantity(model.times, ("money",), (*path, "times"))
        for name in per:
            self.quantity(name, ("count",), (*path, "per"))
        if model.not_above is not None:
            self.quantity(model.not_above, ("money",), (*path, "not_above"))
        if model.by is not None:
            self.context.known(model.by, self.vocabulary.bodies, "unknown-body", (*path, "by"))
        low, high = self._bounds(model, path)
        return Payment(
            model.payment,
            model.optional,
            model.times,
            per,
            Fraction(low),
            Fraction(high),
            model.not_above,
            model.if_known,
            self.context.source.place(path),
            model.by,
        )

    def _bounds(self, model: FineModel | PaymentModel, path: Path) -> tuple[Decimal, Decimal]:
        if isinstance(model, FineModel) and model.unspecified:
            if not model.exactly is model.at_least is model.at_most is None:
                self.context.finding("unspecified-with-bounds", (*path, "unspecified"), key=True)
            return Decimal(0), Decimal(0)
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
