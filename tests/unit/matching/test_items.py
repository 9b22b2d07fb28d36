"""A short item of a list is what it asks for, where no vocabulary knows it; prose asks by its words."""

import pytest

from companion.matching.asks.items import own_wording
from tests.unit.matching.test_requirements import read

NAMED = """
Experience in lambing and shearing | lambing and shearing
Knowledge of the planning act | planning act
Current pilot's licence | pilot's licence
Hedge laying | Hedge laying
3 years of night portering | night portering
2+ years in retail banking | retail banking
Proven track record of closing tenders | closing tenders
Umgang mit dem Kettensägenschein | Kettensägenschein
Erfahrung in der Sterbebegleitung | Sterbebegleitung
Connaissance du droit forestier | droit forestier
4 ans d'expérience en soudure navale | soudure navale
Experiencia en poda de olivos | poda de olivos
Carta de condução de pesados | Carta de condução de pesados
Photovoltaik von Vorteil | Photovoltaik
Kenntnisse in der Lohnbuchhaltung erforderlich | Lohnbuchhaltung
Pâtisserie fine souhaitée | Pâtisserie fine
Cheese ageing is a plus | Cheese ageing
Glazing ticket or equivalent | Glazing ticket
Truffle hunting experience in the field | Truffle hunting
Staatliche Anerkennung als Hebamme | Staatliche Anerkennung als Hebamme
Building regulations | Building regulations
Access control systems | Access control systems
Annual fitness certificate issued by the national railway board | Annual fitness certificate issued
"""
NOTHING = """
You enjoy meeting people
Calm under pressure
Excellent communication skills
Teamfähigkeit und Freude an der Arbeit
Sens du service
Duration: six months
Unlimited, flexible time off
Manage the weekly rota
Ability to work weekends
401k with company match
Relevant work experience
Carefully plan each visit
We take care of each other
5 years as a beekeeper
Erfahrung als Imker
Experience in a supervising role
Background as an early founder
Defining the weekly menu
Experience delivering results
Demonstrated success in selling
Embrace the change
Located in Latin America
Singapore
Comfort with ambiguity
Strong commercial acumen
Access to a gym
Experience in the following:
Join the revolution!
Preparer les commandes
Education & Certification
Nice to have
"""


@pytest.mark.parametrize("line", NAMED.strip().splitlines())
def test_a_short_item_is_what_it_asks_for(line: str) -> None:
    item, name = line.split(" | ")
    assert [item[one.start : one.end] for one in own_wording(item)] == [name]


@pytest.mark.parametrize("item", NOTHING.strip().splitlines())
def test_clauses_traits_tasks_and_offers_are_no_names(item: str) -> None:
    assert own_wording(item) == ()


def test_an_item_in_its_own_words_has_the_weight_of_its_list_and_its_years() -> None:
    found = read("We ask for\n- 3 years of night portering\n\nHandy\n- Hedge laying\n\nPerks\n- Free fruit")
    assert found["skill", "night portering"].must
    assert found["skill", "night portering"].years == 3
    assert not found["skill", "Hedge laying"].must
    assert ("skill", "Free fruit") not in found


PROSE = """Oakhurst plans routes for bakers. You need sound Python and have worked with Terraform before.
The finance team closes its books in SAP. Invoices arrive in Salesforce. A grasp of Kafka is an asset."""


def test_in_prose_what_speaks_to_the_applicant_asks_and_the_rest_is_named_in_passing() -> None:
    found = read(PROSE)
    assert found["skill", "Python"].must
    assert found["skill", "Terraform"].must
    assert not found["skill", "Apache Kafka"].must
    assert {found["skill", name].level for name in ("SAP", "Salesforce")} == {"passing"}


def test_what_one_will_do_is_told_from_what_a_firm_names_in_passing() -> None:
    found = read(
        "Your tasks\n- Run our Kubernetes clusters\n\nRequirements\n- Python\n\nSales works in Salesforce there."
    )
    assert found["skill", "Kubernetes"].level == "work"
    assert found["skill", "Salesforce"].level == "passing"


ASKS = """
What the job takes: three years of Python, sound SQL and Kafka.
You should be at ease with Python, SQL and Kafka.
Du programmierst seit mindestens drei Jahren mit Python, SQL ist dir vertraut, Kafka auch.
Il vous faut de bonnes bases en Python, SQL et Kafka.
Python 3 o superior, SQL y Kafka.
Hands-on with Python, Kafka or similar, plus SQL
"""


@pytest.mark.parametrize("sentence", ASKS.strip().splitlines())
def test_prose_that_asks_in_other_words_asks_no_less(sentence: str) -> None:
    found = read(f"Oakhurst plans routes. You need a van licence.\n\n{sentence}")
    assert [found["skill", name].must for name in ("Python", "SQL", "Apache Kafka")] == [True] * 3


def test_a_wish_after_a_comma_is_for_what_follows_it() -> None:
    found = read("You have used Python, ideally with Terraform")
    assert found["skill", "Python"].must
    assert not found["skill", "Terraform"].must
