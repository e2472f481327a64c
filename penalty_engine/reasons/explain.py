"""An assessment explained: every step of its trace in sentences, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from penalty_engine.arguments import acts_asked
from penalty_engine.assessment import Assessment, Step
from penalty_engine.case import Case
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.messages import Message
from penalty_engine.reasons import sentences_bands as bands
from penalty_engine.reasons import sentences_discretion as discretion
from penalty_engine.reasons import sentences_facts as facts
from penalty_engine.reasons import sentences_law as law
from penalty_engine.reasons import sentences_milder as milder
from penalty_engine.reasons import sentences_procedure as duties
from penalty_engine.reasons import sentences_result as result
from penalty_engine.reasons import sentences_sums as sums
from penalty_engine.reasons.sentences import SECTION, Phrases, Sentence, Tell, Telling
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.source import Source

SECTIONS = (
    "law",
    "facts",
    "limitation",
    "clauses",
    "circumstances",
    "sum",
    "beside",
    "concurrence",
    "milder",
    "conclusion",
)
"""The parts of an act, in the order they are told."""


class Told(NamedTuple):
    """Where a kind of step is told, and how. ``weighed``: only of a clause that is imposed in the end."""

    section: str
    tell: Tell
    weighed: bool = False


def _milder_law(telling: Telling, step: Step) -> Iterator[Sentence]:
    """Both laws compared; which clauses the other has for the act, and what the one that would govern comes to."""
    law = None if telling.act is None else telling.act.milder_law
    if law is None:
        return
    other = law.at_act if law.applied == "decision" else law.at_decision
    under = telling._replace(act=None, governing=other.clause, clause=None, range=None)
    found = [_walked(under, child) for child in step.steps]
    told = (item for one in found for name in ("law", "clauses", "sum") for item in one[name])
    yield from milder.compared(telling, law, tuple(told))


TABLE: Mapping[str, Told] = {
    "law-in-force": Told("law", law.law_in_force),
    "counted": Told("facts", facts.counted),
    "derived": Told("facts", facts.derived),
    "limitation": Told("limitation", law.limitation),
    "clause": Told("clauses", law.clause_held),
    "statutory-range": Told("clauses", sums.statutory_range),
    "circumstance": Told("circumstances", discretion.circumstance),
    "excluded": Told("circumstances", discretion.excluded),
    "element": Told("sum", discretion.element, True),
    "benchmark": Told("sum", discretion.benchmark, True),
    "tier": Told("sum", discretion.tier, True),
    "shift": Told("sum", discretion.shift, True),
    "percentages": Told("sum", discretion.percentages, True),
    "percentage": Told("sum", discretion.percentage, True),
    "band": Told("sum", bands.band, True),
    "kept-within-range": Told("sum", bands.kept_within_range, True),
    "recommended": Told("sum", bands.recommended, True),
    "payment": Told("beside", sums.payment, True),
    "always": Told("beside", result.always),
    "order-obeyed": Told("beside", result.order_obeyed),
    "concurrence": Told("concurrence", result.concurrence),
    "not-below": Told("concurrence", result.not_below),
    "already-fined": Told("concurrence", result.already_fined),
    "milder-law": Told("milder", _milder_law),
    "total": Told("total", sums.total),
    "procedure": Told("procedure", duties.procedure),
    "duty": Told("procedure", duties.duty),
    "deadline": Told("deadlines", duties.deadline),
}
"""How each kind of step is told; ``act`` is told as a whole."""

_BEFORE = frozenset({"recommended"})  # what leads to them is told first
_BELOW = frozenset({"percentages"})
_WHOLE = frozenset({"milder-law"})  # tells the steps below it itself


class Explanation(NamedTuple):
    """The whole of it; ``status`` is that of the assessment."""

    status: str
    sentences: tuple[Sentence, ...]

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """Plain data, in one language."""
        return {
            "schema": 1,
            "status": self.status,
            "sentences": [item.to_dict(lang) for item in self.sentences],
        }


def explain(
    engine: Engine, case: AnyCase, source: Source | None = None, act: int | None = None
) -> Explanation:
    """The assessment of a case in sentences; ``act``: only this one, from 0. Raises like `Engine.assess`."""
    read, where = engine.read(case, source)
    return explain_assessment(engine.rulebook, read, engine.assess(read, where), act)


def explain_assessment(
    rulebook: Rulebook, case: Case, assessment: Assessment, act: int | None = None
) -> Explanation:
    """`explain` for a case already assessed."""
    telling = Telling(Phrases(rulebook), case, assessment)
    numbers = acts_asked(case, act)
    told = [_heading(telling), *(_act(telling, number) for number in numbers)]
    if act is None:
        told.extend(_whole_case(telling))
    return Explanation(assessment.status, tuple(told))


def _heading(telling: Telling) -> Sentence:
    """Whose case it is, when, and before which authority."""
    case, line = telling.case, telling.case.timeline
    kind = Message(f"cli-party-{case.party.kind}")
    party = kind if case.party.name is None else Message("cli-party", {"name": case.party.name, "kind": kind})
    params = {
        "party": party,
        "authority": telling.rulebook.authorities[telling.assessment.authority].name,
        "count": len(telling.assessment.acts),
        "first": line.conduct_from,
        "last": line.conduct_to,
        "decided": line.decided_on,
    }
    days = "explain-case-days" if line.conduct_from not in (None, line.conduct_to) else "explain-case-day"
    told = [Sentence("case", Message(days, params))]
    told.append(
        Sentence("case", Message("explain-case-decided" if line.decided_on else "explain-case-open", params))
    )
    return Sentence("heading", Message("explain-case", params), None, None, tuple(told))


def _whole_case(telling: Telling) -> Iterator[Sentence]:
    """What follows the acts: sums, duties, time limits, reservations."""
    found: dict[str, list[Sentence]] = {"total": [], "procedure": [], "deadlines": []}
    for step in telling.assessment.trace:
        if step.step != "act":
            _collect(telling, step, found)
    found["deadlines"] += duties.open_deadlines(telling)
    for name, sentences in found.items():
        yield from _section(name, sentences)
    yield from _section("unverified", duties.unverified(telling))
    yield from _section("warnings", duties.warnings(telling))


def _collect(telling: Telling, step: Step, found: dict[str, list[Sentence]]) -> None:
    told = TABLE.get(step.step)
    if told is not None:
        found[told.section].extend(told.tell(telling, step))
    for child in step.steps:
        _collect(telling, child, found)


def _section(name: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """A heading and what stands below it; nothing if nothing does."""
    told = tuple(sentences)
    if told:
        yield Sentence("heading", Message(f"{SECTION}{name}"), None, None, told)


def _act(telling: Telling, number: int) -> Sentence:
    """One act, section by section."""
    act = telling.assessment.acts[number]
    telling = telling._replace(number=number, act=act)
    found = _walked(telling, telling.assessment.trace[number])
    found["law"] = [*law.which_day(telling), *found["law"]]
    found["facts"] = [*facts.given(telling), *found["facts"]]
    found["circumstances"] = found["circumstances"] or [*discretion.no_circumstances(telling)]
    found["beside"] = [*result.accompanying(telling, act, _added(telling, number)), *found["beside"]]
    found["concurrence"] += [*result.set_aside(telling, act), *result.together(telling, act)]
    found["conclusion"] += result.conclusion(telling, act)
    told = [part for name in SECTIONS for part in _section(name, found[name])]
    count = len(telling.assessment.acts)
    code = "explain-act" if count == 1 else "explain-act-of"
    heading = Message(code, {"number": number + 1, "count": count, "name": act.violation_name})
    return Sentence("heading", heading, None, None, tuple(told))


def _added(telling: Telling, number: int) -> set[tuple[str, bool]]:
    """What was added to a clause because it goes with every penalty: the clause, and whether it is a sum."""
    steps = telling.assessment.trace[number].steps
    found = [step for step in steps if step.step == "always"]
    return {(str(step.inputs["clause"]), isinstance(step.result, Decimal)) for step in found}


def _walked(telling: Telling, act: Step) -> dict[str, list[Sentence]]:
    walk = _Walk(telling)
    idle = facts.without_effect(telling, act)
    for step in act.steps:
        if not (step.step == "derived" and step.rule in idle):
            walk.take(step)
    return walk.sections()


class _Walk:
    """The steps of one act, sorted into sections; sums stand with the clause they belong to."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.found: dict[str, list[Sentence]] = {name: [] for name in SECTIONS}
        self.weighed: dict[str, list[Sentence]] = {}
        self.open: list[Step] = []

    def take(self, step: Step) -> None:
        """Tell one step."""
        told = TABLE.get(step.step)
        if told is None:
            return
        if step.step == "clause":
            self.telling = self.telling._replace(clause=self.telling.phrases.clause(step.rule))
            self.open = []
        clause = self.telling.clause
        if told.weighed and clause is not None and not self.telling.applied(clause):
            return
        if told.section == "sum" and self.telling.act is not None and discretion.unpunished(self.telling.act):
            return
        sentences = [*_told(self.telling._replace(range=self._range(step)), step)]
        if step.step == "statutory-range":
            self.open.append(step)
            self._below_the_clause(sentences)
        elif told.section == "sum" and clause is not None:
            self.weighed.setdefault(clause.rule, []).extend(sentences)
        else:
            for item in sentences:
                _append(self.found[told.section], item)

    def sections(self) -> dict[str, list[Sentence]]:
        """The sections; where several clauses are weighed, each under its own name."""
        if len(self.weighed) == 1:
            self.found["sum"] += next(iter(self.weighed.values()))
            return self.found
        for rule, sentences in self.weighed.items():
            clause = self.telling.phrases.clause(rule)
            assert clause is not None  # it was found by this rule
            cited = self.telling.phrases.cite(clause)
            self.found["sum"].append(Sentence("heading", cited, None, None, tuple(sentences)))
        return self.found

    def _below_the_clause(self, sentences: list[Sentence]) -> None:
        last = self.found["clauses"][-1]
        self.found["clauses"][-1] = last._replace(sentences=(*last.sentences, *sentences))

    def _range(self, step: Step) -> Step | None:
        """The statutory range a recommended sum lies in: that of the same fine, else the first of the same bounds."""
        if step.step != "recommended":
            return None
        for found in self.open:
            if _fits(found, step):
                self.open.remove(found)
                return found
        return None


def _append(found: list[Sentence], item: Sentence) -> None:
    """Add a sentence; one that only repeats the last on another basis adds that basis to it."""
    last = found[-1] if found else None
    if last is None or item.basis is None or last.basis is None or item.sentences or last.text != item.text:
        found.append(item)
    else:
        found[-1] = last._replace(basis=Message("explain-bases", {"bases": [last.basis, item.basis]}))


def _fits(found: Step, step: Step) -> bool:
    if step.inputs.get("fixed"):
        return found.source == step.source
    bounds = next((item.inputs for item in step.steps if item.step == "band"), {})
    return all(found.result[name] == bounds.get(name) for name in ("minimum", "maximum"))


def _told(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A step and the steps below it."""
    told = TABLE.get(step.step)
    if told is None:
        return
    own = tuple(told.tell(telling, step))
    children = () if step.step in _WHOLE else step.steps
    below = tuple(item for child in children for item in _told(telling, child))
    if step.step in _BEFORE:
        yield from (*below, *own)
    elif step.step in _BELOW and own:
        yield from (*own[:-1], own[-1]._replace(sentences=(*own[-1].sentences, *below)))
    else:
        yield from (*own, *below)
