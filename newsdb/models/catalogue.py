"""Which tables hold the data: what a load fills, a digest covers and a second load leaves alone."""

# Parents before children. Every load writes in this order, and by id within a table, so that two loaders
# take their locks in the same order. Names come late: a loader that brings a name waits for one that has brought it
# and not yet committed, so the less is left to do after them, the better several loaders work side by side.
DATA_TABLES = (
    "source_file",
    "source_file_name",
    "article_text",
    "outlet",
    "outlet_alias",
    "article",
    "article_version",
    "article_source",
    "text_segment",
    "story_sketch",
    "outlet_appearance",
    "quote",
    "quote_occurrence",
    "person",
    "person_name",
    "organisation",
    "organisation_name",
    "article_author",
    "person_appearance",
    "organisation_appearance",
    "mention",
    "role_claim",
    "quote_attribution",
    "article_reprint",
    "article_story",
)
