"""Grounded and preferred results on abstract frameworks: argmap beside PyArg, pygarg and clingo, with times.

Run it where the peers are installed:

    pip install -e '.[bench]'
    python tests/bench/evaluation.py            # exit code 1 if results differ or the promise is not kept
    python tests/bench/evaluation.py --quick    # smaller frameworks, a few seconds

Every program gets the framework in its own form, built beforehand; timed is the way from there to the result, in CPU
seconds, the best of several runs. The promise: grounded at least 10 times as fast as the fastest Python peer at 1,000
arguments. clingo is not a Python peer: it is C++ with a Python interface, and gets a standard encoding. Peers are left
out where they would take minutes: pygarg's grounded beyond 100 arguments (35 s for a chain of 200), PyArg's preferred
beyond 16.
"""

from __future__ import annotations

import argparse
import random
import sys
from itertools import product
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))  # so that the checkout is measured, installed or not

from argmap.analysis.labels import labels
from argmap.analysis.positions import positions
from argmap.model import ArgMap, Claim, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PROMISE = 10.0
PYARG_PREFERRED = 16  # arguments up to which PyArg's preferred semantics is run

Framework = tuple[list[str], list[tuple[str, str]]]
Extension = frozenset[str]


def scattered(size: int, degree: float, seed: int) -> Framework:
    """Return a framework whose attacks hit at random."""
    rng = random.Random(seed)  # noqa: S311 - a seeded run, not a secret
    names = [f"a{i}" for i in range(size)]
    pairs = {(rng.choice(names), rng.choice(names)) for _ in range(round(size * degree))}
    return names, sorted(pairs)


def debate(size: int, seed: int) -> Framework:
    """Return a framework as in a debate: everybody answers something earlier, and some answers are mutual."""
    rng = random.Random(seed)  # noqa: S311 - a seeded run, not a secret
    names = [f"a{i}" for i in range(size)]
    pairs = []
    for i in range(1, size):
        aim = names[rng.randrange(i)]
        pairs.append((names[i], aim))
        if rng.random() < 0.03:
            pairs.append((aim, names[i]))
    return names, pairs


def chain(size: int) -> Framework:
    """Return one long chain of answers."""
    names = [f"a{i}" for i in range(size)]
    return names, [(names[i + 1], names[i]) for i in range(size - 1)]


def rivals(pairs: int) -> Framework:
    """Return pairs of rivals that all attack one claim: 2 to the power of `pairs` preferred extensions."""
    names = [f"{side}{i}" for i in range(pairs) for side in "ab"]
    attacks = [(f"{one}{i}", f"{other}{i}") for i in range(pairs) for one, other in ("ab", "ba")]
    return [*names, "c"], attacks + [(name, "c") for name in names]


def as_map(framework: Framework) -> ArgMap:
    """Return a framework as a map of given claims."""
    names, pairs = framework
    return ArgMap(
        title="Framework",
        claims=tuple(Claim(id=name, text=name, status="given") for name in names),
        links=tuple(Link(id=f"l{i}", premises=(a,), kind="attacks", target=b) for i, (a, b) in enumerate(pairs)),
    )


def argmap_grounded(framework: Framework) -> Callable[[], Extension]:
    argmap = as_map(framework)
    return lambda: frozenset(labels(argmap).having("stands"))


def argmap_preferred(framework: Framework) -> Callable[[], set[Extension]]:
    argmap = as_map(framework)

    def run() -> set[Extension]:
        base = frozenset(labels(argmap).having("stands"))
        parts = [[p.stands for p in part.positions] for part in positions(argmap)]
        return {base.union(*choice) for choice in product(*parts)}

    return run


def pyarg_framework(framework: Framework):
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat

    names, pairs = framework
    made = {name: Argument(name) for name in names}
    return AbstractArgumentationFramework("af", list(made.values()), [Defeat(made[a], made[b]) for a, b in pairs])


def pyarg_grounded(framework: Framework) -> Callable[[], Extension]:
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension

    af = pyarg_framework(framework)
    return lambda: frozenset(argument.name for argument in get_grounded_extension(af))


def pyarg_preferred(framework: Framework) -> Callable[[], set[Extension]]:
    from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions

    af = pyarg_framework(framework)
    return lambda: {frozenset(argument.name for argument in one) for one in get_preferred_extensions(af)}


def pygarg_grounded(framework: Framework) -> Callable[[], Extension]:
    from pygarg.dung import solver

    names, pairs = framework[0], [list(pair) for pair in framework[1]]
    return lambda: frozenset(solver.compute_grounded_extension(names, pairs))


