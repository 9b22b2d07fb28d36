"""Real widget libraries from npm, bundled at test time beside where they were installed; never committed."""

import hashlib
import os
import subprocess
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

import pytest

from tests.npm import POLITE, install

_PAGES = Path(__file__).parent / "libraries"
_MAKING: defaultdict[Path, Lock] = defaultdict(Lock)

PACKAGES = {
    "react_select.jsx": {"react": "18", "react-dom": "18", "react-select": "5"},
    "mui.jsx": {
        "react": "18", "react-dom": "18", "@mui/material": "6", "@mui/x-date-pickers": "7", "@emotion/react": "11",
        "@emotion/styled": "11", "dayjs": "1",
    },
    "entries.jsx": {
        "react": "18", "react-dom": "18", "@mui/material": "6", "@mui/x-date-pickers": "7", "@emotion/react": "11",
        "@emotion/styled": "11", "dayjs": "1",
    },
    "radix.jsx": {
        "react": "18", "react-dom": "18", "@radix-ui/react-select": "2", "@radix-ui/react-checkbox": "1",
        "@radix-ui/react-radio-group": "1", "@headlessui/react": "2", "react-phone-number-input": "3",
    },
    "antd.jsx": {"react": "18", "react-dom": "18", "antd": "5"},
    "jquery_plugins.js": {
        "jquery": "3", "select2": "4.0.13", "flatpickr": "4", "intl-tel-input": "29", "inputmask": "5",
        "choices.js": "11", "tom-select": "2", "quill": "2",
    },
    "ui5.js": {"@ui5/webcomponents": "2"},
    "vue.js": {"vue": "3", "primevue": "4", "element-plus": "2"},
    "angular.js": {
        "@angular/core": "19", "@angular/common": "19", "@angular/compiler": "19", "@angular/forms": "19",
        "@angular/platform-browser": "19", "@angular/animations": "19", "@angular/cdk": "19", "@angular/material": "19",
        "rxjs": "7", "zone.js": "0.15",
    },
    "sections.jsx": {
        "react": "18", "react-dom": "18", "@mui/material": "7", "@mui/x-date-pickers": "8", "@emotion/react": "11",
        "@emotion/styled": "11", "dayjs": "1", "react-aria-components": "1", "tinymce": "7", "ckeditor5": "45",
    },
    "editors.jsx": {
        "react": "18", "react-dom": "18", "lexical": "0.52.0", "@lexical/react": "0.52.0", "@tiptap/core": "3",
        "@tiptap/pm": "3", "@tiptap/starter-kit": "3", "react-dropzone": "14", "react-datepicker": "8",
    },
}  # fmt: skip
"""Page → the packages it uses, by major version."""

_FLAGS = [
    "--bundle", "--log-level=error", "--loader:.svg=dataurl", "--loader:.png=dataurl", "--loader:.webp=dataurl",
    '--define:process.env.NODE_ENV="production"', "--define:__VUE_OPTIONS_API__=true",
    "--define:__VUE_PROD_DEVTOOLS__=false", "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
]  # fmt: skip


def bundle(page: str) -> tuple[Path, Path | None]:
    """The script of a page under `libraries/` with everything in it, and its styles if it has any."""
    modules = install({"esbuild": "0.25", **PACKAGES[page]})
    source = (_PAGES / page).read_bytes()
    out = modules.parent / f"{hashlib.sha256(source).hexdigest()[:16]}.js"
    with _MAKING[out]:
        if not out.is_file():
            _make(page, modules, out)
    styles = out.with_suffix(".css")
    return out, styles if styles.is_file() else None


def _make(page: str, modules: Path, out: Path) -> None:
    build, new = modules / ".bin" / "esbuild", out.with_name(f"new-{out.name}")
    command = [*POLITE, str(build), str(_PAGES / page), *_FLAGS, f"--outfile={new}"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, env={**os.environ, "NODE_PATH": str(modules)}
    )
    assert done.returncode == 0, done.stderr
    if (styles := new.with_suffix(".css")).is_file():
        styles.replace(out.with_suffix(".css"))
    new.replace(out)


def bundle_ahead() -> None:
    """Begin to make every page's script, one after the other beside the tests: on a new machine that takes minutes."""

    def make() -> None:
        for page in PACKAGES:
            with suppress(pytest.skip.Exception):  # the test that needs it says so
                bundle(page)

    Thread(target=make, daemon=True, name="bundles").start()
