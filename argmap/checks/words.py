"""The significant words of a text, in the few languages whose small words are listed here."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 6  # letters of a word that count, so that democracy and democratic are one

_ENGLISH: Final = """
able about above according account across actually after again against ago all almost along already also although
always among and another any anybody anyone anything are aren around ask away back bad became because become becomes
been before being below best better between beyond big both bring brings but came can cannot case cases cause causes
certain certainly clear clearly come comes could couldn did didn different does doesn doing done don down due during
each either else enough even ever every everybody everyone everything exist exists fact far few fewer find finds first
follow follows for found from full further gave general get gets give given gives goes going good got great had has
hasn have haven having hence her here hers herself high him himself his how however idea important indeed instead into
isn its itself just keep keeps kind kinds know known large last lead leads least less let lets like likely little long
lot made main mainly make makes making many matter may maybe mean means might mine more moreover most mostly much must
mustn myself namely near need needed needs neither never nevertheless new next nobody none nor not nothing now nowhere
number off often once one ones only onto open other others otherwise ought our ours ourselves out over own part
particular people perhaps place possible probably provide put quite rather real really reason reasons result results
right said same say says see seem seems seen set several shall she should shouldn show shown shows since small some
somebody someone something sometimes somewhere soon still such sure take taken takes tend than that the their theirs
them themselves then there therefore these they thing things think this those though through throughout thus time
times together too toward towards true two under unless until upon use used uses usually very want wants was wasn way
ways well went were weren what whatever when whenever where whereas wherever whether which while who whoever whole
whom whose why will with within without won work would wouldn wrong yes yet you your yours yourself
"""
_GERMAN: Final = """
aber alle allein allem allen aller allerdings alles als also andere anderem anderen anderer anderes anders auch auf
aus außer außerdem bei beide beiden beim bereits besonders besser bessere besseren bestimmte bevor bin bis bisher bist
bleiben bleibt brauchen braucht bringen bringt dabei dadurch dafür dagegen daher dahin damit danach dann daran darauf
daraus darf darin darüber darum darunter das dass davon davor dazu dein deine dem den denen denn dennoch der deren des
deshalb dessen desto deswegen dich die dies diese diesem diesen dieser dieses dir doch dort drei durch durfte dürfen
eben ebenso eher eigene eigenen eigentlich ein eine einem einen einer eines einfach einige einigen einmal einzelne
einzelnen erst erste ersten etwa etwas euch euer fast finden findet folglich für ganz ganze ganzen gar geben gegen
gehen geht genau genug gern gibt gilt gleich große großen größer gut gute guten habe haben hat hatte hatten hätte
hätten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres immer indem ins irgend ist jede jedem
jeden jeder jedes jedoch jemand jene jenen jener jetzt kann kannst kaum kein keine keinem keinen keiner keines kommen
kommt können könnte könnten lange lassen lässt machen macht man manche manchen mancher mehr mein meine meist meisten
mich mindestens mir mit muss müssen musste müssten nach nachdem nah neben nehmen nein neue neuen nicht nichts nie
niemand nimmt noch nun nur oben ob oder oft ohne sagen sagt sehr sei seien sein seine seinem seinen seiner seines seit
selbst sich sicher sie sieht sind so sogar solange solche solchen solcher soll sollen sollte sollten somit sondern
sonst soweit sowie sowohl statt stattdessen stets tun tut über überhaupt übrigens um umso und uns unser unsere unseren
unter usw viel viele vielen vieler vielleicht vom von vor wann war waren warum was weder weg wegen weil weiter weitere
weiteren welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen wie wieder
will wir wird wirklich wirst wohl wollen worden wurde wurden während wäre wären würde würden zeigen zeigt ziemlich
zudem zum zur zwar zwei zwischen
"""
_SUFFIXES: Final = {
    "en": ("ingly", "edly", "ments", "ment", "ness", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s",
           "e", "y"),
    "de": ("ungen", "ung", "heiten", "heit", "keiten", "keit", "lich", "isch", "ern", "er", "en", "em", "es", "st", "e",
           "n", "s"),
}  # fmt: skip
_SMALL: Final = {"en": _ENGLISH, "de": _GERMAN}
_PLAIN: Final = str.maketrans("äöü", "aou")


class Words(dict[str, str]):
    """Stems by word, in one language; "" for small words. Filled as words are asked for."""

    def __init__(self, language: str) -> None:
        super().__init__(dict.fromkeys(_SMALL[language].split(), ""))
        self._suffixes = _SUFFIXES[language]

    def __missing__(self, word: str) -> str:
        stem = word.translate(_PLAIN)
        for _ in range(2):  # sterbliche, sterblich, sterb
            cut = next((len(end) for end in self._suffixes if stem.endswith(end) and len(stem) > len(end) + 2), 0)
            stem = stem[: len(stem) - cut]
        self[word] = stem = stem[:_STEM]
        return stem

    def significant(self, text: str) -> dict[str, str]:
        """Return the words of a text that are not small, by stem; the first of several with one stem.

        >>> Words("en").significant("Voting must be free, and so must the vote.")
        {'fre': 'free', 'vot': 'voting'}
        """
        found = {self[word]: word for word in reversed(_WORD.findall(text.lower()))}
        found.pop("", None)
        return dict(reversed(found.items()))


def known(language: str) -> str:
    """Return the language of a BCP 47 tag if its small words are listed, else "".

    >>> known("en-GB"), known("fr")
    ('en', '')
    """
    primary = language.partition("-")[0].lower()
    return primary if primary in _SMALL else ""
