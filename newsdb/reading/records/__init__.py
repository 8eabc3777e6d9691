"""Read one record of a feed, sitemap, crawl or export into a Document; how files are cut, `containers` knows."""
