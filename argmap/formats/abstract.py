"""What the formats of abstract argumentation share: arguments that are only names, and attacks between them.

Dung 1995, https://doi.org/10.1016/0004-3702(94)00041-X
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import limits
from argmap.formats.ids import is_id, slug
from argmap.formats.links import Draft
from argmap.formats.reading import DANGLING, TOLERATED, TOO_LARGE
from argmap.formats.schemes import Atom, finish, too_large

if TYPE_CHECKING:
    from argmap.formats.notes import Notes
    from argmap.formats.reading import Reading
    from argmap.model import Kind
    from argmap.source import Span


class Framework:
    """Collects arguments and what is between them; what is not declared, or is said twice, is noted."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.atoms: dict[str, Atom] = {}
        self._links: dict[tuple[str, str, str], Draft] = {}

    def is_full(self, where: Span) -> bool:
        """Return whether there is more than a map may hold; then it is noted, and the map will be None."""
        if len(self.atoms) <= limits.MAX_CLAIMS and len(self._links) <= limits.MAX_LINKS:
            return False
        self.notes.add(TOO_LARGE, too_large(), where)
        return True

    def argument(self, name: str, where: Span, text: str = "", credence: float | None = None) -> None:
        """Add an argument; its name is its text unless there is one."""
        if name in self.atoms:
            self.notes.add(TOLERATED, f"the argument '{name}' is declared twice", where)
            return
        fields = {} if credence is None else {"credence": credence}
        self.atoms[name] = Atom(text or name, where, name if is_id(name) else slug(name, "argument"), fields)

    def link(self, source: str, kind: Kind, target: str, where: Span, strength: float | None = None) -> None:
        """Add an attack or a support."""
        key = (source, kind, target)
        if key in self._links:
            self.notes.add(TOLERATED, f"'{source}' {kind} '{target}' is said twice", where)
            return
        fields = {} if strength is None else {"strength": strength}
        self._links[key] = Draft(key, kind, (source,), target, "", fields, where)

    def finish(self) -> Reading:
        """Return the map; what bears on an argument that is nowhere declared is left out."""
        drafts: list[Draft] = []
        for (source, _, target), draft in self._links.items():
            missing = [name for name in (source, target) if name not in self.atoms]
            if missing:
                text = f"there is no argument '{missing[0]}'; what refers to it was left out"
                self.notes.add(DANGLING, text, draft.where)
            else:
                drafts.append(draft)
        return finish(self.atoms, drafts, self.notes, {})
