"""Figures 1 and 2: an assessment against zen-engine, and against the bare inference it contains."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks import cases, ratios, synthetic
from benchmarks.replay import Replay
from benchmarks.zen_answers import context, engine_answer, peer_answer
from benchmarks.zen_graph import graph
from penalty_engine import Case, Engine

ROUNDS = 40
TRACED = {"trace": True}

Peer = tuple[Engine, list[dict[str, Any]], Callable[[], None]]


@pytest.fixture(scope="module")
def shipped() -> Peer:
    engine = Engine.load(cases.RULES, "native")
    return _peer(engine, cases.acceptance())


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Peer:
    folder = tmp_path_factory.mktemp("thousand") / "rules"
    synthetic.write_rules(folder, cases.RULES)
    return _peer(Engine.load(folder, "native"), list(synthetic.cases(42)))


def _peer(engine: Engine, wanted: list[dict[str, Any]]) -> Peer:
    """The same law in zen-engine, giving the same answers, as a run over all cases."""
    zen = pytest.importorskip("zen")
    loader = {"type": "static", "content": {"fines": graph(engine.rulebook)}}
    peer = zen.ZenEngine({"loader": loader})
    contexts = [context(engine.rulebook, case) for case in wanted]
    for case, asked in zip(wanted, contexts, strict=True):
        theirs = peer_answer(peer.evaluate("fines", asked, TRACED)["result"])
        assert theirs == engine_answer(engine.assess(case)), case

    def run() -> None:
        for asked in contexts:
            peer.evaluate("fines", asked, TRACED)

    return engine, wanted, run


def _against_zen(benchmark: Any, figure: str, limit: float, peer: Peer, as_case: bool) -> None:
    engine, wanted, floor = peer
    given: list[Any] = [Case.parse(case) for case in wanted] if as_case else wanted

    def run() -> None:
        for case in given:
            engine.assess(case)

    label = f"assess({'Case' if as_case else 'dict'}), native"
    ratios.record(
        figure, label, "zen-engine, traced", ratios.in_turn(benchmark, run, floor, ROUNDS, len(given)), limit
    )


@pytest.mark.parametrize("as_case", [True, False], ids=["Case", "dict"])
def test_shipped_rules_against_zen(benchmark: Any, shipped: Peer, as_case: bool) -> None:
    _against_zen(benchmark, "1 shipped rules", 2.5, shipped, as_case)


@pytest.mark.parametrize("as_case", [True, False], ids=["Case", "dict"])
def test_thousand_clauses_against_zen(benchmark: Any, thousand: Peer, as_case: bool) -> None:
    _against_zen(benchmark, "1 with 1,000 clauses", 1, thousand, as_case)


def test_thousand_clauses_against_zen_by_statute(benchmark: Any, thousand: Peer) -> None:
    """Against zen-engine with one graph for each statute, which the caller must know how to choose."""
    zen = pytest.importorskip("zen")
    engine, wanted, _ = thousand
    parts: dict[str, set[str]] = {}
    for key in engine.rulebook.clauses:
        parts.setdefault(key.partition("/")[0], set()).add(key)
    content = {statute: graph(engine.rulebook, only=keys) for statute, keys in parts.items()}
    peer = zen.ZenEngine({"loader": {"type": "static", "content": content}})
    asked = [(case["acts"][0]["clause"].partition("/")[0], context(engine.rulebook, case)) for case in wanted]

    def floor() -> None:
        for statute, facts in asked:
            peer.evaluate(statute, facts, TRACED)

    given = [Case.parse(case) for case in wanted]

    def run() -> None:
        for case in given:
            engine.assess(case)

    times = ratios.in_turn(benchmark, run, floor, ROUNDS, len(given))
    ratios.record(
        "1 with 1,000 clauses", "assess(Case), native", "zen-engine, traced, 22 graphs", times, None
    )


def _against_bare_inference(
    benchmark: Any, figure: str, engine: Engine, wanted: list[Any], limit: float | None
) -> None:
    given = [Case.parse(case) for case in wanted]
    for case in given:
        engine.assess(case)  # every ruleset is made when it is first needed
    replays = [Replay.record(engine, case) for case in given]

    def run() -> None:
        for case in given:
            engine.assess(case)

    def floor() -> None:
        for replay in replays:
            replay.run()

    times = ratios.in_turn(benchmark, run, floor, ROUNDS // 2, len(given))
    ratios.record(figure, "assess(Case), durable", "assert + delete of its facts", times, limit)


def test_durable_against_bare_inference(benchmark: Any) -> None:
    pytest.importorskip("durable.engine", exc_type=ImportError)
    engine = Engine.load(cases.RULES, "durable")
    _against_bare_inference(benchmark, "2 shipped rules", engine, list(cases.acceptance()), 2.0)


def test_durable_against_bare_inference_with_thousand_clauses(benchmark: Any, thousand: Peer) -> None:
    pytest.importorskip("durable.engine", exc_type=ImportError)
    engine, wanted, _ = thousand
    durable = Engine(engine.rulebook, "durable")
    _against_bare_inference(benchmark, "2 with 1,000 clauses", durable, list(wanted), None)
