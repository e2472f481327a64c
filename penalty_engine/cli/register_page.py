"""The page of one item of a register: its words, and the entries of the catalogue it leads to."""

from __future__ import annotations

from datetime import date

from penalty_engine.cli.search import write_entries
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page
from penalty_engine.engine import Engine
from penalty_engine.rulebook.catalogue_records import RegisterItem


def write_item(page: Page, session: Session, engine: Engine, item: RegisterItem, on: date | None) -> None:
    """The whole item."""
    page.heading(item.where, item.id)
    page.text(item.text, indent=2)
    width = 10 if session.lang == "zh" else 14
    names = (item.register.text(session.lang), item.group.text(session.lang))
    page.field(session.say("register-title"), session.say("cli-list").join(dict.fromkeys(names)), "", width)
    if item.note is not None:
        page.field(session.say("entry-note"), item.note.text(session.lang), "", width)
    if item.violations:
        page.gap()
        page.text(session.say("register-leads-to"), "bold")
        write_entries(page, session, engine, item.violations, on)
