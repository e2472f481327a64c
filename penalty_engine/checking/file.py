"""A decision and its case, read from a file, from memory or from a mapping, with the positions of their values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from penalty_engine.case import Case
from penalty_engine.checking.decision import Decision
from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.reading import read_bytes, read_file
from penalty_engine.rulebook.source import Mark, Source, SourceError, Step
from penalty_engine.rulebook.validation import field_name, findings

AnyDecision = Mapping[str, Any] | str | Path
Path_ = tuple[Step, ...]


class ReadDecision(NamedTuple):
    """A decision with its case. ``inline``: the case stands in the decision's own file."""

    decision: Decision
    source: Source | None
    case: Case
    case_source: Source | None
    inline: bool

    def place(self, path: Path_) -> Place | None:
        """Where a field of the decision stands, as far as that is known."""
        return _place(self.source, path)

    def wrong(self, path: Path_, code: str, **params: Any) -> Diagnostic:
        """A finding that keeps the decision from being checked."""
        return Diagnostic(code, self.place(path), field_name(path), params)


def read_decision(decision: AnyDecision) -> ReadDecision:
    """A decision from a YAML or JSON file, or from a mapping. Raises CaseError naming every field that is wrong."""
    if isinstance(decision, Mapping):
        return _parse(dict(decision), None, Path())
    if not isinstance(decision, (str, Path)):
        raise CaseError([Diagnostic("case-not-readable", params={"found": type(decision).__name__})])
    path = Path(decision)
    try:
        source = read_file(path)
    except SourceError as error:
        raise CaseError([error.diagnostic]) from None
    return _from_source(source, path.parent)


def read_decision_bytes(raw: bytes, name: str) -> ReadDecision:
    """A decision from YAML or JSON in memory; `name` stands for the file, a case is looked for in the working folder."""
    try:
        source = read_bytes(raw, name)
    except SourceError as error:
        raise CaseError([error.diagnostic]) from None
    return _from_source(source, Path())


def _from_source(source: Source, folder: Path) -> ReadDecision:
    if not isinstance(source.data, dict):
        code = "empty-file" if source.data is None else "not-a-mapping"
        raise CaseError([Diagnostic(code, source.place())])
    return _parse(source.data, source, folder)


def _parse(data: dict[str, Any], source: Source | None, folder: Path) -> ReadDecision:
    origin = source or Source("", data, None)
    try:
        decision = Decision.model_validate(data)
    except ValidationError as error:
        wrong = findings(error, origin, Decision)
        raise CaseError(
            wrong if source is not None else [item._replace(place=None) for item in wrong]
        ) from None
    except RecursionError:  # a mapping nested beyond what any decision needs
        raise CaseError([Diagnostic("too-deep", _place(source, ()), params={"limit": "40"})]) from None
    if isinstance(decision.case, str):
        case, case_source = Case.read(folder / decision.case)
        return ReadDecision(decision, source, case, case_source, False)
    if not isinstance(decision.case, Mapping):
        params = {"value": shown(decision.case)}
        raise CaseError([Diagnostic("decision-case", _place(source, ("case",)), "case", params)])
    inner = None if source is None else Source(source.file, decision.case, _below(source.mark, "case"))
    try:
        case = Case.parse(decision.case, inner)
    except CaseError as error:
        raise CaseError(_inside(item) for item in error.diagnostics) from None
    return ReadDecision(decision, source, case, inner, True)


def _place(source: Source | None, path: Path_) -> Place | None:
    return None if source is None else source.place(path)


def _below(mark: Mark | None, name: str) -> Mark | None:
    found = None if mark is None or mark.children is None else mark.children[name]
    return found if isinstance(found, Mark) else None


def _inside(item: Diagnostic) -> Diagnostic:
    """A finding about the case, named from the file it stands in."""
    return item._replace(field=f"case.{item.field}" if item.field else "case")


def case_field(found: ReadDecision, item: Diagnostic) -> Diagnostic:
    """A finding about the case of this decision, named from the file it stands in."""
    return _inside(item) if found.inline else item
