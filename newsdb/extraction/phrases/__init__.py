"""The phrases that may name a speaker, and the words of speech that they stand beside."""
