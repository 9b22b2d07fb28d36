"""A line with a list under it says what the list is: musts, wishes, or neither; prose after the list ends it."""

import pytest

from tests.unit.matching.test_requirements import read

WISHES = """
What would make us smile
Icing on the cake
We would be thrilled if you also know
Handy to have
You may also know
Not a must, but we like it
An advantage would be
Wir freuen uns über
Das kannst du gerne mitbringen
Schön wäre
Kein Muss, aber gern gesehen
Ce serait un plus
Vos atouts supplémentaires
Nous apprécierons
Sería ideal
Suma puntos
Se valora positivamente
Você se destaca com
Beyond the basics (not required)
Brownie points for
""".strip().splitlines()
MUSTS = """
We are counting on
The person we hire has
We ask for
You can show us
Candidates must have
Must
What it takes
The essentials
Non-negotiables
Das bringen Sie mit
Wir erwarten
Darauf kommt es uns an
Ce que nous attendons
Vous maîtrisez
Indispensable
Qué pedimos
Lo que necesitas
Imprescindible
O que pedimos
Your toolbox
""".strip().splitlines()


@pytest.mark.parametrize("heading", WISHES)
@pytest.mark.parametrize("mark", ["", ":"])
def test_a_list_of_wishes(heading: str, mark: str) -> None:
    found = read(f"Requirements\n- Docker\n\n{heading}{mark}\n- Kubernetes\n- Terraform")
    assert found["skill", "Docker"].must
    assert not found["skill", "Kubernetes"].must
    assert not found["skill", "Terraform"].must


@pytest.mark.parametrize("heading", MUSTS)
def test_a_list_of_musts_after_one_of_wishes(heading: str) -> None:
    found = read(f"Nice to have\n- Docker\n\n{heading}\n- Kubernetes\n- Terraform")
    assert not found["skill", "Docker"].must
    assert found["skill", "Kubernetes"].must
    assert found["skill", "Terraform"].must


def test_prose_after_a_list_belongs_to_it_no_more() -> None:
    found = read("Requirements\n- Docker\n\nOur shop has run on Kubernetes since 2019 and we are proud of it.")
    assert found["skill", "Docker"].must
    assert not found["skill", "Kubernetes"].must


def test_prose_before_a_list_belongs_to_its_heading() -> None:
    found = read("Requirements\n\nYou have worked with Kubernetes for a long time and like it.\n\n- Docker")
    assert found["skill", "Kubernetes"].must


def test_a_heading_in_bold_is_one() -> None:
    assert not read("Requirements\n- Docker\n\n**Nice to have**\n- Kubernetes")["skill", "Kubernetes"].must
