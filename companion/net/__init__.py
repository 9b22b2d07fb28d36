"""The only door to the outside: web addresses through `Fetcher`, the person's Ollama through `Model`.

In: public http(s) addresses, prompts. Out: `Response` with a bounded body, or a typed NetError/TooLarge/ModelError.
May not touch: the store, profiles, logs of URLs. Security boundary: no packet leaves for an address that is not public
(the one exception is the Ollama address the person configured), and no body grows past its cap, decompressed.
"""

from companion.net.address import is_public, public_addresses
from companion.net.fetcher import Fetcher, HttpFetcher, Limits, Response
from companion.net.ollama import Model, OllamaModel

__all__ = ["Fetcher", "HttpFetcher", "Limits", "Model", "OllamaModel", "Response", "is_public", "public_addresses"]
