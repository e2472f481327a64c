"""Time limits in words: what they run from, how they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from penalty_engine.assessment import Deadline
from penalty_engine.messages import Message, Names


def counted_from(item: Deadline, names: Mapping[str, Names]) -> Message:
    """``60 working days from the filing (2024-09-26)``; `names`: the time limits by id."""
    length = Message(f"cli-length-{item.unit}", {"count": item.length + item.extended_by})
    params: dict[str, object] = {"length": length, "day": item.start_day}
    if item.after is not None:
        params["name"] = names[item.after]
        code = "deadline-next-day" if (item.length, item.unit) == (1, "days") else "deadline-after"
    else:
        params["start"] = Message(f"cli-day-{item.start}")
        code = "deadline-before" if item.backwards else "deadline-from"
    return Message(code if item.start_day is not None else f"{code}-open", params)


def basis_words(item: Deadline, names: Mapping[str, Names], lang: str) -> str:
    """What it runs from, by how much it was extended, and the provision."""
    text = counted_from(item, names).text(lang)
    if item.extended_by:
        length = Message(f"cli-length-{item.unit}", {"count": item.extended_by})
        text += Message("deadline-extended", {"length": length}).text(lang)
    return Message("deadline-basis", {"text": text, "basis": item.basis}).text(lang)


def standing_words(item: Deadline, day: date) -> tuple[Message, str]:
    """Kept, missed, or how far off on `day`, and the style it is shown in."""
    assert item.due is not None
    left = (item.due - day).days
    if item.kind == "happens-on":
        if left > 0:
            return Message("deadline-ahead", {"days": left}), ""
        return Message("deadline-reached"), ""
    if item.declined:
        return Message("deadline-declined"), ""
    if item.met:
        if item.fulfilled_on is None:
            return Message("deadline-met-shown"), "green"
        return Message("deadline-met", {"day": item.fulfilled_on}), "green"
    if item.met is False and item.fulfilled_on is not None:
        late = (item.fulfilled_on - item.due).days
        return Message("deadline-missed", {"day": item.fulfilled_on, "days": late}), "bold red"
    text = Message("deadline-today")
    if left:
        text = Message("deadline-left" if left > 0 else "deadline-passed", {"days": abs(left)})
    right = item.kind == "party-may"
    if item.fulfilled_by is not None:
        code = "deadline-supply-right" if right else "deadline-supply"
        text = Message(code, {"text": text, "field": item.fulfilled_by})
    if right:  # nobody at the bureau is late
        return text, ""
    return text, "bold yellow" if left <= 0 else ""
