"""What is asked of a language model: Jinja templates, each with its version, over text that is fenced.

In: the name of a task and its values. Out: a `Prompt`. Boundary: whatever strangers wrote (a job ad, a form's question)
goes in through `fenced` only. It is data between marks that it cannot write itself, and it never stands in the system
part. Pure: Jinja, no I/O but its own templates, no room imported.
"""

from companion.prompts.fence import fenced, plain
from companion.prompts.prompt import Prompt, prompt

__all__ = ["Prompt", "fenced", "plain", "prompt"]
