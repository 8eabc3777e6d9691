"""What people decided about a file, put into its rows before they are written; deciding it is left to decisions."""
