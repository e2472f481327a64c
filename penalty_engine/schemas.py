"""JSON Schemas of the case, of a decision on it, and of every kind of rule file, made from the same models that check them.

For editors, which complete and explain while one writes, and for programs that make cases.
"""

from __future__ import annotations

from typing import Any

from penalty_engine.case import Case
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.model import FILE_KINDS
from penalty_engine.rulebook.records import Rulebook

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CASE = "case"
DECISION = "decision"

_VALUE: dict[str, Any] = {"type": ["boolean", "number", "string"]}
_TEST: dict[str, Any] = {
    "description": "a value (equality), a list (one of), or at_least 以上, at_most 以下, above 超过, below 不满",
    "anyOf": [
        _VALUE,
        {"type": "array", "items": _VALUE, "minItems": 1},
        {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {
                word: {"type": ["number", "string"]} for word in ("at_least", "at_most", "above", "below")
            },
        },
    ],
}
_CONDITION: dict[str, Any] = {
    "description": "fact → test; all entries must hold. all, any and not nest; circumstance names an established one.",
    "type": "object",
    "minProperties": 1,
    "properties": {
        "all": {"type": "array", "items": {"$ref": "#/$defs/condition"}, "minItems": 1},
        "any": {"type": "array", "items": {"$ref": "#/$defs/condition"}, "minItems": 1},
        "not": {"$ref": "#/$defs/condition"},
        "circumstance": {"type": "string"},
    },
    "patternProperties": {"^(?!(all|any|not|circumstance)$)[a-z][a-z0-9_]*$": {"$ref": "#/$defs/test"}},
    "additionalProperties": False,
}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_SPELLS: dict[str, Any] = {
    "description": "dated spells, first and last day included: who (optional), from, to; counted by the engine",
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["from", "to"],
        "properties": {"who": {"type": "string"}, "from": _DAY, "to": _DAY},
    },
}
_CONDITION_FIELDS = frozenset({"when", "entry", "double_when"})


def case_schema(rulebook: Rulebook | None = None) -> dict[str, Any]:
    """The schema of a case; with a rulebook, also its facts, violations, clauses, circumstances and authorities."""
    schema = _finished(Case.model_json_schema(by_alias=True), CASE)
    if rulebook is not None:
        act = schema["$defs"]["Act"]["properties"]
        act["facts"] = _facts(rulebook, act["facts"])
        act["violation"] = _named(
            act["violation"], {key: item.name.zh for key, item in rulebook.violations.items()}
        )
        act["clause"] = _named(act["clause"], _clause_names(rulebook))
        circumstances = {key: item.name.zh for key, item in rulebook.circumstances.items()}
        act["circumstances"]["items"] = _named({}, circumstances)
        authorities = {key: item.name.zh for key, item in rulebook.authorities.items()}
        schema["properties"]["authority"] = _named(schema["properties"]["authority"], authorities)
    return schema


def decision_schema(rulebook: Rulebook) -> dict[str, Any]:
    """The schema of a decision on a case, which holds the case itself or the path of its file."""
    from penalty_engine.checking.decision import Decision

    case = case_schema(rulebook)
    schema = _finished(Decision.model_json_schema(by_alias=True), DECISION)
    schema["$defs"] = {**case.pop("$defs"), **schema["$defs"]}
    schema["$defs"]["Case"] = {name: part for name, part in case.items() if name not in ("$schema", "title")}
    schema["properties"]["case"] = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Case"}]}
    decided, words = schema["$defs"]["Decided"]["properties"], rulebook.vocabulary
    decided["clause"] = _named(decided["clause"], _clause_names(rulebook))
    grounds = {key: item.name.zh for key, item in rulebook.circumstances.items() if item.effect == "exempt"}
    decided["no_penalty"] = _named(decided["no_penalty"], grounds)
    decided["revoke"] = _named(decided["revoke"], {key: item.zh for key, item in words.licences.items()})
    decided["orders"]["items"] = _named({}, {key: item.zh for key, item in words.orders.items()})
    decided["measures"]["items"] = _named({}, {key: item.name.zh for key, item in words.measures.items()})
    return schema


def _clause_names(rulebook: Rulebook) -> dict[str, str]:
    return {
        key: f"{versions[-1].statute.short}{versions[-1].article}"
        for key, versions in rulebook.clauses.items()
    }


def rule_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of rule file, by the name of the kind."""
    found = {}
    for name, model in FILE_KINDS.items():
        schema = _finished(model.model_json_schema(by_alias=True), name)
        if _with_conditions(schema):
            schema["$defs"] = {**schema.get("$defs", {}), "condition": _CONDITION, "test": _TEST}
        found[name] = schema
    return found


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    _without_titles(schema)
    head = {"$schema": DIALECT, "title": f"penalty-engine {title}"}
    return {**head, **schema}


def _without_titles(node: Any, names: bool = False) -> None:
    """pydantic titles every field with its own name; that says nothing. ``names``: the keys of `node` are field names."""
    if isinstance(node, dict):
        if not names and isinstance(node.get("title"), str):
            del node["title"]
        for key, child in node.items():
            _without_titles(child, key in ("properties", "$defs") and not names)
    elif isinstance(node, list):
        for child in node:
            _without_titles(child)


def _with_conditions(node: Any) -> bool:
    """Describe the fields that hold conditions, wherever they stand; True if there are any."""
    found = False
    if isinstance(node, dict):
        fields: dict[str, Any] = node["properties"] if isinstance(node.get("properties"), dict) else {}
        for name in sorted(_CONDITION_FIELDS & set(fields)):
            fields[name] = _condition_field(fields[name])
            found = True
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        found = _with_conditions(child) or found
    return found


def _condition_field(field: dict[str, Any]) -> dict[str, Any]:
    reference = {"$ref": "#/$defs/condition"}
    if "anyOf" in field:
        return {"anyOf": [reference, {"type": "null"}], "default": None}
    return reference


def _named(field: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """One of the ids of a rulebook, each with its Chinese name."""
    options = [{"const": key, "title": name} for key, name in names.items()]
    optional = [{"type": "null"}] if "anyOf" in field else []
    described = {"description": field["description"]} if "description" in field else {}
    return {**described, "anyOf": [*options, *optional]}


def _facts(rulebook: Rulebook, field: dict[str, Any]) -> dict[str, Any]:
    stated = {key: _fact(fact) for key, fact in rulebook.vocabulary.facts.items() if not fact.computed}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": stated,
        "default": field.get("default", {}),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    text = (fact.question or fact.label).zh
    described = {"title": fact.label.zh, "description": text}
    if fact.type == "boolean":
        return {**described, "type": "boolean"}
    if fact.type == "choice":
        return {
            **described,
            "anyOf": [{"const": key, "title": names.zh} for key, names in fact.choices.items()],
        }
    if fact.type == "money":
        return {**described, "anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}]}
    if fact.type == "share":
        return {**described, "anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string"}]}
    lowest = {} if fact.type == "integer" else {"minimum": 0}
    spells = [] if fact.spells is None else [_SPELLS]
    return {**described, "anyOf": [{"type": "integer", **lowest}, {"type": "string"}, *spells]}
