"""The companion's face on loopback: the gate, pairing, the API of PROTOCOL.md, and the dashboard.

In: `Services` (companion/agents). Out: one ASGI application. It decides nothing about jobs, resumes or forms: it asks
the agents and shows what is stored. Only the paired extension and the person's own browser session get past its door.
"""

from companion.web.app import create_app
from companion.web.pairing import Code, Pairing
from companion.web.sessions import Links

__all__ = ["Code", "Links", "Pairing", "create_app"]
