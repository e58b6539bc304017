"""E-mails and pages saved as MHTML, which have an e-mail's shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from truce.errors import InputError
from truce.records import Basis
from truce.sources.forms import UNREADABLE, detect_form
from truce.sources.pages import Known, Page

NO_BODY = "the mail has no text in it"
NO_PAGE = "no web page is found in it"
ADDRESSED = re.compile(r"^(?:(?:re|aw|fwd?|wg|tr)\s*:\s*|\[[\w .-]{2,30}\]\s*)+", re.IGNORECASE)


def unpack_mail(page: Page) -> Iterator[Page | InputError]:
    """The mail's own text as a page, then each attachment that can be read, as `mail.eml!report.pdf`.

    The subject is the title, the sender the publisher, and the day is the sender's, in the time zone of the mail.
    """
    message = parse(page.raw)
    body = message.get_body(preferencelist=("plain", "html"))
    attached = list(message.iter_attachments()) if message.is_multipart() else []
    if isinstance(body, EmailMessage) and (raw := body_bytes(body)).strip():
        yield replace(
            page, raw=raw, content_type=f"{body.get_content_type()}; charset=utf-8", known=to_known(message, page), is_story=True
        )
    elif not attached:
        yield InputError(page.origin, NO_BODY)
    for place, part in enumerate(attached, start=1):
        raw = payload(part)
        if raw and detect_form(raw[:65_536]) not in UNREADABLE:
            name = re.sub(r"[\\/!\0]", "_", part.get_filename() or f"attachment-{place}")
            yield replace(page, raw=raw, path=f"{page.origin}!{name}", content_type=part.get_content_type(), known=Known())


def unpack_mhtml(page: Page) -> Page | InputError:
    """The web page that a browser saved as MHTML, with the address that it was saved from."""
    message = parse(page.raw)
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not parts:
        return InputError(page.origin, NO_PAGE)
    address = str(message.get("Snapshot-Content-Location") or parts[0].get("Content-Location") or "").strip()
    url = address if address.startswith(("http://", "https://")) else page.url
    charset = parts[0].get_content_charset()
    content_type = f"text/html; charset={charset}" if charset else "text/html"
    return replace(
        page, raw=payload(parts[0]), url=url, content_type=content_type, fetched_at=sent_at(message) or page.fetched_at
    )


def parse(raw: bytes) -> EmailMessage:
    """The message, its headers decoded; a line that a mailbox file puts before it is left out."""
    if raw.startswith(b"From "):
        raw = raw.split(b"\n", 1)[-1]
    return message_from_bytes(raw, policy=policy.default.clone(raise_on_defect=False))


def body_bytes(body: EmailMessage) -> bytes:
    """The text of a mail's body in UTF-8; lines that the sender's program broke to fit a width are joined again."""
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeError, MessageError, ValueError):  # an unknown charset or a broken encoding
        text = payload(body).decode("utf-8", "replace")
    if body.get_content_type() == "text/plain" and body.get_param("format") == "flowed":
        text = re.sub(r"(?<=\S) \r?\n(?!-- )(?=\S)", " ", text)
    return text.encode("utf-8", "replace")


def payload(part: EmailMessage) -> bytes:
    """The bytes of one part; a mail within the mail as a whole."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else b""
    value = part.get_payload(decode=True)
    return value if isinstance(value, bytes) else b""


def to_known(message: EmailMessage, page: Page) -> Known:
    """What the header tells of the report in the mail."""
    subject = " ".join(str(message.get("Subject") or "").split())
    name, address = parseaddr(str(message.get("From") or ""))
    sent = sent_at(message)
    return Known(
        title=ADDRESSED.sub("", subject) or None,
        publisher=name or address.rpartition("@")[2] or None,
        published=sent.date().isoformat() if sent else None,
        basis=Basis.METADATA,
    )


def sent_at(message: EmailMessage) -> datetime | None:
    """When the mail was sent or the page saved, in the sender's time zone."""
    try:
        return parsedate_to_datetime(str(message.get("Date")))
    except (TypeError, ValueError):
        return None
