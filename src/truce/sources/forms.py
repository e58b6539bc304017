"""Which form saved news is in, told by its bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD = 65_536  # bytes looked at


class Form(StrEnum):
    """The forms that can be told apart; those from `IMAGE` on cannot be read."""

    EMPTY = "empty file"
    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "web page"
    FEED = "RSS or Atom feed"
    JSON = "JSON"
    MHTML = "web page saved as MHTML"
    MAIL = "e-mail"
    PDF = "PDF"
    DOCX = "Word document"
    ZIP = "ZIP archive"
    GZIP = "gzip file"
    WARC = "web archive"
    IMAGE = "picture"
    MEDIA = "sound or film"
    OFFICE = "Office document"
    XML = "XML"
    BINARY = "binary file"


UNREADABLE = frozenset({Form.EMPTY, Form.IMAGE, Form.MEDIA, Form.OFFICE, Form.XML, Form.BINARY})

SIGNS: tuple[tuple[re.Pattern[bytes], Form], ...] = (
    (re.compile(rb"%PDF-"), Form.PDF),
    (re.compile(rb"WARC/[01]\."), Form.WARC),
    (re.compile(rb"\x1f\x8b"), Form.GZIP),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), Form.ZIP),
    (
        re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|BM.{4}\x00\x00|II\*\x00|MM\x00\*|RIFF.{4}WEBP|\x00\x00\x01\x00", re.DOTALL),
        Form.IMAGE,
    ),
    (re.compile(rb"ID3[\x02-\x04]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3", re.DOTALL), Form.MEDIA),
    (re.compile(rb"\xd0\xcf\x11\xe0|\{\\rtf"), Form.OFFICE),
)
PDF_BELOW = re.compile(rb"[\r\n]%PDF-\d\.\d")  # a PDF may have a few lines of anything before it
WORD = re.compile(rb"word/(?:document|_rels)")
OTHER_OFFICE = re.compile(rb"(?:xl|ppt)/|mimetypeapplication/(?:vnd\.oasis|epub)")
# Line of a mail's or MHTML file's header; those that only a mail program writes make it one.
HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t].*|[ \t]+\S.*")
MAIL_ONLY = re.compile(
    rb"(?:Return-Path|Received|MIME-Version|Message-ID|Delivered-To|X-Mailer|DKIM-Signature|Content-Type):", re.IGNORECASE
)
SAVED_PAGE = re.compile(rb"multipart/related|Snapshot-Content-Location|text/html", re.IGNORECASE)
BLANKS = b"\xef\xbb\xbf \t\r\n\f"
COMMENTS = re.compile(rb"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
FEED_ROOT = re.compile(rb"<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
XML_HEAD = re.compile(rb"<\?xml.*?\?>\s*(?:<!DOCTYPE[^>]*>\s*|<!--.*?-->\s*|<\?.*?\?>\s*)*", re.DOTALL | re.IGNORECASE)
HTML_ROOT = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|section|main|div|header|h[1-6]|p|table|center|font|a|b|i|br|span|img|ul)\b",
    re.IGNORECASE,
)
# A line of front matter: a field, a list's item, a value that runs on, a comment, a blank
FRONT_MATTER_LINE = re.compile(rb"[\w.-][\w .-]*:.*|-[ \t].*|[ \t].*|#.*|")
LONGEST_FRONT_MATTER = 200  # lines
# Marks of Markdown; text with two kinds of them is Markdown.
MARKDOWN = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"(?<!\\)!?\[[^\]\[\n]{1,300}\]\((?:https?:|/|#|\.)[^)\s]{0,500}\)"),
    re.compile(rb"(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])"),
)


def detect_form(head: bytes, content_type: str | None = None) -> Form:
    """The form of a file or page that begins with these bytes; what the sender calls it settles only what they leave open."""
    for sign, form in SIGNS:
        if sign.match(head):
            return detect_archive(head) if form is Form.ZIP else form
    if PDF_BELOW.search(head[:1024]):
        return Form.PDF
    bare = head.lstrip(BLANKS)
    if not bare:
        return Form.EMPTY
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        bare = head.decode("utf-16", "replace").lstrip("\ufeff \t\r\n").encode()
    elif is_binary(head):
        return Form.BINARY
    return detect_text(bare, content_type)


def detect_archive(head: bytes) -> Form:
    """Which kind of ZIP file begins so: Word's and other programs' documents are ZIP files too."""
    if WORD.search(head):
        return Form.DOCX
    if OTHER_OFFICE.search(head):
        return Form.OFFICE
    return Form.DOCX if b"[Content_Types].xml" in head[:100] else Form.ZIP


def is_binary(head: bytes) -> bool:
    """Whether there are bytes that no text holds."""
    return b"\0" in head or sum(byte < 9 or 13 < byte < 27 for byte in head[:8192]) > 0


def detect_text(bare: bytes, content_type: str | None) -> Form:
    """The form of what is text, without blanks before it."""
    marked = bare[COMMENTS.match(bare).end() :]  # type: ignore[union-attr]
    if xml := XML_HEAD.match(marked):
        return detect_markup(marked[xml.end() :], Form.XML)
    if marked.startswith(b"<"):
        return detect_markup(marked, Form.TEXT)
    if marked != bare:  # only a web page opens with a comment
        return Form.HTML
    if re.match(rb'\{\s*["}]|\[\s*[{\]]', bare):
        return Form.JSON
    if mail := detect_mail(bare):
        return mail
    if has_front_matter(bare) or sum(bool(mark.search(bare)) for mark in MARKDOWN) >= 2:
        return Form.MARKDOWN
    return Form.HTML if "html" in (content_type or "") else Form.TEXT


def has_front_matter(bare: bytes) -> bool:
    """Whether a text opens with fields between two lines of dashes."""
    lines = [line.rstrip() for line in bare.split(b"\n", LONGEST_FRONT_MATTER + 1)[:LONGEST_FRONT_MATTER]]
    if lines[0] != b"---":
        return False
    end = next((place for place, line in enumerate(lines[1:], start=1) if line in (b"---", b"...")), 0)
    return end > 1 and all(FRONT_MATTER_LINE.fullmatch(line) for line in lines[1:end])


def detect_markup(marked: bytes, otherwise: Form) -> Form:
    """The form of what begins with a tag."""
    if FEED_ROOT.match(marked):
        return Form.FEED
    return Form.HTML if HTML_ROOT.match(marked) else otherwise


def detect_mail(bare: bytes) -> Form | None:
    """Whether a text begins with a mail's header, which a press release with `From:` and `Date:` does not."""
    lines = bare.removeprefix(b"From ").split(b"\n")[: 60 if bare.startswith(b"From ") else 40]
    header = []
    for line in lines[1:] if bare.startswith(b"From ") else lines:
        if not line.strip():
            break
        if not HEADER.fullmatch(line.rstrip(b"\r")):
            return None
        header.append(line)
    text = b"\n".join(header)
    if len(header) < 2 or not any(MAIL_ONLY.match(line) for line in header):
        return None
    is_saved = re.search(
        rb"^Snapshot-Content-Location:|Saved by (?:Blink|Windows|Mozilla|Microsoft)", text, re.MULTILINE | re.IGNORECASE
    )
    is_related = re.search(
        rb"^Content-Type:\s*multipart/related[^\n]*(?:\n[ \t][^\n]*)*text/html", text, re.MULTILINE | re.IGNORECASE
    )
    has_reader = re.search(rb"^(?:To|Delivered-To|Received|Return-Path|Message-ID):", text, re.MULTILINE | re.IGNORECASE)
    return Form.MHTML if is_saved or (is_related and not has_reader) else Form.MAIL
