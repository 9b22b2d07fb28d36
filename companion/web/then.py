"""Where a form of the profile leads when it is kept: back to the page it was opened from, by a word in its address."""

_PAGES = {"review": "/profile/review", "welcome": "/welcome?step=profile"}


def after(then: str, fallback: str, anchor: str = "") -> str:
    """The path of the page named `then`, else `fallback`, at `anchor`."""
    return _PAGES.get(then, fallback) + anchor
