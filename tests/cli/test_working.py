"""Long work is told on a terminal, and only there, and leaves nothing behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import suppress
from time import monotonic, sleep

import pytest

from argmap.cli import working


class Terminal(io.StringIO):
    encoding = "ascii"

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_what_takes_long_and_the_line_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(working, "PATIENCE", 0.0)
    with suppress(ValueError), working.working("reading zoo\u2014.yaml"):
        end = monotonic() + 10
        while not terminal.getvalue() and monotonic() < end:  # another thread writes it
            sleep(0.01)
        raise ValueError
    told = "reading zoo?.yaml ..."
    assert terminal.getvalue() == f"{told}\r{' ' * len(told)}\r"


def test_what_is_quick_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with working.working("reading zoo.yaml"):
        pass
    assert not terminal.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty module to make a terminal with")
def test_a_real_terminal_shows_it_and_a_pipe_does_not() -> None:
    import pty

    code = (
        "import time, argmap.cli.working as w; w.PATIENCE = 0.1\nwith w.working('drawing pdf'):\n    time.sleep(0.5)\n"
    )
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=theirs, check=True)
    os.close(theirs)
    assert os.read(ours, 1000).decode() == "drawing pdf ...\r               \r"
    os.close(ours)
    assert not subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stderr
