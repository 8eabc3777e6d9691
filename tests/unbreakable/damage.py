"""Damage files as a fuzzer that knows formats would: marks of the format put in, parts cut, repeated and swapped."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from tests.unbreakable.formats import ONE_OF_EACH

_LETTERS = (
    "\u00ad",
    "\u0301",
    "\u00a8",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\x00",
    "\x85",
    "\r",
    "\t",
    "İ",
    "😀",
    "_",
)
ANY = (*(letter.encode() for letter in _LETTERS), b"\xff", b"\xed\xa0\x80", b"1", b"9999-99-99", b"0000-00-00", b"-1")
_REFERENCES = (
    *(b"&#0;", b"&#x110000;", b"&#99999999999999999999;", b"&#xD800;", b"&#55357;&#56832;", b"&#x1F600;", b"&#x85;"),
    *(b"&#", b"&#x;", b"&#;", b"&amp;#xD800;", b"&amp;#x110000;", b"&eacute;", b"&nope;", b"&shy;", b"&", b"&lt;p&gt;"),
    *(b"&" + b"#" + b"9" * 5000 + b";",),
)
_TAGS = (
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<p>",
        b"</p>",
        b"<br>" * 50,
        b"<div>" * 300,
        b"<b><i>" * 1200,
        b"<a href='",
        b"<title/>",
    ),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"?>", b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE x>"),
    *(
        b"<!ENTITY a 'b'>",
        b'"',
        b"'",
        b"=",
        b":",
        b" lang=''",
        b" xml:lang='x'",
        b" xmlns='x'",
        b" xmlns:a=''",
        b"<a:b>",
    ),
)
_OF_PAGES = (
    *(b"<h1>", b"<article>", b"</article>", b"<script>", b"</script>", b"<table><tr><td>", b"<base href='//['>"),
    *(
        b"<meta charset=x>",
        b"<meta charset=utf-7>",
        b"<time datetime='9999-99-99'>",
        b"<link rel=canonical href='http://['>",
    ),
    *(
        b"<meta property='og:site_name' content='",
        b"<meta name=author content='",
        b"<meta property='og:url' content='//[x'>",
    ),
    *(
        b"<script type='application/ld+json'>" + data + b"</script>"
        for data in (
            b'{"@type":[],"headline":{}}',
            b'{"@graph":[[[]]],"author":[[1]],"datePublished":5}',
            b'{"@type":"NewsArticle","headline":"\\ud800","author":{"name":null},"publisher":["\\u00ad"]}',
            b"[" * 5000,
            b"1" * 5000,
        )
    ),
)
_OF_JSON = (
    *(b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"\n", b"null", b"true", b"NaN", b"1e999", b"-0", b"9" * 5000),
    *(
        b"\\ud800",
        b"\\udc00",
        b"\\u0000",
        b"\\u00ad",
        b"\\u",
        b'"a":',
        b'"date":',
        b'"authors":',
        b'"source":',
        b'{"a":[' * 3000,
    ),
    *(
        b'"source":"\\u00ad Le Matin",',
        b'"authors":[null,{"name":1}],',
        b'"url":"http://[",',
        b'"date":1e30,',
        b'"date":-1,',
    ),
)
_OF_TABLES = (
    b",",
    b";",
    b"\t",
    b'"',
    b'""',
    b"\n",
    b"\r\n",
    b"\x00",
    b"authors,",
    b"source,",
    b"url,",
    b"=",
    b"9" * 5000,
)
_OF_CRAWLS = (
    *(b"\r\n", b"\r\n\r\n", b"WARC/1.0\r\n", b"WARC/9.9", b"WARC-Type: response\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
    *(
        b"Content-Length: -1\r\n",
        b"Content-Length: 99999999999\r\n",
        b"Content-Length: \xc2\xb2\r\n",
        b"WARC-Date: x\r\n",
    ),
    *(
        b"WARC-Target-URI: http://[\r\n",
        b"Content-Type: ;charset=\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Transfer-Encoding: chunked\r\n",
    ),
)
_OF_FEEDS = (
    *(b"<item>", b"</item>", b"<entry>", b"</entry>", b"<guid>", b"<pubDate>0</pubDate>", b"<link>http://[</link>"),
    *(
        b"<author>",
        b"<dc:creator>",
        b"<source url='x'>",
        b"<content type='xhtml'>",
        b"<content type='application/octet-stream'>",
    ),
    *(
        b"<content:encoded>",
        b"<summary type='text/plain'>",
        b"<category term=''/>",
        b"<updated>9999-99-99T99:99:99Z</updated>",
    ),
    *(
        b"<media:content>",
        b"<geo:point>",
        b"<georss:polygon>1 2 3",
        b"<itunes:image href=''/>",
        b"<enclosure/>",
        b"</rss>",
    ),
)
_OF_AGENCIES = (
    b"<p xml:lang='x'>",
    b"<byline>",
    b"<person>",
    b"<date.issue norm='99999999'/>",
    b"<hl2>",
    b"<inlineData>",
)
_OF_TEXTS = (
    b"\n",
    b"\n\n",
    b"Par ",
    b"- ",
    b"\xc2\xab ",
    b" \xc2\xbb",
    b" : ",
    b"(",
    b")",
    b"?",
    b"Le 31/02/2024",
    b"M. ",
)

MARKS: Mapping[str, Sequence[bytes]] = {
    "page.html": (*_TAGS, *_REFERENCES, *_OF_PAGES),
    "feed.xml": (*_TAGS, *_REFERENCES, *_OF_FEEDS),
    "atom.xml": (*_TAGS, *_REFERENCES, *_OF_FEEDS),
    "rdf.xml": (*_TAGS, *_REFERENCES, *_OF_FEEDS),
    "sitemap.xml": (*_TAGS, *_REFERENCES, *_OF_FEEDS),
    "item.nitf": (*_TAGS, *_REFERENCES, *_OF_AGENCIES),
    "item.newsml": (*_TAGS, *_REFERENCES, *_OF_AGENCIES),
    "news.newsml": (*_TAGS, *_REFERENCES, *_OF_AGENCIES),
    "message.xml": (*_TAGS, *_REFERENCES, *_OF_AGENCIES),
    "crawl.warc": (*_OF_CRAWLS, *_TAGS, *_REFERENCES, *_OF_PAGES),
    "export.jsonl": (*_OF_JSON, *_REFERENCES),
    "export.json": (*_OF_JSON, *_REFERENCES),
    "own.jsonl": (*_OF_JSON, *_REFERENCES),
    "export.csv": (*_OF_TABLES, *_REFERENCES),
    "dump.txt": (*_OF_TEXTS, *_REFERENCES),
    "plain.txt": (*_OF_TEXTS, *_REFERENCES),
}


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A name, and the file of its format after one to six strokes."""
    name = draw(st.sampled_from(sorted(ONE_OF_EACH)))
    content = ONE_OF_EACH[name]
    places = st.integers(0, len(content))
    for _ in range(draw(st.integers(1, 6))):
        stroke = draw(st.sampled_from(("insert", "insert", "insert", "cut", "repeat", "swap")))
        place, other = draw(places) % (len(content) + 1), draw(places) % (len(content) + 1)
        first, last = min(place, other), max(place, other)
        if stroke == "insert":
            content = content[:place] + draw(st.sampled_from((*ANY, *MARKS[name]))) + content[place:]
        elif stroke == "cut":
            content = content[:first] + content[min(last, first + 60) :]
        elif stroke == "repeat":
            content = content[:last] + content[first:last] + content[last:]
        else:
            middle = (first + last) // 2
            content = content[:first] + content[middle:last] + content[first:middle] + content[last:]
    return name, content
