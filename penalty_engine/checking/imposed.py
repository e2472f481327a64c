"""What the decision imposes, in place of what the rulebook recommends: procedure asks about the penalty really decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import ActResult, Finding, FineResult, MeasureResult, TierBand
from penalty_engine.checking.decision import Decided, DecidedFine, Decision
from penalty_engine.checking.records import Imposed
from penalty_engine.messages import Names
from penalty_engine.money import times, total_yuan
from penalty_engine.rulebook.records import Rulebook


class Entry(NamedTuple):
    """What was decided for one act under one clause, and its position in the decision."""

    position: int
    decided: Decided

    @property
    def punishes(self) -> bool:
        """Whether a penalty in money, a confiscation or a revocation is imposed."""
        item = self.decided
        return bool(fined(item) or item.confiscate or item.revoke)


def fined(item: Decided) -> bool:
    """Whether a fine of more than nothing is imposed."""
    return any(fine.amount for fine in item.fines)


def by_act(decision: Decision, count: int) -> tuple[tuple[Entry, ...], ...]:
    """The entries of each act of the case."""
    entries = [Entry(index, item) for index, item in enumerate(decision.acts)]
    return tuple(tuple(item for item in entries if item.decided.act == number + 1) for number in range(count))


def altogether(decision: Decision) -> Imposed:
    """All fines, on all persons, and all that is confiscated."""
    fines = [times(fine.amount, fine.persons) for item in decision.acts for fine in item.fines]
    return Imposed(
        total_yuan(fines),
        total_yuan(item.confiscate for item in decision.acts if item.confiscate is not None),
    )


class AsDecided:
    """Puts what was decided into the acts of an assessment. ``mitigated``: what a fine below the minimum is called.

    ``announced``: by how much more than that the prior notice announced; it is added to the first fine on the party.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        entries: Sequence[Sequence[Entry]],
        mitigated: tuple[str, Names],
        announced: Decimal = Decimal(0),
    ) -> None:
        self.rulebook, self.entries, self.mitigated, self.announced = rulebook, entries, mitigated, announced

    def __call__(self, acts: tuple[ActResult, ...]) -> tuple[ActResult, ...]:
        found = [self._act(act, entries) for act, entries in zip(acts, self.entries, strict=True)]
        return tuple(_raised(found, self.announced) if self.announced else found)

    def _act(self, act: ActResult, entries: Sequence[Entry]) -> ActResult:
        known = [finding.clause for finding in act.findings]
        instead = act.governing_clause or next(iter(known), None)  # of entries that cite none of these
        placed: dict[str | None, list[Decided]] = {}
        for entry in entries:
            key = entry.decided.clause if entry.decided.clause in known else instead
            placed.setdefault(key, []).append(entry.decided)
        findings = tuple(self._finding(item, placed.get(item.clause, ())) for item in act.findings)
        if not any(_imposes(finding) for finding in findings):
            left = act.status not in ("fined", "needs-facts")
            exempt = any(entry.decided.no_penalty is not None for entry in entries)
            status = "exempt" if exempt else act.status if left else "no-fine"
            return act._replace(findings=findings, status=status, missing_facts=())
        status = "fined" if any(finding.fines for finding in findings) else "no-fine"
        governing = next(finding.clause for finding in findings if _imposes(finding))
        return act._replace(
            findings=findings, status=status, governing_clause=governing, missing_facts=(), exemption=None
        )

    def _finding(self, finding: Finding, decided: Sequence[Decided]) -> Finding:
        stated = [fine for item in decided for fine in item.fines if fine.amount]
        fines = [
            self._fine(finding, target, stated) for target in dict.fromkeys(item.target for item in stated)
        ]
        confiscated = [item.confiscate for item in decided if item.confiscate]
        return finding._replace(
            applies=bool(decided),
            status="fined" if fines else "no-fine",
            fines=tuple(fines),
            confiscate=total_yuan(confiscated) if confiscated else None,
            revoke=next((item.revoke for item in decided if item.revoke), None),
            measures=tuple(self._measures(finding, decided)),
            missing_facts=(),
        )

    def _fine(self, finding: Finding, target: str, stated: Sequence[DecidedFine]) -> FineResult:
        """All fines on one target as one: of fines on several persons, each in its own amount, the highest decides."""
        fines = [item for item in stated if item.target == target]
        persons = sum(item.persons for item in fines) if target != "unit" else 1
        amounts = [item.amount for item in fines]
        amount = total_yuan(amounts) if target == "unit" else max(amounts)
        like = next((fine for fine in finding.fines if fine.target == target), None)
        if like is None:
            return FineResult(target, False, amount, amount, "", None, amount, persons)
        lowest = min(amounts)
        tier = TierBand(*self.mitigated, Decimal(0), like.minimum) if lowest < like.minimum else like.tier
        return like._replace(
            optional=False, recommended=amount, persons=persons, tier=tier, mitigated=lowest < like.minimum
        )

    def _measures(self, finding: Finding, decided: Sequence[Decided]) -> list[MeasureResult]:
        of_clause: Mapping[str, MeasureResult] = {item.id: item for item in finding.measures}
        found = []
        for name in dict.fromkeys(name for item in decided for name in item.measures):
            kind = self.rulebook.vocabulary.measures[name]
            result = MeasureResult(name, kind.name, None, None, False, kind.penalty, kind.grave)
            found.append(of_clause.get(name, result)._replace(optional=False))
        return found


def _imposes(finding: Finding) -> bool:
    penalties = any(item.penalty for item in finding.measures)
    return bool(finding.fines or finding.confiscate is not None or finding.revoke is not None or penalties)


def _raised(acts: list[ActResult], by: Decimal) -> list[ActResult]:
    """The acts with the first fine on the party so much higher."""
    for number, act in enumerate(acts):
        for position, finding in enumerate(act.findings):
            for index, fine in enumerate(finding.fines):
                if fine.target == "unit":
                    higher = fine._replace(recommended=total_yuan((fine.recommended, by)))
                    fines = (*finding.fines[:index], higher, *finding.fines[index + 1 :])
                    changed = finding._replace(fines=fines)
                    findings = (*act.findings[:position], changed, *act.findings[position + 1 :])
                    return [*acts[:number], act._replace(findings=findings), *acts[number + 1 :]]
    return acts
