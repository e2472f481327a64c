"""`penalty completion`: the script that makes a shell complete commands, ids and facts."""

from __future__ import annotations

import click

from penalty_engine.cli.options import make
from penalty_engine.cli.session import Session

_PROGRAM = "penalty"


def build(session: Session) -> click.Command:
    """The command."""

    def run(shell: str) -> int:
        from click.shell_completion import get_completion_class

        from penalty_engine.cli.main import main

        made = get_completion_class(shell)
        assert made is not None  # the argument admits only shells click knows
        # the script itself, without click's question to the shell for its version
        complete = made(main, {}, _PROGRAM, "_PENALTY_COMPLETE")
        click.echo(complete.source_template % complete.source_vars())
        return 0

    return make(
        session,
        "completion",
        run,
        [click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]), metavar="bash|zsh|fish")],
    )
