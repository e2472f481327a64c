"""What every builder needs: the file, the vocabulary, and where findings go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from penalty_engine.diagnostics import Diagnostic, Severity, nearest
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Fact, Period, Provenance
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.condition_reader import ConditionReader, Path
from penalty_engine.rulebook.conditions import ALWAYS, Condition
from penalty_engine.rulebook.model_base import NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.source import Source


class FileContext:
    """One rule file under construction. Findings collect in `diagnostics`; nothing is raised."""

    def __init__(self, source: Source, facts: Mapping[str, Fact], diagnostics: list[Diagnostic]) -> None:
        self.source = source
        self.facts = facts
        self.diagnostics = diagnostics
        self._reader = ConditionReader(source, facts, diagnostics.append)

    def finding(
        self, code: str, path: Path, key: bool = False, severity: Severity = "error", **params: Any
    ) -> None:
        place = self.source.key_place(path) if key else self.source.place(path)
        self.diagnostics.append(Diagnostic(code, place, params=params, severity=severity))

    def condition(self, raw: Mapping[str, Any] | None, path: Path) -> Condition:
        return ALWAYS if raw is None else self._reader.read(raw, path)

    def optional_condition(self, raw: Mapping[str, Any] | None, path: Path) -> Condition | None:
        return None if raw is None else self._reader.read(raw, path)

    def known(self, name: str, names: Iterable[str], code: str, path: Path) -> bool:
        """Whether `name` is among `names`; if not, a finding with the nearest one."""
        options = list(names)
        if name in options:
            return True
        self.finding(code, path, name=name, nearest=nearest(name, options))
        return False

    def provenance(self, model: SourceModel, path: Path) -> Provenance:
        if not model.verified and model.reason is None:
            self.finding("unverified-without-reason", path)
        return Provenance(model.cite, model.verified, names_or_none(model.reason))

    def period(self, model: PeriodModel, path: Path) -> Period:
        first = None if model.first == "unknown" else model.first
        if first is not None and model.last is not None and model.last < first:
            self.finding("period-reversed", (*path, "to"), first=first, last=model.last)
        if not model.verified and model.reason is None:
            self.finding("unverified-without-reason", path)
        return Period(first, model.last, model.verified, names_or_none(model.reason))


def make_basis(statute: Names, article: str, text: str, period: Period, source: Provenance) -> Basis:
    """A basis, with the short form in which it is cited."""
    short = statute.zh.removeprefix("中华人民共和国")
    return Basis(
        statute, article, text, period, source, Names(f"{short}{article}", f"{statute.en} {article}")
    )


def one_or_several(value: str | list[str] | None) -> tuple[str, ...]:
    """What may be written as one name or as a list of names, or left out."""
    return () if value is None else tuple(value) if isinstance(value, list) else (value,)


def names(model: NamesModel) -> Names:
    """Both languages of a name."""
    return Names(model.zh, model.en)


def names_or_none(model: NamesModel | None) -> Names | None:
    """Both languages of a name that may be left out."""
    return None if model is None else names(model)
