"""The page's modules: typed, listed, bundled without loss, and free of what the bundler could not strip."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.render import assets

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "argmap" / "render" / "static"
TSC = ROOT / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
NODE = shutil.which("node")
LONGEST_FUNCTION = 40  # lines


def test_every_file_is_in_the_bundle():
    assert {path.stem for path in (FOLDER / "js").glob("*.js")} == {*assets.SCRIPTS, *assets.LOADER}
    assert {path.stem for path in (FOLDER / "css").glob("*.css")} == set(assets.STYLES)


@pytest.mark.parametrize("name", dict.fromkeys((*assets.SCRIPTS, *assets.LOADER)))
def test_every_module_says_what_it_is_for(name):
    assert (FOLDER / "js" / f"{name}.js").read_text("utf-8").startswith("/*")


@pytest.mark.parametrize("name", dict.fromkeys((*assets.SCRIPTS, *assets.LOADER)))
def test_no_function_is_long(name):
    lines = (FOLDER / "js" / f"{name}.js").read_text("utf-8").split("\n")
    for start, line in enumerate(lines):
        match = re.match(r"^(  +)(?:async )?function (\w+)\(", line)
        if match and not line.rstrip().endswith("}"):
            end = next(i for i in range(start + 1, len(lines)) if lines[i].startswith(match[1] + "}"))
            assert end - start < LONGEST_FUNCTION, match[2]


def test_the_bundle_holds_no_comments_and_no_indentation():
    code = assets.script()
    assert "/*" not in code
    assert not re.search(r"^(\s|//)", code, re.MULTILINE)


def test_the_interface_asks_only_for_words_that_exist():
    words = set(assets.strings("en"))
    code = "".join(path.read_text("utf-8") for path in (FOLDER / "js").glob("*.js"))
    assert set(re.findall(r"AM\.t\('(\w+)'[,)]", code)) <= words


@pytest.mark.node
@pytest.mark.skipif(NODE is None or not TSC.exists(), reason="needs Node.js and `npm ci` in tests/")
def test_types_hold():
    done = subprocess.run(
        [NODE, TSC, "-p", ROOT / "tests" / "tsconfig.json"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""


@pytest.mark.node
@pytest.mark.skipif(NODE is None, reason="needs Node.js")
def test_the_bundle_parses():
    done = subprocess.run([NODE, "--check", "-"], input=assets.script(), capture_output=True, text=True, check=False)
    assert done.stderr == ""
