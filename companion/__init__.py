"""The companion process of Sincerely: everything that thinks, decides and remembers, on the person's own computer."""
