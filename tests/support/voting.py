"""A small map in text, and the command line in a test."""

from __future__ import annotations

import json

import pytest

from argmap.cli import main

VOTING = """\
title: Should voting be compulsory?
claims:
  compulsory: Voting should be compulsory.
  turnout:
    text: High turnout makes elected governments more legitimate.
    credence: 0.8
  raises:
    text: Compulsory voting raises turnout.
    credence: 0.9
  forced:
    text: Forcing people to vote violates their liberty.
    attacks: compulsory
  jury:
    text: We already force people to do jury service.
    attacks: forced
links:
  - id: legitimacy
    from: [turnout, raises]
    supports: compulsory
"""
RIVALS = """\
title: Rivals
claims:
  both: Something is true.
  a: {text: A is true., supports: both, attacks: b}
  b: {text: B is true., supports: both, attacks: a}
"""


class Shell:
    """Runs commands on files in a folder of its own: `shell("eval", voting=TEXT)` puts the text in voting.yaml."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self.capsys = capsys

    def __call__(self, command: str, *words: str, **files: str):
        """Return the exit code, what was printed, and what was said to standard error."""
        paths = []
        for name, text in files.items():
            path = self.folder / f"{name}.yaml"
            path.write_text(text, "utf-8")
            paths.append(str(path))
        code = main([command, *paths, *words])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def json(self, command: str, *words: str, **files: str):
        """Return the JSON document that a command prints."""
        code, out, err = self(command, *words, "--json", **files)
        assert (code, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def shell(tmp_path, capsys, monkeypatch):
    """The command line, without colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Shell(tmp_path, capsys)
