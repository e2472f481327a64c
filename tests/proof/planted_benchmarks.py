"""Benchmarks with one fault each: a clause with two branches, and a table for it."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.rulebook.folders import CIRCUMSTANCES, STATUTE, Change, clause, clauses

_HEAD = """schema: 1
benchmark:
  id: table
  title: {zh: 样本表, en: sample table}
  in_force: {from: 2020-01-01}
  source: {cite: 样本第2号, verified: true}
  tiers:
    - {id: light, name: {zh: 轻, en: light}%s}
    - {id: middle, name: {zh: 中, en: middle}%s}
    - {id: heavy, name: {zh: 重, en: heavy}%s}
"""
_TAIL = """  mitigated: {id: mitigated, name: {zh: 减轻, en: mitigated}}
  recommend: {at: 1/2, round_down_to: 100}
"""
_CLAUSE = """- when: {gain: {above: 0}}
  confiscate: gain
  fine: {times: gain, at_least: 1, at_most: 5}
- when: {gain: 0}
  fine: {at_most: 50000, optional: true}"""
_MORE = [
    (
        "  - id: lied\n",
        "  - id: hid\n    name: {zh: 藏匿, en: hid}\n    effect: heavier\n    force: discretionary\n    gravest: true\n"
        "    article: 第四条\n    text: 藏匿的，从重。\n"
        "  - id: paid\n    name: {zh: 赔偿, en: paid}\n    effect: lighter\n    force: discretionary\n"
        "    article: 第五条\n    text: 赔偿的，从轻。\n"
        "  - id: lied\n",
    )
]


class Planted(NamedTuple):
    """``code``: the finding; ``shows``: what a run of its case has to show."""

    body: str
    code: str
    shows: str
    outcomes: str = _CLAUSE
    shares: tuple[str, str, str] = ("", "", "")

    def changes(self) -> dict[str, Change]:
        """The base folder with the clause and the table."""
        return {
            STATUTE: clauses(clause(self.outcomes, "处罚款。")),
            CIRCUMSTANCES: _MORE,
            "benchmarks/table.yaml": _HEAD % self.shares + self.body + _TAIL,
        }


def row(*tiers: str, where: str = "", **more: Any) -> str:
    """One row in YAML; each tier as ``light | when | band``."""
    lines = ["    - clause: sample-law/1"]
    lines += [f"      where: {where}"] if where else []
    lines += [f"      {key}: {value}" for key, value in more.items()]
    lines.append("      tiers:")
    for tier in tiers:
        name, when, band = (part.strip() for part in tier.split("|"))
        whens = f", when: {when}" if when else ""
        bands = band if band.startswith("bands:") else f"band: {band}"
        lines.append(f"        - {{tier: {name}{whens}, {bands}}}")
    return "\n".join(lines) + "\n"


def rows(*found: str) -> str:
    """The rows of a table."""
    return "  rows:\n" + "".join(found)


def _times(low: int, high: int) -> str:
    return f"{{at_least: {low}, at_most: {high}}}"


_GAIN, _NONE = "{gain: {above: 0}}", "{gain: 0}"
_REST = row(
    "light | {refused: false} | {at_most: 20000}",
    "heavy | {refused: true} | {above: 20000, at_most: 50000}",
    where=_NONE,
)
_SMALL, _LARGE = "{gain: {at_most: 10000}}", "{gain: {above: 10000}}"
_FIXED = "- fine: {at_least: 1000, at_most: 5000}"
_THIRDS = (", from: 0, to: 1/3", ", from: 1/3, to: 2/3", ", from: 2/3, to: 1")
_METHOD = "  percentages:\n    id: sum\n    name: {zh: 累加, en: sum}\n    base: range\n    combine: additive\n    factors:\n"


def _factor(*options: str, unless: str = "") -> str:
    lines = ["      - id: size", "        name: {zh: 规模, en: size}"]
    lines += [f"        unless: {unless}"] if unless else []
    lines += ["        options:", *(f"          - {option}" for option in options)]
    return _METHOD + "\n".join(lines) + "\n"


_SELECT = """  select:
    - {tier: light, when: {heavier_over_lighter: {below: 0}}}
    - {tier: middle, when: {heavier_over_lighter: 0}}
    - {tier: heavy, when: {heavier_over_lighter: {above: 0}}}
