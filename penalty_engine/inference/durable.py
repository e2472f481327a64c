"""The network on durable-rules: conditions compiled to its JSON form and matched by its Rete network.

Everything that library does unexpectedly is handled here and nowhere else; each comment names the behaviour.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
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
# 65 conditions that begin to match at once are refused; far more in one ruleset, and making it never ends
_RULES_PER_RULESET = 50
_SCOPES_KEPT = 64  # rulesets of violations not met for a while are given back
_SESSION = "s"  # one session, deleted after each case: more than 1,024 live ones are a MemoryError
_RULESET = "rules"
_OPS = {"ne": "$neq", "ge": "$gte", "le": "$lte", "gt": "$gt", "lt": "$lt"}


class DurableNetwork:
    """The rules of one violation, with the general ones, stand in rulesets of their own, made when first needed.

    There are two of each: one fires where a condition holds, the other where its negation does. The second is asked
    only where some fact a rule names is unknown; otherwise what did not fire has failed. Not re-entrant, so calls are
    serialised by a lock.
    """

    name = "durable"

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._lock = threading.Lock()
        self._groups = {name: _by_scope(group) for name, group in groups.items()}
        self._pairs: OrderedDict[tuple[str, FactValue], _Pair] = OrderedDict()

    def fire(self, group: str, facts: Facts) -> Firings:
        """See `Network.fire`. Raises EngineError when the library fails."""
        with self._lock:
            try:
                return self._pair(group, facts.get(SCOPE_FACT, "")).fire(facts)
            except EngineError:
                raise
            except Exception as error:
                reason = f"{type(error).__name__}: {error}"
                raise EngineError(Message("network-failed", {"reason": reason})) from error

    def _pair(self, group: str, scope: FactValue) -> _Pair:
        scoped = self._groups[group]
        key = (group, scope if scope in scoped else "")
        pair = self._pairs.get(key)
        if pair is None:
            pair = self._pairs[key] = _Pair((*scoped.get(key[1], ()), *scoped[""]))
            if len(self._pairs) > _SCOPES_KEPT:
                self._pairs.popitem(last=False)[1].close()
        else:
            self._pairs.move_to_end(key)
        return pair


def _by_scope(group: Group) -> dict[FactValue, tuple[Rule, ...]]:
    """The rules of each scope; those of none under the empty name."""
    scoped: dict[FactValue, list[Rule]] = {"": []}
    for rule in group.rules:
        scoped.setdefault(rule.scope or "", []).append(rule)
    return {scope: tuple(rules) for scope, rules in scoped.items()}


class _Pair:
    """Some rules, matched for holding and for failing."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._facts_named = {rule.id: fact_names(rule.when) for rule in rules}
        self._holds = _Matchers([(rule.id, rule.when) for rule in rules])
        self._fails = _Matchers([(rule.id, negate(rule.when)) for rule in rules])

    def fire(self, facts: Facts) -> Firings:
        if not self._facts_named:
            return {}
        holds = self._holds.match(facts)
        undecided = any(
            name not in facts
            for rule, names in self._facts_named.items()
            if rule not in holds
            for name in names
        )
        fails = self._fails.match(facts) if undecided else None
        fired: dict[str, bool] = {}
        for rule in self._facts_named:
            if rule in holds:
                fired[rule] = True
            elif fails is None or rule in fails:
                fired[rule] = False
        return fired

    def close(self) -> None:
        self._holds.close()
        self._fails.close()


class _Matchers:
    """As many rulesets as the rules need."""

    def __init__(self, conditions: list[tuple[str, Condition]]) -> None:
        rules = [(rule, tests) for rule, condition in conditions for tests in conjunctions(condition)]
        self._matchers = [
            _Matcher(rules[start : start + _RULES_PER_RULESET])
            for start in range(0, len(rules), _RULES_PER_RULESET)
        ]

    def match(self, facts: Facts) -> set[str]:
        if len(self._matchers) == 1:
            return self._matchers[0].match(facts)
        return set().union(*(matcher.match(facts) for matcher in self._matchers))

    def close(self) -> None:
        for matcher in self._matchers:
            matcher.close()


class _Matcher:
    """One durable ruleset, made when first used and remade every few thousand cases."""

    def __init__(self, rules: list[tuple[str, tuple[FactTest, ...]]]) -> None:
        self._rules = rules
        self._named = tuple(dict.fromkeys(test.fact for _, tests in rules for test in tests))
        self._used = 0
        self._fired: set[str] = set()
        self._host: Any = None

    def match(self, facts: Facts) -> set[str]:
        """The rules that fire. The set is only good until the next call."""
        if self._host is None or self._used >= _CASES_PER_RULESET:
            self._make()
        self._used += 1
        self._fired.clear()
        # more than some 250 properties are refused, so only those that some rule tests are shown
        seen = {name: facts[name] for name in self._named if name in facts}
        message = {"kind": "case", "sid": _SESSION, "id": str(self._used), **seen}
        state = self._host.assert_fact(_RULESET, message)
        # an exception inside an action is swallowed and left in the state
        if isinstance(state, dict) and state.get("exception"):
            self.close()
            raise EngineError(Message("network-failed", {"reason": state["exception"]}))
        self._host.delete_state(_RULESET, _SESSION)
        return self._fired

    def _make(self) -> None:
        self.close()
        definition: dict[str, Any] = {}
        for number, (rule, tests) in enumerate(self._rules):
            condition: list[dict[str, Any]] = [{"kind": "case"}, *(_json_test(test) for test in tests)]
            definition[f"r{number}"] = {
                "all": [{"m": {"$and": condition}}],
                "run": _action(self._fired, rule),
            }
        # catch-all: an unmatched fact raises, and deleting a state that was never created crashes the process
        definition["any"] = {"all": [{"m": {"kind": "case"}}], "run": _action(self._fired, "")}
        self._host = _quiet_host({_RULESET: definition})
        self._used = 0

    def close(self) -> None:
        """Give the ruleset back; the library never does so by itself."""
        if self._host is not None:
            import durable_rules_engine

            durable_rules_engine.delete_ruleset(self._host.get_ruleset(_RULESET)._handle)
            self._host = None


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
