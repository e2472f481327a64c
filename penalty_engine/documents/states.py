"""What is the case with a case, as the catalogue of forms asks it: yes, no, or (None) not yet known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from penalty_engine.documents.forms import Catalogue, Form, Ground
from penalty_engine.documents.plain import Data, items_of, section_of, text_of
from penalty_engine.documents.selection import applied_findings, ordered, owing, penalized

States = Mapping[str, "bool | None"]


class Need(NamedTuple):
    """Whether a case needs a form (None: not decided by what is known), and the grounds that hold or may hold."""

    required: bool | None
    grounds: tuple[Ground, ...]


def states_of(case: Data, assessment: Data, forms: Catalogue) -> dict[str, bool | None]:
    """The states of `forms.STATES`. ``forms``: tells which circumstances are minor and which fact says that a time limit to
    correct has passed."""
    acts = items_of(assessment, "acts")
    stated = [*items_of(case, "acts"), *[{}] * len(acts)]
    timeline = section_of(case, "timeline")

    def some(holds: Callable[[Data], bool]) -> bool | None:
        return _any(holds(act) or (None if act.get("status") == "needs-facts" else False) for act in acts)

    procedure = section_of(assessment, "procedure")
    found: dict[str, bool | None] = {
        name: section_of(procedure, name).get("required")
        for name in ("hearing", "collective_discussion", "legal_review")
    }
    found["penalty"] = some(penalized)
    found["payment"] = _any(
        _to_be_paid(act, section_of(told, "facts").get(forms.overdue or ""), timeline)
        for act, told in zip(acts, stated, strict=False)
    )
    found["money"] = _any((some(_fined_or_confiscated), found["payment"]))
    found["exempt"] = some(lambda act: act.get("status") == "exempt")
    found["order"] = True if text_of(timeline.get("order_served_on")) else some(ordered)
    found["corrected"] = True if timeline.get("corrected_on") else None
    found["on_the_spot"] = _on_the_spot(case, procedure)
    found.update(_hearing(section_of(case, "hearing").get("requested"), timeline))
    found["prosecution"] = _prosecution(timeline, procedure)
    found["unperformed"] = _unperformed(timeline, procedure)
    found["minor"] = _minor(acts, forms.minor)
    found["withdrawn"] = found["corrected"] is True and found["minor"] is True and _nothing_imposed(found)
    return found


def need(form: Form, states: States) -> Need:
    """Whether the case needs the form: one ground whose states all hold is enough."""
    held: list[Ground] = []
    perhaps: list[Ground] = []
    for ground in form.required:
        met = [states[name] is None or states[name] is wanted for name, wanted in ground.when.items()]
        if not all(met):
            continue
        known = all(states[name] is not None for name in ground.when)
        (held if known else perhaps).append(ground)
    if held:
        return Need(True, tuple(held))
    return Need(None, tuple(perhaps)) if perhaps else Need(False, ())


def _on_the_spot(case: Data, procedure: Data) -> bool | None:
    """Whether the case is decided on the spot: stated, and permitted. What is refused goes the ordinary way."""
    permitted = section_of(procedure, "on_the_spot").get("permitted")
    return (permitted if isinstance(permitted, bool) else None) if case.get("on_the_spot") else False


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of them is yes; while one is open and none is yes, that is open too."""
    known = list(answers)
    return True if True in known else None if None in known else False


def _fined_or_confiscated(act: Data) -> bool:
    found = applied_findings(act) if penalized(act) else []
    return any(items_of(f, "fines") or f.get("confiscate") for f in found)


def _to_be_paid(act: Data, overdue: Any, timeline: Data) -> bool | None:
    """Whether a decision has to order what is due beside a penalty: not what was paid or corrected within the time ordered.

    Not decided while that time may still run, or where the day of payment lies after it and the case does not say that the
    time was let pass.
    """
    if act.get("status") == "needs-facts":
        return None
    if not owing(act):
        return False
    if overdue is True:
        return True
    done, decided = timeline.get("paid_on") or timeline.get("corrected_on"), timeline.get("decided_on")
    if done is None:
        return True if overdue is None or decided else None
    if decided is not None and str(done) > str(decided):
        return True
    last = timeline.get("order_due_on")
    if last is None:
        return None if timeline.get("order_served_on") else False
    return False if str(done) <= str(last) else None


def _hearing(requested: Any, timeline: Data) -> dict[str, bool | None]:
    """What the party wants. A day on which it asked, or was heard, says more than a later refusal to be heard."""
    asked = requested is True or bool(timeline.get("hearing_on"))
    if requested is None:
        asked = asked or bool(timeline.get("hearing_requested_on"))
    return {"hearing_requested": asked, "hearing_declined": requested is False and not asked}


def _prosecution(timeline: Data, procedure: Data) -> bool | None:
    """Whether the case is one for the criminal courts: open once it has to be transferred. A decision made says it was not."""
    due = section_of(procedure, "transfer").get("required") is True
    return None if due and not timeline.get("decided_on") else False


def _minor(acts: Sequence[Data], minor: Collection[str]) -> bool | None:
    """Whether the whole case is minor: every act is, by its circumstances."""
    answers = [_is_minor(act, minor) for act in acts]
    return False if False in answers or not answers else None if None in answers else True


def _is_minor(act: Data, minor: Collection[str]) -> bool | None:
    """Whether the act is minor; of one that is only to be corrected the officer says so by a circumstance."""
    if act.get("status") == "exempt":
        return section_of(act, "exemption").get("circumstance") in minor
    if act.get("status") == "referred" or penalized(act):
        return False
    found = any(item.get("id") in minor for item in items_of(act, "circumstances"))
    return True if found and act.get("status") != "needs-facts" else None


def _nothing_imposed(found: States) -> bool:
    return found["penalty"] is False and found["payment"] is False


def _unperformed(timeline: Data, procedure: Data) -> bool | None:
    """A reminder sent or the court applied to shows it, as does a time limit for payment that was missed."""
    if timeline.get("reminder_served_on") or timeline.get("court_applied_on"):
        return True
    if timeline.get("performed_on") or timeline.get("fine_paid_on"):
        return False
    missed = [
        item
        for item in items_of(procedure, "deadlines")
        if item.get("fulfilled_by") in ("fine_paid_on", "performed_on") and item.get("met") is False
    ]
    if missed:
        return True
    return None if timeline.get("served_on") else False
