"""The version, in one place: pyproject, `argmap --version` and the pages read it here."""

__version__ = "0.1.0"
