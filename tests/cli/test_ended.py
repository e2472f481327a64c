"""A command that is ended from outside leaves nothing half-written."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT

SLOW = """
import os, sys, time
from penalty_engine.documents import output_folder
real = os.fsync
def slow(descriptor):
    print("writing", flush=True)
    time.sleep(30)
os.fsync = slow
sys.argv = ["penalty", "dossier", sys.argv[1], "--out", sys.argv[2], "--format", "md"]
from penalty_engine.cli.entry import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it")
def test_a_dossier_ended_while_it_is_written_leaves_nothing(tmp_path: Path) -> None:
    case, out = ROOT / "examples" / "unpaid-wages.yaml", tmp_path / "papers"
    command = [sys.executable, "-c", SLOW, str(case), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "writing\n"
        time.sleep(0.1)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=20) == 1
    assert list(tmp_path.iterdir()) == []
