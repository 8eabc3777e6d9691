"""A small file of each format that a fuzzer may begin with; what readers make of such is claimed in tests/reading."""

import json

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
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="1"><title>Le Matin</title><items><rdf:Seq><rdf:li resource="2"/></rdf:Seq></items></channel>
<item rdf:about="2"><title>Le marché ouvre</title><description>{STORY}</description></item></rdf:RDF>
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
NEWSML_1 = f"""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Le marché ouvre</HeadLine></NewsLines>
<ContentItem><DataContent><p>{STORY}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
"""
MESSAGE = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
{NEWSML}{NEWSML}</itemSet></newsMessage>
"""
DUMP = f"""Le marché ouvre
Publié dans Le Matin le 01 - 05 - 2024
Par Samira Alami
{STORY}
Cliquez ici pour lire l'article depuis sa source.
"""
OWN = {
    "source": "dump.txt",
    "text": f"Le marché ouvre\n{STORY}",
    "article": {"headline": "Le marché ouvre", "authors": [], "author_spans": [], "language": "fr", "subjects": []},
    "segments": [
        {"start": 0, "end": 16, "kind": "headline"},
        {"start": 16, "end": 16 + len(STORY), "kind": "paragraph"},
    ],
}
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
    "rdf.xml": RDF.encode(),
    "sitemap.xml": SITEMAP.encode(),
    "item.nitf": NITF.encode(),
    "item.newsml": NEWSML.encode(),
    "news.newsml": NEWSML_1.encode(),
    "message.xml": MESSAGE.encode(),
    "crawl.warc": WARC.encode(),
    "export.jsonl": f'{{"title": "Le marché ouvre", "text": "{STORY}", "publish_date": "2024-05-01"}}\n'.encode() * 2,
    "export.json": f'[{{"title": "Le marché ouvre", "text": "{STORY}", "authors": ["Samira Alami"]}}]'.encode(),
    "own.jsonl": json.dumps(OWN, ensure_ascii=False).encode() + b"\n",
    "export.csv": f'title,text,date\nLe marché ouvre,"{STORY}",2024-05-01\n'.encode(),
    "dump.txt": DUMP.encode(),
    "plain.txt": f"Le marché ouvre\n\nPar Samira Alami\n\n{STORY}\n".encode(),
}
