"""Time limits of procedure, and what some place has set as a larger amount."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import NamedTuple

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names, names_or_none
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model_procedure import (
    LargerAmountEntryModel,
    LargerAmountModel,
    LengthModel,
    TimeLimitModel,
)
from penalty_engine.rulebook.procedure_records import (
    Extension,
    LargerAmount,
    Surcharge,
    TimeLimit,
    Unless,
)


class Instrument(NamedTuple):
    """The statute or register that duties and time limits stand in. ``since``: it does not apply to earlier decisions."""

    title: Names
    period: Period
    source: Provenance
    jurisdiction: str
    since: date | None


def build_time_limits(
    items: list[TimeLimitModel], path: Path, context: FileContext, instrument: Instrument
) -> list[TimeLimit]:
    """The time limits of one file, in the order written."""
    return [_time_limit(item, (*path, index), context, instrument) for index, item in enumerate(items)]


def _time_limit(item: TimeLimitModel, path: Path, context: FileContext, instrument: Instrument) -> TimeLimit:
    if (item.start is None) == (item.after is None):
        context.finding("limit-one-start", path, id=item.id)
    if item.and_after is not None and item.after is None:
        context.finding("limit-and-after-alone", (*path, "and_after"), id=item.id)
    if item.else_after is not None and item.after is None:
        context.finding("limit-else-after-alone", (*path, "else_after"), id=item.id)
    if (item.length is None) == (item.surcharge is None):
        context.finding("limit-one-length", path, id=item.id)
    unit, count = _length(item.length, (*path, "length"), context)
    if item.surcharge is not None and item.surcharge.daily > 0:
        count = ceil(item.surcharge.at_most / item.surcharge.daily)
    title, period, source, jurisdiction, since = instrument
    return TimeLimit(
        item.id,
        names(item.name),
        item.start or "",
        count,
        unit,
        item.only_with,
        make_basis(title, item.article, item.quote or "", period, source),
        context.source.place(path),
        item.after,
        item.backwards,
        item.kind,
        item.if_missed,
        item.group,
        item.fulfilled_by,
        tuple(item.shown_by),
        item.ended_by if item.surcharge is None else item.surcharge.until,
        _extension(item, unit, path, context),
        _surcharge(item, path, context),
        names_or_none(item.note),
        jurisdiction,
        since,
        item.and_after,
        item.settles,
        item.when_known,
        item.else_after,
        None if item.unless is None else Unless(item.unless.case, item.unless.since),
    )


def _length(model: LengthModel | None, path: Path, context: FileContext) -> tuple[str, int]:
    if model is None:  # a surcharge: as long as it takes to reach its maximum
        return "days", 1
    given = [(unit, count) for unit, count in model.model_dump().items() if count is not None]
    if len(given) != 1:
        context.finding("length-one-unit", path)
        return "days", 1
    return given[0]


def _extension(item: TimeLimitModel, unit: str, path: Path, context: FileContext) -> Extension | None:
    if item.extension is None:
        return None
    here = (*path, "extension", "length")
    own, count = _length(item.extension.length, here, context)
    if own != unit:
        context.finding("extension-unit", here, id=item.id, unit=unit)
    return Extension(item.extension.approved, count)


def _surcharge(item: TimeLimitModel, path: Path, context: FileContext) -> Surcharge | None:
    if item.surcharge is None:
        return None
    if item.surcharge.daily == 0:
        context.finding("surcharge-of-nothing", (*path, "surcharge", "daily"), id=item.id)
    return Surcharge(item.surcharge.daily, item.surcharge.at_most, item.surcharge.until)


def build_larger_amounts(
    items: list[LargerAmountEntryModel], path: Path, context: FileContext
) -> list[LargerAmount]:
    """The figures of one file, for authorities to name."""
    return [
        LargerAmount(
            item.id,
            names(item.name),
            item.serves,
            amounts_in_fen(item),
            context.provenance(item.source, (*path, index, "source")),
            context.source.place((*path, index, "id")),
        )
        for index, item in enumerate(items)
    ]


def amounts_in_fen(item: LargerAmountModel) -> dict[str, int]:
    """The figures by kind of party."""
    trader = item.individual if item.sole_trader is None else item.sole_trader
    return {
        "individual": item.individual * 100,
        "sole_trader": trader * 100,
        "organization": item.organization * 100,
    }
