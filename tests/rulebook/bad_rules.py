"""Rule folders with one mistake each: what is changed in the base folder, and the codes that must be reported.

The exact texts, in both languages and with their places, stand in ``bad/<name>.txt``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tests.rulebook.bad_benchmarks import BAD_BENCHMARKS
from tests.rulebook.bad_field import BAD_FIELD
from tests.rulebook.bad_lints import BAD_LINTS
from tests.rulebook.bad_parts import RICH, STOP, UPPER, contradicted, date_check, ground, limitation
from tests.rulebook.folders import (
    AUTHORITY,
    BENCHMARK,
    CIRCUMSTANCES,
    PROCEDURE,
    STATUTE,
    Change,
    clause,
    clauses,
)

VOCABULARY, VIOLATIONS = "vocabulary.yaml", "violations.yaml"


class Bad(NamedTuple):
    """One mistake: the codes reported, in order of place, and the changes that make it."""

    codes: tuple[str, ...]
    changes: Mapping[str, Change]


def _bad(*codes: str, **changes: Change) -> Bad:
    names = {
        "statute": STATUTE,
        "benchmark": BENCHMARK,
        "circumstances": CIRCUMSTANCES,
        "procedure": PROCEDURE,
        "authority": AUTHORITY,
        "vocabulary": VOCABULARY,
        "violations": VIOLATIONS,
    }
    return Bad(codes, {names[key]: change for key, change in changes.items()})


def _when(condition: str) -> Change:
    return ("- fine: {at_least", f"- when: {condition}\n        fine: {{at_least")


_FINE = "{at_least: 1000, at_most: 5000}"


def _fine(fine: str) -> Change:
    return (_FINE, fine)


_READING = {
    "duplicate-key": _bad(
        "duplicate-key", statute=("    article: 第一条\n", "    article: 第一条\n    article: 第二条\n")
    ),
    "duplicate-key-quoted": _bad("duplicate-key", violations=("schema: 1\n", 'schema: 1\n"schema": 1\n')),
    "yaml-tab": _bad("yaml-syntax", statute=("    article: 第一条", "\tarticle: 第一条")),
    "yaml-unclosed": _bad("yaml-syntax", statute=("orders: [cease]", "orders: [cease")),
    "yaml-colon": _bad("yaml-syntax", statute=("article: 第一条", "article: 第一条: 一")),
    "yaml-indent": _bad("yaml-syntax", statute=("    violation: sample", "   violation: sample")),
    "anchor": _bad("alias", statute=("[cease]", "&orders [cease]")),
    "alias": _bad("alias", statute=("[cease]", "*orders")),
    "alias-bomb": _bad("alias", vocabulary="a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"),
    "tag": _bad("tag", statute=("article: 第一条", "article: !!python/name:os.system 第一条")),
    "tag-local": _bad("tag", statute=("[cease]", "!secret [cease]")),
    "several-documents": _bad("several-documents", violations=("violations:", "---\nviolations:")),
    "key-not-text": _bad("key-not-text", vocabulary=("  cease: {", "  [cease]: {")),
    "not-utf8": _bad("not-utf8", violations="schema: 1\nviolations: # 违法\n".encode("gb18030")),
    "control-character": _bad("control-character", violations=("样本违法", "样本\x07违法")),
    "deep-condition": _bad("too-deep", statute=_when("{not: " * 45 + "{refused: true}" + "}" * 45)),
    "deep-list": _bad("too-deep", violations="[" * 100_000),
    "full-width-colon": _bad("yaml-syntax", statute=("article: 第一条", "article： 第一条")),
    "full-width-comma": _bad("yaml-syntax", statute=("orders: [cease]", "orders: [cease，")),
    "full-width-braces": _bad(
        "yaml-syntax",
        violations=("{zh: 样本违法, en: sample violation}", "｛zh: 样本违法, en: sample violation｝"),
    ),
    "empty": _bad("empty-file", violations=""),
    "only-comment": _bad("empty-file", violations="# nothing yet\n"),
    "list-at-top": _bad("not-a-mapping", violations="- id: sample-violation\n"),
    "text-at-top": _bad("not-a-mapping", violations="sample-violation\n"),
    "json-in-yaml-file": _bad("duplicate-key", violations='{"schema": 1, "schema": 1}'),
}

_SHAPE = {
    "unknown-key": _bad("unknown-key", statute=("at_least: 1000", "at_leest: 1000")),
    "unknown-key-top": _bad("unknown-key", statute=("clauses:", "notes: none\nclauses:")),
    "unknown-key-far": _bad(
        "unknown-key", statute=("    orders: [cease]", "    zzz: 1\n    orders: [cease]")
    ),
    "unknown-key-expression": _bad("unknown-key", statute=("at_least: 1000", "expression: gain * 2")),
    "two-mistakes": _bad(
        "unknown-key",
        "missing-key",
        statute=[("    article: 第一条\n", ""), ("    orders: [cease]", "    ordres: [cease]")],
    ),
    "missing-key": _bad("missing-key", statute=("    article: 第一条\n", "")),
    "missing-schema": _bad("missing-key", violations=("schema: 1\n", "")),
    "missing-maximum-tier": _bad("shares-incomplete", benchmark=(", from: 0, to: 1/2", ", from: 0")),
    "schema-2": _bad("not-schema-1", statute=("schema: 1", "schema: 2")),
    "rank": _bad("not-one-of", statute=("rank: law", "rank: lawe")),
    "effect": _bad("not-one-of", circumstances=("effect: lighter", "effect: ligther")),
    "timeline-day": _bad("not-one-of", procedure=("from: served_on", "from: serve_on")),
    "duty-name": _bad("not-one-of", procedure=("duty: hearing", "duty: hering")),
    "text-for-boolean": _bad("wrong-type", statute=("verified: true", "verified: yes")),
    "number-for-text": _bad("quote-number", statute=("article: 第一条", "article: 1")),
    "number-for-id": _bad("quote-number", statute=('id: "1"', "id: 25.10")),
    "number-for-order": _bad("quote-number", statute=("[cease]", "[5]")),
    "number-for-order-words": _bad("quote-number", statute=("[cease]", "[{cease: 5}]")),
    "boolean-for-text": _bad("wrong-type", statute=("article: 第一条", "article: true")),
    "full-width-brackets": _bad("wrong-type", statute=("[cease]", "【cease】")),
    "text-for-list": _bad("wrong-type", statute=("[cease]", "cease")),
    "list-for-mapping": _bad("wrong-type", statute=("when: {refused: true}", "when: [refused]")),
    "text-for-fine": _bad("wrong-type", statute=_fine("五千元")),
    "text-for-integer": _bad("wrong-type", benchmark=("round_down_to: 100", "round_down_to: hundred")),
    "nothing-for-text": _bad("wrong-type", statute=("article: 第一条", "article:")),
    "bad-id": _bad("bad-id", statute=('id: "1"', 'id: "第一条"')),
    "bad-id-spaces": _bad("bad-id", violations=("id: sample-violation", "id: Sample Violation")),
    "text-empty": _bad("text-empty", statute=("article: 第一条", 'article: ""')),
    "outcomes-empty": _bad(
        "missing-key",
        statute=clauses(
            '- id: "1"\n  article: 第一条\n  violation: sample-violation\n  text: 无\n  outcomes: []'
        ),
    ),
    "order-without-words": _bad("text-empty", statute=("[cease]", "[{cease: ''}]")),
    "order-words-nothing": _bad("wrong-type", statute=("[cease]", "[{cease: }]")),
    "order-bad-id": _bad("bad-id", statute=("[cease]", "[{停止: 停止}]")),
    "date-check-day": _bad("not-one-of", vocabulary=date_check("decided")),
    "limitation-years": _bad(
        "too-small", procedure=limitation("years: 0, from: conduct_to, until: [filed_on]")
    ),
    "limitation-half-years": _bad(
        "wrong-type", procedure=limitation("years: 1.5, from: conduct_to, until: [filed_on]")
    ),
    "limitation-until-nothing": _bad(
        "list-empty", procedure=limitation("years: 2, from: conduct_to, until: []")
    ),
    "limitation-day": _bad("not-one-of", procedure=limitation("years: 2, from: conduct_to, until: [filed]")),
    "limitation-without-start": _bad("missing-key", procedure=limitation("years: 2, until: [filed_on]")),
    "too-small": _bad("too-small", benchmark=("round_down_to: 100", "round_down_to: 0")),
    "too-large-months": _bad("too-large", procedure=("{days: 15}", "{months: 120000}")),
    "too-small-days": _bad("too-small", procedure=("{days: 15}", "{days: -1}")),
    "not-a-date": _bad("not-a-date", statute=("to: 2021-12-31", "to: 31.12.2021")),
    "impossible-date": _bad("impossible-date", statute=("to: 2021-12-31", "to: 2021-02-29")),
    "date-out-of-range": _bad("date-out-of-range", statute=("to: 2021-12-31", "to: 9999-12-31")),
    "impossible-first-date": _bad("impossible-date", statute=("from: 2020-01-01", "from: 2020-13-01")),
    "not-a-number": _bad("not-a-number", statute=("at_least: 1000", "at_least: 一千")),
    "negative-number": _bad("not-a-number", statute=("at_least: 1000", "at_least: -1000")),
    "not-a-share": _bad("not-a-share", benchmark=("from: 0, to: 1/2", "from: 0, to: half")),
    "share-above-one": _bad("not-a-share", benchmark=("recommend: {at: 1/2", "recommend: {at: 3/2")),
    "share-by-zero": _bad("not-a-share", benchmark=("recommend: {at: 1/2", "recommend: {at: 1/0")),
}

_NAMES = {
    "unknown-fact": _bad("unknown-fact", statute=_when("{refusd: true}")),
    "unknown-fact-nested": _bad("unknown-fact", statute=_when("{any: [{not: {wages: 1}}, {refused: true}]}")),
    "unknown-fact-quantity": _bad(
        "unknown-fact", statute=_fine("{per: worker, at_least: 1000, at_most: 5000}")
    ),
    "unknown-fact-confiscate": _bad(
        "unknown-fact", statute=("        revoke:", "        confiscate: gains\n        revoke:")
    ),
    "unknown-violation": _bad(
        "unknown-violation", statute=("violation: sample-violation", "violation: sampel-violation")
    ),
    "unknown-order": _bad("unknown-order", statute=("[cease]", "[ceese]")),
    "unknown-order-with-words": _bad("unknown-order", statute=("[cease]", "[{ceese: 停止}]")),
    "unknown-fact-contradicting": _bad("unknown-fact", circumstances=contradicted("{refusd: true}")),
    "unknown-circumstance-contradicting": _bad(
        "unknown-circumstance", circumstances=contradicted("{circumstance: helpd}")
    ),
    "unknown-order-between": _bad(
        "unknown-order", statute=("[cease]", "[cease, ceese, {stop: 停业}]"), vocabulary=STOP
    ),
    "duplicate-order": _bad("duplicate-id", statute=("[cease]", "[{cease: 停止}, cease]")),
    "orders-in-one-entry": _bad(
        "order-one-key", statute=("[cease]", "[{cease: 停止, stop: 停业}]"), vocabulary=STOP
    ),
    "ground-too-early": _bad("ground-too-early", procedure=ground("collective_discussion", "hearing_due")),
    "hearing-too-early": _bad("ground-too-early", procedure=ground("hearing", "collective_discussion_due")),
    "contradicts-itself": _bad("contradicts-itself", circumstances=contradicted("{circumstance: lied}")),
    "unknown-licence": _bad("unknown-licence", statute=("licence: permit", "licence: permits")),
    "unknown-licence-short": _bad(
        "unknown-licence", statute=("{licence: permit, when: {refused: true}}", "licence")
    ),
    "unknown-body": _bad("unknown-body", statute=clauses(clause("- refer: polizei", "移送公安机关。"))),
    "unknown-tier": _bad("unknown-tier", benchmark=("{tier: upper,", "{tier: uper,")),
    "unknown-benchmark": _bad("unknown-benchmark", authority=("benchmark: halves", "benchmark: halfs")),
    "unknown-circumstance": _bad("unknown-circumstance", statute=_when("{circumstance: lyed}")),
    "unknown-office": _bad("unknown-office", authority=("contact_office: 一股", "contact_office: 二股")),
    "unknown-test": _bad("unknown-test", statute=_when("{workers: {atleast: 3}}")),
    "unknown-test-python": _bad("unknown-test", statute=_when('{workers: {">=": 3}}')),
    "duplicate-violation": _bad(
        "duplicate-id",
        violations=("violations:\n", "violations:\n  - {id: sample-violation, name: {zh: 甲, en: a}}\n"),
    ),
    "duplicate-tier": _bad("duplicate-id", "unknown-tier", benchmark=("id: upper, name", "id: lower, name")),
    "reserved-name": _bad("reserved-name", vocabulary=("  workers:\n", "  circumstance:\n")),
    "file-name": _bad("file-name", statute=("in_force: {from: 2020-01-01", "in_force: {from: 2020-02-01")),
    "undated-in-dated-file": _bad("file-name", statute=("{from: 2020-01-01", "{from: unknown")),
}

_SENSE = {
    "condition-empty": _bad("condition-empty", statute=_when("{}")),
    "contradiction-empty": _bad("condition-empty", circumstances=contradicted("{}")),
    "condition-all-mapping": _bad("condition-shape", statute=_when("{all: {refused: true}}")),
    "condition-any-empty": _bad("condition-shape", statute=_when("{any: []}")),
    "condition-not-list": _bad("condition-shape", statute=_when("{not: [{refused: true}]}")),
    "compare-boolean": _bad("test-needs-number", statute=_when("{refused: {above: 0}}")),
    "compare-choice": _bad("test-needs-number", statute=_when("{role: {at_least: agency}}")),
    "value-not-boolean": _bad("not-a-boolean", statute=_when("{refused: yes}")),
    "value-not-choice": _bad("not-a-choice", statute=_when("{role: agensy}")),
    "value-not-count": _bad("not-a-count", statute=_when("{workers: {above: some}}")),
    "value-negative": _bad("count-negative", statute=_when("{workers: -1}")),
    "value-too-fine": _bad("amount-too-fine", statute=_when("{gain: {above: 0.001}}")),
    "fact-type-times": _bad("fact-type", statute=_fine("{times: workers, at_least: 1000, at_most: 5000}")),
    "fact-type-per": _bad("fact-type", statute=_fine("{per: gain, at_least: 1000, at_most: 5000}")),
    "fact-type-confiscate": _bad(
        "fact-type", statute=("        revoke:", "        confiscate: workers\n        revoke:")
    ),
    "choices-missing": _bad(
        "choices-for-choice",
        vocabulary=("    type: money\n    label: {zh: 所得", "    type: choice\n    label: {zh: 所得"),
    ),
    "choices-too-many": _bad(
        "choices-for-choice",
        vocabulary=("    type: choice\n    label: {zh: 身份", "    type: boolean\n    label: {zh: 身份"),
    ),
    "question-missing": _bad(
        "question-missing", vocabulary=("    question: {zh: 多少？, en: How much?}\n", "")
    ),
    "unverified-source": _bad(
        "unverified-without-reason",
        statute=("source: {cite: 样本第1号, verified: true}", "source: {cite: 样本第1号, verified: false}"),
    ),
    "unverified-period": _bad(
        "unverified-without-reason", statute=("to: 2021-12-31", "to: 2021-12-31, verified: false")
    ),
    "period-reversed": _bad("period-reversed", statute=("to: 2021-12-31", "to: 2019-12-31")),
    "times-and-per": _bad(
        "times-and-per", statute=_fine("{times: gain, per: workers, at_least: 1000, at_most: 5000}")
    ),
    "exactly-and-bounds": _bad("exactly-and-bounds", statute=_fine("{exactly: 1000, at_most: 5000}")),
    "fine-without-maximum": _bad("fine-without-maximum", statute=_fine("{at_least: 1000}")),
    "range-reversed": _bad("range-reversed", statute=_fine("{at_least: 5000, at_most: 1000}")),
    "refer-with-fine": _bad(
        "refer-with-fine", statute=("        revoke:", "        refer: police\n        revoke:")
    ),
    "mitigates-heavier": _bad(
        "mitigates-needs-lighter", circumstances=("effect: heavier", "effect: heavier\n    mitigates: true")
    ),
    "gravest-lighter": _bad(
        "gravest-needs-heavier", circumstances=("effect: lighter", "effect: lighter\n    gravest: true")
    ),
    "tier-gap": _bad("tier-gap", benchmark=("from: 1/2, to: 1}", "from: 2/3, to: 1}")),
    "tier-overlap": _bad("tier-gap", benchmark=("from: 1/2, to: 1}", "from: 1/3, to: 1}")),
    "tier-reversed": _bad("tier-gap", "tier-gap", benchmark=("from: 0, to: 1/2}", "from: 1/2, to: 0}")),
    "tiers-end": _bad("tiers-end", benchmark=("from: 1/2, to: 1}", "from: 1/2, to: 9/10}")),
    "select-gap": _bad("tiers-gap", benchmark=("{at_most: 0}", "{below: 0}")),
    "select-gap-of-one-sort": _bad(
        "tiers-gap",
        "tiers-overlap",
        benchmark=("{heavier_over_lighter: {above: 0}}", "{gravest_circumstances: {above: 0}}"),
    ),
    "select-overlap": _bad("tiers-overlap", benchmark=("{above: 0}", "{at_least: 0}")),
    "select-without-a-row": _bad("tiers-gap", benchmark=(UPPER, "")),
    "select-fact": _bad(
        "select-fact", benchmark=("{heavier_over_lighter: {above: 0}}", "{hearing_due: true}")
    ),
    "select-by-facts": _bad(
        "tiers-gap",
        "tiers-overlap",
        benchmark=("{heavier_over_lighter: {above: 0}}", "{refused: true}"),
    ),
    "select-circumstance": _bad(
        "tiers-gap",
        "tiers-overlap",
        benchmark=("{heavier_over_lighter: {above: 0}}", "{circumstance: lied}"),
    ),
    "select-gap-far-off": _bad("tiers-gap", benchmark=("{above: 0}", "{above: 5}")),
    "select-too-high": _bad("select-too-high", benchmark=("{above: 0}", "{above: 12}")),
    "select-too-high-in-a-list": _bad(
        "select-too-high",
        benchmark=("{heavier_over_lighter: {above: 0}}", "{heavier_circumstances: [1, 12]}"),
    ),
    "select-too-low": _bad("select-too-high", benchmark=("{at_most: 0}", "{at_most: -12}")),
    "length-two-units": _bad("length-one-unit", procedure=("{days: 15}", "{days: 15, months: 1}")),
    "length-empty": _bad("length-one-unit", procedure=("{days: 15}", "{}")),
    "figure-wrong": _bad(
        "figure-not-encoded", "figure-not-in-text", statute=("at_most: 5000", "at_most: 50000")
    ),
    "figure-missing": _bad("figure-not-encoded", statute=("at_least: 1000, ", "")),
    "figure-times": _bad(
        "figure-not-encoded",
        "figure-not-in-text",
        statute=clauses(clause("- fine: {times: gain, at_least: 1, at_most: 6}", "处一倍以上五倍以下罚款。")),
    ),
    "per-twice": _bad("per-twice", statute=_fine("{per: [workers, workers], at_least: 1000, at_most: 5000}")),
    "cap-below-floor": _bad(
        "cap-below-floor", statute=_fine("{times: gain, at_least: 1, at_most: 3, cap: 1000, floor: 5000}")
    ),
    "rate-too-fine": _bad("rate-too-fine", statute=_fine("{at_least: 1000.001, at_most: 5000}")),
    "condition-too-rich": _bad("condition-too-rich", statute=_when(RICH)),
    "figure-cap": _bad("figure-not-in-text", statute=_fine("{at_least: 1000, at_most: 5000, cap: 20000}")),
    "violation-without-clause": _bad(
        "violation-without-clause",
        violations=("violations:\n", "violations:\n  - {id: other, name: {zh: 乙, en: b}}\n"),
    ),
}

# several files at once, files added or taken away


def _second_version(first: str, last: str) -> Mapping[str, Change]:
    from tests.rulebook.folders import BASE

    text = (BASE / STATUTE).read_text(encoding="utf-8")
    head = f"{{from: {first}" + (f", to: {last}}}" if last else "}")
    return {f"statutes/sample-law/{first}.yaml": text.replace("{from: 2020-01-01, to: 2021-12-31}", head)}


def _second_authority(default: str) -> Mapping[str, Change]:
    from tests.rulebook.folders import BASE

    text = (BASE / AUTHORITY).read_text(encoding="utf-8")
    return {"authorities/other.yaml": text.replace("  id: office\n", f"  id: other\n  default: {default}\n")}


_FILES = {
    "vocabulary-missing": Bad(("file-missing",), {VOCABULARY: None}),
    "violations-missing": Bad(("file-missing",), {VIOLATIONS: None}),
    "vocabulary-broken": Bad(("yaml-syntax",), {VOCABULARY: "facts: [\n"}),
    "versions-overlap": Bad(("versions-overlap",), _second_version("2021-12-31", "")),
    "versions-overlap-open-end": Bad(
        ("versions-overlap",), {STATUTE: (", to: 2021-12-31", ""), **_second_version("2022-01-01", "")}
    ),
    "versions-gap": Bad(("versions-gap",), _second_version("2022-01-02", "")),
    "list-empty": Bad(
        ("list-empty",),
        {
            "conflicts.yaml": "schema: 1\nconflicts:\n"
            "  - {id: pair, prevails: sample-law/1, over: [], reason: {zh: 甲, en: a}}\n"
        },
    ),
    "violation-changed": Bad(
        ("violation-changed",),
        {
            VIOLATIONS: ("violations:\n", "violations:\n  - {id: other, name: {zh: 乙, en: b}}\n"),
            "statutes/sample-law/2022-01-01.yaml": str(
                _second_version("2022-01-01", "")["statutes/sample-law/2022-01-01.yaml"]
            ).replace("violation: sample-violation", "violation: other"),
        },
    ),
    "duplicate-clause": Bad(
        ("duplicate-id",),
        {
            STATUTE: clauses(
                clause("- fine: {at_most: 5000}", "处五千元以下罚款。")
                + "\n"
                + clause("- fine: {at_most: 5000}", "处五千元以下罚款。")
            )
        },
    ),
    "duplicate-circumstance": Bad(
        ("duplicate-id",),
        {
            "circumstances/zz.yaml": (
                "schema: 1\nstatute: {zh: 甲, en: a}\nin_force: {from: unknown}\nsource: {cite: 甲令第1号, verified: true}\ncircumstances:\n"
                "  - {id: lied, name: {zh: 谎, en: lie}, effect: heavier, force: discretionary, article: 一, text: 谎}\n"
            )
        },
    ),
    "circumstances-in-a-circle": Bad(
        ("circumstance-circle", "circumstance-circle"),
        {
            "circumstances/zz.yaml": (
                "schema: 1\nstatute: {zh: 甲, en: a}\nin_force: {from: unknown}\nsource: {cite: 甲令第1号, verified: true}\ncircumstances:\n"
                "  - {id: first, name: {zh: 甲, en: a}, effect: heavier, force: discretionary, article: 一, text: 甲, when: {circumstance: second}}\n"
                "  - {id: second, name: {zh: 乙, en: b}, effect: heavier, force: discretionary, article: 一, text: 乙, when: {circumstance: first}}\n"
            )
        },
    ),
    "files-not-read": Bad(
        ("file-not-read", "file-not-read", "file-not-read"),
        {"notes.yaml": "anything: [", "statute/1.yaml": "schema: 1", "statutes/old.yml": "schema: 1"},
    ),
    "several-defaults": Bad(
        ("several-defaults",),
        {AUTHORITY: ("  id: office\n", "  id: office\n  default: true\n"), **_second_authority("true")},
    ),
    "two-files-wrong": Bad(
        ("not-schema-1", "empty-file"), {BENCHMARK: ("schema: 1", "schema: 3"), VIOLATIONS: ""}
    ),
}

_MORE = {name: Bad(*mistake) for name, mistake in (BAD_FIELD | BAD_LINTS | BAD_BENCHMARKS).items()}

BAD: dict[str, Bad] = {**_READING, **_SHAPE, **_NAMES, **_SENSE, **_FILES, **_MORE}
