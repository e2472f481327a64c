"""What durable-rules was asked during one assessment, asked again without anything around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from penalty_engine import Case, Engine

_numbers = count()


class Replay:
    """The facts of one assessment with the rulesets they went to. ``run`` asserts and deletes them; the actions fire."""

    def __init__(self, calls: list[tuple[Any, str, dict[str, Any]]]) -> None:
        self._calls = calls

    @classmethod
    def record(cls, engine: Engine, case: Case) -> Replay:
        calls: list[tuple[Any, str, dict[str, Any]]] = []
        with _listening(calls):
            engine.assess(case)
        if not calls:
            raise RuntimeError(
                "the durable network asserted nothing through Host.assert_fact; record it elsewhere"
            )
        return cls(calls)

    def run(self) -> None:
        for host, ruleset, facts in self._calls:
            facts["id"] = f"replay{next(_numbers)}"  # an id that was seen before is refused
            host.assert_fact(ruleset, facts)
            host.delete_state(ruleset, facts["sid"])


@contextmanager
def _listening(calls: list[tuple[Any, str, dict[str, Any]]]) -> Iterator[None]:
    from durable import engine

    original = engine.Host.assert_fact

    def listen(host: Any, ruleset: str, facts: dict[str, Any]) -> Any:
        calls.append((host, ruleset, dict(facts)))
        return original(host, ruleset, facts)

    engine.Host.assert_fact = listen
    try:
        yield
    finally:
        engine.Host.assert_fact = original
