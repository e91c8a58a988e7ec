"""Load files in arguebuf and print what it counts: python arguebuf_counts.py NAME=PATH ... (a program, not a module).

It runs in a process of its own: arguebuf warns a great deal, and its imports are not ours to vouch for.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path


def main() -> None:
    """Print a JSON object: for each file the atoms, schemes, edges, texts of the atoms, and the seconds it took."""
    warnings.simplefilter("ignore")
    import arguebuf

    found = {}
    for word in sys.argv[1:]:
        name, _, path = word.partition("=")
        text = Path(path).read_text("utf-8")
        begun = time.process_time()
        if name == "arggraph":
            graph = arguebuf.load.file(Path(path))
        else:
            graph = getattr(arguebuf.load, name.partition("-")[0])(json.loads(text))
        found[word] = {
            "seconds": time.process_time() - begun,
            "atoms": len(graph.atom_nodes),
            "schemes": len(graph.scheme_nodes),
            "edges": len(graph.edges),
            "texts": sorted(str(atom.text) for atom in graph.atom_nodes.values()),
        }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
