"""What holds of every decision: the engine's own recommendation is sound; a fine above the maximum is always found."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from penalty_engine import CaseError, Engine
from penalty_engine.checking import check
from tests.checking.samples import answered, case, sound
from tests.conftest import RULES, need_durable
from tests.engine.cases import cases

ENGINE = Engine.load(RULES, "native")
DAYS = ("2013-06-29", "2016-05-31", "2021-08-20", "2022-11-30", "2023-01-13", "2024-09-20", "2025-08-29")


def _dated(stated: dict[str, Any], day: str) -> dict[str, Any]:
    """The case with the days of a short procedure after an act that ended on `day`, and every fact asked for."""
    return answered(ENGINE, {**stated, "timeline": case(to=day)["timeline"]})


CASES = st.builds(_dated, cases(ENGINE, most=2), st.sampled_from(DAYS))


def _fines(decision: dict[str, Any]) -> list[dict[str, Any]]:
    return [fine for entry in decision["acts"] for fine in entry.get("fines", ())]


@given(CASES)
@settings(max_examples=250)
def test_the_recommendation_with_every_duty_done_has_no_finding(stated: dict[str, Any]) -> None:
    result = check(ENGINE, sound(ENGINE, stated))
    fines = [fine for act in result.law.acts for finding in act.applied for fine in finding.fines]
    assume(all(fine.recommended for fine in fines if fine.mitigated))  # a few yuan, rounded to nothing
    # mitigation is the officer's to decide, so a fixed sum is recommended unmitigated even where nothing else is lawful
    other = [item for item in result.findings if item.code != "mitigation-due"]
    assert [(item.code, item.field, item.text.text("en")) for item in other] == []
    assert result.findings or result.status == "sound"


@given(CASES, st.data())
@settings(max_examples=60)
def test_a_fine_above_the_maximum_is_always_found(stated: dict[str, Any], data: st.DataObject) -> None:
    decision = sound(ENGINE, stated)
    law = check(ENGINE, decision).law
    places = [(entry, fine) for entry in decision["acts"] for fine in entry.get("fines", ())]
    assume(places)
    entry, fine = data.draw(st.sampled_from(places))
    applied = law.acts[entry["act"] - 1].applied
    finding = next(item for item in applied if item.clause == entry["clause"])
    highest = max(item.maximum for item in finding.fines if item.target == fine["target"])
    more = data.draw(st.integers(min_value=1, max_value=10**9))
    fine["amount"] = format(highest + Decimal(more) / 100, "f")
    result = check(ENGINE, decision)
    assert "fine-above-maximum" in {item.code for item in result.findings}
    assert result.status == "faulty"


_PARTS = ("payment", "officers", "remedies", "steps.prior_notice", "steps.hearing", "steps.legal_review")


@given(CASES, st.sampled_from(_PARTS))
@settings(max_examples=150)
def test_what_is_left_out_is_missed_where_it_is_due(stated: dict[str, Any], part: str) -> None:
    decision, made = sound(ENGINE, stated), check(ENGINE, sound(ENGINE, stated)).made.procedure
    fined = any(Decimal(fine["amount"]) for fine in _fines(decision))
    due = {
        "payment": fined,
        "officers": True,
        "remedies": True,
        "steps.prior_notice": fined,
        "steps.hearing": bool(made.hearing.required),
        "steps.legal_review": bool(made.legal_review.required),
    }[part]
    *outer, last = part.split(".")
    (decision[outer[0]] if outer else decision).pop(last, None)
    assume(due)
    assert check(ENGINE, decision).findings


_AMOUNTS = st.integers(min_value=0, max_value=10**9).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
_DAYS = st.dates(date(2013, 1, 1), date(2026, 6, 30)).map(str) | st.sampled_from(
    ["2025-08-30", "2025-09-10", "2025-10-08", "2026-02-20"]
)
_WORDS = ENGINE.rulebook.vocabulary
_FINES = st.fixed_dictionaries(
    {"amount": _AMOUNTS},
    optional={
        "target": st.sampled_from(["unit", "responsible_person"]),
        "persons": st.integers(min_value=1, max_value=5),
        "capitals": st.sampled_from(["", "人民币壹万元整", "x"]),
        "rate": st.integers(min_value=0, max_value=10_000),
        "quantity": st.integers(min_value=0, max_value=99),
    },
)
_ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "act": st.integers(min_value=1, max_value=3),
        "clause": st.sampled_from(sorted(ENGINE.rulebook.clauses)),
        "tier": st.sampled_from(["slight", "serious", "mitigated"]),
        "fines": st.lists(_FINES, max_size=3),
        "confiscate": _AMOUNTS,
        "revoke": st.sampled_from(sorted(_WORDS.licences)),
        "orders": st.lists(st.sampled_from(sorted(_WORDS.orders)), max_size=2),
        "measures": st.lists(st.sampled_from(sorted(_WORDS.measures)), max_size=2),
        "no_penalty": st.sampled_from(sorted(ENGINE.rulebook.circumstances)),
    },
)
_STEPS = st.fixed_dictionaries(
    {},
    optional={
        "prior_notice": st.fixed_dictionaries({"served_on": _DAYS}, optional={"fine": _AMOUNTS}),
        "defence": st.fixed_dictionaries({}, optional={"made": st.booleans()}),
        "hearing": st.fixed_dictionaries(
            {}, optional=dict.fromkeys(("offered_on", "requested_on", "held_on"), _DAYS)
        ),
        "legal_review": st.fixed_dictionaries({"done_on": _DAYS}, optional={"passed": st.booleans()}),
        "collective_discussion": st.fixed_dictionaries({"held_on": _DAYS}),
        "decided_on": _DAYS,
        "served_on": _DAYS,
    },
)
DECISIONS = st.builds(
    lambda stated, entries, steps, rest: {"case": stated, "acts": entries, "steps": steps, **rest},
    cases(ENGINE, most=2),
    st.lists(_ENTRIES, min_size=1, max_size=3),
    _STEPS,
    st.fixed_dictionaries(
        {},
        optional={
            "total": st.fixed_dictionaries({"amount": _AMOUNTS}),
            "on_the_spot": st.booleans(),
            "elections": st.fixed_dictionaries({}, optional={"mitigate": st.booleans()}),
        },
    ),
)


@given(DECISIONS)
@settings(max_examples=300)
def test_any_decision_is_answered(decision: dict[str, Any]) -> None:
    try:
        result = check(ENGINE, decision)
    except CaseError as error:
        refused = error
    else:
        refused = None
    if refused is not None:
        assert all(refused.render(lang) for lang in ("zh", "en"))
        return
    for lang in ("zh", "en"):
        assert json.loads(result.to_json(lang))["status"] == result.status
        for item in result.findings:
            assert item.text.text(lang)
            assert item.way_out.text(lang)
            assert "Decimal(" not in item.text.text(lang)


@given(CASES)
@settings(max_examples=30)
def test_both_networks_find_the_same(stated: dict[str, Any]) -> None:
    need_durable()
    other = Engine(ENGINE.rulebook, "durable")
    decision = sound(ENGINE, stated)
    decision["officers"] = []
    for fine in _fines(decision):
        fine["amount"] = format(Decimal(fine["amount"]) * 2, "f")
    found = [check(engine, decision).to_dict() for engine in (ENGINE, other)]
    for item in found:
        del item["receipt"]
    assert found[0] == found[1]
