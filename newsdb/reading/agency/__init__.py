"""Read the items of news agencies: NITF, NewsML 1 and NewsML-G2."""
