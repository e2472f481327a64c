"""What a rulebook covers, as one Markdown page: from the register to violations to clauses, and from provisions to clauses.

The page depends on the rule files alone: neither on the day nor on the folder they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from penalty_engine.diagnostics import Lang, Place, printable
from penalty_engine.messages import Message, Names
from penalty_engine.messages.coverage import COVERAGE
from penalty_engine.rulebook.catalogue_records import Conflict, Period, Provenance
from penalty_engine.rulebook.records import Clause, Outcome, Rulebook, Statute


def coverage_page(rulebook: Rulebook, lang: Lang) -> str:
    """The page in Markdown."""
    return "\n".join(printable(line) for line in _Page(rulebook, lang).lines()) + "\n"


class Difference(NamedTuple):
    """The first line, counted from 1, in which two texts differ; None where one of them has ended."""

    line: int
    found: str | None
    expected: str | None


def first_difference(found: str, expected: str) -> Difference | None:
    """Where `found` leaves `expected`, or None if they are the same but for the kind of line ends."""
    have, want = found.splitlines(), expected.splitlines()
    for number in range(max(len(have), len(want))):
        one = have[number] if number < len(have) else None
        other = want[number] if number < len(want) else None
        if one != other:
            return Difference(number + 1, one, other)
    return None


class _Unverified(NamedTuple):
    """A version of a statute, or one clause of it, whose text or dates are not verified."""

    what: str
    marks: str
    reason: Names | None


class _Page:
    """Puts one rulebook into lines of Markdown."""

    def __init__(self, rulebook: Rulebook, lang: Lang) -> None:
        self.book = rulebook
        self.lang = lang
        self.clauses = [clause for versions in rulebook.clauses.values() for clause in versions]
        self.statutes = _statutes(self.clauses)
        default = rulebook.default_authority
        self.ours = default if default is not None and default.powers else None  # whose power is limited
        listed = {key for item in rulebook.covered for key in item.clauses}
        self.unlisted = sorted(set(rulebook.clauses) - listed, key=self._in_its_file)
        self.unverified = list(self._not_verified())

    def say(self, code: str, **params: object) -> str:
        return Message(f"coverage-{code}", params).text(self.lang)

    def lines(self) -> Iterator[str]:
        yield from (f"# {self.say('title')}", "", self.say("intro"))
        if self.ours is not None:
            yield from ("", self.say("ours", name=self.ours.name, bodies=self._bodies(self.ours.powers)))
        for part in ("summary", "register", "provisions", "unlisted", "conflicts", "missing", "unverified"):
            yield from ("", f"## {self.say(part)}", "")
            yield from getattr(self, f"_{part}")()

    # --- 1: summary ---------------------------------------------------------------------------------------------------

    def _summary(self) -> Iterator[str]:
        book = self.book
        counts: dict[str, int] = {
            "statutes": len({statute.id for statute in self.statutes}),
            "versions": len(self.statutes),
            "clauses": len(book.clauses),
            "examples": sum(len(clause.examples) for clause in self.clauses),
            "violations": len(book.violations),
            "items": len(book.register),
            "items-bare": sum(not self._fined(item.violations) for item in book.register),
            "encoded": sum(bool(item.clauses) for item in book.covered),
            "reasoned": sum(not item.clauses for item in book.covered),
            "unlisted": len(self.unlisted),
            "conflicts": len(book.conflicts),
            "confirm": sum(item.confirm for item in book.conflicts),
            "missing": len(book.not_obtained),
            "unverified": len(self.unverified),
        }
        yield from self._table(
            ("what", "count"), [(self.say(f"count-{name}"), str(count)) for name, count in counts.items()]
        )
        yield from ("", f"### {self.say('statutes')}", "")
        yield from self._table(
            ("statute", "period", "clauses", "file"),
            [
                (
                    statute.title.text(self.lang),
                    self._period(statute.period),
                    str(sum(clause.statute == statute for clause in self.clauses)),
                    f"`{_file(statute.place)}`",
                )
                for statute in self.statutes
            ],
        )

    # --- 2: register --------------------------------------------------------------------------------------------------

    def _register(self) -> Iterator[str]:
        if not self.book.register:
            yield self.say("none")
        before: tuple[str, str] = ("", "")
        for item in self.book.register:
            register, group = item.register.text(self.lang), item.group.text(self.lang)
            if register != before[0]:
                yield from (f"**{register}**", "")
            if (register, group) != before:
                yield from (f"### {group}", "")
            before = register, group
            yield from (f"#### {item.where} `{item.id}`", "", f"> {_inline(item.text)}", "")
            if item.note is not None:
                yield from (self.say("note", text=_inline(item.note.text(self.lang))), "")
            for name in item.violations:
                yield from self._violation(name)
            if item.violations:
                yield ""
        reached = {name for item in self.book.register for name in item.violations}
        rest = [name for name in self.book.violations if name not in reached]
        if rest and self.book.register:
            yield from (f"### {self.say('unreached')}", "")
            for name in rest:
                yield from self._violation(name)

    def _violation(self, name: str) -> Iterator[str]:
        keys = self.book.by_violation.get(name, ())
        met = [item.id for item in self.book.conflicts if len(set(item.clauses) & set(keys)) > 1]
        head = f"- **{self.book.violations[name].name.text(self.lang)}** `{name}`"
        if met:
            head += self._marked("", [self.say("met", ids=", ".join(f"`{item}`" for item in met))])
        yield head
        yield from (f"  - {self._clause(self.book.clauses[key])}" for key in keys)
        if not keys:
            yield f"  - {self.say('no-clause')}"

    def _clause(self, versions: Sequence[Clause]) -> str:
        """One clause on one line: name, versions with dates, power, what it leads to."""
        newest = versions[-1]
        periods = self.say("semicolon").join(self._version(clause) for clause in versions)
        parts = [self._name(newest), periods, self._power(newest)]
        if newest.not_obtained is None:
            parts.append(self._join(self._effects(newest)))
        return self.say("semicolon").join(part for part in parts if part)

    def _name(self, clause: Clause) -> str:
        title = clause.statute.short if self.lang == "zh" else clause.statute.title.en
        return self.say("clause", statute=title, article=clause.article, key=clause.key)

    def _version(self, clause: Clause) -> str:
        marks = ["text-missing"] if clause.not_obtained is not None else []
        if not marks and not clause.source.verified:
            marks.append("text-unverified")
        if not clause.statute.period.verified:
            marks.append("dates-unverified")
        return self._marked(self._period(clause.statute.period), [self.say(mark) for mark in marks])

    def _power(self, clause: Clause) -> str:
        if not clause.power:
            return ""
        if self.ours is None:
            return self.say("power", bodies=self._bodies(clause.power))
        shared = set(self.ours.powers) & set(clause.power)
        if shared == set(clause.power):
            return self.say("power-ours")
        return self.say("power" if shared else "power-theirs", bodies=self._bodies(clause.power))

    def _bodies(self, bodies: Iterable[str]) -> str:
        return self._join(self.book.vocabulary.bodies[body].text(self.lang) for body in bodies)

    def _effects(self, clause: Clause) -> Iterator[str]:
        """Orders, fines, measures and payments by name, without figures: these stand in the clause."""
        known, own = self.book.vocabulary.orders, clause.order_words if self.lang == "zh" else {}
        found = [own.get(order) or known[order].text(self.lang) for order in clause.orders]
        for outcome in clause.outcomes:
            found.extend(self._outcome(outcome))
        yield from dict.fromkeys(found)
        if not any(outcome.fines or outcome.refer for outcome in clause.outcomes):
            yield self.say("nothing")

    def _outcome(self, outcome: Outcome) -> Iterator[str]:
        words, lang = self.book.vocabulary, self.lang
        if outcome.confiscate is not None:
            yield self.say("confiscate", what=words.facts[outcome.confiscate].label.text(lang))
        for fine in outcome.fines:
            kind = "fine-person" if fine.target == "responsible_person" else "fine"
            yield self.say("fine-open" if fine.unspecified else kind)
        if outcome.revoke is not None:
            yield self.say("revoke", what=words.licences[outcome.revoke.licence].text(lang))
        for measure in outcome.measures:
            name = measure.words if measure.words and lang == "zh" else None
            text = name or words.measures[measure.measure].name.text(lang)
            body = None if measure.by is None else words.bodies[measure.by].text(lang)
            yield text if body is None else self.say("by", what=text, body=body)
        yield from (words.payments[item.payment].name.text(lang) for item in outcome.payments)
        if outcome.refer is not None:
            yield self.say("refer", what=words.bodies[outcome.refer].text(lang))

    # --- 3 and 4: provisions ------------------------------------------------------------------------------------------

    def _provisions(self) -> Iterator[str]:
        groups: dict[str, list[tuple[str, ...]]] = {}
        for item in self.book.covered:
            keys = ", ".join(f"`{key}`" for key in item.clauses)
            why = "" if item.why is None else item.why.text(self.lang)
            groups.setdefault(item.group.text(self.lang), []).append((item.row, item.provision, keys, why))
        if not groups:
            yield self.say("none")
        for number, (name, rows) in enumerate(groups.items()):
            yield from (*([""] if number else []), f"### {name}", "")
            yield from self._table(("row", "provision", "clauses", "why"), rows)

    def _in_its_file(self, key: str) -> Place:
        return self.book.clauses[key][-1].place

    def _unlisted(self) -> Iterator[str]:
        if not self.unlisted:
            yield self.say("none")
        yield from (f"- {self._clause(self.book.clauses[key])}" for key in self.unlisted)

    # --- 5: conflicts -------------------------------------------------------------------------------------------------

    def _conflicts(self) -> Iterator[str]:
        if not self.book.conflicts:
            yield self.say("none")
            return
        yield from (self.say("conflicts-how"), "")
        yield from self._table(
            ("conflict", "decision", "ground", "why"), [self._conflict(item) for item in self.book.conflicts]
        )

    def _conflict(self, item: Conflict) -> tuple[str, ...]:
        names = [self._name(self.book.clauses[key][-1]) for key in item.clauses]
        decision = self.say(item.kind, first=names[0], others=self._join(names[1:]), all=self._join(names))
        code = f"ground-{item.ground}"
        ground = self.say(code) if f"coverage-{code}" in COVERAGE else item.ground or ""
        reason = item.reason.text(self.lang)
        return (
            f"`{item.id}`",
            decision,
            ground,
            f"{self.say('confirm')} {reason}" if item.confirm else reason,
        )

    # --- 6 and 7: what is not obtained, what is not verified ----------------------------------------------------------

    def _missing(self) -> Iterator[str]:
        yield from (
            self._table(
                ("text", "missing", "supply", "put"),
                [
                    (item.title, item.missing.text(self.lang), item.supply.text(self.lang), f"`{item.file}`")
                    for item in self.book.not_obtained
                ],
            )
            if self.book.not_obtained
            else [self.say("none")]
        )
        rows = list(self._versions_missing())
        if rows:
            yield from ("", f"### {self.say('versions-missing')}", "")
            yield from self._table(("statute", "period", "clauses", "file"), rows)

    def _versions_missing(self) -> Iterator[tuple[str, ...]]:
        for statute in self.statutes:
            held = [
                item for item in self.clauses if item.statute == statute and item.not_obtained is not None
            ]
            if held:
                yield (
                    statute.title.text(self.lang),
                    self._period(statute.period),
                    ", ".join(f"`{item.key}`" for item in sorted(held, key=lambda item: item.place)),
                    f"`{_file(statute.place)}`",
                )

    def _unverified(self) -> Iterator[str]:
        if not self.unverified:
            yield self.say("none")
            return
        yield from self._table(
            ("what", "unverified", "reason"),
            [
                (item.what, item.marks, "" if item.reason is None else item.reason.text(self.lang))
                for item in self.unverified
            ],
        )

    def _not_verified(self) -> Iterator[_Unverified]:
        for statute in self.statutes:
            title = self.say(
                "of", statute=statute.title.text(self.lang), version=self._period(statute.period)
            )
            held = [clause for clause in self.clauses if clause.statute == statute]
            if not statute.source.verified and any(clause.not_obtained is None for clause in held):
                yield _Unverified(title, self.say("text-unverified"), statute.source.reason)
            if not statute.period.verified:
                yield _Unverified(title, self.say("dates-unverified"), statute.period.reason)
            own: dict[Provenance, list[str]] = {}
            for clause in held:
                if clause.source != statute.source and not clause.source.verified:
                    own.setdefault(clause.source, []).append(f"`{clause.key}`")
            for source, keys in own.items():
                what = self._marked(title, [", ".join(keys)])
                yield _Unverified(what, self.say("text-unverified"), source.reason)

    # --- words --------------------------------------------------------------------------------------------------------

    def _period(self, period: Period) -> str:
        if period.first is None:
            return self.say("undated") if period.last is None else self.say("until", last=period.last)
        if period.last is None:
            return self.say("since", first=period.first)
        return self.say("between", first=period.first, last=period.last)

    def _marked(self, text: str, marks: Sequence[str]) -> str:
        return self.say("marks", text=text, marks=self._join(marks)) if marks else text

    def _join(self, texts: Iterable[str]) -> str:
        return ("、" if self.lang == "zh" else ", ").join(texts)

    def _fined(self, violations: Iterable[str]) -> bool:
        """Whether any clause on these violations imposes a fine."""
        keys = {key for name in violations for key in self.book.by_violation.get(name, ())}
        return any(
            outcome.fines for key in keys for clause in self.book.clauses[key] for outcome in clause.outcomes
        )

    def _table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        yield _row([self.say(f"col-{column}") for column in columns])
        yield "|" + "---|" * len(columns)
        yield from (_row(cells) for cells in rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_inline(cell).replace("|", "\\|") for cell in cells) + " |"


def _inline(text: str) -> str:
    """Text on one line, in which nothing is taken for HTML."""
    return " ".join(text.split("\n")).strip().replace("<", "&lt;")


def _file(place: Place) -> str:
    """The file from the rules folder on, whatever that folder is called."""
    return f"rules/{place.file.partition('/')[2]}"


def _statutes(clauses: Iterable[Clause]) -> list[Statute]:
    """Each version of each statute once, by id and then by first day."""
    found = {(clause.statute.id, clause.statute.version): clause.statute for clause in clauses}
    return [found[key] for key in sorted(found, key=lambda key: (key[0], key[1] != "undated", key[1]))]
