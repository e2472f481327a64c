"""Which rules fire on the facts: one interface, two implementations with identical firings.

`durable` runs durable-rules' Rete network; `native` is plain Python. Sums of money are never computed here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from penalty_engine.errors import EngineError
from penalty_engine.inference.native import NativeNetwork
from penalty_engine.inference.rules import Firings, Group, Network, groups
from penalty_engine.messages import Message
from penalty_engine.rulebook.conditions import Facts, FactValue
from penalty_engine.rulebook.records import Rulebook

NETWORK_VARIABLE = "PENALTY_ENGINE_NETWORK"

__all__ = ["NETWORK_VARIABLE", "ForwardChaining", "Network", "make_network"]


class ForwardChaining:
    """Fires a group, adds the facts its rules give, and fires again until nothing new is established."""

    def __init__(self, network: Network, rule_groups: Mapping[str, Group]) -> None:
        self.network = network
        self._chains = {group.name: group.chains for group in rule_groups.values()}
        self._gives = {
            rule.id: rule.gives for group in rule_groups.values() for rule in group.rules if rule.gives
        }

    @property
    def name(self) -> str:
        """The name of the network underneath."""
        return self.network.name

    def fire(self, group: str, facts: Facts) -> Firings:
        """The firings at the fixed point."""
        return self.chain(group, facts)[0]

    def chain(self, group: str, facts: Facts) -> tuple[Firings, Facts]:
        """The firings at the fixed point, and the facts with all that the rules established or ruled out.

        What the caller states stands; facts are only ever added, so the loop ends.
        """
        firings = self.network.fire(group, facts)
        if not self._chains[group]:
            return firings, facts
        known: dict[str, FactValue] = dict(facts)
        while True:
            given = {self._gives[rule]: holds for rule, holds in firings.items() if rule in self._gives}
            fresh = {name: value for name, value in given.items() if name not in known}
            if not fresh:
                return firings, known
            known.update(fresh)
            firings = self.network.fire(group, known)


def make_network(rulebook: Rulebook, choice: str | None = None) -> ForwardChaining:
    """The network named by `choice`, by PENALTY_ENGINE_NETWORK, or chosen: durable where it imports, else native.

    Raises EngineError for an unknown name, and for `durable` where durable-rules cannot be used.
    """
    name = choice or os.environ.get(NETWORK_VARIABLE) or "auto"
    if name not in ("auto", "durable", "native"):
        raise EngineError(Message("network-unknown", {"name": name}))
    rule_groups = groups(rulebook)
    if name != "native":
        from penalty_engine.inference.durable import DurableNetwork, why_unavailable

        reason = why_unavailable()
        if reason is None:
            return ForwardChaining(DurableNetwork(rule_groups), rule_groups)
        if name == "durable":
            raise EngineError(Message("network-missing", {"reason": reason}))
    return ForwardChaining(NativeNetwork(rule_groups), rule_groups)
