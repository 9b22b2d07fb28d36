"""The MCP server over the whole pipeline: the person's own assistant may do what the dashboard does, but never send.

In: tool calls of an MCP client. Out: structured answers. Boundary: text of job ads reaches the client only inside
`UntrustedText`, marked as data; submission can only be requested, and waits for the person's approval in the dashboard.
`server.mcp_server` makes it, `mount.mounted` puts it on the companion's address, `stdio.bridge` on stdin and stdout.
"""
