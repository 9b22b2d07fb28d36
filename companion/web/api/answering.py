"""How API handlers answer: nouns as JSON in camelCase."""

from litestar import Response

from companion.web.casing import camel_name, encode


def answer(status: int = 200, /, **parts: object) -> Response[bytes]:
    """An object of `parts`, names and nouns in camelCase."""
    return Response(
        encode({camel_name(name): part for name, part in parts.items()}),
        status_code=status,
        media_type="application/json",
    )