"""
_SHIFT = "  shift:\n    - {by: 1, when: %s}\n"

PLANTED = {
    "gap": Planted(
        rows(
            row(
                f"light | {_SMALL} | {_times(1, 2)}",
                f"heavy | {{gain: {{at_least: 20000}}}} | {_times(2, 5)}",
                where=_GAIN,
            ),
            _REST,
        ),
        "gap",
        "no-tier",
    ),
    "overlap": Planted(
        rows(
            row(
                f"light | {{gain: {{at_most: 20000}}}} | {_times(1, 2)}",
                f"heavy | {_LARGE} | {_times(2, 5)}",
                where=_GAIN,
            ),
            _REST,
        ),
        "overlap",
        "two-tiers",
    ),
    "touching": Planted(
        rows(
            row(
                f"light | {_SMALL} | {_times(1, 2)}",
                f"heavy | {{gain: {{at_least: 10000}}}} | {_times(2, 5)}",
                where=_GAIN,
            ),
            _REST,
        ),
        "touching",
        "two-tiers",
    ),
    "overlap-although-ties-are-declared": Planted(
        rows(
            row(
                f"light | {{gain: {{at_most: 20000}}}} | {_times(1, 2)}",
                f"heavy | {_LARGE} | {_times(2, 5)}",
                where=_GAIN,
                ties="lighter",
            ),
            _REST,
        ),
        "overlap",
        "tied",
    ),
    "tier-outside-its-row": Planted(
        rows(
            row(f"light | {_NONE} | {_times(1, 2)}", f"heavy | {_GAIN} | {_times(2, 5)}", where=_GAIN), _REST
        ),
        "never",
        "another-tier",
    ),
    "tiers-to-merge": Planted(
        rows(
            row(
                f"light | {{gain: {{at_most: 10000}}, refused: false}} | {_times(1, 2)}",
                f"light | {{gain: {{at_most: 10000}}, refused: true}} | {_times(1, 2)}",
                f"heavy | {_LARGE} | {_times(2, 5)}",
                where=_GAIN,
            ),
            _REST,
        ),
        "mergeable",
        "same-tier",
    ),
    "branch-left-to-another-benchmark": Planted(
        rows(row(f"light | {_SMALL} | {_times(1, 2)}", f"heavy | {_LARGE} | {_times(2, 5)}", where=_GAIN)),
        "uncovered",
        "another-benchmark",
    ),
    "row-behind-another": Planted(
        rows(
            row(f"light | {_SMALL} | {_times(1, 2)}", f"heavy | {_LARGE} | {_times(2, 5)}", where=_GAIN),
            _REST,
            row(f"middle | {_GAIN} | {_times(2, 3)}", where="{gain: {above: 50000}}"),
        ),
        "covered",
        "another-tier",
    ),
    "row-without-days": Planted(
        rows(
            row(
                f"light | {_SMALL} | {_times(1, 2)}",
                f"heavy | {_LARGE} | {_times(2, 5)}",
                where=_GAIN,
                in_force="{from: 2023-01-01}",
            ),
        ),
        "idle",
        "another-benchmark",
    ),
    "above-the-range": Planted(
        rows(
            row(f"light | {_SMALL} | {_times(1, 2)}", f"heavy | {_LARGE} | {_times(2, 6)}", where=_GAIN),
            _REST,
        ),
        "outside",
        "cut",
    ),
    "below-the-range": Planted(
        rows(
            row(
                "light | {refused: false} | {at_most: 2000}",
                "heavy | {refused: true} | {above: 2000, at_most: 5000}",
            )
        ),
        "outside",
        "cut",
        _FIXED,
    ),
    "share-of-the-maximum-below-the-range": Planted(
        rows(
            row(
                "light | {refused: false} | {of: maximum, from: 0.1, to: 0.4}",
                "heavy | {refused: true} | {of: maximum, from: 0.4, to: 1}",
            )
        ),
        "outside",
        "cut",
        _FIXED,
    ),
    "rate-for-each-person-above-the-range": Planted(
        rows(
            row(
                "light | {workers: {at_most: 4}} | {at_least: 1000, at_most: 1250, per: workers}",
                "heavy | {workers: {above: 4}} | {at_least: 1000, at_most: 1250, per: workers}",
            )
        ),
        "outside",
        "cut",
        _FIXED,
    ),
    "two-branches-in-one-tier": Planted(
        rows(
            row(f"light | {{refused: false}} | {_times(1, 2)}", f"heavy | {{refused: true}} | {_times(2, 5)}")
        ),
        "straddle",
        "one-tier-two-outcomes",
    ),
    "two-ranges-in-one-tier": Planted(
        rows(
            row(
                "light | {workers: {at_most: 9}} | {at_least: 1000, at_most: 3000}",
                "heavy | {workers: {above: 9}} | {at_least: 3000, at_most: 9000}",
            )
        ),
        "straddle",
        "one-tier-two-outcomes",
        "- when: {refused: false}\n  fine: {at_least: 1000, at_most: 5000}\n- when: {refused: true}\n  fine: {at_least: 1000, at_most: 10000}",
    ),
    "graver-but-lower": Planted(
        rows(
            row(
                "light | {workers: {at_most: 9}} | {at_least: 1000, at_most: 3000}",
                "middle | {workers: {above: 9, at_most: 20}} | {at_least: 4000, at_most: 5000}",
                "heavy | {workers: {above: 20}} | {at_least: 3000, at_most: 4000}",
            )
        ),
        "order",
        "falling",
        _FIXED,
    ),
    "graver-but-lower-multiples": Planted(
        rows(
            row(f"light | {_SMALL} | {_times(3, 5)}", f"heavy | {_LARGE} | {_times(1, 3)}", where=_GAIN),
            _REST,
        ),
        "order",
        "falling",
    ),
    "graver-but-lower-for-persons": Planted(
        rows(
            row(
                "light | {refused: false} | bands: {unit: {at_least: 1000, at_most: 3000}, responsible_person: {at_least: 500, at_most: 900}}",
                "heavy | {refused: true} | bands: {unit: {at_least: 3000, at_most: 5000}, responsible_person: {at_least: 100, at_most: 500}}",
            )
        ),
        "order",
        "falling",
        "- fine: [{at_least: 1000, at_most: 5000}, {target: responsible_person, at_least: 100, at_most: 1000}]",
    ),
    "graver-but-lower-by-circumstances": Planted(
        _SELECT
        + rows(
            row(
                "light | | {at_most: 3000}",
                "middle | | {at_most: 5000}",
                "heavy | | {at_least: 1000, at_most: 4000}",
            )
        ),
        "order",
        "falling",
        "- fine: {at_most: 5000}",
        _THIRDS,
    ),
    "tier-shifted-into-another-branch": Planted(
        _SHIFT % "{heavier_circumstances: {above: 0}}"
        + rows(row("light | {gain: 0} | {at_most: 20000}", f"heavy | {_GAIN} | {_times(1, 5)}")),
        "straddle",
        "one-tier-two-outcomes",
    ),
    "shift-that-never-happens": Planted(
        _SHIFT % "{heavier_circumstances: 0, gravest_circumstances: {above: 0}}"
        + rows(
            row(
                "light | {refused: false} | {at_least: 1000, at_most: 3000}",
                "heavy | {refused: true} | {at_least: 1000, at_most: 5000}",
            )
        ),
        "never",
        "no-shift",
        _FIXED,
    ),
    "share-of-the-maximum-for-any-clause": Planted(
        _SELECT,
        "outside",
        "cut",
        _FIXED,
        tuple(part.replace("from", "of: maximum, from") for part in _THIRDS),
    ),
    "selection-with-a-gap": Planted(
        "  select:\n    - {tier: light, when: {heavier_circumstances: 0}}\n"
        "    - {tier: middle, when: {heavier_circumstances: 1}}\n"
        "    - {tier: heavy, when: {heavier_circumstances: {above: 2}}}\n",
        "gap",
        "no-tier",
        shares=_THIRDS,
    ),
    "selection-with-an-overlap": Planted(
        "  select:\n    - {tier: light, when: {heavier_over_lighter: {below: 0}}}\n"
        "    - {tier: middle, when: {heavier_over_lighter: {at_least: 0}, gravest_circumstances: 0}}\n"
        "    - {tier: heavy, when: {gravest_circumstances: {above: 0}}}\n",
        "overlap",
        "two-tiers",
        shares=_THIRDS,
    ),
    "selection-by-a-fact": Planted(
        "  select:\n    - {tier: light, when: {refused: false, heavier_circumstances: 0}}\n"
        "    - {tier: middle, when: {refused: false, heavier_circumstances: {above: 0}}}\n"
        "    - {tier: heavy, when: {refused: true, heavier_circumstances: {above: 0}}}\n",
        "gap",
        "no-tier",
        shares=_THIRDS,
    ),
    "option-behind-another": Planted(
        _factor("{percent: 50, when: {workers: {above: 3}}}", "{percent: 80, when: {workers: {above: 5}}}"),
        "covered",
        "another-percentage",
    ),
    "option-that-is-switched-off": Planted(
        _factor(
            "{percent: 50, when: {workers: {above: 3}}}",
            "{percent: 80, when: {workers: {at_most: 3}, refused: true}}",
            unless="{refused: true}",
        ),
        "never",
        "another-percentage",
    ),
}

TIED = rows(
    row(
        f"light | {_SMALL} | {_times(1, 2)}",
        f"heavy | {{gain: {{at_least: 10000}}}} | {_times(2, 5)}",
        where=_GAIN,
        ties="lighter",
    ),
    _REST,
)
"""A published table whose ends touch, with a declared rule for them: sound."""

SOUND = {
    "ties": TIED,
    "rows": rows(
        row(f"light | {_SMALL} | {_times(1, 2)}", f"heavy | {_LARGE} | {_times(2, 5)}", where=_GAIN), _REST
    ),
    "shares": rows(
        row("light | {refused: false} | {from: 0, to: 0.4}", "heavy | {refused: true} | {from: 0.4, to: 1}")
    ),
    "maximum": rows(row("light | {refused: false} | minimum", "heavy | {refused: true} | maximum")),
    "percentages": _factor(
        "{percent: 80, when: {workers: {above: 5}}}", "{percent: 50, when: {workers: {above: 3}}}"
    ),
}
