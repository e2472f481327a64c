from __future__ import annotations

import json

import pytest

from penalty_engine import Engine
from tests.acceptance.seed_cases import FILE, SeedCase, check, seed_cases
from tests.conftest import ROOT

CASES = seed_cases()
_each_case = pytest.mark.parametrize("seed", CASES, ids=[case.name for case in CASES])


def test_the_file_is_read_in_full() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").count("\n  - name: ")
    assert len(CASES) >= 30


@_each_case
def test_through_the_library(engine: Engine, seed: SeedCase) -> None:
    check(json.loads(engine.assess(seed.case).to_json()), seed)


@_each_case
def test_through_the_command_line(network: str, seed: SeedCase, monkeypatch: pytest.MonkeyPatch) -> None:
    main = pytest.importorskip("penalty_engine.cli.main").main
    from click.testing import CliRunner

    monkeypatch.setenv("PENALTY_ENGINE_NETWORK", network)
    result = CliRunner().invoke(
        main, ["assess", "-", "--json"], input=json.dumps(seed.case, ensure_ascii=False).encode()
    )
    assert result.exit_code == (3 if seed.expect.get("status") == "needs-facts" else 0), result.output
    printed = json.loads(result.stdout)
    check(printed, seed)
    assert printed["receipt"]["network"] == network


def test_the_copy_is_the_original() -> None:
    original = ROOT.parent / "shared" / "acceptance" / FILE.name
    if not original.is_file():
        pytest.skip("the original acceptance file is not beside this checkout")
    assert FILE.read_bytes() == original.read_bytes()
