"""The sums of an assessment worked out again from its trace and the benchmark files, with nothing of the engine's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Json = dict[str, Any]


class Sum(NamedTuple):
    """One fine in yuan, on each of so many persons. ``recommended`` None: the trace stops at the range."""

    minimum: Fraction
    maximum: Fraction
    recommended: Fraction | None
    persons: int


class Part(NamedTuple):
    """The steps of one clause, from the clause on."""

    clause: str
    steps: tuple[Json, ...]

    def named(self, *names: str) -> list[Json]:
        return [item for item in self.steps if item["step"] in names]


def steps(trace: Iterable[Json], name: str | None = None) -> Iterator[Json]:
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
    count = len(assessment["acts"])
    assert [item["step"] for item in assessment["trace"]] == ["act"] * count + ["total", "procedure"]
    for act, step in zip(assessment["acts"], assessment["trace"], strict=False):
        assert (step["rule"], step["result"]) == (act["violation"], act["status"])
        _check_act(act, step, rules)
    _check_total(assessment)


# --- one act ----------------------------------------------------------------------------------------------------------


def parts(step: Json) -> list[Part]:
    """The steps of an act clause by clause; what comes before the first and after the last belongs to none."""
    found: list[Part] = []
    for item in step["steps"]:
        if item["step"] == "clause":
            found.append(Part(item["rule"].split("@")[0], (item,)))
        elif found and item["step"] not in ("concurrence", "milder-law", "already-fined", "always"):
            found[-1] = found[-1]._replace(steps=(*found[-1].steps, item))
    return found


def _check_act(act: Json, step: Json, rules: Path) -> None:
    sums = {part.clause: part_sums(part, rules) for part in parts(step)}
    least = [item for one in step["steps"] if one["step"] == "concurrence" for item in one["steps"]]
    for finding in act["findings"]:
        known = sums.get(finding["clause"], [])
        if finding["clause"] == act["governing_clause"]:
            known = known + [_raised(item, raised) for raised in least for item in known]
        for fine in finding["fines"]:
            assert _of(fine) in known, (fine, known)
        for fine in finding["alternative"]:  # those that a tier leaves out stop at their range
            assert _of(fine) in known or _of(fine)._replace(recommended=None) in known, (fine, known)
        if finding["fines"]:
            assert len(finding["fines"]) + len(finding["alternative"]) == len(sums[finding["clause"]])
    for item in step["steps"]:
        if item["step"] == "milder-law":
            _check_other_law(act["milder_law"], item, rules)
        if item["step"] == "already-fined":
            assert item["result"]["not_imposed"] > 0
            assert not any(finding["fines"] for finding in act["findings"])


def _check_other_law(found: Json, step: Json, rules: Path) -> None:
    """The law that was not applied, whose trace is inside: its sums are those of the clause that governs by it."""
    assert step["result"] == found["applied"]
    assert step["inputs"]["yardstick"] == found["yardstick"]
    assert len(step["steps"]) == 1
    law = found["at_act"] if found["applied"] == "decision" else found["at_decision"]
    other = step["steps"][0]
    assert other["result"] == law["status"]
    sums = {part.clause: part_sums(part, rules) for part in parts(other)}
    together = [item for item in other["steps"] if item["step"] in ("concurrence", "already-fined")]
    if law["status"] != "fined" or together:
        return
    own = sums[law["clause"]]
    assert Fraction(law["minimum"]) == sum(item.minimum * item.persons for item in own)
    assert Fraction(law["maximum"]) == sum(item.maximum * item.persons for item in own)
    assert Fraction(law["recommended"]) == sum((item.recommended or 0) * item.persons for item in own)


def _of(fine: Json) -> Sum:
    low, high, recommended = (Fraction(fine[name]) for name in ("minimum", "maximum", "recommended"))
    return Sum(low, high, recommended, fine["persons"])


def _raised(found: Sum, step: Json) -> Sum:
    """The governing fine is not set below what another clause makes mandatory."""
    assert step["step"] == "not-below"
    least = min(Fraction(step["inputs"]["at_least"]), found.maximum)
    recommended = None if found.recommended is None else max(found.recommended, least)
    return found._replace(minimum=max(found.minimum, least), recommended=recommended)


def part_sums(part: Part, rules: Path) -> list[Sum]:
    """The sums of one clause: every range with something to pay, and what is recommended in it."""
    waiting = part.named("recommended")
    found = []
    for item in part.named("statutory-range"):
        low, high = _check_range(item)
        persons = int(item["inputs"].get("persons", 1))
        if not persons or not _quantity(item["inputs"]):
            continue
        recommended = None
        if waiting and _belongs(waiting[0], low, high):
            recommended = _check_recommended(part, item, waiting.pop(0), (low, high), rules)
        found.append(Sum(low, high, recommended, persons))
    assert not waiting
    _check_percentages(part)
    return found


def _belongs(step: Json, low: Fraction, high: Fraction) -> bool:
    if step["inputs"].get("fixed"):
        return low == high == Fraction(step["result"])
    band = _band_step(step)["inputs"]
    return (Fraction(band["minimum"]), Fraction(band["maximum"])) == (low, high)


def _band_step(step: Json) -> Json:
    return next(item for item in step["steps"] if item["step"] == "band")


_NO_QUANTITY = ("rate", "factor", "cap", "floor", "persons", "counted_as")


def _quantity(inputs: Json) -> Fraction:
    product = Fraction(1)
    for name, value in inputs.items():
        if name not in _NO_QUANTITY:
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


# --- the band and the point in it -------------------------------------------------------------------------------------


class Ends(NamedTuple):
    """A band, the point between its ends, and whether its lower end may lie outside it."""

    low: Fraction
    high: Fraction
    middle: Fraction
    may_be_open: bool = False


def _check_recommended(
    part: Part, found: Json, step: Json, within: tuple[Fraction, Fraction], rules: Path
) -> Fraction:
    result = Fraction(step["result"])
    if step["inputs"].get("fixed"):
        assert within[0] == within[1] == result
        return result
    scheme = benchmark(rules, step["rule"].removeprefix("benchmark/"))
    unit = step["inputs"]["round_down_to"]
    assert unit == scheme["recommend"]["round_down_to"]
    band = _band_step(step)
    if "share" in band["inputs"]:
        _check_share(part, band, step, within, result)
        return result
    ends = _ends(part, found, band, within, scheme)
    low, high = _inward(ends, within)
    shown = (Fraction(band["result"]["minimum"]), Fraction(band["result"]["maximum"]))
    assert shown == (low, high), (shown, low, high)
    assert Fraction(step["inputs"]["middle"]) == ends.middle
    possible = {_rounded(ends.middle, low, high, unit, False)}
    if ends.may_be_open:
        possible.add(_rounded(ends.middle, low, high, unit, True))
    assert result in possible
    return result


def _ends(part: Part, found: Json, band: Json, within: tuple[Fraction, Fraction], scheme: Json) -> Ends:
    inputs, at = band["inputs"], Fraction(str(scheme["recommend"]["at"]))
    low, high = within
    if inputs.get("mitigated"):
        assert inputs["tier"] == scheme["mitigated"]["id"]
        top = low
        bottom = Fraction(0)
        if "rates" in inputs:
            bottom, top = (
                min(Fraction(str(rate)) * _quantity(found["inputs"]), low) for rate in inputs["rates"]
            )
        return Ends(bottom, top, bottom + (top - bottom) * at)
    placed = [item["result"] for item in part.named("tier", "shift")]
    assert inputs["tier"] == placed[-1], (inputs, placed)
    bottom, top = _nominal(part, found, inputs, scheme)
    kept = [item for item in band["steps"] if item["step"] == "kept-within-range"]
    inner = [min(max(end, low), high) for end in (bottom, top)]
    assert bool(kept) is (inner != [bottom, top])
    for item in kept:
        assert [Fraction(item["inputs"][name]) for name in ("minimum", "maximum")] == [bottom, top]
        assert [Fraction(item["result"][name]) for name in ("minimum", "maximum")] == inner
    middle = min(max(bottom + (top - bottom) * at, inner[0]), inner[1])
    return Ends(inner[0], inner[1], middle, True)


def _nominal(part: Part, found: Json, inputs: Json, scheme: Json) -> tuple[Fraction, Fraction]:
    """Both ends before they are kept within the range: rates, or shares of the range or of the maximum."""
    quantity = _quantity(found["inputs"])
    if "rates" in inputs:
        if "quantity" in inputs:
            known = {name: value for item in part.steps for name, value in item["inputs"].items()}
            quantity = Fraction(1)
            for name in inputs["quantity"]:
                quantity *= Fraction(str(known[name]))
        low, high = (Fraction(str(rate)) for rate in inputs["rates"])
        return low * quantity, high * quantity
    rates = [Fraction(rate) for rate in found["inputs"]["rate"].split("–")]
    first, last = rates[0], rates[-1]
    if inputs["of"] == "maximum":
        first = Fraction(0)
    _check_tier(inputs, scheme)
    shares = (Fraction(inputs["from"]), Fraction(inputs["to"]))
    low, high = ((first + share * (last - first)) * quantity for share in shares)
    return low, high


def _check_tier(inputs: Json, scheme: Json) -> None:
    """The shares are those that the file gives to the tier, or to a row of it."""
    tier = next(item for item in scheme["tiers"] if item["id"] == inputs["tier"])
    rows = [one for row in scheme.get("rows", ()) for one in row["tiers"] if one["tier"] == inputs["tier"]]
    bands = [tier, tier.get("maximum_only"), tier.get("effect"), *(one.get("band") for one in rows)]
    bands += [band for one in rows for band in one.get("bands", {}).values()]
    stated = {_shares(band) for band in bands}
    assert (Fraction(inputs["from"]), Fraction(inputs["to"])) in stated


def _shares(band: Json | str | None) -> tuple[Fraction, Fraction] | None:
    if band is None or isinstance(band, str):
        end = Fraction(1 if band == "maximum" else 0)  # what lies below the range is kept at its lower end
        return None if band is None else (end, end)
    low, high = band.get("from", band.get("above")), band.get("to", band.get("below"))
    if low is None or high is None or "at_most" in band:
        return None
    return Fraction(str(low)), Fraction(str(high))


def _check_share(
    part: Part, band: Json, step: Json, within: tuple[Fraction, Fraction], result: Fraction
) -> None:
    """A share of percentages is one point, rounded down within the range."""
    inputs, (low, high) = band["inputs"], within
    start = Fraction(0) if inputs["base"] == "maximum" else low
    point = min(max(start + (high - start) * Fraction(inputs["share"]), low), high)
    assert Fraction(step["inputs"]["middle"]) == point
    assert result == _rounded(point, low, high, step["inputs"]["round_down_to"], False)
    reached = part.named("percentages")[-1]["result"]
    assert _percent(reached) == Fraction(inputs["share"])


def _check_percentages(part: Part) -> None:
    """Each factor adds to what was reached, or multiplies it."""
    for step in part.named("percentages"):
        reached = _percent(step["inputs"]["start"])
        for item in step["steps"]:
            assert _percent(item["inputs"]["before"]) == reached
            percent = _percent(item["inputs"]["percent"])
            serial = step["inputs"]["combine"] == "serial"
            reached, before = _percent(item["result"]), reached
            if step["inputs"]["combine"] != "bounded":
                assert reached == (before * (1 + percent) if serial else before + percent)
        assert _percent(step["result"]) == reached


def _percent(text: str) -> Fraction:
    return Fraction(text.removesuffix("%")) / 100


def _fen_up(amount: Fraction) -> Fraction:
    return Fraction(ceil(amount * 100), 100)


def _inward(ends: Ends, within: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """Ends that no decimal expresses are brought to the fen, towards the inside."""
    low = ends.low if _is_decimal(ends.low) else _fen_up(ends.low)
    high = ends.high if _is_decimal(ends.high) else ends.high * 100 // 1 / Fraction(100)
    if low <= high:
        return low, high
    only = min(max(ends.high * 100 // 1 / Fraction(100), _fen_up(within[0])), within[1])
    return only, only


def _is_decimal(number: Fraction) -> bool:
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _rounded(middle: Fraction, bottom: Fraction, top: Fraction, unit: int, is_open: bool) -> Fraction:
    down = middle // unit * unit
    if not bottom and not down:  # a fine of nothing would be none
        return middle * 100 // 1 / Fraction(100)
    if down > bottom or (down == bottom and not is_open):
        return Fraction(down)
    fen = _fen_up(bottom)
    if is_open and fen == bottom:
        fen += Fraction(1, 100)
    return fen if fen <= top else bottom


# --- all acts ---------------------------------------------------------------------------------------------------------


def _check_total(assessment: Json) -> None:
    total, step = assessment["total"], assessment["trace"][-2]
    assert (step["step"], step["result"]) == ("total", total)
    if assessment["status"] == "needs-facts":
        assert set(total.values()) == {None}
        assert assessment["targets"] == []
        return
    findings = [finding for act in assessment["acts"] for finding in act["findings"]]
    fines = [fine for finding in findings for fine in finding["fines"]]
    assert step["inputs"]["targets"] == assessment["targets"]
    assert step["inputs"]["fines"] == len(fines)
    assert {item["target"] for item in assessment["targets"]} == {fine["target"] for fine in fines}
    for name in ("minimum", "maximum", "recommended"):
        assert Decimal(total[name]) == sum(Decimal(item[name]) for item in assessment["targets"])
        for item in assessment["targets"]:
            own = (
                Decimal(fine[name]) * fine["persons"] for fine in fines if fine["target"] == item["target"]
            )
            assert Decimal(item[name]) == sum(own, Decimal(0))
    taken = [finding["confiscate"] for finding in findings if finding["confiscate"] is not None]
    assert (total["confiscate"] is None) is (not taken)
    assert sum(map(Decimal, taken), Decimal(0)) == Decimal(total["confiscate"] or 0)
