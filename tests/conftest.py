"""Fixtures that several test folders share: an engine over the shipped rules on each network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from penalty_engine import Engine
from penalty_engine.inference.durable import why_unavailable

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "rules"
NETWORKS = ("native", "durable")

# the same cases on every run and every machine; nothing is written to the working folder
settings.register_profile(
    "suite",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        default=False,
        help="write the golden files anew from what the program says now; review them with git diff",
    )


def pytest_configure(config: pytest.Config) -> None:
    # said once for every case by durable-rules, which has had no release since
    config.addinivalue_line("filterwarnings", "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning")


@pytest.fixture(scope="session")
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(scope="session", autouse=True)
def plain_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No variable of the developer's own shell decides a result, and nothing lands in the user's cache folder."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PENALTY_ENGINE_")}
    os.environ["PENALTY_ENGINE_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    del os.environ["PENALTY_ENGINE_CACHE"]
    os.environ.update(kept)


@pytest.fixture(scope="session")
def native() -> Engine:
    """The shipped rules on the built-in network."""
    return Engine.load(RULES, "native")


@pytest.fixture(scope="session")
def durable() -> Engine:
    """The shipped rules on durable-rules; skips where that cannot be had."""
    need_durable()
    return Engine.load(RULES, "durable")


@pytest.fixture(scope="session", params=NETWORKS)
def engine(request: pytest.FixtureRequest) -> Engine:
    """The shipped rules, on each network in turn."""
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def need_durable() -> None:
    """Skip the test, with the reason, where durable-rules does not import."""
    reason = why_unavailable()
    if reason is not None:
        pytest.skip(f"durable-rules cannot be used on this interpreter: {reason}")


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest) -> str:
    """The name of each network; the durable one is skipped where it cannot be had."""
    if request.param == "durable":
        need_durable()
    return str(request.param)
