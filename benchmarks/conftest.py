"""`pytest benchmarks`: a table of ratios at the end. A missed target is shown and fails nothing."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import ratios


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("penalty-engine benchmarks")
    group.addoption(
        "--markdown", action="store_true", help="print the table of ratios as Markdown, for README.md"
    )
    group.addoption(
        "--memory", action="store_true", help="also assess 100,000 cases on each network and watch memory"
    )


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if not ratios.measured and not ratios.remarks:
        return
    terminalreporter.section("ratios")
    table = ratios.markdown_table if config.getoption("--markdown") else ratios.plain_table
    if ratios.measured:
        terminalreporter.write_line(table(ratios.measured))
    for remark in ratios.remarks:
        terminalreporter.write_line(remark)
