"""The MCP server over the whole pipeline: the person's own assistant may do what the dashboard does, but never send.

In: tool calls of an MCP client. Out: structured answers. Boundary: text of job ads reaches the client only inside
`UntrustedText`, marked as data; submission can only be requested, and waits for the person's approval in the dashboard.
"""

from companion.agents.mcp.mount import mounted
from companion.agents.mcp.server import mcp_server
from companion.agents.mcp.stdio import bridge

__all__ = ["bridge", "mcp_server", "mounted"]
