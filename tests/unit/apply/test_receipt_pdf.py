import io

import pytest
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


def test_a_changed_receipt_is_not_made_pretty(store: Store, posting: Posting) -> None:
    with pytest.raises(BadInput):
        readable(sealed(store, posting).replace(b"Acme", b"Acne"))
