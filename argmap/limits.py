"""How large a map file may be. Every bound that the reader keeps stands here, and is tested.

The bounds are far beyond what a person can write or read; they keep a hostile file from taking the machine's time.
"""

MAX_BYTES = 10_000_000
"""Size of a map file. A map of 30,000 claims, each with a quotation and a note, has about 7 MB."""

MAX_DEPTH = 30
"""Nesting of lists and mappings. A map file needs 5."""

MAX_CLAIMS = 50_000
"""Number of claims of one map."""

MAX_LINKS = 200_000
"""Number of links of one map, those written on claims included."""

MAX_ALIASED = 100_000
"""Number of values that YAML aliases (`*name`) may stand for, all together."""

MAX_SOURCE_BYTES = 20_000_000
"""Size of a source text that quotations are compared with."""

MAX_MENDED = 20
"""Number of mistakes in YAML after which reading stops."""

MAX_OTHER_BYTES = 20_000_000
"""Size of a file of another format."""

MAX_PREMISES = 2_000_000
"""Number of premises of all links of a file of another format, after steps were divided and added to others."""
