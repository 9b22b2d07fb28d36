"""Where somebody lives, worked and studied: towns told from everything that stands beside them."""

import pytest

from companion.resume import read_resume

NAME = "Ines Vardøhus\nines.vardohus@example.com | +47 78 55 50 10\n"


@pytest.mark.parametrize(
    ("told", "town"),
    [
        (
            "Residential address: Stand 41, Extension 2, Batho, Bloemfontein, 9323\nCriminal record: None",
            "Bloemfontein",
        ),
        ("Permanent address: 7 Hill Road, Makindye, Kampala, 10102\nDisability: None", "Kampala"),
        ("Body build: Normal\nCriminal record: None", ""),
        ("Residential Address: 14 Aloe Street, Extension 9, uMlazana, 0427\nGender: Female", "uMlazana"),
        ("Residential Address: 14 Aloe Street, Sandton, Gauteng, 2196", "Sandton"),
        ("No. 3 Market Avenue, Opposite Holy Trinity, Nsukka, Enugu State.", "Nsukka"),
        ("12 Aba Road, Rumuola, Port Harcourt, Rivers State, Nigeria", "Port Harcourt"),
        ("Blk 2 Lot 7 Narra St., Brgy. Malaya\nMarikina City, Metro Manila, Philippines 1800", "Marikina City"),
        ("81 Mabini St., Brgy. San Roque, Antipolo City, Rizal 1870", "Antipolo City"),
        ("Purok 3, Poblacion, Tagum City, Davao del Norte", "Tagum City"),
        ("Rua das Palmas, 45 - Bairro Novo - Sorocaba/SP - CEP 18010-000", "Sorocaba"),
        ("Av. Brasil, 1200 - apto 32 - Centro - Londrina - PR", "Londrina"),
        ("Flat 3, Green Park Apartments, Market Road, Pune - 411001", "Pune"),
        ("350 Fifth Avenue, Suite 3, New York, USA", "New York"),
        ("Singapore", "Singapore"),
        ("Address: Hong Kong", "Hong Kong"),
        ("Norway", ""),
    ],
)
def test_the_town_of_an_address(told: str, town: str) -> None:
    text = f"{NAME}{told}\n\nEXPERIENCE\n\nBookkeeper, Fjord Bakeries AS\n2019 - 2023\n- Paid ninety people\n"
    place = read_resume(text.encode(), "cv.txt").basics.location
    assert (place.city if place else "") == town


def test_a_paragraph_with_a_number_and_commas_is_no_address() -> None:
    told = "Bookkeeper with 12 years in retail, food, and transport - careful, quick, and good with people"
    profile = read_resume(f"{NAME}{told}\n\nEXPERIENCE\n\nBookkeeper, Fjord AS\n2019 - 2023\n".encode(), "cv.txt")
    assert (profile.basics.summary, profile.basics.location.city) == (told, "")


@pytest.mark.parametrize(
    ("line", "employer", "place"),
    [
        ("Little Lanterns Preschool, Inc. | Pavia, Iloilo", "Little Lanterns Preschool, Inc", "Pavia, Iloilo"),
        ("Talleres Hermanos Ruiz | Getafe, Madrid", "Talleres Hermanos Ruiz", "Getafe, Madrid"),
        ("Officina Bassi – Monza, Milano", "Officina Bassi", "Monza, Milano"),
    ],
)
def test_a_town_and_the_larger_one_it_belongs_to_behind_an_employer(line: str, employer: str, place: str) -> None:
    text = f"{NAME}\nEXPERIENCE\n\nJune 2018 - March 2021\nElectrician\n{line}\n- Wired ninety rooms\n"
    job = read_resume(text.encode(), "cv.txt").work[0]
    assert (job.position, job.name.rstrip("."), job.location) == ("Electrician", employer, place)


@pytest.mark.parametrize("firm", ["Sägewerk Lenz GmbH", "Elektro Hafner KG", "Fischer & Sohn AG"])
def test_a_firm_one_learned_at_stands_before_its_town(firm: str) -> None:
    text = (
        f"{NAME}\nAUSBILDUNG\n\n09/2010 – 01/2014  Ausbildung zum Schreiner\n{firm}, Kirchbichl am Wald\n\n"
        "09/2004 – 07/2010  Mittlere Reife\nRealschule Oberndorf\n"
    )
    schools = read_resume(text.encode(), "cv.txt").education
    assert (schools[0].institution, schools[0].location) == (firm, "Kirchbichl am Wald")
