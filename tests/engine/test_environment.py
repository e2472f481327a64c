"""Neither locale, time zone, hash seed nor interpreter flags decide a byte of the result."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from penalty_engine import Engine
from tests.acceptance.seed_cases import seed_cases
from tests.conftest import ROOT, RULES

_CODE = """
import hashlib, sys
from penalty_engine import Engine
from tests.acceptance.seed_cases import seed_cases
engine = Engine.load(sys.argv[1], "native")
text = "".join(engine.assess(seed.case).to_json(lang) for seed in seed_cases() for lang in ("zh", "en"))
print(hashlib.sha256(text.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def expected() -> str:
    engine = Engine.load(RULES, "native")
    text = "".join(engine.assess(seed.case).to_json(lang) for seed in seed_cases() for lang in ("zh", "en"))
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Asia/Shanghai"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8", "TZ": "America/Los_Angeles"},
        {"PYTHONHASHSEED": "4294967295", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "2"},
        {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: "-".join(f"{name}={value}" for name, value in environment.items()),
)
def test_same_bytes(environment: dict[str, str], expected: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", _CODE, str(RULES)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == expected
