"""The papers of a case as a program asks for them: one paper, or the whole dossier."""

from __future__ import annotations

from pathlib import Path

from penalty_engine.arguments import one_of, path, text
from penalty_engine.documents import FORMATS, Material, material_of, render
from penalty_engine.documents.dossier import Dossier, make
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.resources import templates_folder
from penalty_engine.rulebook.source import Source


def draft_paper(
    engine: Engine,
    case: AnyCase,
    form: str,
    fmt: str = "docx",
    *,
    own_form: str | Path | None = None,
    templates: str | Path | None = None,
    source: Source | None = None,
) -> bytes:
    """One paper of a case: Word, PDF, or UTF-8 text (`html`, `md`). ``form``: an id of `forms.yaml`, such as ``decision``.

    ``own_form``: the bureau's own Word form, filled instead of ours; ``templates``: another templates folder than
    PENALTY_ENGINE_TEMPLATES or the one shipped. Raises like `Engine.assess`, CaseError for
    an argument that does not fit, and DocumentError where the paper cannot be made:
    unknown form, facts missing, nothing to say, a fault in a template or in the Word form.
    """
    one_of("fmt", fmt, FORMATS if own_form is None else ("docx",))
    folder = templates_folder(path("templates", templates))
    own = path("own_form", own_form)
    material = _material(engine, case, source)
    if own is None:
        return render(text("form", form), fmt, material, folder)
    from penalty_engine.documents.drafting import context_of
    from penalty_engine.documents.own_form import fill_own_form

    return fill_own_form(own, context_of(text("form", form), material, folder)[1], folder)


def make_dossier(
    engine: Engine,
    case: AnyCase,
    fmt: str = "docx",
    *,
    templates: str | Path | None = None,
    source: Source | None = None,
) -> Dossier:
    """The papers that the procedure of a case requires, in order, with a checklist; ``files`` holds names and contents.

    Raises like `Engine.assess`, and DocumentError for a fault in a template. Papers that cannot be made yet because facts
    are missing are listed in ``not_made``.
    """
    folder = templates_folder(path("templates", templates))
    read, where = engine.read(case, source)
    return make(engine, read, engine.assess(read, where), one_of("fmt", fmt, FORMATS), folder)


def _material(engine: Engine, case: AnyCase, source: Source | None) -> Material:
    read, where = engine.read(case, source)
    return material_of(engine, read, engine.assess(read, where))
