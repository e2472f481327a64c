"""The result of a check as a page: what was decided, what the rules give, and every finding with its way out."""

from __future__ import annotations

from penalty_engine.checking import SEVERITIES, CheckFinding, CheckResult, ReadDecision
from penalty_engine.cli.closing import grouped
from penalty_engine.cli.sheet import Sheet
from penalty_engine.cli.words import sentence, sum_words

_INDENT = "   "
_STYLES = {
    "unlawful": "bold red",
    "procedural-fault": "red",
    "paper-fault": "red",
    "departure": "yellow",
    "note": "",
}


class CheckPage(Sheet):
    """Writes the result of one check."""

    def write(self, found: ReadDecision, result: CheckResult) -> None:
        """The whole page."""
        self._head(found, result)
        if result.status == "needs-facts":
            self.page.gap()
            self.page.text(self.say("check-needs-facts"), "bold yellow")
        for severity in SEVERITIES:
            items = [item for item in result.findings if item.severity == severity]
            if items:
                self.page.gap()
                self.page.text(self.say(f"check-severity-{severity}"), "bold")
                for number, item in enumerate(items, start=1):
                    self._finding(number, item)
        self.page.gap()
        self._reservations(result)
        receipt = result.law.receipt
        self.page.text(
            self.say(
                "cli-receipt", engine=receipt.engine, rulebook=receipt.rulebook[:12], network=receipt.network
            ),
            "dim",
        )

    def _head(self, found: ReadDecision, result: CheckResult) -> None:
        case = found.case
        kind = self.say(f"cli-party-{case.party.kind}")
        name = case.party.name
        if name is None:
            self._field("label-party", kind)
        else:
            self._raw_field("label-party", self.say("cli-party", name=name, kind=kind))
        if case.case_no is not None:
            self._raw_field("label-case-no", case.case_no)
        self._raw_field("label-check-decision", self.say("cli-list").join(self._decided(found, result)))
        self._field("label-check-law", self._by_law(result))
        self._field("label-check-result", self._counts(result), "bold")

    def _decided(self, found: ReadDecision, result: CheckResult) -> list[str]:
        """Its number, its day and what it imposes."""
        decision = found.decision
        parts = [] if decision.decision_no is None else [decision.decision_no]
        day = decision.steps.decided_on or found.case.timeline.decided_on
        if day is not None:
            parts.append(self.say("check-decided-on", day=day))
        imposed = result.imposed
        if imposed.fine:
            parts.append(self.say("check-sums", fine=sum_words(imposed.fine)))
        if imposed.confiscate:
            parts.append(self.say("check-confiscated", confiscate=sum_words(imposed.confiscate)))
        licences = self.rulebook.vocabulary.licences
        revoked = [item.revoke for item in decision.acts if item.revoke is not None]
        parts += [self.say("cli-revoke", what=licences[name]) for name in revoked]
        if not (imposed.fine or imposed.confiscate or revoked):
            parts.append(self.say("check-nothing-imposed"))
        return parts

    def _by_law(self, result: CheckResult) -> str:
        total = result.law.total
        if total.minimum is None or total.maximum is None or total.recommended is None:
            return self.say("check-range-open")
        parts = []
        if total.maximum:
            parts.append(
                self.say(
                    "check-range" if total.minimum != total.maximum else "check-fixed",
                    low=sum_words(total.minimum),
                    high=sum_words(total.maximum),
                    recommended=sum_words(total.recommended),
                )
            )
        if total.confiscate:
            parts.append(self.say("check-confiscated", confiscate=sum_words(total.confiscate)))
        revoked = {finding.revoke for act in result.law.acts for finding in act.applied} - {None}
        licences = self.rulebook.vocabulary.licences
        parts += [self.say("cli-revoke", what=licences[str(name)]) for name in sorted(map(str, revoked))]
        return self.say("cli-list").join(parts) or self.say("check-nothing-imposed")

    def _counts(self, result: CheckResult) -> str:
        counts = {severity: result.count(severity) for severity in SEVERITIES}
        told = [self.say(f"check-count-{name}", count=count) for name, count in counts.items() if count]
        return self.say("cli-list").join(told) or self.say("check-sound")

    def _finding(self, number: int, item: CheckFinding) -> None:
        text = sentence(item.text.text(self.session.lang), self.session.lang)
        self.page.text(f"{number}. {text}", _STYLES[item.severity], hanging=_INDENT)
        rest = [
            ("label-check-basis", self.say("cli-comma").join(self._text(basis) for basis in item.basis)),
            ("label-check-place", self._place(item)),
            ("label-check-remark", self._text(item.remark)),
            ("label-check-way", sentence(item.way_out.text(self.session.lang), self.session.lang)),
        ]
        for label, told in rest:
            if told:
                self.page.field(_INDENT + self.say(label), told, "", self.label_width)

    def _place(self, item: CheckFinding) -> str:
        if item.place is None:
            return item.field
        return self.say("check-at", field=item.field, place=str(item.place))

    def _reservations(self, result: CheckResult) -> None:
        """What is unverified about the rules it was held against."""
        label = "label-notice"
        for text in dict.fromkeys(self._text(item).strip() for item in grouped(result.law.warnings)):
            self._field(label, text, "yellow")
            label = ""
