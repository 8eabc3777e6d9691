"""`python -m newsdb` is the `newsdb` command."""

from newsdb.cli import main

main()
