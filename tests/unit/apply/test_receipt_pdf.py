import io
import json

import pytest
from PIL import Image
from pypdf import PdfReader

from companion.apply.receipt_pdf import readable
from companion.errors import BadInput
from companion.model.posting import Posting
from companion.store import Store
from tests.unit.apply.test_receipt import sealed


def test_a_person_can_read_what_was_sent_and_how_to_check_it(store: Store, posting: Posting) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(readable(sealed(store, posting)))).pages)
    for words in ("Gauge Reader", "Acme Gauges", "Tövé", "cv.pdf", "Thank you", "receipt verify", "Submitted"):
        assert words in text


def test_its_screenshots_are_in_it_and_one_that_is_none_any_more_is_said(store: Store, posting: Posting) -> None:
    data = sealed(store, posting)
    shot, other = json.loads(data)["screenshots"]
    drawn = io.BytesIO()
    Image.new("RGB", (320, 1000), "#fbfaf7").save(drawn, "JPEG")
    pictures = {shot: drawn.getvalue(), other: b"no picture", "f" * 64: b"of another receipt"}
    *first, seen, broken = PdfReader(io.BytesIO(readable(data, pictures))).pages
    assert [len(page.images) for page in (*first, seen, broken)] == [*(0 for _ in first), 1, 0]
    assert shot in first[-1].extract_text()
    assert "cannot be shown" in broken.extract_text()


def test_a_changed_receipt_is_not_made_pretty(store: Store, posting: Posting) -> None:
    with pytest.raises(BadInput):
        readable(sealed(store, posting).replace(b"Acme", b"Acne"))
