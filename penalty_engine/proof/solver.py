"""What intervals cannot decide, put to the solver z3 where it is installed. Money stays in fen, so every answer is exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from penalty_engine.proof.space import Difference, Relation, Space
from penalty_engine.rulebook.conditions import AllOf, Condition, FactTest, fact_names

_MILLISECONDS = 20_000  # for one question; what takes longer is "not proven"
_SEED = 1  # the same case for the same rules, whoever runs it


def solver_available() -> bool:
    """Whether z3 is installed."""
    return find_spec("z3") is not None


class Solved(NamedTuple):
    """Whether some case satisfies the conditions (None: not decided), and the plainest one."""

    holds: bool | None
    point: Mapping[str, int]


class Solver:
    """z3 over the whole numbers that stand for facts."""

    def __init__(self) -> None:
        import z3  # optional, and slow to import

        self._z3: Any = z3

    def find(self, conditions: Sequence[Condition], space: Space) -> Solved:
        """A case in which every condition and every relation between its facts holds."""
        z3 = self._z3
        named = dict.fromkeys(name for condition in conditions for name in fact_names(condition))
        relations = space.related(named)
        named.update(dict.fromkeys(name for item in relations for name in item.facts))
        numbers = {name: z3.Int(name) for name in named}
        asked = z3.Solver()
        asked.set("timeout", _MILLISECONDS)
        asked.set("random_seed", _SEED)
        for name, number in numbers.items():
            whole = space.domains[name].whole
            asked.add(z3.Or(*(z3.And(number >= low, number <= high) for low, high in whole)))
        asked.add(*(self._relation(item, numbers) for item in relations))
        asked.add(*(self._formula(condition, numbers, space) for condition in conditions))
        answer = asked.check()
        if answer != z3.sat:
            return Solved(False if answer == z3.unsat else None, {})
        return Solved(True, dict(self._plainest(asked, numbers)))

    def _formula(self, condition: Condition, numbers: Mapping[str, Any], space: Space) -> Any:
        z3 = self._z3
        if isinstance(condition, FactTest):
            number, code = numbers[condition.fact], space.domains[condition.fact].code(condition.value)
            sides = {
                "eq": number == code,
                "ne": number != code,
                "ge": number >= code,
                "le": number <= code,
                "gt": number > code,
                "lt": number < code,
            }
            return sides[condition.op]
        parts = [self._formula(part, numbers, space) for part in condition.parts]
        return z3.And(*parts) if isinstance(condition, AllOf) else z3.Or(*parts)

    def _relation(self, relation: Relation, numbers: Mapping[str, Any]) -> Any:
        if isinstance(relation, Difference):
            return numbers[relation.fact] == numbers[relation.more] - numbers[relation.less]
        return numbers[relation.fact] <= numbers[relation.limit]

    def _plainest(self, asked: Any, numbers: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
        """Each number in turn as near to zero as the ones before it leave it."""
        model = asked.model()
        for name, number in numbers.items():
            low, best = -1, _value(model, number)
            while abs(best) - low > 1:  # the size wanted is above `low`
                middle = (low + abs(best)) // 2
                if asked.check(number <= middle, number >= -middle) == self._z3.sat:
                    model = asked.model()
                    best = _value(model, number)
                else:
                    low = middle
            if best < 0 and asked.check(number == -best) == self._z3.sat:
                model, best = asked.model(), -best
            asked.add(number == best)  # the model last found has it
            yield name, best


def _value(model: Any, number: Any) -> int:
    return int(model.eval(number, model_completion=True).as_long())
