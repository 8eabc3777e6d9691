"""What BI tools need to show newsdb: assets and small programs for a checkout, no part of the installed package."""
