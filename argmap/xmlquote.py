"""Text in XML: the one place where it is quoted, for figures, Office files and argument formats alike."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # not characters of XML 1.0


def quote(text: str) -> str:
    r"""Return a text as the value of an attribute, with its quotation marks; line ends survive.

    >>> print(quote('a "b" <c> & d\n'))
    "a &quot;b&quot; &lt;c&gt; &amp; d&#10;"
    """
    marks = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return f'"{escape(legal(text), marks)}"'


def content(text: str) -> str:
    r"""Return a text as the content of an element.

    >>> content("</text><script> & ]]> c\r\x00")
    '&lt;/text&gt;&lt;script&gt; &amp; ]]&gt; c&#13;\ufffd'
    """
    return escape(legal(text), {"\r": "&#13;"})


def legal(text: str) -> str:
    r"""Return text with every character that XML 1.0 forbids replaced; the text of Office files needs no more quoting.

    >>> legal("a\x0bb")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)
