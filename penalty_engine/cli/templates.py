"""`penalty templates`: the forms there are, the names they can use, and a bureau's own copies and Word forms checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from penalty_engine.cli.codes import OK
from penalty_engine.cli.help import Group
from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import (
    engine_options,
    help_option,
    json_option,
    language_option,
    make,
    templates_option,
)
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import new_page, show, write_data


def build(session: Session) -> click.Command:
    """The group `templates`."""
    return Group(
        "templates",
        options_metavar=session.say("meta-options"),
        subcommand_metavar=session.say("meta-command"),
        commands={
            "list": _list_command(session),
            "context": _context_command(session),
            "check": _check_command(session),
            "copy": _copy_command(session),
        },
        help=session.say("help-templates"),
        no_args_is_help=True,
        add_help_option=False,
        params=[language_option(session), help_option(session)],
    )


def _list_command(session: Session) -> click.Command:
    def run(templates: Path | None, as_json: bool) -> int:
        from penalty_engine.cli.templates_page import FormsPage, forms_as_data
        from penalty_engine.documents.forms import read_forms
        from penalty_engine.resources import templates_folder

        forms = read_forms(templates_folder(templates))
        if as_json:
            write_data(forms_as_data(forms))
            return OK
        page = new_page(session.drawing)
        FormsPage(page, session).write(forms)
        show(page)
        return OK

    return make(session, "list", run, [templates_option(session), json_option(session)], group="templates")


def _context_command(session: Session) -> click.Command:
    def run(
        form: str,
        case: str | None,
        templates: Path | None,
        as_json: bool,
        rules: Path | None,
        network: str | None,
    ) -> int:
        from penalty_engine.cli.case_file import assessed
        from penalty_engine.cli.templates_page import NamesPage, names_as_data
        from penalty_engine.documents.example_names import example_names, sample_case
        from penalty_engine.resources import templates_folder

        engine, folder = session.engine(rules, network), templates_folder(templates)
        found = example_names(engine, form, folder, *assessed(engine, case or str(sample_case(folder))))
        if as_json:
            write_data(names_as_data(found))
            return OK
        page = new_page(session.drawing)
        NamesPage(page, session).write(found)
        show(page)
        return OK

    say = session.say
    params: list[click.Parameter] = [
        click.Argument(["form"], metavar=say("meta-form")),
        click.Argument(
            ["case"], metavar=f"[{say('meta-case')}]", required=False, type=click.Path(allow_dash=True)
        ),
        templates_option(session),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "context", run, params, group="templates")


def _check_command(session: Session) -> click.Command:
    def run(file: Path, form: str | None, templates: Path | None) -> int:
        from penalty_engine.resources import templates_folder

        shown = inert(str(file))
        if file.is_dir():
            from penalty_engine.documents.template_folder import check_folder

            click.echo(session.say("templates-folder-sound", folder=shown, count=check_folder(file)))
            return OK
        from penalty_engine.documents.forms import form_named, read_forms
        from penalty_engine.documents.own_form import check_own_form

        folder = templates_folder(templates)
        if form is not None:
            form_named(read_forms(folder), form)
        count = check_own_form(file, form, folder)
        click.echo(session.say("templates-form-sound", file=shown, count=count))
        return OK

    say = session.say
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-own-form"), type=click.Path(path_type=Path)),
        click.Option(["--form"], metavar=say("meta-form"), help=say("help-opt-own-form")),
        templates_option(session),
    ]
    return make(session, "check", run, params, group="templates")


def _copy_command(session: Session) -> click.Command:
    def run(directory: Path) -> int:
        from penalty_engine.documents.output_folder import write_folder
        from penalty_engine.resources import shipped_templates

        files = list(_files(shipped_templates()))
        write_folder(directory, files)
        click.echo(session.say("templates-copied", folder=inert(str(directory)), count=len(files)))
        return OK

    folder = click.Path(path_type=Path)
    argument = click.Argument(["directory"], metavar=session.say("meta-folder"), type=folder)
    return make(session, "copy", run, [argument], group="templates")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in (".j2", ".yaml", ".md"):
            yield file.relative_to(folder).as_posix(), file.read_bytes()