def pygarg_preferred(framework: Framework) -> Callable[[], set[Extension]]:
    from pygarg.dung import solver

    names, pairs = framework[0], [list(pair) for pair in framework[1]]
    return lambda: {frozenset(one) for one in solver.extension_enumeration(names, pairs, "PR")}


COMPLETE = """
{ in(X) } :- arg(X).
hit(X) :- att(Y, X), in(Y).
safe(X) :- arg(X), hit(Y) : att(Y, X).
:- in(X), hit(X).
:- in(X), not safe(X).
:- safe(X), not in(X).
#show in/1.
"""
LARGEST = "#heuristic in(X) : arg(X). [1, true]\n"


def clingo_models(program: str, *options: str) -> Iterable[Extension]:
    import clingo

    control = clingo.Control(["--warn=none", "0", *options])
    control.add("base", [], program)
    control.ground([("base", [])])
    found: list[Extension] = []
    control.solve(
        on_model=lambda model: found.append(frozenset(str(s.arguments[0]) for s in model.symbols(shown=True)))
    )
    return found


def facts(framework: Framework) -> str:
    names, pairs = framework
    return " ".join([f"arg({name})." for name in names] + [f"att({a},{b})." for a, b in pairs])


def clingo_grounded(framework: Framework) -> Callable[[], Extension]:
    program = facts(framework) + COMPLETE
    return lambda: list(clingo_models(program, "--enum-mode=cautious"))[-1]


def clingo_preferred(framework: Framework) -> Callable[[], set[Extension]]:
    program = facts(framework) + COMPLETE + LARGEST
    return lambda: set(clingo_models(program, "--enum-mode=domRec", "--heuristic=Domain"))


GROUNDED = {"argmap": argmap_grounded, "PyArg": pyarg_grounded, "pygarg": pygarg_grounded, "clingo": clingo_grounded}
PREFERRED = {
    "argmap": argmap_preferred,
    "PyArg": pyarg_preferred,
    "pygarg": pygarg_preferred,
    "clingo": clingo_preferred,
}
PYTHON_PEERS = ("PyArg", "pygarg")


def best(run: Callable[[], object], runs: int) -> tuple[float, object]:
    """Return the CPU seconds of the fastest run and the result; slow programs run once."""
    fastest, result = float("inf"), None
    for _ in range(runs):
        start = process_time()
        result = run()
        fastest = min(fastest, process_time() - start)
        if fastest > 1:
            break
    return fastest, result


def race(what: str, programs: dict, name: str, framework: Framework, skip: tuple[str, ...] = ()) -> dict[str, float]:
    """Run all programs on one framework, print the times, and return them. Raises SystemExit if results differ."""
    times: dict[str, float] = {}
    results: dict[str, object] = {}
    for program, prepare in programs.items():
        if program not in skip:
            times[program], results[program] = best(prepare(framework), 5)
    cells = "  ".join(f"{program} {1000 * seconds:9.2f} ms" for program, seconds in times.items())
    left = f"{what} {name} ({len(framework[0])} arguments, {len(framework[1])} attacks)"
    print(f"{left:58} {cells}")
    for program, result in results.items():
        if result != results["argmap"]:
            raise SystemExit(f"{program} and argmap differ on {name}")
    return times


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller frameworks")
    quick = parser.parse_args().quick
    for name, framework in frameworks(100).items():
        race("grounded", GROUNDED, name, framework)
    ratios = []
    for name, framework in frameworks(300 if quick else 1000).items():
        times = race("grounded", GROUNDED, name, framework, skip=("pygarg",))
        ratios.append(times["PyArg"] / times["argmap"])
        print(f"{'':58} {ratios[-1]:.0f} times as fast as the fastest Python peer")
    for size in (16, 40) if quick else (16, 40, 80):
        for name, framework in (
            ("scattered", scattered(size, 1.6, size)),
            ("debate", debate(size, size)),
            ("rivals", rivals(4 + size // 20)),
        ):
            times = race("preferred", PREFERRED, name, framework, skip=() if size <= PYARG_PREFERRED else ("PyArg",))
            ratio = min(times[peer] for peer in PYTHON_PEERS if peer in times) / times["argmap"]
            print(f"{'':58} {ratio:.1f} times as fast as the fastest Python peer")
    print(f"results agree everywhere; grounded is at least {min(ratios):.0f} times as fast as the fastest Python peer")
    if min(ratios) < PROMISE:
        print(f"promised: {PROMISE:.0f} times")
        return 1
    return 0


def frameworks(size: int) -> dict[str, Framework]:
    """Return one framework of each shape."""
    return {
        "scattered, degree 1": scattered(size, 1.0, 1),
        "scattered, degree 2": scattered(size, 2.0, 2),
        "debate": debate(size, 3),
        "chain": chain(size),
    }


if __name__ == "__main__":
    sys.exit(main())
