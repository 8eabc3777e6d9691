"""What may be a name: the words of a language that name, the places where they stand, the grammar around them."""
