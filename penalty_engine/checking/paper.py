"""What the paper of a penalty decision must hold beside its basis, its terms and the remedies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from penalty_engine.checking.held import Held
from penalty_engine.checking.records import CheckFinding
from penalty_engine.messages import Message
from penalty_engine.rulebook.requirement_records import RequirementName

_PARTS: Mapping[str, RequirementName] = {
    "party": "states-party",
    "facts": "states-facts",
    "authority": "states-authority",
    "seal": "sealed",
}


def paper(held: Held, punishes: bool) -> Iterator[CheckFinding]:
    """The parts that the decision is said to leave out."""
    if not punishes:
        return
    for name, requirement in _PARTS.items():
        basis = held.basis(requirement)
        if basis and not getattr(held.decision.states, name):
            yield held.finding(
                "paper-leaves-out", ("states", name), basis, what=Message(f"check-part-{name}")
            )
