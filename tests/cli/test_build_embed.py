"""argmap build --embed writes the compact page."""

from __future__ import annotations

from argmap.cli import main

MAP = "title: Rain\nclaims:\n  wet: The street is wet.\n  rain: {text: It rained., supports: wet}\n"


def test_the_compact_page_is_marked_as_such(tmp_path, capsys):
    source, page = tmp_path / "rain.yaml", tmp_path / "rain.html"
    source.write_text(MAP, "utf-8")
    assert main(["build", str(source), "--embed", "--theme", "mono"]) == 0
    assert "rain.html" in capsys.readouterr().out
    assert '<html lang="en" dir="ltr" data-theme="mono" data-embed>' in page.read_text("utf-8")
    assert main(["build", str(source)]) == 0
    assert "data-embed>" not in page.read_text("utf-8")
