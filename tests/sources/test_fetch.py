"""`truce fetch` and `truce feeds` as a user runs them, against a real server on loopback."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from truce.cli.app import app

Truce = Callable[..., Result]


@pytest.fixture
def truce(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Truce:
    """Runs a command in an empty folder; `fetch` goes to loopback, without pauses."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRUCE_DB", raising=False)

    def run(*words: str, stdin: str | None = None) -> Result:
        manners = ("--allow-private", "--pause", "0") if words[0] == "fetch" else ()
        return CliRunner().invoke(app, [*words, *manners], input=stdin, catch_exceptions=False)

    return run


def story(town: str, killed: int = 12) -> str:
    """A page with a report that names a town."""
    filler = "Residents said that the shelling began at dawn and went on for several hours, and that rescue teams were at work. "
    return f"""<!doctype html><html lang="en"><head><title>Shelling hits {town} - Valley Courier</title>
<meta property="og:title" content="Shelling hits {town}"><meta property="og:site_name" content="Valley Courier">
<meta property="article:published_time" content="2024-10-30T09:00:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Shelling hits {town}</h1>
<p>{town.upper()} (AFP) — Shelling killed {killed} people in {town} on Wednesday, the health ministry said.</p>
<p>{filler}</p><p>{filler}</p><p>{filler}</p><p>Talks about a ceasefire go on, officials said.</p></article></body></html>"""


def feed(*items: tuple[str, str]) -> str:
    """An RSS feed of addresses with their days."""
    entries = "".join(f"<item><title>{url}</title><link>{url}</link><pubDate>{day}</pubDate></item>" for url, day in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Valley Courier</title>{entries}</channel></rss>'


def rows(query: str) -> list[Any]:
    """What the database says."""
    with closing(sqlite3.connect("data/truce.db")) as connection:
        return connection.execute(query).fetchall()


def towns() -> list[str]:
    """The towns of the stored articles, in order."""
    return [title.rpartition(" ")[2] for (title,) in rows("SELECT title FROM articles ORDER BY id")]


OCTOBER, NOVEMBER = "Wed, 30 Oct 2024 08:00:00 GMT", "Fri, 01 Nov 2024 08:00:00 GMT"


def test_a_page_is_archived_extracted_and_stored(site: Any, truce: Truce) -> None:
    url = site.page("/a", story("Tyre"))
    result = truce("fetch", url)
    assert (result.exit_code, result.stdout) == (0, "data/truce.db: 1 new, 0 updated, 0 unchanged, 0 failed\n")
    assert rows("SELECT url, title, publisher, agency, published, published_basis, language FROM articles") == [
        (url, "Shelling hits Tyre", "Valley Courier", "AFP", "2024-10-30", "metadata", "en")
    ]
    assert rows("SELECT low, outcome FROM casualties") == [(12, "killed")]
    [archive] = Path("data/archive").iterdir()
    assert archive.name.endswith(".warc.gz")


def test_the_archive_alone_gives_the_same_articles_again(site: Any, truce: Truce) -> None:
    site.page("/a", story("Tyre"), Content_Type="text/plain")
    site.page("/b", story("Sidon"))
    truce("fetch", site.url + "/a", site.url + "/b")
    result = truce("ingest", "data/archive")
    assert "0 new, 0 updated, 2 unchanged, 0 failed" in result.stdout
    fresh = truce("ingest", "data/archive", "--db", "other.db")
    assert "2 new" in fresh.stdout


def test_lists_in_the_archive_are_no_reports(site: Any, truce: Truce) -> None:
    truce("fetch", site.page("/rss", feed((site.page("/Tyre", story("Tyre")), OCTOBER))))
    assert "0 new, 0 updated, 1 unchanged, 0 failed" in truce("ingest", "data/archive").stdout


def test_what_has_not_changed_is_unchanged_and_what_has_is_a_new_version(site: Any, truce: Truce) -> None:
    pages = {"tag": '"v1"', "text": story("Tyre")}

    def reply(visit: Any) -> None:
        if visit.headers.get("if-none-match") == pages["tag"]:
            visit.answer(304)
        else:
            visit.answer(200, pages["text"].encode(), ETag=pages["tag"], Content_Type="text/html")

    url = site.reply("/a", reply)
    truce("fetch", url)
    assert "0 new, 0 updated, 1 unchanged" in truce("fetch", url).stdout
    pages.update(tag='"v2"', text=story("Tyre", killed=15))
    assert "0 new, 1 updated, 0 unchanged" in truce("fetch", url).stdout
    assert rows("SELECT version, is_current FROM articles ORDER BY id") == [(1, 0), (2, 1)]


def test_a_last_modified_date_is_remembered_too(site: Any, truce: Truce) -> None:
    url = site.page("/a", story("Tyre"), Last_Modified=OCTOBER)
    truce("fetch", url)
    truce("fetch", url)
    assert [visit.headers.get("if-modified-since") for visit in site.asked("/a")] == [None, OCTOBER]


def test_what_fails_is_named_and_the_rest_goes_on(site: Any, truce: Truce) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed\n")
    good = site.page("/a", story("Tyre"))
    result = truce("fetch", site.url + "/gone", site.url + "/closed", "ftp://news.example/x", good)
    assert result.exit_code == 3
    assert "1 new, 0 updated, 0 unchanged, 3 failed" in result.stdout
    for words in ("/gone: the server answers 404", "/closed: robots.txt of this site forbids it", "only http and https"):
        assert words in result.stderr


def test_private_addresses_need_leave(site: Any, truce: Truce, tmp_path: Path) -> None:
    url = site.page("/a", story("Tyre"))
    result = CliRunner().invoke(app, ["fetch", url], catch_exceptions=False)
    assert result.exit_code == 3
    assert "leads to the private address 127.0.0.1; --allow-private permits that" in result.stderr
    assert not site.visits


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "text/html", "it is a picture, not a report"),
        (b"\0\1\2\3" * 30, "text/html; charset=utf-8", "binary file"),
        (b"", "text/html", "there is no text in it"),
        (b"<html><body><nav>Home</nav></body></html>", "text/html", "no story is found in it"),
    ],
)
def test_what_is_no_report_is_a_failure_that_says_what_it_is(
    site: Any, truce: Truce, body: bytes, kind: str, reason: str
) -> None:
    url = site.page("/a", body, Content_Type=kind)
    result = truce("fetch", url)
    assert result.exit_code == 3
    assert reason in result.stderr


