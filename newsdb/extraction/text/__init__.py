"""The words, sentences, lines and quotation marks of a text, before anybody asks what they mean."""
