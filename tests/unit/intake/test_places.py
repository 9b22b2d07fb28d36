"""Locations as portals write them: table of wordings."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.intake.places import read_location

TABLE = [
    ("San Francisco, CA", [("San Francisco", "California", "US")], None),
    ("Berlin, DE", [("Berlin", "", "DE")], None),
    ("Wilmington, DE", [("Wilmington", "Delaware", "US")], None),
    ("Toronto, ON, CA", [("Toronto", "Ontario", "CA")], None),
    ("Toronto, Ontario; Vancouver, British Columbia", [("Toronto", "Ontario", "CA"), ("Vancouver", "British Columbia", "CA")], None),
    ("Tbilisi, Georgia", [("Tbilisi", "", "GE")], None),
    ("Atlanta, Georgia", [("Atlanta", "Georgia", "US")], None),
    ("Bangalore, Karnataka, India", [("Bangalore", "Karnataka", "IN")], None),
    ("München", [("München", "", "DE")], None),
    ("Guanajuato, Gto.", [("Guanajuato", "Guanajuato", "MX")], None),
    ("Tijuana, B.C.", [("Tijuana", "Baja California", "MX")], None),
    ("Vancouver, WA", [("Vancouver", "Washington", "US")], None),
    ("Perth, WA", [("Perth", "Western Australia", "AU")], None),
    ("Puebla", [("Puebla", "Puebla", "MX")], None),
    ("Portland, OR or Remote", [("Portland", "Oregon", "US")], "remote"),
    ("Plymouth, Falmouth or Exeter", [("Plymouth", "", "GB"), ("Falmouth", "", ""), ("Exeter", "", "GB")], None),
    ("神奈川県横浜市", [("Yokohama", "", "JP")], None),
    ("静岡県浜松市", [("浜松", "", "JP")], None),
    ("東京、大阪", [("Tokyo", "", "JP"), ("Osaka", "", "JP")], None),
    ("東京（フルリモート可）", [("Tokyo", "", "JP")], "remote"),
    ("मुंबई, महाराष्ट्र", [("Mumbai", "Maharashtra", "IN")], None),
    ("Москва, Россия", [("Moscow", "", "RU")], None),
    ("Paris, Île-de-France, France", [("Paris", "Île-de-France", "FR")], None),
    ("USA - Texas - Austin", [("Austin", "Texas", "US")], None),
    ("Germany-Bavaria-Munich", [("Munich", "Bavaria", "DE")], None),
    ("US-CA-San Jose", [("San Jose", "California", "US")], None),
    ("USA.VA.Reston", [("Reston", "Virginia", "US")], None),
    ("Johannesburg, GP, ZA", [("Johannesburg", "", "ZA")], None),
    ("Mannheim, BW, DE, 68163", [("Mannheim", "Baden-Württemberg", "DE")], None),
    ("Berlin, Munich, Hamburg", [("Berlin", "", "DE"), ("Munich", "", "DE"), ("Hamburg", "", "DE")], None),
    ("NYC or SF", [("NYC", "", "US"), ("SF", "", "US")], None),
    ("Hyderabad/Pune", [("Hyderabad", "", "IN"), ("Pune", "", "IN")], None),
    ("HQ - Torrance", [("Torrance", "", "US")], None),
    ("San Francisco Bay Area", [("San Francisco", "", "US")], None),
    ("Greater Chennai Area", [("Chennai", "", "IN")], None),
    ("New York, NY", [("New York", "New York", "US")], None),
    ("New York", [("New York", "New York", "US")], None),
    ("Washington, DC", [("Washington", "District of Columbia", "US")], None),
    ("Singapore", [("Singapore", "", "SG")], None),
    ("Baden-Württemberg", [("", "Baden-Württemberg", "DE")], None),
    ("London, UK (Hybrid)", [("London", "", "GB")], "hybrid"),
    ("Remote - US", [("", "", "US")], "remote"),
    ("Remote (United States | Canada)", [("", "", "US"), ("", "", "CA")], "remote"),
    ("Remote, Germany", [("", "", "DE")], "remote"),
    ("Remote in USA", [("", "", "US")], "remote"),
    ("On-site, Leeds", [("Leeds", "", "GB")], "onsite"),
    ("Lisbon (not remote)", [("Lisbon", "", "PT")], "onsite"),
    ("Remote", [], "remote"),
    ("Worldwide", [], None),
    ("Remote (Canada, UK, EU)", [("", "", "CA"), ("", "", "GB")], "remote"),
    ("Berlin Mitte", [("Berlin", "", "DE")], None),
    ("Newport Beach", [("Newport Beach", "", "US")], None),
    ("Recife, PE, BR, 50030-230", [("Recife", "Pernambuco", "BR")], None),
    ("Germany-North Rhine Westphalia-Düsseldorf", [("Düsseldorf", "", "DE")], None),
    ("Remote (US only)", [("", "", "US")], "remote"),
    ("Home based (UK wide)", [("", "", "GB")], "remote"),
    ("Portland, OR or Seattle, WA", [("Portland", "Oregon", "US"), ("Seattle", "Washington", "US")], None),
    ("Stockholm, Göteborg eller Malmö", [("Stockholm", "", "SE"), ("Göteborg", "", "SE"), ("Malmö", "", "SE")], None),
    ("Wien 1010, Österreich", [("Wien", "", "AT")], None),
    ("Sydney NSW 2000", [("Sydney", "New South Wales", "AU")], None),
    ("IN-KA-Bengaluru | IN-MH-Pune", [("Bengaluru", "Karnataka", "IN"), ("Pune", "Maharashtra", "IN")], None),
    ("Multiple Locations", [], None),
    ("4 Locations", [], None),
    ("", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places", "mode"), TABLE)
def test_wordings(text: str, places: list[tuple[str, str, str]], mode: str | None) -> None:
    found = read_location(text)
    assert [(place.city, place.region, place.country) for place in found.places] == places
    assert found.mode == mode


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Remote - US", "US"),
        ("Remote (EMEA)", "EMEA"),
        ("Remote - Europe", "Europe"),
        ("Remote", ""),
        ("Remote (United States | Canada)", "United States; Canada"),
    ],
)
def test_remote_keeps_its_limit(text: str, scope: str) -> None:
    assert read_location(text).scope == scope


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    for place in read_location(text).places:
        assert place.city or place.region or place.country
        assert place.country == "" or (len(place.country) == 2 and place.country.isupper())
