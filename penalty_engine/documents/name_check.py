"""Whether a template names only what exists: its syntax tree followed through loops, settings and filters.

What a name stands for is followed as far as the catalogue tells: a `Name`, or `ANYTHING` where nobody can say.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from jinja2 import nodes

from penalty_engine.diagnostics import nearest
from penalty_engine.documents.context_names import Name
from penalty_engine.documents.text import FILTERS

ANYTHING = Name("", shape="group")
TEXT = Name("")
_LOOP = Name("loop", shape="group")
_LOOP_PARTS = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0")
_SAME = {"selectattr", "rejectattr", "select", "reject", "sort", "list", "reverse", "unique", "default", "d"}
_PICKS = {"first", "last"}
_BY_ATTRIBUTE = {"selectattr", "rejectattr", "map", "sort", "unique", "join"}
_TAKES_LISTS = {*_SAME, *_PICKS, "map", "join", "length", "count"}

Scope = ChainMap[str, Name]


class NameFault(NamedTuple):
    """One thing a template may not say: where, the code of the message and what fills it."""

    place: Any
    code: str
    params: dict[str, Any]


class NameCheck:
    """Collects the faults of templates. `plain`: only blanks, loops and conditions are allowed, no arithmetic."""

    def __init__(
        self,
        root: Name,
        filters: Collection[str],
        tests: Collection[str],
        *,
        plain: bool,
        included: Callable[[str], tuple[nodes.Template, Callable[[int], Any]] | None] | None = None,
    ) -> None:
        self.faults: list[NameFault] = []
        self._root, self._filters, self._tests = root, filters, tests
        self._plain, self._included = plain, included
        self._place: Callable[[int], Any] = lambda line: line
        self._within: list[str] = []

    def check(self, tree: nodes.Template, place: Callable[[int], Any]) -> None:
        """Check one template from its beginning; `place` turns a line into a place."""
        self._place = place
        self._all(tree.body, ChainMap({}))

    def _fault(self, node: nodes.Node, code: str, **params: Any) -> Name:
        found = NameFault(self._place(node.lineno), code, params)
        if found not in self.faults:
            self.faults.append(found)
        return ANYTHING

    # --- statements

    def _all(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    self._printed(child, self._value(child, scope))
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.If):
            self._value(node.test, scope)
            self._all(node.body, scope)
            self._all(list(node.elif_), scope)
            self._all(node.else_, scope)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._value(node.node, scope), scope)
        elif isinstance(node, nodes.Include) and self._included is not None:
            self._include(node, scope)
        else:
            self._fault(node, "name-statement", name=type(node).__name__.lower())

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._value(node.iter, scope)
        if over is not ANYTHING and over.shape != "list":
            over = self._fault(node, "name-not-a-list", name=spelt(node.iter))
        inner = scope.new_child()
        self._bind(node.target, over.entry or ANYTHING, inner)
        inner["loop"] = _LOOP
        if node.test is not None:
            self._value(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, scope.new_child())

    def _bind(self, target: nodes.Node, value: Name, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        else:
            for name in target.find_all(nodes.Name):
                scope[name.name] = ANYTHING

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        """Check what is included where it is included: it sees the names set there."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        found = self._included(str(name)) if self._included is not None and name else None
        if found is None:
            self._fault(node, "name-no-include", name=str(name or "?"))
            return
        if name in self._within:
            return  # includes that include one another: rendering says so
        outer = self._place
        tree, self._place = found
        self._within.append(str(name))
        self._all(tree.body, scope.new_child())
        self._within.pop()
        self._place = outer

    def _printed(self, node: nodes.Node, value: Name) -> None:
        if value is ANYTHING or value.prints:
            return
        known = [f"{spelt(node)}.{key}" for key in value.parts][:8]
        code = "name-prints-list" if value.shape == "list" else "name-prints-group"
        self._fault(node, code, name=spelt(node), known=known, loop=value.loop_name)

    # --- expressions

    def _value(self, node: nodes.Node, scope: Scope) -> Name:
        """What an expression stands for."""
        followed: dict[type[nodes.Node], Callable[..., Name]] = {
            nodes.Name: self._named,
            nodes.Getattr: lambda item, seen: self._part(item, self._value(item.node, seen), item.attr),
            nodes.Getitem: self._item,
            nodes.Filter: self._filtered,
            nodes.CondExpr: self._choice,
            nodes.Call: self._called,
        }
        if type(node) in followed:
            return followed[type(node)](node, scope)
        if isinstance(node, (nodes.Or, nodes.And)):
            return _either(self._value(node.left, scope), self._value(node.right, scope))
        if isinstance(node, nodes.Test) and node.name not in self._tests:
            self._fault(node, "name-no-test", name=node.name, nearest=nearest(node.name, self._tests))
        arithmetic = isinstance(node, (nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat))
        if self._plain and arithmetic:
            return self._fault(node, "name-arithmetic")
        for child in node.iter_child_nodes():
            self._value(child, scope)
        return ANYTHING if isinstance(node, (nodes.List, nodes.Tuple, nodes.Dict, nodes.Add)) else TEXT

    def _called(self, node: nodes.Call, scope: Scope) -> Name:
        if self._plain:
            return self._fault(node, "name-call", name=spelt(node.node))
        for child in node.iter_child_nodes():
            self._value(child, scope)
        return ANYTHING

    def _choice(self, node: nodes.CondExpr, scope: Scope) -> Name:
        self._value(node.test, scope)
        first = self._value(node.expr1, scope)
        return _either(first, self._value(node.expr2, scope)) if node.expr2 is not None else first

    def _named(self, node: nodes.Name, scope: Scope) -> Name:
        if node.name in scope:
            return scope[node.name]
        if node.name in self._root.parts:
            return self._root.parts[node.name]
        near = self._called_so(node.name) or nearest(node.name, [*scope, *self._root.parts])
        near = near or self._elsewhere(node.name)
        return self._fault(node, "name-unknown", name=node.name, nearest=near)

    def _called_so(self, wanted: str) -> str | None:
        """The name that ends as `wanted`, or whose Chinese meaning it is."""
        for name in self._single():
            if wanted in (name.path.rsplit(".", 1)[-1], name.zh):
                return name.path
        return None

    def _elsewhere(self, wanted: str) -> str | None:
        """The name nearest to `wanted` by its Chinese meaning or by its whole path."""
        names = self._single()
        meant = nearest(wanted, [name.zh for name in names])
        path = next((name.path for name in names if name.zh == meant), None)
        return path or nearest(wanted, [name.path for name in names])

    def _single(self) -> list[Name]:
        return [name for name in self._root.walk() if "[]" not in name.path]

    def _part(self, node: nodes.Getattr | nodes.Getitem, value: Name, key: str) -> Name:
        whole = spelt(node.node)
        if value is ANYTHING:
            return ANYTHING
        if value is _LOOP:
            if key in _LOOP_PARTS:
                return TEXT
            return self._unknown_part(node, whole, key, _LOOP_PARTS)
        if value.shape == "list":
            return self._fault(
                node, "name-part-of-list", name=f"{whole}.{key}", list=whole, loop=value.loop_name
            )
        if key in value.parts:
            return value.parts[key]
        if value.prints:
            return self._fault(node, "name-no-parts", name=f"{whole}.{key}", whole=whole)
        return self._unknown_part(node, whole, key, value.parts)

    def _unknown_part(self, node: nodes.Node, whole: str, key: str, known: Collection[str]) -> Name:
        near = nearest(key, known)
        if near is None:
            path = self._called_so(key) if whole in self._root.parts else None
        else:
            path = f"{whole}.{near}"
        return self._fault(node, "name-unknown", name=f"{whole}.{key}", nearest=path)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Name:
        value = self._value(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node, value, node.arg.value)
        self._value(node.arg, scope)
        if isinstance(node.arg, nodes.Slice):
            return value
        return value.entry or ANYTHING if value.shape == "list" else ANYTHING

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Name:
        value = TEXT if node.node is None else self._filtered_value(node, node.node, scope)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._value(argument, scope)
        if node.name not in self._filters:
            near = nearest(node.name, self._filters)
            return self._fault(
                node, "name-no-filter", name=node.name, nearest=near, known=sorted(self._filters)
            )
        if not self._plain and node.name not in (*FILTERS, *_TAKES_LISTS):
            return ANYTHING  # one of Jinja's own
        if node.node is not None and node.name not in _TAKES_LISTS:
            self._printed(node.node, value)
        return self._result(node, value)

    def _filtered_value(self, node: nodes.Filter, inner: nodes.Expr, scope: Scope) -> Name:
        """What is filtered; a template that others include may give a default to a name they do not set."""
        known = not isinstance(inner, nodes.Name) or inner.name in scope or inner.name in self._root.parts
        return self._value(inner, scope) if known or self._plain or node.name != "default" else ANYTHING

    def _result(self, node: nodes.Filter, value: Name) -> Name:
        entry = value.entry or ANYTHING
        by = self._attribute(node, entry) if node.name in _BY_ATTRIBUTE else None
        if node.name == "join" and by is None and value.shape == "list" and node.node is not None:
            self._printed(node.node, entry)
        if node.name in _SAME:
            return value
        if node.name in _PICKS:
            return entry
        return Name("", shape="list", entry=by or ANYTHING) if node.name == "map" else TEXT

    def _attribute(self, node: nodes.Filter, entry: Name) -> Name | None:
        """What the attribute named in `selectattr('due')` or `map(attribute='name')` stands for."""
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in ("selectattr", "rejectattr"):
            given += node.args[:1]
        if not given:
            return None
        if not isinstance(given[0], nodes.Const) or entry is ANYTHING:
            return ANYTHING
        here = entry
        for key in str(given[0].value).split("."):
            if key not in here.parts:
                near = nearest(key, here.parts)
                return self._fault(node, "name-unknown", name=str(given[0].value), nearest=near)
            here = here.parts[key]
        return here


def _either(first: Name, second: Name) -> Name:
    return first if first is second or second.path == first.path else _wider(first, second)


def _wider(first: Name, second: Name) -> Name:
    return TEXT if first.prints and second.prints else ANYTHING


def spelt(node: nodes.Node) -> str:
    """An expression as its writer knows it, as far as it is a name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{spelt(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        argument = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{spelt(node.node)}[{argument}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{spelt(node.node)}|{node.name}"
    return "…"