def test_a_page_is_read_by_its_bytes_whatever_the_server_calls_it(site: Any, truce: Truce) -> None:
    for path, kind in (("/a", "image/png"), ("/b", "text/html; charset=no-such-thing"), ("/c", "application/octet-stream")):
        site.page(path, story(f"Tyre{path[1:]}").replace("AFP", "Ağrı"), Content_Type=kind)
    truce("fetch", site.url + "/a", site.url + "/b", site.url + "/c")
    assert rows("SELECT count(*) FROM articles WHERE text LIKE '%Ağrı%'") == [(3,)]


def test_another_language_is_stored_searchable_and_named(site: Any, truce: Truce) -> None:
    words = "Au moins douze personnes ont été tuées mercredi dans une frappe sur la ville, a annoncé le ministère de la Santé. "
    url = site.page("/fr", f"<html lang=fr><body><article><h1>Frappe sur la ville</h1><p>{words * 4}</p></article></body></html>")
    result = truce("fetch", url)
    assert result.exit_code == 3
    assert "the language is French" in result.stderr
    assert rows("SELECT language, status FROM articles") == [("fr", "not extracted")]
    assert "Frappe" in truce("articles", "--search", "ministère").stdout


def test_addresses_come_from_standard_input(site: Any, truce: Truce) -> None:
    urls = [site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon")]
    truce("fetch", "-", stdin="\n".join([*urls, "", urls[0]]))
    assert towns() == ["Tyre", "Sidon"]


def test_no_address_and_no_feeds_is_wrong_usage(truce: Truce) -> None:
    assert truce("fetch").exit_code == 2
    assert truce("fetch", "--feeds", "--since", "whenever").exit_code == 2


def test_a_feed_or_sitemap_by_its_address_gives_its_pages(site: Any, truce: Truce) -> None:
    pages = [site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon", "Acre")]
    rss = site.page("/rss", feed((pages[0], OCTOBER)), Content_Type="text/plain")
    atom = site.page(
        "/atom",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><link href="{pages[1]}"/></entry></feed>',
    )
    news = site.page(
        "/map", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{pages[2]}</loc></url></urlset>'
    )
    index = site.page("/index", f"<sitemapindex><sitemap><loc>{news}</loc></sitemap></sitemapindex>")
    result = truce("fetch", rss, atom, index)
    assert (result.exit_code, towns()) == (0, ["Tyre", "Sidon", "Acre"])


def test_a_list_that_names_itself_leads_nowhere(site: Any, truce: Truce) -> None:
    url = site.url + "/rss"
    site.page("/rss", feed((url, OCTOBER), (site.page("/Tyre", story("Tyre")), OCTOBER)))
    result = truce("fetch", url)
    assert (result.exit_code, towns()) == (3, ["Tyre"])
    assert "it is a feed or sitemap, not a report" in result.stderr
    index = site.page("/index", f"<sitemapindex><sitemap><loc>{site.url}/index</loc></sitemap></sitemapindex>")
    assert truce("fetch", index).exit_code == 0


def test_followed_feeds_give_what_is_new(site: Any, truce: Truce) -> None:
    first, second = (site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon"))
    url = site.page("/rss", feed((first, OCTOBER)), ETag='"1"')
    truce("feeds", "add", url)
    truce("fetch", "--feeds")
    assert towns() == ["Tyre"]
    site.page("/rss", feed((first, OCTOBER), (second, NOVEMBER)), ETag='"2"')
    truce("fetch", "--feeds")
    assert towns() == ["Tyre", "Sidon"]
    assert len(site.asked("/Tyre")) == 1
    assert [visit.headers.get("if-none-match") for visit in site.asked("/rss")] == [None, '"1"']
    assert rows("SELECT title FROM feeds") == [("Valley Courier",)]


def test_since_leaves_older_reports_alone(site: Any, truce: Truce) -> None:
    old, young = (site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon"))
    truce("feeds", "add", site.page("/rss", feed((old, OCTOBER), (young, NOVEMBER)), ETag='"1"'))
    truce("fetch", "--feeds", "--since", "2024-11")
    assert towns() == ["Sidon"]
    assert not site.asked("/Tyre")
    site.reply("/rss", lambda visit: visit.answer(304))
    truce("fetch", "--feeds")
    assert towns() == ["Sidon", "Tyre"]


def test_a_limit_leaves_the_rest_waiting(site: Any, truce: Truce) -> None:
    pages = [site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon", "Acre")]
    truce("feeds", "add", site.page("/rss", feed(*((page, OCTOBER) for page in pages)), ETag='"1"'))
    assert "2 pages wait" in truce("fetch", "--feeds", "--limit", "1").stderr
    site.reply("/rss", lambda visit: visit.answer(304))
    truce("fetch", "--feeds")
    assert towns() == ["Tyre", "Sidon", "Acre"]


def test_a_feed_that_cannot_be_had_stops_no_other(site: Any, truce: Truce) -> None:
    truce(
        "feeds", "add", site.url + "/gone", site.page("/page", '<html><link type="application/rss+xml" href="/rss"><p>Hi</html>')
    )
    truce("feeds", "add", site.page("/rss", feed((site.page("/Tyre", story("Tyre")), OCTOBER))))
    result = truce("fetch", "--feeds")
    assert (result.exit_code, towns()) == (3, ["Tyre"])
    assert "/gone: the server answers 404" in result.stderr
    assert f"this is neither a feed nor a sitemap; its page offers {site.url}/rss" in result.stderr
    listed = json.loads(truce("feeds", "list", "--format", "json").stdout)
    assert [feed["failure"] is None for feed in listed] == [False, False, True]


def test_a_page_that_fails_is_tried_again_in_later_runs_but_not_for_ever(site: Any, truce: Truce) -> None:
    truce("feeds", "add", site.page("/rss", feed((site.url + "/late", OCTOBER))))
    for _ in range(5):
        truce("fetch", "--feeds")
    assert len(site.asked("/late")) == 3


def test_feeds_are_added_listed_and_removed(truce: Truce) -> None:
    assert truce("feeds", "add", "https://a.example/rss", "https://b.example/atom#top").stdout.endswith("2 added; 2 followed\n")
    assert "0 added, 1 known already" in truce("feeds", "add", "https://a.example/rss").stdout
    assert truce("feeds", "add", "a.example/rss").exit_code == 2
    assert "https://b.example/atom" in truce("feeds", "list").stdout
    assert truce("feeds", "remove", "1", "https://b.example/atom").exit_code == 0
    assert truce("feeds", "remove", "7").exit_code == 1
    assert "No feeds are followed yet" in truce("feeds", "list").stderr


def test_feeds_go_out_as_opml_and_come_in_again(truce: Truce, tmp_path: Path) -> None:
    truce("feeds", "add", "https://a.example/rss?x=1&y=2", "--title", 'The "Courier" & Co')
    assert truce("feeds", "export", "out.opml").exit_code == 0
    assert truce("feeds", "export").stdout == Path("out.opml").read_text(encoding="utf-8")
    truce("feeds", "import", "out.opml", "--db", "other.db")
    listed = json.loads(truce("feeds", "list", "--format", "json", "--db", "other.db").stdout)
    assert [(feed["url"], feed["title"]) for feed in listed] == [("https://a.example/rss?x=1&y=2", 'The "Courier" & Co')]


def test_opml_in_folders_is_read_and_what_is_no_address_is_named(truce: Truce) -> None:
    outlines = (
        '<outline text="World"><outline text="A" xmlUrl="https://a.example/rss"/></outline><outline xmlUrl="file:///etc/x"/>'
    )
    Path("in.opml").write_text(f"<opml version='2.0'><body>{outlines}</body></opml>", encoding="utf-8")
    result = truce("feeds", "import", "in.opml")
    assert (result.exit_code, result.stdout) == (3, "data/truce.db: 1 added; 1 followed\n")
    assert "file:///etc/x: only http and https" in result.stderr
    Path("page.html").write_text("<html></html>", encoding="utf-8")
    assert truce("feeds", "import", "page.html").exit_code == 1


@pytest.fixture
def killed(site: Any) -> Iterator[Callable[..., None]]:
    """Runs a command in a process of its own and kills it once the server is asked for a path."""
    reached, go_on = threading.Event(), threading.Event()

    def block(visit: Any) -> None:
        reached.set()
        go_on.wait(300)

    def run(path: str, *words: str) -> None:
        before, site.pages[path] = site.pages[path], block
        command = [sys.executable, "-m", "truce", *words, "--allow-private", "--pause", "0"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
            assert reached.wait(300)
            os.kill(process.pid, signal.SIGKILL)
        go_on.set()
        site.pages[path] = before

    yield run
    go_on.set()


def test_a_run_that_was_killed_goes_on_where_it_stood(site: Any, truce: Truce, killed: Callable[..., None]) -> None:
    urls = [site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon", "Acre")]
    killed("/Acre", "fetch", *urls)
    result = truce("fetch", *urls)
    assert "1 new, 0 updated, 2 unchanged, 0 failed" in result.stdout
    assert [len(site.asked(f"/{town}")) for town in ("Tyre", "Sidon", "Acre")] == [1, 1, 2]
    assert towns() == ["Tyre", "Sidon", "Acre"]
    truce("fetch", *urls)  # that run came to its end: now the pages are asked for anew
    assert [len(site.asked(f"/{town}")) for town in ("Tyre", "Sidon", "Acre")] == [2, 2, 3]


def test_a_killed_run_over_feeds_forgets_no_page(site: Any, truce: Truce, killed: Callable[..., None]) -> None:
    urls = [site.page(f"/{town}", story(town)) for town in ("Tyre", "Sidon", "Acre")]
    truce("feeds", "add", site.page("/rss", feed(*((url, OCTOBER) for url in urls)), ETag='"1"'))
    killed("/Sidon", "fetch", "--feeds")
    site.reply("/rss", lambda visit: visit.answer(304))
    truce("fetch", "--feeds")
    assert towns() == ["Tyre", "Sidon", "Acre"]
    assert len(site.asked("/Tyre")) == 1
    assert truce("verify").exit_code == 0


def test_what_is_in_the_archive_unread_is_not_fetched_again(site: Any, truce: Truce) -> None:
    url = site.page("/Tyre", story("Tyre"))
    truce("fetch", url)
    with closing(sqlite3.connect("data/truce.db")) as connection, connection:  # as a kill before reading leaves it
        connection.execute("UPDATE fetches SET status = 'kept'")
        connection.execute("DELETE FROM articles")
    assert "1 new" in truce("fetch", url).stdout
    assert len(site.asked("/Tyre")) == 1
