"""A case from the options of the command line, and its day where none is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, Protocol, cast

from penalty_engine.case import Case, Elections
from penalty_engine.cli.lookup import Found
from penalty_engine.cli.session import Session
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.words import PartyKind

_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_YES = {"true", "yes", "y", "是", "对", "有"}
_NO = {"false", "no", "n", "否", "不是", "没有", "无"}


class Options(Protocol):
    """The options that describe a case."""

    @property
    def facts(self) -> tuple[str, ...]: ...
    @property
    def circumstances(self) -> tuple[str, ...]: ...
    @property
    def party(self) -> str | None: ...
    @property
    def mitigate(self) -> bool: ...
    @property
    def first_violation_exemption(self) -> bool: ...
    @property
    def authority(self) -> str | None: ...
    @property
    def benchmark(self) -> str | None: ...


class Day(NamedTuple):
    """The day assessed. ``clause``: the version whose last or first day was taken because it is not in force today."""

    day: date
    clause: Clause | None
    ended: bool = False


def day_for(rulebook: Rulebook, found: Found, given: date | None, today: date) -> Day:
    """The day given; else today, if one of the clauses is in force; else the day nearest to it on which one was."""
    if given is not None:
        return Day(given, None)
    versions = [clause for key in found.clauses for clause in rulebook.clauses[key]]
    if not versions or any(clause.statute.period.covers(today) for clause in versions):
        return Day(today, None)
    ended = [
        (last, clause)
        for clause in versions
        if (last := clause.statute.period.last) is not None and last < today
    ]
    if ended:
        last, clause = max(ended, key=lambda item: item[0])
        return Day(last, clause, True)
    coming = [(first, clause) for clause in versions if (first := clause.statute.period.first) is not None]
    first, clause = min(coming, key=lambda item: item[0])
    return Day(first, clause)


def case_for(session: Session, rulebook: Rulebook, found: Found, options: Options, day: date) -> Case:
    """The case that the options describe. Raises CaseError in the terms of the command line."""
    act: dict[str, Any] = {
        "facts": facts_from(rulebook, options.facts),
        "circumstances": [circumstance_id(rulebook, name) for name in options.circumstances],
    }
    act.update({"clause": found.clause} if found.clause is not None else {"violation": found.violation})
    kind = cast("PartyKind", options.party or "organization")
    elections = Elections.model_construct(
        mitigate=options.mitigate, first_violation_exemption=options.first_violation_exemption
    )
    with engine_words():
        case = Case.one_act(act, kind, day, options.authority, elections)
    return with_benchmark(rulebook, case, options.benchmark)


def with_benchmark(rulebook: Rulebook, case: Case, name: str | None) -> Case:
    """The case placed by the benchmark named, if one is; `name` may be its id or its title. Raises CaseError."""
    if name is None:
        return case
    return case.model_copy(update={"benchmark": benchmark_id(rulebook, name)})


def benchmark_id(rulebook: Rulebook, text: str) -> str:
    """The id of a benchmark given by id or by title. Raises CaseError naming the option."""
    known = rulebook.benchmarks
    if text in known:
        return text
    titles = {title: item.id for item in known.values() for title in item.title}
    if text in titles:
        return titles[text]
    params = {"name": shown(text), "nearest": nearest(text, known), "known": sorted(known)}
    raise CaseError([Diagnostic("unknown-case-benchmark", field="--benchmark", params=params)])


def facts_from(rulebook: Rulebook, texts: tuple[str, ...]) -> dict[str, Any]:
    """``name=value`` texts as facts; a name or a choice may also be written with its label."""
    known = rulebook.vocabulary.facts
    labels = {label: name for name, fact in known.items() for label in (fact.label.zh, fact.label.en.lower())}
    facts: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name, value = name.strip(), value.strip()
        if not sign or not name or not value:
            raise CaseError([Diagnostic("bad-fact-option", field="--fact", params={"value": text})])
        name = name if name in known else labels.get(name.lower(), name)
        if name in facts:
            raise CaseError([Diagnostic("fact-twice", field="--fact", params={"name": name})])
        facts[name] = fact_from(known[name], value) if name in known else value
    return facts


def fact_from(fact: Fact, text: str) -> Any:
    """What was typed, as the value a case holds; what does not fit is left for the engine to refuse."""
    if fact.type == "boolean":
        return yes_or_no(text)
    if fact.type == "choice":
        words = {name.lower(): key for key, names in fact.choices.items() for name in (names.zh, names.en)}
        return text if text in fact.choices else words.get(text.lower(), text)
    text = text.removesuffix("元").strip()
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text


def yes_or_no(text: str) -> bool | str:
    """True or False, or the text itself if it is neither."""
    return True if text.lower() in _YES else False if text.lower() in _NO else text


def circumstance_id(rulebook: Rulebook, text: str) -> str:
    """The id of a circumstance given by id or by name."""
    if text in rulebook.circumstances:
        return text
    names = {
        name: item.id for item in rulebook.circumstances.values() for name in (item.name.zh, item.name.en)
    }
    return names.get(text, text)


@contextmanager
def engine_words() -> Iterator[None]:
    """Findings about a case made from options name the option, not the field of a file nobody wrote."""
    try:
        yield
    except CaseError as error:
        raise CaseError(_as_option(item) for item in error.diagnostics) from None


def _as_option(item: Diagnostic) -> Diagnostic:
    field = item.field
    options: Mapping[str, str] = {
        "acts[0].circumstances": "--circumstance",
        "authority": "--authority",
        "party.kind": "--party",
        "timeline.conduct_to": "--on",
    }
    if field.startswith("acts[0].circumstances"):
        field = "acts[0].circumstances"
    if field.startswith("acts[0].facts."):
        return item._replace(field=f"--fact {field.removeprefix('acts[0].facts.')}")
    return item._replace(field=options.get(field, field))
