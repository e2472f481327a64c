"""The sums of an assessment worked out again from its trace and the rule files, with nothing of the engine's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]


def steps(trace: list[Json], name: str | None = None) -> Iterator[Json]:
    """Every step of the trace (of one name), outer before inner."""
    for step in trace:
        if name is None or step["step"] == name:
            yield step
        yield from steps(step["steps"], name)


@cache
def benchmark(folder: Path, name: str) -> Json:
    """The benchmark as it stands in its file."""
    for path in (folder / "benchmarks").glob("*.yaml"):
        found = yaml.safe_load(path.read_text(encoding="utf-8"))["benchmark"]
        if found["id"] == name:
            return found  # type: ignore[no-any-return]
    raise AssertionError(f"no benchmark {name}")


def check(assessment: Json, rules: Path) -> None:
    """Every sum of the assessment follows from its trace."""
    scheme = benchmark(rules, assessment["benchmark"])
    for act, step in zip(assessment["acts"], assessment["trace"], strict=False):
        assert step["step"] == "act"
        _check_act(act, step, scheme)
    _check_total(assessment)


def _check_act(act: Json, step: Json, scheme: Json) -> None:
    ranges = list(steps(step["steps"], "statutory-range"))
    sums = list(steps(step["steps"], "recommended"))
    placed = [item for item in ranges if _quantity(item["inputs"]) and item["inputs"].get("persons", 1)]
    assert len(placed) == len(sums)
    tiers = [item["result"] for item in steps(step["steps"], "tier")]
    fines = [fine for finding in act["findings"] for fine in finding["fines"]]
    results = []
    for found, recommended in zip(placed, sums, strict=True):
        low, high = _check_range(found)
        results.append((low, high, _check_recommended(found, recommended, low, high, scheme, tiers)))
    for found in list(results):  # the governing fine is not set below what another clause makes mandatory
        for raised in steps(step["steps"], "not-below"):
            least = Fraction(raised["inputs"]["at_least"])
            results.append((max(found[0], least), found[1], max(found[2], least)))
    for fine in fines:  # what is set aside or exempt has a trace but no fine
        assert (
            Fraction(fine["minimum"]),
            Fraction(fine["maximum"]),
            Fraction(fine["recommended"]),
        ) in results


def _quantity(inputs: Json) -> Fraction:
    product = Fraction(1)
    for name, value in inputs.items():
        if name not in ("rate", "factor", "cap", "floor", "persons", "counted_as"):
            product *= Fraction(str(value))
    if "counted_as" in inputs:
        assert product < Fraction(inputs["counted_as"])
        product = Fraction(inputs["counted_as"])
    return product * Fraction(inputs.get("factor", 1))


def _check_range(step: Json) -> tuple[Fraction, Fraction]:
    inputs = step["inputs"]
    rates = [Fraction(part) for part in inputs["rate"].split("–")]
    low, high = (rate * _quantity(inputs) for rate in (rates[0], rates[-1]))
    if inputs.get("cap") is not None:
        low, high = min(low, Fraction(inputs["cap"])), min(high, Fraction(inputs["cap"]))
    if inputs.get("floor") is not None:
        low, high = max(low, Fraction(inputs["floor"])), max(high, Fraction(inputs["floor"]))
    assert Fraction(step["result"]["minimum"]) == low
    assert Fraction(step["result"]["maximum"]) == high
    return low, high


def _check_recommended(
    found: Json, step: Json, low: Fraction, high: Fraction, scheme: Json, tiers: list[str]
) -> Fraction:
    result = Fraction(step["result"])
    if step["inputs"].get("fixed"):
        assert low == high == result
        return result
    band = next(item for item in step["steps"] if item["step"] == "band")
    bottom, top, middle = _band(found, band["inputs"]["tier"], low, high, scheme)
    if band["inputs"]["tier"] != scheme["mitigated"]["id"]:
        assert band["inputs"]["tier"] in tiers
    assert (Fraction(band["result"]["minimum"]), Fraction(band["result"]["maximum"])) == (bottom, top)
    assert Fraction(step["inputs"]["middle"]) == middle
    unit = scheme["recommend"]["round_down_to"]
    assert step["inputs"]["round_down_to"] == unit
    assert result == _rounded(middle, bottom, top, unit)
    return result


def _band(
    found: Json, tier: str, low: Fraction, high: Fraction, scheme: Json
) -> tuple[Fraction, Fraction, Fraction]:
    point = Fraction(scheme["recommend"]["at"])
    if tier == scheme["mitigated"]["id"]:
        return Fraction(0), low, low * point
    rates = [Fraction(part) for part in found["inputs"]["rate"].split("–")]
    first, last = rates[0], rates[-1]
    if len(rates) == 1 and low != high:
        first = Fraction(0)
    share = next(
        (Fraction(str(item["from"])), Fraction(str(item["to"])))
        for item in scheme["tiers"]
        if item["id"] == tier
    )
    quantity = _quantity(found["inputs"])

    def at(part: Fraction) -> Fraction:
        return min(max((first + part * (last - first)) * quantity, low), high)

    return at(share[0]), at(share[1]), at(share[0] + (share[1] - share[0]) * point)


def _rounded(middle: Fraction, bottom: Fraction, top: Fraction, unit: int) -> Fraction:
    down = middle // unit * unit
    if down >= bottom:
        return Fraction(down)
    fen = Fraction(-(-bottom * 100 // 1), 100)
    return fen if fen <= top else bottom


def _check_total(assessment: Json) -> None:
    total = assessment["total"]
    if assessment["status"] == "needs-facts":
        assert set(total.values()) == {None}
        return
    fines = [fine for act in assessment["acts"] for finding in act["findings"] for fine in finding["fines"]]
    for name in ("minimum", "maximum", "recommended"):
        assert Decimal(total[name]) == sum(
            (Decimal(fine[name]) * fine["persons"] for fine in fines), Decimal(0)
        )
    taken = [
        finding["confiscate"]
        for act in assessment["acts"]
        for finding in act["findings"]
        if finding["confiscate"] is not None
    ]
    assert total["confiscate"] == (None if not taken else total["confiscate"])
    assert sum(map(Decimal, taken), Decimal(0)) == Decimal(total["confiscate"] or 0)
