"""The transfer to the judicial authorities: whether it was made before anything was decided, and what may be imposed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import reason_texts, reasons

_PATH: Path_ = ("steps", "transfer")


def transfer(held: Held, fines: bool) -> Iterator[CheckFinding]:
    """A transfer that is due. ``fines``: some fine is imposed, which is not done while the case is with the judiciary."""
    duty, made, decided = held.procedure.transfer, held.decision.steps.transfer, held.decided_on
    if not duty.required:
        return
    if made is None and not held.case.elections.crime_transferred:
        basis = (*reasons(duty), *held.basis("transfer-first"))
        yield held.finding("not-transferred", _PATH, basis, reasons=reason_texts(duty))
        return
    on, back = (None, None) if made is None else (made.transferred_on, made.returned_on)
    if on is not None and decided is not None and on > decided:
        basis = (*reasons(duty), *held.basis("transfer-first"))
        here = (*_PATH, "transferred_on")
        yield held.finding("transfer-late", here, basis, transferred=on, decided=decided)
    elif on is not None and back is not None and back < on:
        here = (*_PATH, "returned_on")
        yield held.finding("transfer-returned-first", here, transferred=on, returned=back)
    elif fines and (back is None or (decided is not None and back > decided)):
        basis = held.basis("no-fine-beside-a-criminal-fine")
        if basis:
            yield held.finding("fined-after-transfer", _PATH, basis)
