"""Set up everything the tests need, then run all of them: `python3 tests/run.py`.

Needs Python 3.11 or later and nothing else. It makes a virtual environment in tests/.work, installs the project there,
finds Chromium, Node.js and TeX or installs them with apt-get where that is possible, installs the npm packages that
tests compare with, and then runs the linter, the type checker and the test suite. Words after `--` go to pytest.
Random maps and texts are the same in every run; with ARGMAP_RANDOM=1 in the environment they are new ones.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "tests" / ".work"
BIN = "Scripts" if os.name == "nt" else "bin"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def run(*words: str | Path, **options: object) -> None:
    """Run a command, show it, and stop everything if it fails."""
    print("+", " ".join(str(word) for word in words), flush=True)
    done = subprocess.run([str(word) for word in words], cwd=options.pop("cwd", ROOT), check=False, **options)
    if done.returncode:
        sys.exit(f"tests/run.py: this failed with exit code {done.returncode}: {' '.join(map(str, words))}")


def python() -> Path:
    """Return the interpreter of the tests' own virtual environment, made and filled if need be."""
    home = WORK / "venv"
    inside = home / BIN / "python"
    if not inside.exists():
        print(f"making a virtual environment in {home.relative_to(ROOT)}", flush=True)
        venv.create(home, with_pip=True)
    run(inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{ROOT}[dev]")
    return inside


def apt(*packages: str) -> bool:
    """Install Debian packages if this machine can; return whether that worked."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    print("installing with apt-get:", *packages, flush=True)
    if subprocess.run([*prefix, "apt-get", "update"], check=False, **quiet).returncode:
        return False
    return not subprocess.run([*prefix, "apt-get", "install", "-y", *packages], check=False, **quiet).returncode


def chromium() -> str:
    """Return the path of Chromium, installing it if need be."""
    for attempt in range(2):
        for name in (os.environ.get("ARGMAP_CHROMIUM", ""), *CHROMIUMS):
            if name and (found := shutil.which(name)):
                return found
        if attempt == 0 and not apt("chromium", "fonts-noto-core"):
            break
    sys.exit("tests/run.py: Chromium is missing. Install it, or say where it is: ARGMAP_CHROMIUM=/path/to/chromium")


def second_browser() -> None:
    """Install WebKit and a screen for it where that is possible; without it one test is skipped, and says so."""
    if not shutil.which("WebKitWebDriver") and not apt("webkit2gtk-driver", "xvfb"):
        print("WebKit is missing: the smoke test of a second engine will be skipped, and say so", flush=True)


def latex() -> None:
    """Install TeX where that is possible (60 to 100 MB); without it the tests that compile figures are skipped."""
    if all(map(shutil.which, ("pdflatex", "lualatex"))):
        return
    if not apt("--no-install-recommends", "texlive-latex-base", "texlive-pictures", "texlive-luatex", "lmodern"):
        print("TeX is missing: the tests that compile what we write for it will be skipped, and say so", flush=True)


def node_packages() -> None:
    """Install the npm packages of tests/package.json, if Node.js is here or can be installed."""
    if not shutil.which("npm") and not apt("nodejs", "npm"):
        print("Node.js is missing: the tests that need it will be skipped, and say so", flush=True)
        return
    run("npm", "ci", "--no-audit", "--no-fund", "--silent", cwd=ROOT / "tests")


def main() -> None:
    """Do all of it, in the order in which a mistake is found soonest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--setup-only", action="store_true", help="install everything, run nothing")
    parser.add_argument("--tests-only", action="store_true", help="leave out the linter and the type checker")
    parser.add_argument("pytest", nargs="*", help="words for pytest, after --")
    args = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what tells a stranger so
        sys.exit("tests/run.py: this needs Python 3.11 or later")
    inside = python()
    env = {**os.environ, "ARGMAP_CHROMIUM": chromium(), "PYTHONDONTWRITEBYTECODE": "1"}
    second_browser()
    latex()
    node_packages()
    if args.setup_only:
        return
    if not args.tests_only:
        run(inside, "-m", "ruff", "check", ".")
        run(inside, "-m", "ruff", "format", "--check", ".")
        run(inside, "-m", "mypy")
    run(inside, "-m", "pytest", "-n", "2", "-q", *args.pytest, env=env)


if __name__ == "__main__":
    main()
