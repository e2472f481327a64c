"""The way to a Rulebook: from the rule files, or from the cache that holds the same rulebook already checked."""

from __future__ import annotations

from pathlib import Path

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import RulebookError
from penalty_engine.rulebook.records import Rulebook


def load_rulebook(folder: Path, cache: bool = False) -> Rulebook:
    """Read, check and freeze the rules of a folder.

    Raises RulebookError with every finding of severity error; findings that are only warnings do not stop it. With
    `cache`, a rulebook that was already checked is taken from the user's cache folder if not a byte of it has changed.
    """
    if not cache:
        return _checked(folder)
    from penalty_engine.rulebook.cache import cache_key, read_cached, write_cached
    from penalty_engine.rulebook.files import fingerprint, rule_bytes

    files = rule_bytes(folder)
    if files is None:  # something cannot be read: let the checks say what
        return _checked(folder)
    key, identity = cache_key(folder, files), fingerprint(files)
    rulebook = read_cached(key)
    if rulebook is None or rulebook.fingerprint != identity:
        rulebook = _checked(folder)
        if rulebook.fingerprint == identity:  # else a file changed between the two readings
            write_cached(key, rulebook)
    return rulebook


def _checked(folder: Path) -> Rulebook:
    rulebook, diagnostics = check_rulebook(folder)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    if rulebook is None or errors:
        raise RulebookError(errors)
    return rulebook


def check_rulebook(folder: Path) -> tuple[Rulebook | None, list[Diagnostic]]:
    """The rulebook, if it can be built, and every finding in order of place."""
    from penalty_engine.rulebook.assembly import assemble  # models and builders are needed only here

    return assemble(folder)
