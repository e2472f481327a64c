"""The network in plain Python: conditions compiled to closures, indexed by violation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from penalty_engine.inference.rules import SCOPE_FACT, Firings, Group
from penalty_engine.rulebook.conditions import Facts, Truth, compiled

_Compiled = tuple[str, Callable[[Facts], Truth]]


class NativeNetwork:
    """Index, don't scan: only the rules of the case's violation and the general ones are looked at. Holds no state."""

    name = "native"

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._general: dict[str, tuple[_Compiled, ...]] = {}
        self._scoped: dict[str, Mapping[str, tuple[_Compiled, ...]]] = {}
        for group in groups.values():
            scoped: dict[str, list[_Compiled]] = {}
            general: list[_Compiled] = []
            for rule in group.rules:
                target = general if rule.scope is None else scoped.setdefault(rule.scope, [])
                target.append((rule.id, compiled(rule.when)))
            self._general[group.name] = tuple(general)
            self._scoped[group.name] = MappingProxyType({key: tuple(rules) for key, rules in scoped.items()})

    def fire(self, group: str, facts: Facts) -> Firings:
        """See `Network.fire`."""
        fired: dict[str, bool] = {}
        scope = facts.get(SCOPE_FACT)
        for rule, holds in self._scoped[group].get(str(scope), ()) if scope is not None else ():
            truth = holds(facts)
            if truth is not None:
                fired[rule] = truth
        for rule, holds in self._general[group]:
            truth = holds(facts)
            if truth is not None:
                fired[rule] = truth
        return fired
