"""Which tables hold the data: what a load fills, a digest covers and a second load leaves alone."""

# Parents before children. Every load writes in this order, and by id within a table, so that two loaders
# take their locks in the same order.
DATA_TABLES = (
    "source_file",
    "source_file_name",
    "article_text",
    "outlet",
    "outlet_alias",
    "person",
    "person_name",
    "organisation",
    "organisation_name",
    "article",
    "article_version",
    "article_source",
    "text_segment",
    "story_sketch",
    "outlet_appearance",
    "article_author",
    "person_appearance",
    "organisation_appearance",
    "mention",
    "role_claim",
    "quote",
    "quote_occurrence",
    "quote_attribution",
    "article_reprint",
    "article_story",
)
