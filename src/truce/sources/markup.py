"""HTML as a tree, with the words that a reader would see in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from truce.sources.decoding import Decoded, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEAD = 4_096  # bytes in which a page declares its encoding; the standard asks for 1,024, pages need more
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
SENT_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
# Pictures that a saved page carries within itself; they are of no use here and may be most of the file.
EMBEDDED = re.compile(rb"data:[\w/+.-]+(?:;[\w=-]+)*;base64,[A-Za-z0-9+/=%\s]{200,}")
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
UNSEEN = frozenset("script style noscript template svg button select input textarea iframe object head title".split())
HIDDEN_CLASS = re.compile(r"\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|hidden|offscreen|u-hide\w*)\b", re.IGNORECASE)


def decode_html(raw: bytes, content_type: str | None = None) -> Decoded | None:
    """The text of a page, in the encoding that it is sent, marked or declared in."""
    sent = SENT_CHARSET.search(content_type or "")
    declared = CHARSET.search(raw[:HEAD])
    name = sent[1] if sent else declared[1].decode("ascii") if declared else None
    return decode(EMBEDDED.sub(b"data:,", raw), declared=name)


def parse_html(text: str) -> HtmlElement | None:
    """The tree of a page, None where there is none."""
    import lxml.html
    from lxml.etree import ParserError

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except ParserError:  # nothing but blanks and comments
        return None


def seen_text(element: HtmlElement) -> str:
    """The words of an element as a reader sees them, in one line: no scripts, buttons, nor what is kept for machines."""
    return " ".join("".join(piece or " " for piece in walk_blocks(element)).split())


def all_paragraphs(tree: HtmlElement) -> list[str]:
    """Every block of a page that is all story, a feed's entry or a mail, as one line each."""
    lines, line = [], ""
    for piece in [*walk_blocks(tree), None]:
        if piece is None:
            lines.append(" ".join(line.split()))
            line = ""
        else:
            line += piece
    return [line for line in lines if line]


def walk_blocks(element: HtmlElement) -> Iterator[str | None]:
    """The seen text below an element in order, with None wherever a block begins or ends; any depth of nesting will do."""
    from lxml.etree import iterwalk

    walk = iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if not is_seen(inner):
                walk.skip_subtree()
            else:
                if inner.tag in BLOCKS:
                    yield None
                yield inner.text or ""
        else:
            if inner.tag in BLOCKS:
                yield None
            if inner is not element:
                yield inner.tail or ""


def is_seen(element: HtmlElement) -> bool:
    """Whether an element is shown: not a script or button, not hidden by attribute or by the usual classes."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return not HIDDEN_CLASS.search(element.get("class") or "")
