"""Privacy: what is kept goes out whole, comes back, is backed up, and goes for good when the person says so.

In: an open store and a place the person chose. Out: typed results to show. May not touch: the network, web, agents.
Nothing is written outside the place given, and nothing in clear inside the data folder.
"""
