"""Words of a provision that demand a fact (逾期不改正, 情节严重): the vocabulary says which, the clause must look at it.

And the other way round: a rule that looks at such a fact quotes one of its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import Fact, Vocabulary
from penalty_engine.rulebook.lints.wording import Group, demanded, groups, quoted
from penalty_engine.rulebook.records import Rulebook


def check_fact_words(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Words without their fact, and facts without any of their words."""
    facts = [fact for fact in rulebook.vocabulary.facts.values() if fact.words]
    for group in groups(rulebook):
        yield from _left_out(group, facts, rulebook.vocabulary)
        for clause in group.clauses:
            text = quoted(clause)
            for fact in facts:
                if fact.id in clause.used_facts and not any(word in text for word in fact.words):
                    params = {"clause": clause.key, "fact": fact.label, "words": list(fact.words)}
                    yield Diagnostic("fact-without-words", clause.place, params=params)


def _left_out(group: Group, facts: list[Fact], vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    first, used = group.clauses[0], group.used_facts
    found = [
        (fact, start, end)
        for fact in facts
        for start, end in demanded(group, fact.words, fact.except_words, vocabulary)
    ]
    told: set[str] = set()
    for fact, start, end in found:
        inside = any(  # 逾期不整顿 is the word of another fact, though it begins with 逾期不
            other is not fact and begin <= start and end <= finish and finish - begin > end - start
            for other, begin, finish in found
        )
        if fact.id in used or inside or fact.id in told:
            continue
        told.add(fact.id)
        params = {"clause": first.key, "words": group.text[start:end], "fact": fact.label, "name": fact.id}
        yield Diagnostic("words-without-fact", first.place, params=params)
