"""A mail is its text and its attachments; a page saved as MHTML is the page."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from truce.errors import InputError
from truce.records import Article
from truce.sources.forms import Form, detect_form
from truce.sources.pages import Page
from truce.sources.readers import read_page

PAGES = Path(__file__).with_name("pages")
ENGLISH = "The truce held on Sunday, the council said, and nobody was hurt at the bridge.\n"


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "River Watch <desk@river.example>"
    message["To"] = "all@river.example"
    message["Date"] = "Sun, 03 Nov 2024 23:10:00 -0500"
    message["MIME-Version"] = "1.0"
    for name, value in headers.items():
        message[name] = value
    return message


def read(message: EmailMessage) -> list[Article | InputError]:
    return list(read_page(Page(message.as_bytes(), path="mail.eml")))


def test_the_body_and_each_attachment_that_can_be_read_is_an_article() -> None:
    message = mail(Subject="Re: [river] Bridges")
    message.set_content(ENGLISH)
    message.add_attachment(
        (PAGES / "sitrep.pdf").read_bytes(), maintype="application", subtype="octet-stream", filename="../sitrep.pdf"
    )
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    body, attached = read(message)
    assert isinstance(body, Article)
    assert isinstance(attached, Article)
    assert (body.id, body.title, body.publisher, body.published, body.text) == (
        "mail",
        "Bridges",
        "River Watch",
        "2024-11-03",
        ENGLISH,
    )
    assert (attached.path, attached.title, attached.published) == (
        "mail.eml!.._sitrep.pdf",
        "Karsa Basin: Situation Report No. 12",
        None,
    )


def test_a_mail_in_html_alone_is_read_whole() -> None:
    message = mail(Subject="Bridges")
    message.set_content(f"<html><body><p>{ENGLISH}</p><ul><li>Iron bridge: calm</li></ul></body></html>", subtype="html")
    [article] = read(message)
    assert isinstance(article, Article)
    assert article.text == f"Bridges\n\n{ENGLISH.strip()}\n\nIron bridge: calm"


def test_a_mail_in_another_charset_is_decoded() -> None:
    message = mail(Subject="Caf\u00e9")
    message.set_content("The caf\u00e9 by the river is open, the council said \u2013 truce or not.\n", charset="cp1252")
    [article] = read(message)
    assert isinstance(article, Article)
    assert "caf\u00e9" in article.text
    assert "\u2013" in article.text


def test_a_forwarded_mail_is_read_within_the_mail() -> None:
    inner = mail(Subject="Within")
    inner.set_content(ENGLISH)
    outer = mail(Subject="Fwd: Within")
    outer.set_content("See below, said the desk on Monday, and pass it on to the bridge.\n")
    outer.add_attachment(inner)
    assert [entry.title for entry in read(outer) if isinstance(entry, Article)] == ["Within", "Within"]


@pytest.mark.parametrize(
    "raw",
    [b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\n", b"Received: x\nTo: y\nContent-Type: multipart/mixed\n\n"],
)
def test_a_mail_without_text_is_a_failure(raw: bytes) -> None:
    [failed] = read_page(Page(raw, path="mail.eml"))
    assert isinstance(failed, InputError)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b"From: Ministry\nDate: 3 November\nSubject: Truce\n\nThe truce holds.", Form.TEXT),  # a press release
        (b"Note: this is a list.\nTo: be done\n\nWords.", Form.TEXT),
        (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\nWords.", Form.MAIL),
        (b"From a@b.example Sun Nov  3 10:00:00 2024\nReceived: by x\nTo: c@d.example\n\nWords.", Form.MAIL),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n--x", Form.MHTML),
    ],
)
def test_a_mail_is_told_by_its_header(raw: bytes, form: Form) -> None:
    assert detect_form(raw) is form
