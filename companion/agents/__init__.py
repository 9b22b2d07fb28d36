"""The three agents that coordinate the rooms: search (page → posting with match), resume, and application.

In: what a person or their extension asked for. Out: stored nouns. The agents hold no rules of their own: reading,
scoring, tailoring, planning and applying are decided in their rooms. Only `web`, `cli` and `demo` sit
further out.
"""

from companion.agents.services import Services

__all__ = ["Services"]
