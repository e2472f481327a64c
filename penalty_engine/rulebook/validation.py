"""pydantic's findings, told as ours: place, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.source import Source, Step

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "int_type": "integer",
    "bool_type": "boolean",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "tuple_type": "list",
    "frozen_set_type": "list",
    "mapping_type": "mapping",
    "is_instance_of": "mapping",
    "none_required": "nothing",
}
_PATTERNS = {
    "string_pattern_mismatch": "bad-id",
    "string_too_short": "text-empty",
    "too_short": "list-empty",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "string_too_long": "text-too-long",
    "too_long": "list-too-long",
    "string_unicode": "not-unicode",
}
_VALUES = {
    "not a date": "not-a-date",
    "not a number": "not-a-number",
    "not a share": "not-a-share",
    "not a percentage": "not-a-percentage",
    "date out of range": "date-out-of-range",
    "not schema 1": "not-schema-1",
}


def validate(model: type[M], source: Source) -> tuple[M | None, list[Diagnostic]]:
    """The validated model, or None and every finding."""
    if source.data is None:
        return None, [Diagnostic("empty-file", source.place())]
    if not isinstance(source.data, dict):
        return None, [Diagnostic("not-a-mapping", source.place())]
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, findings(error, source, model)


def findings(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Diagnostic]:
    """One diagnostic for each finding of pydantic, the branches of a union folded into one."""
    found: dict[tuple[Step, ...], Diagnostic] = {}
    for item in error.errors(include_url=False):
        path = _real_path(item["loc"], source.data)
        diagnostic = _diagnostic(dict(item), path, source, model)
        if path not in found or (found[path].code == "wrong-type" != diagnostic.code):
            found[path] = diagnostic
    return [
        diagnostic
        for path, diagnostic in found.items()
        if not (
            diagnostic.code == "wrong-type"
            and any(other[: len(path)] == path and other != path for other in found)
        )
    ]


def _real_path(loc: Iterable[Step], data: Any) -> tuple[Step, ...]:
    """`loc` without the union branches pydantic inserts: only steps that lead through the data."""
    path: list[Step] = []
    node = data
    steps = [step for step in loc if step != "[key]"]
    for position, step in enumerate(steps):
        found, child = _child(node, step)
        if found:
            node = child
        elif position != len(steps) - 1 or not isinstance(node, dict) or not _is_name(step):
            continue
        path.append(step)
    return tuple(path)


def _child(node: Any, step: Step) -> tuple[bool, Any]:
    if isinstance(node, dict):
        return step in node, node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return True, node[step]
    return False, None


def _is_name(step: Step) -> bool:
    return (
        isinstance(step, str)
        and step.replace("_", "a").isalnum()
        and step.islower()
        and step not in _UNION_TAGS
    )


_UNION_TAGS = {"str", "int", "date", "dict", "none"}


def _diagnostic(
    item: dict[str, Any], path: tuple[Step, ...], source: Source, model: type[BaseModel]
) -> Diagnostic:
    kind, value, context = item["type"], item.get("input"), item.get("ctx") or {}
    field = field_name(path)
    if kind == "extra_forbidden":
        known = _known_keys(model, path)
        name = shown(path[-1])
        return Diagnostic(
            "unknown-key", source.key_place(path), field, {"name": name, "nearest": nearest(name, known)}
        )
    if kind == "missing":
        return Diagnostic(
            "missing-key", source.place(path[:-1]), field_name(path[:-1]), {"name": shown(path[-1])}
        )
    place = source.place(path)
    if kind in ("literal_error", "enum"):
        known = context.get("expected", "")
        options = [part.strip().strip("'") for part in known.replace(" or ", ",").split(",")]
        params = {"value": shown(value), "known": options, "nearest": nearest(shown(value), options)}
        return Diagnostic("not-one-of", place, field, params)
    if kind == "value_error":
        told = str(context.get("error"))
        code = _VALUES.get(told) or (told if "amount" in told else "impossible-date")
        return Diagnostic(code, place, field, {"value": shown(value), "limit": None})
    if kind in _PATTERNS:
        return Diagnostic(_PATTERNS[kind], place, field, {"value": shown(value), **_limit(context)})
    if kind == "string_type" and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Diagnostic("quote-number", place, field, {"value": shown(value)})
    return Diagnostic("wrong-type", place, field, {"value": shown(value), "expected": _expected(kind)})


def _limit(context: dict[str, Any]) -> dict[str, Any]:
    limits = [context[key] for key in ("ge", "le", "max_length") if key in context]
    return {"limit": limits[0]} if limits else {}


def _expected(kind: str) -> Any:
    from penalty_engine.messages import Message

    return Message(f"type-{_EXPECTED.get(kind, 'other')}")


def field_name(path: tuple[Step, ...]) -> str:
    """``acts[0].facts.illegal_gain``"""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _known_keys(model: type[BaseModel], path: tuple[Step, ...]) -> list[str]:
    """The keys allowed where `path` ends, found by walking the model's annotations."""
    models: list[type[BaseModel]] = [model]
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        annotations = [
            field.annotation
            for here in models
            for name, field in here.model_fields.items()
            if (field.alias or name) == step
        ]
        models = [found for annotation in annotations for found in _models_in(annotation)] or models
    return [field.alias or name for here in models for name, field in here.model_fields.items()]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in getattr(annotation, "__args__", ()) for found in _models_in(argument)]
