"""Who is named in a decision: a blank is nobody, and who is named twice is one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from penalty_engine.checking.held import Held
from penalty_engine.checking.records import CheckFinding


def officers(held: Held) -> Iterator[CheckFinding]:
    """Whether as many officers took part as must; of one certificate there is one officer."""
    required = held.requirement("officers")
    if required is None or required.at_least is None:
        return
    named = held.decision.officers or held.case.officers
    found = people((item.name, item.certificate_no) for item in named)
    count = len({certificate or name for name, certificate in found})
    if count < required.at_least:
        params = {"count": count, "least": required.at_least}
        yield held.finding("officers-too-few", ("officers",), (required.basis.cite,), **params)


def discussed_by(held: Held) -> Iterator[CheckFinding]:
    """Whether a head of the authority took part in the collective discussion, and anybody else."""
    discussion, basis = held.decision.steps.collective_discussion, held.basis("heads-discuss")
    if discussion is None or not basis:
        return
    path = ("steps", "collective_discussion", "participants")
    found = people((item.name, item.post) for item in discussion.participants)
    if not any(item.head and item.name.strip() for item in discussion.participants):
        yield held.finding("discussion-without-head", path, basis)
    elif len(found) == 1:
        yield held.finding("discussion-by-one", path, basis, name=next(iter(found))[0])


def people(named: Iterable[tuple[str, str | None]]) -> dict[tuple[str, str], None]:
    """Each person once, by name and by what tells namesakes apart: a certificate, a post. Who is named without it is no other."""
    given = [("".join(name.split()), "".join((mark or "").split())) for name, mark in named]
    marked = {name for name, mark in given if mark}
    return dict.fromkeys((name, mark) for name, mark in given if name and (mark or name not in marked))
