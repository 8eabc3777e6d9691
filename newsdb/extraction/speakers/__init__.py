"""Who spoke: whom a phrase beside reported words means, and who is meant where none stands beside them."""
