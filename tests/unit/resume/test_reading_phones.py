"""The number of a phone among all that a header writes in digits."""

import pytest

from companion.resume import read_resume


@pytest.mark.parametrize(
    ("told", "phone"),
    [
        ("Tel.: (31) 95550-0143 (WhatsApp) / (31) 5550-0177 (Luciana)", "(31) 95550-0143"),
        ("Rua Bahia, 45 - CEP 36010-010\nTel.: (31) 95550-0143", "(31) 95550-0143"),
        ("Identity Number: 860412 0000 08 0\nContact Number: 072 555 0164", "072 555 0164"),
        ("Telephone: (02) 8555 0133\nMobile: 0917 555 0186", "0917 555 0186"),
        ("Tel. (home): 022 555 0133 | Mobile No.: +47 917 55 018", "+47 917 55 018"),
        ("Festnetz: 05141 555017 | Mobil: 0171 3920047", "0171 3920047"),
        ("Tél. fixe : 02 55 50 10 12 - Portable : 06 55 50 10 12", "06 55 50 10 12"),
        ("Tel: 022 555 0133 (W) / 072 555 0164 (C)", "072 555 0164"),
        ("Fax: 05141 555018\nTelefon: 05141 555017", "05141 555017"),
        ("Emergency contact: 0722 555 099\nPhone: 0722 555 014", "0722 555 014"),
        ("Phone: 0722 555 014\nWhatsApp: 0733 555 019", "0722 555 014"),
        ("Phone: 0722 555 014, 0733 555 019", "0722 555 014"),
    ],
)
def test_the_number_of_the_phone_that_one_carries_or_else_the_first(told: str, phone: str) -> None:
    body = "EXPERIENCE\n\nBookkeeper, Fjord Bakeries AS\n2019 - 2023\n- Paid ninety people\n"
    text = f"Ines Vardøhus\nines.vardohus@example.com\n{told}\n\n{body}"
    assert read_resume(text.encode(), "cv.txt").basics.phone == phone
