"""Stage 6: the same act under the law at the decision. Here it is noticed that the law changed; comparing both is to come."""

from __future__ import annotations

from datetime import date

from penalty_engine.messages import Message
from penalty_engine.rulebook.records import Clause, Rulebook


def changed_law(rulebook: Rulebook, clause: Clause, decided_on: date | None) -> Message | None:
    """A warning where the clause applied is no longer the law on the day of the decision (or may not be, if it is open)."""
    last = clause.statute.period.last
    if last is None or (decided_on is not None and clause.statute.period.covers(decided_on)):
        return None
    versions = rulebook.clauses[clause.key]
    if decided_on is None:
        newer = next((item for item in versions if (item.statute.period.first or last) > last), None)
    else:
        newer = next((item for item in versions if item.statute.period.covers(decided_on)), None)
    if newer is not None:
        change = Message("law-changed-version", {"version": newer.statute.version})
    else:
        change = Message("law-changed-ended", {"last": last})
    return Message("milder-law-not-compared", {"statute": clause.statute.title, "change": change})
