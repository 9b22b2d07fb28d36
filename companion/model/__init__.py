"""The nouns of Sincerely: frozen msgspec Structs with constraints, and no I/O.

In: nothing. Out: every other room's vocabulary (DESIGN §3). May not import any other room.
A stored noun derives from `Document`; the store alone changes `version`.
"""
