"""Zip files with the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from typing import Final

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold


def reproducible(archive: bytes) -> bytes:
    """Return a zip file with the same members in the same order, all dated 1980-01-01. O(size)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name))
    return buffer.getvalue()
