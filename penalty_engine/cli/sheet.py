"""What every part of an answer is written with: labelled lines on a page, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from penalty_engine.cli.words import Words, sentence
from penalty_engine.messages import Message, Names

if TYPE_CHECKING:
    from penalty_engine.assessment import Finding
    from penalty_engine.cli.session import Session
    from penalty_engine.cli.terminal import Page
    from penalty_engine.rulebook.records import Rulebook


class Sheet:
    """A page, and the words to fill it with. ``tight``: lines are to be saved."""

    def __init__(self, page: Page, session: Session, rulebook: Rulebook) -> None:
        self.page = page
        self.session = session
        self.say = session.say
        self.rulebook = rulebook
        self.words = Words(rulebook, session)
        self.label_width = 10 if session.lang == "zh" else 15
        self.tight = False

    def _field(self, label: str, text: str, style: str = "") -> None:
        """A labelled sentence."""
        self._raw_field(label, sentence(text, self.session.lang), style)

    def _raw_field(self, label: str, text: str, style: str = "") -> None:
        """A labelled text that must stay as it was written: a name, something to type."""
        self.page.field(self.say(label) if label else "", text, style, self.label_width)

    def _text(self, item: Message | Names | str | None) -> str:
        return "" if item is None else item if isinstance(item, str) else item.text(self.session.lang)

    def _article(self, finding: Finding) -> str:
        return f"{self.say('cli-statute', title=finding.statute_title)}{finding.article}"
