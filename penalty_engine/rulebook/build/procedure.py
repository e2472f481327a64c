"""Procedural duties, time limits, and the authorities that punish."""

from __future__ import annotations

from typing import NamedTuple

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names
from penalty_engine.rulebook.catalogue_records import Period, Provenance, Vocabulary
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.model_procedure import AuthorityFile, DutyModel, ProcedureFile, TimeLimitModel
from penalty_engine.rulebook.procedure_records import Authority, Ground, Limitation, TimeLimit
from penalty_engine.rulebook.words import FIRST_DUTIES

LATER_FACTS = frozenset(f"{duty}_due" for duty in FIRST_DUTIES)


class ProcedureRules(NamedTuple):
    """What one file of procedure holds."""

    grounds: list[Ground]
    limits: list[TimeLimit]
    limitations: list[Limitation]


def build_procedure(model: ProcedureFile, context: FileContext) -> ProcedureRules:
    """The duties, time limits and limitation periods of one file."""
    statute = names(model.statute)
    period = context.period(model.in_force, ("in_force",))
    source = context.provenance(model.source, ("source",))

    def basis(article: str) -> Basis:
        return make_basis(statute, article, "", period, source)

    grounds = [
        ground
        for index, duty in enumerate(model.duties)
        for ground in _grounds(duty, ("duties", index), context, statute, period, source)
    ]
    limits = [
        _time_limit(item, ("time_limits", index), context, basis(item.article))
        for index, item in enumerate(model.time_limits)
    ]
    limitations = [
        Limitation(
            item.years,
            item.start,
            tuple(item.until),
            names(item.warning),
            basis(item.article),
            context.source.place(("limitations", index)),
        )
        for index, item in enumerate(model.limitations)
    ]
    return ProcedureRules(grounds, limits, limitations)


def _grounds(
    duty: DutyModel, path: Path, context: FileContext, statute: Names, period: Period, source: Provenance
) -> list[Ground]:
    found = []
    for index, item in enumerate(duty.grounds):
        here = (*path, "grounds", index)
        when = context.condition(item.when, (*here, "when"))
        if duty.duty in FIRST_DUTIES and LATER_FACTS & set(fact_names(when)):
            context.finding("ground-too-early", (*here, "when"), duty=duty.duty, names=sorted(LATER_FACTS))
        place = context.source.place(here)
        found.append(
            Ground(
                duty.duty,
                duty.permits,
                item.code,
                when,
                make_basis(statute, item.article, "", period, source),
                names(item.text),
                f"procedure/{duty.duty}/{item.code}@{place}",
                place,
            )
        )
    return found


def _time_limit(item: TimeLimitModel, path: Path, context: FileContext, basis: Basis) -> TimeLimit:
    given = [(unit, count) for unit, count in item.length.model_dump().items() if count is not None]
    if len(given) != 1:
        context.finding("length-one-unit", (*path, "length"))
        given = [("days", 1)]
    unit, count = given[0]
    return TimeLimit(
        item.id, names(item.name), item.start, count, unit, item.only_with, basis, context.source.place(path)
    )


def build_authority(model: AuthorityFile, context: FileContext, vocabulary: Vocabulary) -> Authority:
    """One authority; its own duties are grounds beside the statute's."""
    item, path = model.authority, ("authority",)
    name = names(item.name)
    source = context.provenance(item.source, (*path, "source"))
    grounds = tuple(
        ground
        for index, duty in enumerate(item.duties)
        for ground in _grounds(duty, (*path, "duties", index), context, name, Period(None, None), source)
    )
    for index, body in enumerate(item.powers):
        context.known(body, vocabulary.bodies, "unknown-body", (*path, "powers", index))
    amounts = item.larger_amount
    offices = {office.name for office in item.offices}
    if item.contact_office is not None:
        context.known(item.contact_office, offices, "unknown-office", (*path, "contact_office"))
    thresholds = {
        kind: amount * 100
        for kind, amount in (
            ("individual", amounts.individual),
            ("sole_trader", amounts.sole_trader),
            ("organization", amounts.organization),
        )
    }
    profile = item.model_dump(
        mode="json", exclude={"duties", "larger_amount", "source", "benchmark", "default"}
    )
    return Authority(
        item.id,
        item.default,
        name,
        tuple(item.jurisdictions),
        tuple(item.powers),
        item.benchmark,
        thresholds,
        context.provenance(amounts.source, (*path, "larger_amount", "source")),
        grounds,
        profile,
        source,
        context.source.place((*path, "id")),
    )
