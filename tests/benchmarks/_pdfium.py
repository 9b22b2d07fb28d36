"""The words of a PDF as pypdfium2 gives them, with no reading of ours: what other programs make of it."""

import pypdfium2 as pdfium


def text_by_pdfium(pdf: bytes) -> str:
    """The text of every page, in order; pages by lines."""
    document = pdfium.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            view = page.get_textpage()
            texts.append(view.get_text_bounded())
            view.close()
            page.close()
        return "\n".join(texts)
    finally:
        document.close()
