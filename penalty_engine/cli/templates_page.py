"""The forms and their names on a page, and as data for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from penalty_engine.cli.layout import cell_len, pad

if TYPE_CHECKING:
    from penalty_engine.cli.session import Session
    from penalty_engine.cli.terminal import Page
    from penalty_engine.documents.example_names import ExampleGroup, ExampleName, Examples
    from penalty_engine.documents.forms import Form

_WIDEST = 34  # of the column with what is written in Word
_LONGEST = 60  # of an example


class _Lines:
    """A page, and the language of its words."""

    def __init__(self, page: Page, session: Session) -> None:
        self.page, self.session, self.say = page, session, session.say

    def _pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """What is typed, and beside it what it means; below it where it is long."""
        listed = list(rows)
        width = min(max((cell_len(first) for first, _ in listed), default=0), _WIDEST) + 4
        for first, second in listed:
            if cell_len(first) + 4 > width:
                self.page.raw("  " + first, "bold")
                self.page.text(second, indent=width)
            else:
                self.page.field(pad("  " + first, width), second, label_width=width)


class FormsPage(_Lines):
    """Writes the list of forms."""

    def write(self, forms: Mapping[str, Form]) -> None:
        """Each form: its id, its titles, when a case needs it."""
        self.page.text(self.say("templates-list-head"), "bold")
        for form in forms.values():
            self.page.gap()
            self.page.heading(
                form.title if self.session.lang == "zh" else f"{form.title} {form.name.en}", form.id
            )
            reasons = [ground.because.text(self.session.lang) for ground in form.required]
            for reason in dict.fromkeys(reasons):
                self.page.text(self.say("templates-list-when", reason=reason), indent=2, hanging="  ")
            if form.otherwise.zh:
                other = self.say("templates-list-otherwise", reason=form.otherwise.text(self.session.lang))
                self.page.text(other, indent=2, hanging="  ")


def forms_as_data(forms: Mapping[str, Form]) -> str:
    """The forms as JSON."""
    found = [
        {
            "id": form.id,
            "title": form.name._asdict(),
            "when": [ground.because._asdict() for ground in form.required],
            "otherwise": form.otherwise._asdict(),
        }
        for form in forms.values()
    ]
    return _json(found)


class NamesPage(_Lines):
    """Writes the names of a form."""

    def write(self, found: Examples) -> None:
        """The names of the paper, the sections, then what the entries of lists have."""
        title = found.form.name.text(self.session.lang)
        self.page.text(self.say("templates-context-head", title=title, form=found.form.id), "bold")
        for line in ("templates-context-how", "templates-context-blank"):
            self.page.text(self.say(line))
        for group in found.groups:
            self._group(group)
        if found.sections:
            self.page.gap()
            self.page.text(self.say("templates-context-sections"), "bold")
            self._pairs((name.word, self._told(name)) for name in found.sections)
        for group in found.kinds:
            self._group(group)

    def _group(self, group: ExampleGroup) -> None:
        self.page.gap()
        self.page.text(group.title.text(self.session.lang), "bold")
        for loop in group.loop:
            self.page.raw(f"  {self.say('templates-context-in', loop=loop)}", "dim")
        self._pairs((name.word, self._told(name)) for name in group.names)

    def _told(self, name: ExampleName) -> str:
        title = name.title.text(self.session.lang)
        if name.example is None:
            return title
        example = " ".join(name.example.split())
        example = example if len(example) <= _LONGEST else example[: _LONGEST - 1] + "…"
        return self.say("templates-context-example", title=title, example=example)


def names_as_data(found: Examples) -> str:
    """The names of a form as JSON."""
    data: dict[str, Any] = {
        "form": {"id": found.form.id, "title": found.form.name._asdict()},
        "groups": [_group_as_data(group) for group in found.groups],
        "sections": [_name_as_data(name) for name in found.sections],
        "entries": [_group_as_data(group) for group in found.kinds],
    }
    return _json(data)


def _group_as_data(group: ExampleGroup) -> dict[str, Any]:
    names = [_name_as_data(name) for name in group.names]
    return {"title": group.title._asdict(), "within": list(group.loop), "names": names}


def _name_as_data(name: ExampleName) -> dict[str, Any]:
    return {**name._asdict(), "title": name.title._asdict()}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
