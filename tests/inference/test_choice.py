"""Which network is used, and what importing the package sets in motion: nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from penalty_engine import Engine, EngineError
from penalty_engine.inference import NETWORK_VARIABLE, make_network
from penalty_engine.inference.durable import why_unavailable
from tests.acceptance.seed_cases import seed_cases
from tests.conftest import ROOT, RULES, need_durable


def _python(code: str, **environment: str) -> str:
    found = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
        timeout=120,
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


@pytest.mark.parametrize("value", ["auto", "native", ""])
def test_named_by_the_environment(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NETWORK_VARIABLE, value)
    expected = "native" if value == "native" or why_unavailable() else "durable"
    assert Engine.load(RULES).network == expected


def test_durable_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    need_durable()
    monkeypatch.setenv(NETWORK_VARIABLE, "durable")
    assert Engine.load(RULES).network == "durable"
    assert Engine.load(RULES, "native").network == "native"  # the argument goes first


@pytest.mark.parametrize("value", ["rete", "DURABLE", " native", "none"])
def test_unknown_networks(value: str, monkeypatch: pytest.MonkeyPatch, native: Engine) -> None:
    monkeypatch.setenv(NETWORK_VARIABLE, value)
    with pytest.raises(EngineError) as refused:
        make_network(native.rulebook)
    assert refused.value.render("en") == f"there is no network '{value}'; use durable, native or auto."
    assert refused.value.render("zh") == f"没有名为“{value}”的推理网络，可用：durable、native、auto。"


@pytest.mark.parametrize("block", ["None", "ImportError"])
def test_without_durable_rules(block: str, monkeypatch: pytest.MonkeyPatch, native: Engine) -> None:
    if block == "None":
        monkeypatch.setitem(sys.modules, "durable", None)
    else:

        class Refuse:
            def find_spec(self, name: str, path: object = None, target: object = None) -> None:
                if name.split(".")[0] == "durable":
                    raise ImportError("undefined symbol: PyEval_CallObject")

        for name in [
            name for name in sys.modules if name.split(".")[0] in ("durable", "durable_rules_engine")
        ]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setattr(sys, "meta_path", [Refuse(), *sys.meta_path])
    assert make_network(native.rulebook).name == "native"
    assert make_network(native.rulebook, "native").name == "native"
    with pytest.raises(EngineError) as refused:
        make_network(native.rulebook, "durable")
    assert refused.value.render("en").startswith("durable-rules cannot be used here (")
    assert refused.value.render("en").endswith("Set PENALTY_ENGINE_NETWORK=native or auto.")
    assert "PENALTY_ENGINE_NETWORK=native" in refused.value.render("zh")


def test_importing_starts_nothing() -> None:
    out = _python("""
        import sys, threading
        import penalty_engine
        print(threading.active_count())
        print([name for name in sys.modules if name.split(".")[0] in ("durable", "durable_rules_engine", "jinja2", "docx", "rich", "click")])
    """)
    assert out.split("\n")[:2] == ["1", "[]"]


@pytest.mark.parametrize("name", ["native", "durable"])
def test_assessing_leaves_no_thread(name: str) -> None:
    if name == "durable":
        need_durable()
    out = _python(f"""
        import threading
        from penalty_engine import Engine
        engine = Engine.load({str(RULES)!r}, {name!r})
        engine.assess({seed_cases()[0].case!r})
        print(threading.active_count(), engine.network)
    """)
    assert out.split() == ["1", name]


def test_threads_agree(engine: Engine) -> None:
    cases = [seed.case for seed in seed_cases()]
    expected = [engine.assess(case).to_json() for case in cases]

    def run(first: int) -> bool:
        return all(
            engine.assess(cases[(first + number) % len(cases)]).to_json()
            == expected[(first + number) % len(cases)]
            for number in range(200)
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, range(8)))


def test_threads_agree_from_the_first_case_on() -> None:
    # nothing is built beforehand here: models, tables and rulesets are first made by threads that race for them
    cases = [seed.case for seed in seed_cases()]
    out = _python(f"""
        import json, sys, threading
        from penalty_engine import Engine
        sys.setswitchinterval(1e-5)
        engine, cases, found, gate = Engine.load({str(RULES)!r}), {cases!r}, {{}}, threading.Barrier(8)
        def run(number):
            gate.wait()
            found[number] = [engine.assess(case).to_json() for case in cases]
        threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(json.dumps([len(found), len({{json.dumps(item) for item in found.values()}})]))
    """)
    assert json.loads(out) == [8, 1]


def test_the_working_folder_does_not_matter(tmp_path: Path) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from penalty_engine import Engine; print(len(Engine.load().rulebook.clauses))",
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert int(found.stdout) >= 12
    assert threading.active_count() >= 1
