"""Local clones of application systems, written from public facts. Each records what it received and can misbehave."""
