"""Which extension is ours: its id follows from the public key in the manifest, known before it is installed."""

import base64
import hashlib
import json
from pathlib import Path

from companion.files import unpacked_extension


def extension_id(folder: Path | None = None) -> str:
    """The id Chrome gives the extension in `folder`: 32 letters a-p, the first half of the SHA-256 of its key (DER).

    Empty where the manifest holds no key. Source: Chromium, `components/crx_file/id_util.cc`.
    """
    manifest = (folder or unpacked_extension()) / "manifest.json"
    key = json.loads(manifest.read_text(encoding="utf-8")).get("key", "")
    if not key:
        return ""
    digest = hashlib.sha256(base64.b64decode(key)).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
