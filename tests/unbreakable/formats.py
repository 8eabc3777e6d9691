"""A small file of each format that a fuzzer may begin with; what readers make of such is claimed in tests/reading."""

STORY = "Le maire Karim Naciri a inauguré hier le marché couvert. « Nous avons attendu dix ans », a déclaré M. Naciri."
PAGE = f"""<!DOCTYPE html>
<html lang="fr"><head><title>Le marché</title><meta property="og:title" content="Le marché ouvre"></head>
<body><article><h1>Le marché ouvre</h1><time datetime="2024-05-01">1er mai 2024</time>
<p>{STORY}</p><p>{STORY}</p></article></body></html>
"""
FEED = f"""<rss version="2.0"><channel><title>Le Matin</title>
<item><title>Le marché ouvre</title><guid>1</guid><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>
<description>{STORY}</description></item></channel></rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Matin</title>
<entry><title>Le marché ouvre</title><id>1</id><updated>2024-05-01T10:00:00Z</updated>
<content>{STORY}</content></entry></feed>
"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lematin.example/1</loc><n:news>
<n:publication><n:name>Le Matin</n:name><n:language>fr</n:language></n:publication>
<n:publication_date>2024-05-01</n:publication_date><n:title>Le marché ouvre</n:title></n:news></url></urlset>
"""
NITF = f"""<nitf><head><title>Le marché</title></head><body>
<body.head><hedline><hl1>Le marché ouvre</hl1></hedline></body.head>
<body.content><p>{STORY}</p></body.content></body></nitf>
"""
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1">
<contentMeta><headline>Le marché ouvre</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<body><p>{STORY}</p></body></html></inlineXML></contentSet></newsItem>
"""
WARC = f"""WARC/1.0\r
WARC-Type: resource\r
WARC-Target-URI: https://lematin.example/1\r
Content-Type: text/html\r
Content-Length: {len(PAGE.encode())}\r
\r
{PAGE}\r
\r
"""

ONE_OF_EACH: dict[str, bytes] = {
    "page.html": PAGE.encode(),
    "feed.xml": FEED.encode(),
    "atom.xml": ATOM.encode(),
    "sitemap.xml": SITEMAP.encode(),
    "item.nitf": NITF.encode(),
    "item.newsml": NEWSML.encode(),
    "crawl.warc": WARC.encode(),
    "export.jsonl": f'{{"title": "Le marché ouvre", "text": "{STORY}", "publish_date": "2024-05-01"}}\n'.encode() * 2,
    "export.csv": f'title,text,date\nLe marché ouvre,"{STORY}",2024-05-01\n'.encode(),
    "plain.txt": f"Le marché ouvre\n\nPar Samira Alami\n\n{STORY}\n".encode(),
}
