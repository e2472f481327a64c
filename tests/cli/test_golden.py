"""Exact output of the commands, in both languages. Rewritten with `pytest tests/cli --regenerate`."""

from __future__ import annotations

import pytest

from tests.cli.running import ROOT, run

HEBEI = "hebei-labour-market-regulation"
DISPATCH = (
    "--fact",
    "failed_to_correct=true",
    "--fact",
    "dispatched_workers=8",
    "--fact",
    "party_role=dispatch_agency",
)
FINES = {
    "fine-25.1": (0, f"{HEBEI}/25.1"),
    "fine-25.1-mitigated": (
        0,
        f"{HEBEI}/25.1",
        "--circumstance",
        "harm-removed",
        "--mitigate",
        "--on",
        "2016-05-31",
    ),
    "fine-25.1-mixed": (
        0,
        f"{HEBEI}/25.1",
        "--circumstance",
        "harm-removed",
        "--circumstance",
        "obstruction",
    ),
    "fine-25.1-ended": (0, f"{HEBEI}/25.1", "--on", "2024-05-31"),
    "fine-25.1-no-fault": (0, f"{HEBEI}/25.1", "--circumstance", "no-fault"),
    "fine-25.5-obeyed": (
        0,
        f"{HEBEI}/25.5",
        "--fact",
        "failed_to_correct=否",
        "--fact",
        "illegal_gain=3,000",
    ),
    "fine-25.6-fixed": (0, f"{HEBEI}/25.6", "--fact", "persons_introduced=3"),
    "fine-25.9-optional": (0, f"{HEBEI}/25.9", "--fact", "serious=true"),
    "fine-25.10-referred": (0, f"{HEBEI}/25.10", "--fact", "serious=false"),
    "fine-92.1-missing": (3, "labour-contract-law/92.1", "--on", "2026-01-15"),
    "fine-92.1-words": (0, "未经许可经营劳务派遣", "--fact", "illegal_gain=1234.56", "--on", "2026-01-15"),
    "fine-92.1-minor": (
        0,
        "92.1",
        "--party",
        "individual",
        "--fact",
        "age_at_act=16",
        "--fact",
        "illegal_gain=0",
        "--on",
        "2026-01-15",
    ),
    "fine-92.2": (0, "92.2", *DISPATCH, "--on", "2026-01-15"),
    "fine-92.2-missing": (3, "92.2", "--fact", "failed_to_correct=yes", "--on", "2026-01-15"),
    "fine-92.2-not-available": (0, "92.2", "--fact", "failed_to_correct=no", "--on", "2026-01-15"),
    "fine-92.2-before": (0, "92.2", *DISPATCH, "--on", "2013-03-31"),
}
OTHERS = {
    "search-obstruction": (0, "search", "obstruction"),
    "search-nothing": (2, "search", "unlicensd-hr-servce"),
    "show-92.1": (0, "show", "labour-contract-law/92.1"),
    "show-25.3": (0, "show", f"{HEBEI}/25.3"),
    "fine-nothing": (2, "fine", "unlicensed-dispach"),
    "help": (0, "--help"),
    **{
        f"help-{name}": (0, name, "--help")
        for name in ("fine", "assess", "ask", "notice", "search", "show", "rules", "schema", "completion")
    },
    "help-rules-check": (0, "rules", "check", "--help"),
}
ASSESSED = (
    "unlicensed-hr-service",
    "unlicensed-dispatch",
    "dispatch-rules-broken",
    "order-refused",
    "child-labour",
    "unpaid-wages",
)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", FINES)
def test_fine(name: str, lang: str, regenerate: bool) -> None:
    code, *args = FINES[name]
    found = run("fine", *map(str, args), "--lang", lang)
    _compare(f"{name}.{lang}", found.out + found.err, regenerate)
    assert found.code == code
    assert len(found.out.splitlines()) <= 30, "the answer fits one screen"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OTHERS)
def test_other_commands(name: str, lang: str, regenerate: bool) -> None:
    code, *args = OTHERS[name]
    found = run(*map(str, args), "--lang", lang)
    _compare(f"{name}.{lang}", found.out + found.err, regenerate)
    assert found.code == code


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ASSESSED)
def test_examples_assessed(name: str, lang: str, regenerate: bool) -> None:
    found = run("assess", str(ROOT / "examples" / f"{name}.yaml"), "--network", "native", "--lang", lang)
    _compare(f"assess-{name}.{lang}", found.out, regenerate)
    assert found == (0, found.out, "")


def _compare(name: str, found: str, regenerate: bool) -> None:
    from penalty_engine.cli.layout import cell_len
    from tests.cli.running import compare

    for line in found.splitlines():
        assert cell_len(line) <= 80 or "error[" in line, line
    compare(name, found, regenerate)
