"""Which grounds raise duties before an authority, and which of them only an occasional case has to do with."""

from __future__ import annotations

from penalty_engine.rulebook.conditions import Facts, evaluate
from penalty_engine.rulebook.procedure_records import Authority, Ground
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.words import ELECTION_FACTS

OCCASIONAL = "occasional"
"""The scope of grounds that need an election of the officer or certain violations: most cases have neither."""

_NOTHING_ELECTED: Facts = dict.fromkeys(ELECTION_FACTS.values(), False)


def grounds_before(rulebook: Rulebook, authority: Authority) -> tuple[Ground, ...]:
    """The grounds of the law of the place and the authority's own.

    One that is not verified is left out where a verified one gives the same reason on the same condition.
    """
    law = (item for item in rulebook.grounds if item.jurisdiction in authority.jurisdictions)
    found = (*law, *authority.grounds)
    verified = {(item.duty, item.code, repr(item.when)) for item in found if item.basis.source.verified}
    return tuple(
        item
        for item in found
        if item.basis.source.verified or (item.duty, item.code, repr(item.when)) not in verified
    )


def is_occasional(ground: Ground) -> bool:
    """Whether the ground cannot hold where the officer elected nothing, or needs certain violations."""
    return bool(ground.violations) or evaluate(ground.when, _NOTHING_ELECTED) is False
