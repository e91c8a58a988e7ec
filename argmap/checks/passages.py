"""The paragraphs of a source text: where a passage stands in it, or which passage is nearest and what differs."""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.source import paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_WORD: Final = re.compile(r"\S+")
_BREAK: Final = "\n"  # between paragraphs; no quotation holds one once its spaces are evened out
_LONGEST: Final = 400  # words of a quotation that are compared one by one
_SHOWN: Final = 3  # words on either side of a difference
_TELLING: Final = 12  # places of one word beyond which it tells nothing about where a passage is


class Passages:
    """A source text, its white space evened out. Paragraphs are counted from 1; 0 stands for skipped titles."""

    def __init__(self, text: str, skip: int = 0) -> None:
        every = list(paragraphs(text))
        self.paragraphs = every[skip:]
        self._skip = skip
        self._text = _BREAK.join(every)
        self._starts: list[int] = [0]
        for paragraph in every[:-1]:
            self._starts.append(self._starts[-1] + len(paragraph) + 1)
        self._index: dict[str, list[int]] = {}
        self._words: list[tuple[str, int]] = []

    def find(self, quote: str) -> list[int]:
        r"""Return the paragraphs that hold a passage, in order, none twice.

        >>> Passages("Title\n\nOne two\nthree.\n\nTwo two.", skip=1).find("two three")
        [1]
        """
        passage = " ".join(quote.split())
        found: list[int] = []
        at = self._text.find(passage)
        while at >= 0:
            number = self._number(at)
            if not found or found[-1] != number:
                found.append(number)
            at = self._text.find(passage, at + 1)
        return found

    def _number(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - self._skip)

    def nearest(self, quote: str) -> str:
        r"""Return a sentence about the nearest passage and the first difference, "" if there is nothing like it.

        >>> print(Passages("The success achieved in he work of construction.").nearest("success achieved in the work"))
        the nearest passage, in paragraph 1, has 'achieved in he work of' where the quotation has 'achieved in the work'
        """
        passage = " ".join(quote.split())
        if passage in self._text.replace(_BREAK, " "):
            return "it runs over the end of a paragraph: make two quotations of it, as a list"
        words = passage.split()[:_LONGEST]
        for sign in ("[...]", "[…]", "...", "…"):
            if sign in words:
                return f"words are left out at {sign}: write the pieces as a list of quotations"
        start = self._place(words)
        if start is None:
            return "nothing in the source is like it; look whether it is the right source"
        return self._difference(words, start)

    def _place(self, words: list[str]) -> int | None:
        """Return the word of the text where the passage would begin, by vote of the rarer words."""
        if not self._words:
            self._words = [(found.group(), found.start()) for found in _WORD.finditer(self._text)]
            for index, (word, _) in enumerate(self._words):
                self._index.setdefault(_bare(word), []).append(index)
        votes: dict[int, int] = {}
        for offset, word in enumerate(words):
            places = self._index.get(_bare(word), ())
            if 0 < len(places) <= _TELLING:
                for place in places:
                    for shift in (-1, 0, 1):  # a word more or less in between must not divide the vote
                        votes[place - offset + shift] = votes.get(place - offset + shift, 0) + (2 if shift == 0 else 1)
        if not votes:
            return None
        best = max(votes.values())
        return max(0, min(place for place, number in votes.items() if number == best))

    def _difference(self, words: list[str], start: int) -> str:
        """Say what the source has where the quotation has something else."""
        from difflib import SequenceMatcher

        first = max(0, start - 2)
        near = [word for word, _ in self._words[first : start + len(words) + 4]]
        blocks = SequenceMatcher(None, near, words, autojunk=False).get_matching_blocks()
        real = [block for block in blocks if block.size]
        if not real:
            return "nothing in the source is like it; look whether it is the right source"
        i, j = real[0].a + real[0].size, real[0].b + real[0].size
        if real[0].b > 0:  # the quotation begins differently
            i, j = max(0, real[0].a - real[0].b), 0
        theirs = " ".join(near[max(0, i - 2) : i + _SHOWN])
        ours = " ".join(words[max(0, j - 2) : j + _SHOWN])
        number = self._number(self._words[first + min(i, len(near) - 1)][1])
        where = f"in paragraph {number}" if number else "in a skipped title"
        return f"the nearest passage, {where}, has '{theirs}' where the quotation has '{ours}'"


def _bare(word: str) -> str:
    """Return a word without capitals and signs around it, so that a slip in them does not hide it."""
    return word.strip(".,;:!?()[]\"'“”‘’«»„…-").casefold()
