"""What would bring something about: sets of changes, each tried by assessing the changed case."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import Any, NamedTuple

from penalty_engine.assessment import Assessment
from penalty_engine.messages import Message
from penalty_engine.reasons.candidates import case_changes, circumstance_changes, fact_changes, single_changes
from penalty_engine.reasons.change import CIRCUMSTANCE, DAY, ELECTION, KINDS, Change, distance
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.turning_points import turning_points
from penalty_engine.reasons.verdicts import Verdict, verdict
from penalty_engine.rendering import plain

_MOST_TOGETHER = 3  # more changes at once are another case
_MOST_TRIED = 1_500  # cases assessed for one answer; a second or two
_ALIKE = 2  # circumstances of one kind looked at where three things are changed at once


class Remedy(NamedTuple):
    """Changes towards it, and whether it then applied: the changed case was assessed.

    ``holds`` None: what kept it from applying is gone, and the facts ``missing`` would decide; False: they were not enough,
    for the ``reason`` the assessment gives. ``status``: what the act would come to.
    """

    changes: tuple[Change, ...]
    holds: bool | None
    missing: tuple[str, ...] = ()
    status: str = ""
    reason: Message | None = None

    @property
    def verified(self) -> bool:
        return self.holds is True

    @property
    def of_facts(self) -> bool:
        """Whether it leaves the days as they are: a day is not otherwise because that would suit."""
        return all(change.kind != DAY for change in self.changes)

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The remedy as plain data."""
        return {
            "changes": [item.to_dict(lang) for item in self.changes],
            "verified": self.verified,
            "applies": self.holds,
            "missing_facts": list(self.missing),
            "status": self.status,
            "reason": plain(self.reason, lang),
        }


class Seeker:
    """Looks for changes under which a subject applies in one act (of a duty: in the case); it moves no days."""

    def __init__(self, situation: Situation, subject: Subject, number: int, acts: Sequence[int]) -> None:
        self.situation, self.subject, self.number, self.acts = situation, subject, number, acts

    def holds(self, assessment: Assessment) -> Verdict:
        """Whether the subject applies there."""
        return verdict(self.situation.rulebook, assessment, self.subject, self.number)

    def tried(self, sets: Iterable[tuple[Change, ...]]) -> tuple[Remedy, ...]:
        """Those of the smallest sets that do it or open the way; where none does, the first one with why it is not enough."""
        refused: Remedy | None = None
        found: dict[tuple[object, ...], Remedy] = {}
        for changes in sets:
            size = len(next(iter(found))) if found else len(changes)
            if len(changes) > size:
                break
            remedy = self._try(changes)
            if remedy is None:
                continue
            if remedy.holds is not False:
                found.setdefault(_key(changes), remedy)
            elif refused is None:
                refused = remedy
        if found:
            return tuple(sorted(found.values(), key=lambda item: not item.verified))
        return (refused,) if refused is not None else ()

    def tried_or_searched(self, sets: Iterable[tuple[Change, ...]]) -> tuple[Remedy, ...]:
        """`tried`, and what `searched` finds where the smallest sets are not enough (two rows of a table may meet there)."""
        known = list(sets)
        least = min((len(changes) for changes in known), default=0)
        tried = self.tried(changes for changes in known if len(changes) == least)
        if _works(tried):
            return tried
        singles = self._nearest(self._verified((change,) for change in self._singles()))
        if singles:
            return singles
        larger = self.tried(changes for changes in known if len(changes) > least)
        return larger if _works(larger) else self.combined() or larger or tried

    def searched(self) -> tuple[Remedy, ...]:
        """The single changes that do it, the nearest value of each; else two or three things at once."""
        singles = self._verified((change,) for change in self._singles())
        return self._nearest(singles) or self.combined()

    def combined(self) -> tuple[Remedy, ...]:
        """Two things changed at once that do it, else three: circumstances, yes or no, what the officer decides."""
        pool = list(self._switches())
        for count in range(2, _MOST_TOGETHER + 1):
            if count > 2 or comb(len(pool), count) > _MOST_TRIED:
                pool = self._representative(pool, elections=count == 2)
            if comb(len(pool), count) > _MOST_TRIED:
                break
            found = self._verified(set_ for set_ in combinations(pool, count) if _compatible(set_))
            if found:
                return tuple(found)
        return ()

    def _try(self, changes: tuple[Change, ...]) -> Remedy | None:
        assessment = self.situation.try_out(changes)
        if assessment is None:
            return None
        holds, act = self.holds(assessment), assessment.acts[self.number]
        missing = act.missing_facts if act.status == "needs-facts" else ()
        finding = next((item for item in act.findings if item.clause == self.subject.id), None)
        reason = finding.reason if finding is not None and holds is False else None
        return Remedy(changes, holds, missing, act.status, reason)

    def _verified(self, sets: Iterable[tuple[Change, ...]]) -> list[Remedy]:
        """The sets after which it applies beyond doubt."""
        found: dict[tuple[object, ...], Remedy] = {}
        for changes in sets:
            remedy = self._try(changes)
            if remedy is not None and remedy.verified:
                found.setdefault(_key(changes), remedy)
        return list(found.values())

    def _singles(self) -> Iterator[Change]:
        yield from single_changes(self.situation, self.acts, days=False)

        def view(assessment: Assessment) -> Mapping[Hashable, Hashable]:
            return {"holds": self.holds(assessment)}

        yield from turning_points(self.situation, self.acts, view, days=False)

    def _nearest(self, found: list[Remedy]) -> tuple[Remedy, ...]:
        """For each thing the nearest value, facts before all else."""
        best: dict[tuple[object, ...], Remedy] = {}
        for remedy in sorted(found, key=lambda item: distance(item.changes[0])):
            change = remedy.changes[0]
            best.setdefault((change.kind, change.act, change.name), remedy)
        return tuple(sorted(best.values(), key=lambda item: KINDS.index(item.changes[0].kind)))

    def _switches(self) -> Iterator[Change]:
        for number in self.acts:
            yield from (item for item in fact_changes(self.situation, number) if isinstance(item.new, bool))
            yield from circumstance_changes(self.situation, number)
        yield from (item for item in case_changes(self.situation) if item.kind == ELECTION)

    def _representative(self, pool: list[Change], elections: bool) -> list[Change]:
        """Two circumstances of each kind, and no other facts: enough to tell how many are needed."""
        book, kept = self.situation.rulebook, []
        counts: dict[Hashable, int] = {}
        for change in pool:
            if change.kind == CIRCUMSTANCE:
                item = book.circumstances[change.name]
                key = (change.act, item.effect, item.gravest, item.mitigates, change.new)
                counts[key] = counts.get(key, 0) + 1
                if counts[key] <= _ALIKE:
                    kept.append(change)
            elif elections and change.kind == ELECTION:
                kept.append(change)
        return kept


def _works(found: tuple[Remedy, ...]) -> bool:
    return any(remedy.holds is not False for remedy in found)


def _key(changes: tuple[Change, ...]) -> tuple[object, ...]:
    return tuple((change.kind, change.name, change.new, change.act) for change in changes)


def _compatible(changes: tuple[Change, ...]) -> bool:
    return len({(change.kind, change.act, change.name) for change in changes}) == len(changes)
