"""The end of an answer: what procedure requires, which time limits run, and every reservation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from penalty_engine.assessment import Assessment, Duty
from penalty_engine.cli.layout import cell_len
from penalty_engine.cli.sheet import Sheet
from penalty_engine.cli.words import sentence
from penalty_engine.messages import Message, Names
from penalty_engine.messages.answers import ANSWERS

_TOLD_ELSEWHERE = frozenset({"unverified-law", "fallback-benchmark"})
_TOLD_WITH_THE_CLAUSE = frozenset({"conflict-to-confirm", "text-not-obtained"})  # what its own line says
_BRIEFER = {
    "mitigation-open": "cli-mitigation-open",
    "exemption-open": "cli-exemption-open",
    "milder-law-not-compared": "cli-milder-law",
    "benchmark-tie": "cli-benchmark-tie",
    "benchmark-elsewhere": "cli-benchmark-elsewhere",
}
_DUTIES = ("hearing", "collective_discussion", "legal_review", "on_the_spot", "transfer", "publication")
_DUE = {("act-by", False): "cli-due", ("act-by", True): "cli-due-backwards"}


class Closing(Sheet):
    """Writes what follows the acts."""

    # --- procedure ----------------------------------------------------------------------------------------------------

    def _duties(self, assessment: Assessment, every_basis: bool) -> None:
        label = "label-procedure"
        duties: dict[str, Duty] = {name: getattr(assessment.procedure, name) for name in _DUTIES}
        for name, duty in duties.items():
            if duty.required or (name == "on_the_spot" and duty.permitted):
                self._field(label, self._duty(name, duty, every_basis))
                label = ""
        undecided = [Message(f"cli-name-{name}") for name, duty in duties.items() if duty.required is None]
        if undecided:
            self._field(label, self.say("cli-duties-open", duties=undecided))

    def _duty(self, name: str, duty: Duty, every_basis: bool) -> str:
        """The duty and why; where lines are to be saved, as much of it as one line holds."""
        count = len(duty.reasons)
        if not self.tight:
            return self._duty_words(name, duty, range(count), count if every_basis else 1)
        chosen = [(range(count), 1), (range(count), 0), *((range(one, one + 1), 0) for one in range(count))]
        texts = [self._duty_words(name, duty, *form) for form in chosen]
        return self._one_line(texts) or self.say(f"cli-duty-{name}")

    def _one_line(self, texts: Iterable[str]) -> str | None:
        """The first that fits on one line."""
        room = self.page.width - self.label_width
        return next((text for text in texts if cell_len(text) <= room), None)

    def _duty_words(self, name: str, duty: Duty, chosen: range, with_basis: int) -> str:
        reasons = [
            self.say("cli-with-basis", text=duty.reasons[index].text, basis=duty.reasons[index].basis)
            if index < with_basis
            else self._text(duty.reasons[index].text)
            for index in chosen
        ]
        joined = self.say("cli-list").join(reasons)
        if len(chosen) < len(duty.reasons):
            joined += self.say("cli-and-others")
        return self.say("cli-duty", duty=Message(f"cli-duty-{name}"), reasons=joined)

    def _time_limits(self, assessment: Assessment) -> None:
        """The last days that are known; what waits for a day is only named, `deadlines` tells it in full."""
        label = "label-deadlines"
        for item in assessment.procedure.deadlines:
            if item.due is not None:
                code = _DUE.get((item.kind, item.backwards), "cli-due-happens")
                self._field(label, self.say(code, name=item.name, due=item.due, basis=item.basis))
                label = ""
        waiting = [item.name for item in assessment.procedure.deadlines if item.due is None]
        if waiting:
            self._field(label, self.say("cli-dues-open", names=waiting))

    # --- reservations -------------------------------------------------------------------------------------------------

    def _unverified(self, assessment: Assessment) -> None:
        """What the answer rests on without verification, in a few words; `assess` gives source and reason."""
        by_kind: dict[str, list[Message]] = {}
        for item in assessment.warnings:
            if item.code == "unverified-law":
                by_kind.setdefault(item.params["subject"].code, []).append(item.params["subject"])
        names = [text for kind, items in by_kind.items() for text in self._subjects(kind, items)]
        if any(item.code == "fallback-benchmark" for item in assessment.warnings):
            names = [name for name in names if name != self.say("cli-subject-benchmark")]
            names.append(self.say("cli-subject-fallback"))
        if names:
            self._field("label-unverified", self.say("cli-comma").join(dict.fromkeys(names)), "yellow")

    def _subjects(self, kind: str, items: list[Message]) -> Iterator[str]:
        """Unverified things of one kind, named without their sources."""
        if kind == "subject-procedure":
            yield self.say("cli-subject-procedure", count=len(items))
        elif kind == "subject-circumstance":
            yield self.say("cli-subject-circumstance", name=[item.params["name"] for item in items])
        elif f"cli-{kind}" in ANSWERS:
            yield from (self.say(f"cli-{kind}", **item.params) for item in items)
        else:
            yield from (self._text(item) for item in items)

    def _other_warnings(self, assessment: Assessment) -> None:
        """Those that another line of the page does not already tell."""
        label = "label-notice"
        for text in dict.fromkeys(self._brief_warning(item) for item in assessment.warnings):
            if text:
                self._field(label, text, "yellow")
                label = ""

    def _brief_warning(self, item: Message) -> str:
        if item.code in _TOLD_ELSEWHERE or item.code in _TOLD_WITH_THE_CLAUSE:
            return ""
        if item.code == "not-in-force":  # the reason is the result; what follows is news
            return self._text(item.params["followed"])
        code = _BRIEFER.get(item.code)
        return (self.say(code, **item.params) if code is not None else self._text(item)).strip()

    def _warnings(self, assessment: Assessment) -> None:
        """All of them in full, each once."""
        label = "label-notice"
        told = [item for item in assessment.warnings if item.code not in _TOLD_WITH_THE_CLAUSE]
        for text in dict.fromkeys(self._text(item).strip() for item in grouped(told)):
            self._field(label, text, "yellow")
            label = ""


def grouped(warnings: Iterable[Message]) -> tuple[Message, ...]:
    """The warnings with unverified articles of one statute, from one source and for one reason, told together."""
    found: dict[object, Message] = {}
    articles: dict[object, dict[Names | str, None]] = {}
    for item in warnings:
        item = _begun_with_a_capital(item)
        subject = item.params.get("subject")
        if not isinstance(subject, Message) or "article" not in subject.params:
            found[repr(item)] = item
            continue
        rest = {name: value for name, value in subject.params.items() if name != "article"}
        key = repr((item.code, subject.code, rest, item.params.get("reason")))
        several = articles.setdefault(key, {})
        several[subject.params["article"]] = None
        told = Message(subject.code, {**rest, "article": list(several)})
        found[key] = Message(item.code, {**item.params, "subject": told})
    return tuple(found.values())


def _begun_with_a_capital(item: Message) -> Message:
    """The reason stands behind a full stop, but the rules write it as a part of a sentence."""
    reason = item.params.get("reason")
    if item.code != "unverified-law" or not isinstance(reason, Names):
        return item
    return Message(item.code, {**item.params, "reason": Names(reason.zh, sentence(reason.en, "en"))})
