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
        ("Singapore", "Singapore"),
        ("Address: Hong Kong", "Hong Kong"),
        ("Norway", ""),
    ],
)
def test_the_town_of_an_address(told: str, town: str) -> None:
    text = f"{NAME}{told}\n\nEXPERIENCE\n\nBookkeeper, Fjord Bakeries AS\n2019 - 2023\n- Paid ninety people\n"
    place = read_resume(text.encode(), "cv.txt").basics.location
    assert (place.city if place else "") == town


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
