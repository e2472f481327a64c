"""The case: what an officer knows and has decided. Contract: unknown fields are errors, amounts are strings or integers, dates ISO."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from penalty_engine.case_papers import (
    Bank,
    Defence,
    Discussion,
    Documents,
    Filing,
    Hearing,
    LegalReview,
    Line,
    Officer,
    Paragraphs,
    Part,
    Person,
    Worker,
)
from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.reading import read_bytes, read_file
from penalty_engine.rulebook.scalars import IsoDate, SchemaOne, Yuan
from penalty_engine.rulebook.source import Source, SourceError
from penalty_engine.rulebook.validation import field_name, findings
from penalty_engine.rulebook.words import PartyKind


class Party(Part):
    """Who is to be punished. ``kind`` decides thresholds; the rest is for the papers."""

    kind: PartyKind
    name: Line | None = None
    address: Line | None = None
    uscc: Line | None = None
    legal_representative: Line | None = None
    id_number: Line | None = None
    phone: Line | None = None
    born_on: IsoDate | None = None


class Timeline(Part):
    """The days of the case. ``conduct_to``, the day the act ended, decides which law applies.

    ``paid_on``: the day what the party owed (wages, premiums …) was paid in full; ``fine_paid_on``: that of the fine.
    """

    conduct_to: IsoDate
    conduct_from: IsoDate | None = None
    complained_on: IsoDate | None = None
    filing_proposed_on: IsoDate | None = None
    discovered_on: IsoDate | None = None
    filed_on: IsoDate | None = None
    order_served_on: IsoDate | None = None
    order_due_on: IsoDate | None = None
    corrected_on: IsoDate | None = None
    paid_on: IsoDate | None = None
    extension_approved_on: IsoDate | None = None
    investigation_ended_on: IsoDate | None = None
    notice_served_on: IsoDate | None = None
    hearing_requested_on: IsoDate | None = None
    hearing_notice_served_on: IsoDate | None = None
    hearing_on: IsoDate | None = None
    decided_on: IsoDate | None = None
    served_on: IsoDate | None = None
    fine_paid_on: IsoDate | None = None
    performed_on: IsoDate | None = None
    reminder_served_on: IsoDate | None = None
    court_applied_on: IsoDate | None = None
    annulled_on: IsoDate | None = None
    publication_withdrawn_on: IsoDate | None = None


class AlreadyFined(Part):
    """A fine already imposed for the same act; there is no second one (行政处罚法 29). ``by``: the body; yuan."""

    by: Line
    decided_on: IsoDate | None = None
    decision_no: Line | None = None
    amount: Yuan | None = None


class PriorPenalty(Part):
    """An earlier penalty on the same party."""

    violation: Line
    decided_on: IsoDate
    decision_no: Line | None = None


class Act(Part):
    """One unlawful act, named by its violation or by the clause to be applied; by both where a clause punishes several.

    ``facts`` are stated in the vocabulary of the rules; what is left out is unknown. ``circumstances`` are those the
    officer declares; others follow from facts and dates. ``payments``: by its id in the vocabulary, the sum in yuan that the
    officer has set for a payment of which the law gives a range. ``provisions``: the provisions that were broken, as the
    papers cite them.
    """

    violation: Line | None = None
    clause: Line | None = None
    provisions: Annotated[list[Line], Field(max_length=20)] = []
    facts: dict[str, Any] = {}
    payments: Annotated[dict[Line, Yuan], Field(max_length=20)] = {}
    circumstances: Annotated[list[Line], Field(max_length=200)] = []
    already_fined: AlreadyFined | None = None


class Elections(Part):
    """What only an officer may decide or find."""

    mitigate: bool = False
    first_violation_exemption: bool = False
    complicated: bool = False
    difficult: bool = False
    public_interest: bool = False
    depart_from_benchmark: bool = False
    crime_indicated: bool = False
    crime_transferred: bool = False
    migrant_wages: bool = False
    serious_arrears: bool = False
    major_violation: bool = False
    social_influence: bool = False
    grave_social_influence: bool = False


class Case(Part):
    """A case as assessed. Build one with `Case.read` (a file), `Case.parse` (a dict) or the constructor.

    ``on_the_spot``: the decision is made by the summary procedure. For the papers alone: ``correction``, what the party is ordered to do; ``education``, what was said to a party that is
    not punished; ``performance``, how the decision was performed; and the parts of `case_papers`.
    """

    format: SchemaOne = Field(default=1, alias="schema")
    case_no: Line | None = None
    authority: Line | None = None
    benchmark: Line | None = None
    party: Party
    timeline: Timeline
    acts: Annotated[list[Act], Field(min_length=1, max_length=200)]
    elections: Elections = Field(default_factory=Elections)
    on_the_spot: bool = False
    prior_penalties: Annotated[list[PriorPenalty], Field(max_length=200)] = []
    filing: Filing | None = None
    facts_found: Paragraphs | None = None
    evidence: Annotated[list[Paragraphs], Field(max_length=500)] = []
    correction: Annotated[list[Paragraphs], Field(max_length=50)] = []
    legal_review: LegalReview | None = None
    discussion: Discussion | None = None
    defence: Defence | None = None
    hearing: Hearing | None = None
    education: Paragraphs | None = None
    performance: Paragraphs | None = None
    officers: Annotated[list[Officer], Field(max_length=50)] = []
    responsible_persons: Annotated[list[Person], Field(max_length=200)] = []
    workers: Annotated[list[Worker], Field(max_length=2_000)] = []
    bank: Bank | None = None
    documents: Documents = Field(default_factory=Documents)

    @classmethod
    def parse(cls, data: Mapping[str, Any], source: Source | None = None) -> Case:
        """A case from a mapping. Raises CaseError naming every field that is wrong."""
        origin = source or Source("", dict(data), None)
        try:
            case = cls.model_validate(dict(data))
        except ValidationError as error:
            raise CaseError(_placed(findings(error, origin, cls), source)) from None
        except RecursionError:  # a mapping nested beyond what any case needs
            raise CaseError(
                [Diagnostic("too-deep", origin.place() if source else None, params={"limit": "40"})]
            ) from None
        case.refuse_contradictions(source)
        return case

    @classmethod
    def one_act(
        cls,
        act: Mapping[str, Any],
        kind: PartyKind,
        day: date,
        authority: str | None,
        elections: Elections,
    ) -> Case:
        """A case of one act from values that already have their types, as a program's own options have.

        Nothing from outside the program may come this way: types and limits are those of the caller. Raises CaseError
        for what contradicts itself.
        """
        case = cls.model_construct(
            authority=authority,
            party=Party.model_construct(kind=kind),
            timeline=Timeline.model_construct(conduct_to=day),
            acts=[Act.model_construct(**act)],
            elections=elections,
            documents=Documents.model_construct(),
        )
        case.refuse_contradictions(None)
        return case

    @classmethod
    def read(cls, path: str | Path) -> tuple[Case, Source]:
        """A case from a YAML or JSON file, with the positions of its values. Raises CaseError."""
        try:
            source = read_file(Path(path))
        except SourceError as error:
            raise CaseError([error.diagnostic]) from None
        return cls._from_source(source)

    @classmethod
    def read_bytes(cls, raw: bytes, name: str) -> tuple[Case, Source]:
        """A case from YAML or JSON in memory; `name` stands for the file in messages. Raises CaseError."""
        try:
            source = read_bytes(raw, name)
        except SourceError as error:
            raise CaseError([error.diagnostic]) from None
        return cls._from_source(source)

    @classmethod
    def _from_source(cls, source: Source) -> tuple[Case, Source]:
        if not isinstance(source.data, dict):
            code = "empty-file" if source.data is None else "not-a-mapping"
            raise CaseError([Diagnostic(code, source.place())])
        return cls.parse(source.data, source), source

    def canonical(self) -> str:
        """The case as JSON in one fixed form: what is unknown left out, keys and circumstances sorted."""
        plain = {"format": self.format, **_canonical(self)}  # the one field whose default says something
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def refuse_contradictions(self, source: Source | None = None) -> None:
        """Raise CaseError for what contradicts itself: days out of order, an act named twice or not at all."""
        wrong = list(self._contradictions())
        if wrong:
            raise CaseError(located(path, code, params, source) for path, code, params in wrong)

    def _contradictions(self) -> Any:
        for index, act in enumerate(self.acts):
            if act.violation is None and act.clause is None:
                yield ("acts", index), "clause-or-violation", {}
            for position, name in enumerate(act.circumstances):
                if act.circumstances.index(name) < position:
                    here = ("acts", index, "circumstances", position)
                    yield here, "circumstance-twice", {"name": shown(name)}
            if act.already_fined is not None and not act.already_fined.by.strip():
                yield ("acts", index, "already_fined", "by"), "text-empty", {}
        days = self.timeline.__dict__
        for earlier, later in DAY_ORDER:
            first = days[earlier]
            if first is None:
                continue
            second = days[later]
            if second is not None and second < first:
                yield ("timeline", later), "dates-reversed", _reversed(earlier, first, later, second)
        yield from self._beside_the_timeline()

    def _beside_the_timeline(self) -> Any:
        """Days elsewhere in the case against those of its timeline: a birth, earlier penalties, fines already imposed."""
        days = self.timeline
        began = "conduct_to" if days.conduct_from is None else "conduct_from"
        born, act_day = self.party.born_on, days.conduct_from or days.conduct_to
        if born is not None and act_day < born:
            yield ("party", "born_on"), "dates-reversed", _reversed("born_on", born, began, act_day)
        fined = [
            (("acts", index, "already_fined", "decided_on"), act.already_fined.decided_on)
            for index, act in enumerate(self.acts)
            if act.already_fined is not None and act.already_fined.decided_on is not None
        ]
        for here, day in fined:
            if days.conduct_from is not None and day < days.conduct_from:
                found = _reversed("conduct_from", days.conduct_from, field_name(here), day)
                yield here, "dates-reversed", found
        punished = [
            (("prior_penalties", index, "decided_on"), item.decided_on)
            for index, item in enumerate(self.prior_penalties)
        ]
        for where, day in (*punished, *fined):
            if days.decided_on is not None and days.decided_on < day:
                found = _reversed(field_name(where), day, "decided_on", days.decided_on)
                yield where, "dates-reversed", found


def _reversed(earlier: str, earlier_day: date, later: str, later_day: date) -> dict[str, Any]:
    return {"earlier": earlier, "earlier_day": earlier_day, "later": later, "later_day": later_day}


DAY_ORDER = (
    ("conduct_from", "conduct_to"),
    ("conduct_from", "complained_on"),
    ("conduct_from", "discovered_on"),
    ("conduct_from", "filed_on"),
    ("conduct_to", "decided_on"),
    ("complained_on", "decided_on"),
    ("discovered_on", "decided_on"),
    ("filed_on", "decided_on"),
    ("order_served_on", "order_due_on"),
    ("order_served_on", "corrected_on"),
    ("filed_on", "notice_served_on"),
    ("notice_served_on", "decided_on"),
    ("decided_on", "served_on"),
    ("conduct_to", "served_on"),
    ("notice_served_on", "served_on"),
    ("conduct_from", "order_served_on"),
    ("conduct_from", "order_due_on"),
    ("conduct_from", "corrected_on"),
    ("conduct_from", "paid_on"),
    ("filed_on", "extension_approved_on"),
    ("filed_on", "investigation_ended_on"),
    ("investigation_ended_on", "decided_on"),
    ("notice_served_on", "hearing_requested_on"),
    ("hearing_requested_on", "hearing_notice_served_on"),
    ("hearing_notice_served_on", "hearing_on"),
    ("hearing_on", "decided_on"),
    ("complained_on", "filing_proposed_on"),
    ("decided_on", "fine_paid_on"),
    ("decided_on", "performed_on"),
    ("fine_paid_on", "performed_on"),
    ("decided_on", "annulled_on"),
    ("annulled_on", "publication_withdrawn_on"),
    ("served_on", "reminder_served_on"),
    ("served_on", "court_applied_on"),
    ("order_served_on", "decided_on"),
)
"""Days of which the first never lies after the second."""


def _canonical(value: Any) -> Any:
    """Plain data without what is unknown or empty. Runs for every assessment, hence the shortcuts: text stands for itself, and
    a field that was not set is looked at no further."""
    if isinstance(value, str):
        return value
    if isinstance(value, BaseModel):
        given: dict[str, Any] = value.__dict__
        found: dict[str, Any] = {}
        for name in value.__pydantic_fields_set__:
            item = given[name]
            if type(item) is str:
                found[name] = item
            elif item is not None and item is not False and item != []:
                plain = _canonical(item)
                if plain != {}:
                    found[name] = plain
        if type(value) is Act and value.circumstances:
            found["circumstances"] = sorted(value.circumstances)
        return found
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return {name: item if type(item) is str else _canonical(item) for name, item in value.items()}
    return value if isinstance(value, int) else str(value)


def located(
    path: tuple[str | int, ...], code: str, params: Mapping[str, Any], source: Source | None
) -> Diagnostic:
    """A finding about one field of a case, with its place in the file where there is one."""
    place = source.place(path) if source is not None and source.mark is not None else _file_place(source)
    return Diagnostic(code, place, field_name(path), params)


def _file_place(source: Source | None) -> Place | None:
    return Place(source.file) if source is not None and source.file else None


def _placed(diagnostics: list[Diagnostic], source: Source | None) -> list[Diagnostic]:
    if source is not None:
        return diagnostics
    return [Diagnostic(item.code, None, item.field, item.params, item.severity) for item in diagnostics]
