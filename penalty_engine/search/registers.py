"""Items of the registers by their id, place or group."""

from __future__ import annotations

from penalty_engine.rulebook.catalogue_records import RegisterItem
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.search.folding import fold_place


def register_items(rulebook: Rulebook, words: str) -> tuple[RegisterItem, ...]:
    """The items meant by `words`: one by its id or place, or all of a group or of a place that begins so."""
    wanted = fold_place(words)
    if len(wanted) < 2:
        return ()
    exact = [item for item in rulebook.register if wanted in (fold_place(item.id), fold_place(item.where))]
    return tuple(exact or [item for item in rulebook.register if _begins(item, wanted)])


def _begins(item: RegisterItem, wanted: str) -> bool:
    names = (item.id, item.where, item.group.zh, item.group.en)
    return any(begins(fold_place(name), wanted) for name in names)


def begins(place: str, wanted: str) -> bool:
    """Whether a folded place begins with `wanted`; 立案标准1 is not the beginning of 立案标准13."""
    follows = place[len(wanted) :][:1]
    return place.startswith(wanted) and not (follows.isdecimal() and wanted[-1].isdecimal())
