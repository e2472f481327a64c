"""Cases with one mistake each. The exact answers, for a dict, a YAML file and a JSON file, stand in ``bad/<name>.txt``."""

from __future__ import annotations

from typing import Any

from tests.case.samples import REMOVED

Path = tuple[str | int, ...]

_GAIN: Path = ("acts", 0, "facts", "illegal_gain")
_WORKERS: Path = ("acts", 1, "facts", "dispatched_workers")

BAD_VALUES: dict[str, tuple[Path, Any]] = {
    # names
    "unknown-clause": (("acts", 1, "clause"), "labour-contract-law/92.3"),
    "unknown-clause-far": (("acts", 1, "clause"), "x"),
    "unknown-violation": (("acts", 0, "violation"), "unlicensed-labor-dispatch"),
    "unknown-fact": (("acts", 0, "facts", "ilegal_gain"), 1),
    "unknown-fact-far": (("acts", 0, "facts", "zzz"), 1),
    "unknown-circumstance": (("acts", 0, "circumstances", 1), "harm-remove"),
    "unknown-authority": (("authority",), "longyao-hrs"),
    "unknown-field": (("acts", 0, "fact"), {}),
    "unknown-field-top": (("case_number",), "1"),
    "unknown-field-far": (("qqq",), "1"),
    "unknown-field-timeline": (("timeline", "conduct_until"), "2016-05-31"),
    "unknown-party-kind": (("party", "kind"), "organisation"),
    "computed-fact": (("acts", 0, "facts", "party_kind"), "individual"),
    "circumstance-twice": (("acts", 0, "circumstances", 1), "obstruction"),
    "circumstance-of-another-party": (("acts", 0, "circumstances", 1), "unaccountable"),
    "clause-not-of-violation": (("acts", 0, "clause"), "labour-contract-law/92.2"),
    "neither-clause-nor-violation": (("acts", 0, "violation"), REMOVED),
    # shape
    "no-party": (("party",), REMOVED),
    "no-party-kind": (("party", "kind"), REMOVED),
    "no-conduct-to": (("timeline", "conduct_to"), REMOVED),
    "no-acts": (("acts",), []),
    "schema-2": (("schema",), 2),
    "schema-text": (("schema",), "1"),
    "schema-true": (("schema",), True),
    "acts-mapping": (("acts",), {"violation": "unlicensed-labour-dispatch"}),
    "act-text": (("acts", 0), "unlicensed-labour-dispatch"),
    "facts-list": (("acts", 0, "facts"), ["illegal_gain"]),
    "circumstances-text": (("acts", 0, "circumstances"), "obstruction"),
    "party-text": (("party",), "测试公司"),
    "party-null": (("party",), None),
    "name-number": (("party", "name"), 5),
    "election-text": (("elections", "mitigate"), "yes"),
    "election-number": (("elections", "mitigate"), 1),
    "name-too-long": (("party", "name"), "长" * 2001),
    "acts-too-many": (("acts",), [{"violation": "unlicensed-hr-service"} for _ in range(201)]),
    # money
    "gain-negative": (_GAIN, -1),
    "gain-negative-text": (_GAIN, "-0.01"),
    "gain-three-decimals": (_GAIN, "1.234"),
    "gain-words": (_GAIN, "三万六千"),
    "gain-with-unit": (_GAIN, "36000元"),
    "gain-thousands": (_GAIN, "36,000"),
    "gain-nan": (_GAIN, float("nan")),
    "gain-nan-text": (_GAIN, "NaN"),
    "gain-infinite": (_GAIN, float("inf")),
    "gain-1e400": (_GAIN, "1e400"),
    "gain-float": (_GAIN, 0.1),
    "gain-true": (_GAIN, True),
    "gain-list": (_GAIN, [36000]),
    "gain-mapping": (_GAIN, {"yuan": 36000}),
    "gain-null": (_GAIN, None),
    "gain-empty": (_GAIN, ""),
    "gain-too-large": (_GAIN, 10**12 + 1),
    "gain-huge": (_GAIN, "9" * 50),
    "gain-superscript": (_GAIN, "100²"),
    # counts
    "workers-negative": (_WORKERS, -8),
    "workers-fraction": (_WORKERS, "1.5"),
    "workers-float": (_WORKERS, 8.0),
    "workers-true": (_WORKERS, True),
    "workers-words": (_WORKERS, "八"),
    "workers-too-many": (_WORKERS, 10**7 + 1),
    "workers-null": (_WORKERS, None),
    # words
    "boolean-text": (("acts", 1, "facts", "failed_to_correct"), "true"),
    "boolean-number": (("acts", 1, "facts", "failed_to_correct"), 1),
    "choice-unknown": (("acts", 1, "facts", "party_role"), "host-employer"),
    "choice-number": (("acts", 1, "facts", "party_role"), 1),
    # days
    "date-impossible": (("timeline", "conduct_to"), "2016-02-30"),
    "date-format": (("timeline", "conduct_to"), "2016/05/31"),
    "date-short": (("timeline", "conduct_to"), "2016-5-31"),
    "date-full-width": (("timeline", "conduct_to"), "２０１６-０５-３１"),
    "date-number": (("timeline", "conduct_to"), 20160531),
    "date-far-future": (("timeline", "served_on"), "9999-12-31"),
    "date-year-zero": (("timeline", "conduct_to"), "0000-01-01"),
    "dates-reversed": (("timeline", "conduct_from"), "2016-06-01"),
    "decided-before-the-act": (("timeline", "decided_on"), "2016-05-30"),
    "served-before-decided": (("timeline", "served_on"), "2016-08-31"),
    "order-due-before-served": (
        ("timeline",),
        {"conduct_to": "2016-05-31", "order_served_on": "2016-06-10", "order_due_on": "2016-06-09"},
    ),
    "notice-before-filing": (
        ("timeline",),
        {"conduct_to": "2016-05-31", "filed_on": "2016-07-01", "notice_served_on": "2016-06-30"},
    ),
    "served-before-the-act": (("timeline",), {"conduct_to": "2016-05-31", "served_on": "2016-05-30"}),
    "served-before-the-notice": (
        ("timeline",),
        {"conduct_to": "2016-05-31", "notice_served_on": "2016-08-01", "served_on": "2016-07-31"},
    ),
    "order-before-the-act": (
        ("timeline",),
        {"conduct_from": "2016-05-01", "conduct_to": "2016-05-31", "order_served_on": "2016-04-30"},
    ),
    "decided-before-the-order": (
        ("timeline",),
        {"conduct_to": "2016-05-31", "order_served_on": "2016-06-10", "decided_on": "2016-06-09"},
    ),
    "complained-before-the-act": (
        ("timeline",),
        {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "complained_on": "2006-06-10"},
    ),
    "order-due-before-the-act": (
        ("timeline",),
        {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "order_due_on": "2016-02-15"},
    ),
    "corrected-before-the-act": (
        ("timeline",),
        {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "corrected_on": "2006-07-20"},
    ),
    "paid-before-the-act": (
        ("timeline",),
        {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "paid_on": "2006-07-20"},
    ),
    "born-after-the-act": (
        ("party",),
        {"kind": "individual", "name": "某某", "born_on": "2016-03-02"},
    ),
    "earlier-penalty-after-the-decision": (
        ("prior_penalties",),
        [{"violation": "unlicensed-labour-dispatch", "decided_on": "2016-09-02"}],
    ),
    # a fine already imposed
    "already-fined-by-nobody": (("acts", 0, "already_fined"), {"by": ""}),
    "already-fined-by-a-blank": (("acts", 0, "already_fined"), {"by": "\u3000 "}),
    "already-fined-before-the-act": (
        ("acts", 0, "already_fined"),
        {"by": "某局", "decided_on": "2016-02-29"},
    ),
    "already-fined-after-the-decision": (
        ("acts", 0, "already_fined"),
        {"by": "某局", "decided_on": "2016-09-02"},
    ),
    "format-for-schema": (("format",), 1),
    # text that may not reach a terminal as it is
    "lone-surrogate": (("case_no",), "a\ud800b"),
    "lone-surrogate-field": (("\ud800",), 1),
    "lone-surrogate-fact": (("acts", 0, "facts", "\ud800"), 1),
    "escape-in-field": (("\x1b[31mred",), 1),
    "right-to-left-in-fact": (("acts", 0, "facts", "\u202egain"), 1),
    "line-break-in-value": (("acts", 0, "violation"), "x\ny"),
    "braces-in-value": (("acts", 0, "violation"), "{name}"),
    "long-value": (("acts", 0, "violation"), "v" * 300),
}
