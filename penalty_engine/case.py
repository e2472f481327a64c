"""The case: what an officer knows and has decided. Contract: unknown fields are errors, amounts are strings or integers, dates ISO."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.reading import read_bytes, read_file
from penalty_engine.rulebook.scalars import IsoDate, SchemaOne, Yuan
from penalty_engine.rulebook.source import Source, SourceError
from penalty_engine.rulebook.validation import field_name, findings
from penalty_engine.rulebook.words import PartyKind

Line = Annotated[str, Field(max_length=2_000)]
Paragraphs = Annotated[str, Field(max_length=50_000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Party(_Part):
    """Who is to be punished. ``kind`` decides thresholds; the rest is for the papers."""

    kind: PartyKind
    name: Line | None = None
    address: Line | None = None
    uscc: Line | None = None
    legal_representative: Line | None = None
    id_number: Line | None = None
    phone: Line | None = None
    born_on: IsoDate | None = None


class Timeline(_Part):
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


class AlreadyFined(_Part):
    """A fine already imposed for the same act; there is no second one (行政处罚法 29). ``by``: the body; yuan."""

    by: Line
    decided_on: IsoDate | None = None
    decision_no: Line | None = None
    amount: Yuan | None = None


class PriorPenalty(_Part):
    """An earlier penalty on the same party."""

    violation: Line
    decided_on: IsoDate
    decision_no: Line | None = None


class Act(_Part):
    """One unlawful act, named by its violation or by the clause to be applied; by both where a clause punishes several.

    ``facts`` are stated in the vocabulary of the rules; what is left out is unknown. ``circumstances`` are those the
    officer declares; others follow from facts and dates.
    """

    violation: Line | None = None
    clause: Line | None = None
    facts: dict[str, Any] = {}
    circumstances: Annotated[list[Line], Field(max_length=200)] = []
    already_fined: AlreadyFined | None = None


class Elections(_Part):
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


class Documents(_Part):
    """Document numbers; a paper without its number is a draft."""

    prior_notice_no: Line | None = None
    decision_no: Line | None = None


class Defence(_Part):
    """What the party stated in its defence, and the finding on it."""

    made: bool | None = None
    statement: Paragraphs | None = None
    finding: Paragraphs | None = None


class Bank(_Part):
    """Where the fine is paid."""

    name: Line | None = None
    account: Line | None = None
    payee: Line | None = None


class Officer(_Part):
    """One of the officers in charge (at least two)."""

    name: Line
    certificate_no: Line | None = None


class Case(_Part):
    """A case as assessed. Build one with `Case.read` (a file), `Case.parse` (a dict) or the constructor."""

    format: SchemaOne = Field(default=1, alias="schema")
    case_no: Line | None = None
    authority: Line | None = None
    benchmark: Line | None = None
    party: Party
    timeline: Timeline
    acts: Annotated[list[Act], Field(min_length=1, max_length=200)]
    elections: Elections = Field(default_factory=Elections)
    prior_penalties: Annotated[list[PriorPenalty], Field(max_length=200)] = []
    facts_found: Paragraphs | None = None
    evidence: Annotated[list[Paragraphs], Field(max_length=500)] = []
    defence: Defence | None = None
    officers: Annotated[list[Officer], Field(max_length=50)] = []
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
        days = self.timeline.__dict__
        for earlier, later in DAY_ORDER:
            first = days[earlier]
            if first is None:
                continue
            second = days[later]
            if second is not None and second < first:
                yield (
                    ("timeline", later),
                    "dates-reversed",
                    {"earlier": earlier, "earlier_day": first, "later": later, "later_day": second},
                )


DAY_ORDER = (
    ("conduct_from", "conduct_to"),
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
