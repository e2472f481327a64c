"""The network on durable-rules: conditions compiled to its JSON form and matched by its Rete network.

Everything that library does unexpectedly is handled here and nowhere else; each comment names the behaviour.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from penalty_engine.errors import EngineError
from penalty_engine.inference.rules import SCOPE_FACT, Firings, Group, Rule
from penalty_engine.messages import Message
from penalty_engine.rulebook.conditions import (
    Condition,
    Facts,
    FactTest,
    FactValue,
    conjunctions,
    fact_names,
    negate,
)

_CASES_PER_RULESET = (
    4_000  # far below the tens of thousands of facts after which two different facts can collide
)
_SESSION = "s"  # one session, deleted after each case: more than 1,024 live ones are a MemoryError
_OPS = {"ne": "$neq", "ge": "$gte", "le": "$lte", "gt": "$gt", "lt": "$lt"}
_HOLDS, _FAILS = "+", "-"


class DurableNetwork:
    """Two rulesets for each group: one fires where a condition holds, the other where its negation does.

    The second is asked only where some fact a rule names is unknown; otherwise what did not fire has failed. Not
    re-entrant, so calls are serialised by a lock.
    """

    name = "durable"

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._lock = threading.Lock()
        self._pairs = {name: _Pair(group) for name, group in groups.items()}

    def fire(self, group: str, facts: Facts) -> Firings:
        """See `Network.fire`. Raises EngineError when the library fails."""
        with self._lock:
            try:
                return self._pairs[group].fire(facts)
            except EngineError:
                raise
            except Exception as error:
                raise EngineError(
                    Message("network-failed", {"reason": f"{type(error).__name__}: {error}"})
                ) from error


class _Pair:
    """The rulesets of one group."""

    def __init__(self, group: Group) -> None:
        self._facts_named = {rule.id: fact_names(rule.when) for rule in group.rules}
        self._general = tuple(rule.id for rule in group.rules if rule.scope is None)
        self._scoped: dict[FactValue, list[str]] = {}
        for rule in group.rules:
            if rule.scope is not None:
                self._scoped.setdefault(rule.scope, []).append(rule.id)
        self._holds = _Matcher([(rule, rule.when) for rule in group.rules])
        self._fails = _Matcher([(rule, negate(rule.when)) for rule in group.rules])

    def fire(self, facts: Facts) -> Firings:
        candidates = (*self._scoped.get(facts.get(SCOPE_FACT, ""), ()), *self._general)
        if not candidates:
            return {}
        holds = self._holds.match(facts)
        undecided = any(
            name not in facts for rule in candidates if rule not in holds for name in self._facts_named[rule]
        )
        fails = self._fails.match(facts) if undecided else None
        fired: dict[str, bool] = {}
        for rule in candidates:
            if rule in holds:
                fired[rule] = True
            elif fails is None or rule in fails:
                fired[rule] = False
        return fired


class _Matcher:
    """One durable ruleset, made when first used and remade every few thousand cases."""

    def __init__(self, conditions: list[tuple[Rule, Condition]]) -> None:
        self._rules = [
            (rule.id, alternative)
            for rule, condition in conditions
            for alternative in _alternatives(rule, condition)
        ]
        self._used = 0
        self._fired: set[str] = set()
        self._ruleset: Any = None
        self._host: Any = None

    def match(self, facts: Facts) -> set[str]:
        if self._ruleset is None or self._used >= _CASES_PER_RULESET:
            self._make()
        self._used += 1
        fired = self._fired
        fired.clear()
        message = {"kind": "case", "sid": _SESSION, "id": str(self._used), **facts}
        state = self._host.assert_fact(self._ruleset, message)
        # an exception inside an action is swallowed and left in the state
        if isinstance(state, dict) and state.get("exception"):
            self._ruleset = None
            raise EngineError(Message("network-failed", {"reason": state["exception"]}))
        self._host.delete_state(self._ruleset, _SESSION)
        return set(fired)

    def _make(self) -> None:
        definition: dict[str, Any] = {}
        for number, (rule, tests) in enumerate(self._rules):
            condition: list[dict[str, Any]] = [{"kind": "case"}, *(_json_test(test) for test in tests)]
            definition[f"r{number}"] = {
                "all": [{"m": {"$and": condition}}],
                "run": _action(self._fired, rule),
            }
        # catch-all: an unmatched fact raises, and deleting a state that was never created crashes the process
        definition["any"] = {"all": [{"m": {"kind": "case"}}], "run": _action(self._fired, "")}
        self._ruleset = "rules"
        self._host = _quiet_host({self._ruleset: definition})
        self._used = 0


def _alternatives(rule: Rule, condition: Condition) -> list[tuple[FactTest, ...]]:
    scope = () if rule.scope is None else (FactTest(SCOPE_FACT, "eq", rule.scope),)
    return [(*scope, *tests) for tests in conjunctions(condition)]


def _json_test(test: FactTest) -> dict[str, Any]:
    plain = {test.fact: test.value}
    return plain if test.op == "eq" else {_OPS[test.op]: plain}


def _action(fired: set[str], rule: str) -> Callable[[Any], None]:
    # exactly one parameter: an action with two is taken as asynchronous and stalls
    def run(context: Any) -> None:
        fired.add(rule)

    return run


def _quiet_host(rulesets: dict[str, Any]) -> Any:
    from durable import engine

    class QuietHost(engine.Host):  # type: ignore[misc]
        """The stock host starts two timer threads that run actions behind the caller's back."""

        def _run(self) -> None:
            return None

    return QuietHost(rulesets)


def why_unavailable() -> str | None:
    """None where durable-rules imports, else the reason."""
    try:
        from durable import engine  # noqa: F401
    except Exception as error:  # a missing package, or an extension that does not load on this interpreter
        return f"{type(error).__name__}: {error}"
    return None
