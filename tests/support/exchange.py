"""One small map with every kind of link and nasty texts, for golden files of other formats."""

from __future__ import annotations

NASTY = """\
title: 'Ports & "walls" <b>'
language: en
authors: [Ada, Bo]
license: MIT
thesis: open
groups:
  trade: {title: 'Trade & <i>work</i>', color: "#07a", note: About money.}
claims:
  open: {text: The harbour should stay open., kind: policy}
  work:
    text: "It feeds a third\\nof the town; \\"everybody\\" knows \\\\N &amp; <script>alert(1)</script>."
    group: trade
    tags: [money, jobs]
    credence: 0.75
    quote: A third of us live by the harbour.
    at: 4
    note: Counted in 2019.
  feed: {text: What feeds a town should be kept., group: trade, implicit: true}
  noise: {text: Es ist zu laut — sagt man., status: rejected, url: "https://example.org/?a=1&b=2"}
  deaf: {text: הרעש נמדד רק ביום אחד., by: Bo}
  later: {text: "=1+1 - one day is enough."}
links:
  - {from: [work, feed], supports: open, scheme: practical reasoning}
  - {id: loud, from: noise, attacks: open, strength: 0.5, note: Everybody says so.}
  - {from: deaf, undercuts: loud, cue: only}
  - {id: enough, from: later, undercuts: deaf undercuts loud}
"""
