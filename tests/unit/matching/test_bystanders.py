"""What an ad names beside the skills it asks for: nobody is short of a customer, a founder's employer or an island."""

import pytest

from tests.unit.matching.test_requirements import read

OTHERS = """
We work with companies like Stripe, Shopify and Square.
Trusted by Salesforce, Oracle and SAP.
Our clients include Adobe, Cisco and HubSpot.
We compete with Workday and ServiceNow every day.
Our founders previously built products at Dropbox, Slack and Notion.
Backed by Sequoia, Index and the people behind Docker.
Investors include the founders of GitHub, Stripe and Twilio.
She previously worked at Atlassian and Canva.
We make a plugin that syncs with Notion and Google Calendar.
Our product integrates with Slack, Jira and GitHub.
Our app is available on iOS and Android.
The platform is an alternative to Tableau and Power BI.
We are a Shopify Plus partner.
We're a HubSpot Diamond agency partner.
A spin-off of SAP, we grew up in Walldorf.
We won the SAP Innovation Award.
Salesforce is one of our clients.
Adobe, Oracle and Cisco trust us with their catering.
Interviews take place over Zoom or Microsoft Teams.
Location: Oracle, Arizona
You will be based in Salesforce Tower, San Francisco.
Requirements / - Willing to relocate to Java, Indonesia
Requirements / - You will report to Ruby Stone, head of kitchens
Your manager will be Jenkins, who joined in 2018.
Requirements / - You help run our spring boot camp for new recruits
Forget Jira: we plan on paper.
You hate SQL.
We don't require previous experience in it: TypeScript, Node.js and React.
Requirements / - Collaborate with internal teams, including Marketing, Product, and Customer Success
Requirements / - One of our hubs (Dubai, Hong Kong, Singapore)
PHYSICAL REQUIREMENTS
Requirements / - You hire engineers in Go and Kubernetes
Requirements / - Sourcing candidates for Java, Kotlin and machine learning roles
Requirements / - Three years of recruiting developers who write Python or TypeScript
Requirements / - Rekrutierung von Entwicklern für Java und Kotlin
Terraform is not something you will touch
Zu unseren Kunden zählen SAP, Adobe und Oracle.
Unser Team kam von Oracle und SAP.
Wir arbeiten mit Marken wie Adobe und Spotify.
Nos clients : Oracle, Adobe et SAP.
Trabajamos con empresas como Shopify y Stripe.
"""
SKILLS = """
Experience building integrations for partners in Java and Kotlin | Java, Kotlin
Experience with tools like Jira, Trello and Asana | Jira, Trello, Asana
Supporting clients including onboarding in Salesforce | Salesforce
Our platform runs on Kubernetes, Kafka and PostgreSQL | Kubernetes, Apache Kafka, PostgreSQL
Connect our product with SAP using Java | SAP, Java
Experience at companies using React and Node.js | React, Node.js
Reports to the CTO. Strong Python. | Python
Manage Shopify stores for our brands | Shopify
Contact lists kept in HubSpot | HubSpot
Interview users and note findings in Miro | Miro
Software: AutoCAD, Revit and SketchUp | AutoCAD, Revit, SketchUp
Build apps for iOS and Android | iOS, Android
You move data from Oracle to Snowflake | Oracle, Snowflake
Rust rather than C++ | Rust
Customer Success and Account Management | Customer success, Account management
SQL (Structured Query Language) | SQL
Postgres is our primary data store. | PostgreSQL
Python (we moved away from PHP) | Python
PostgreSQL rather than MySQL | PostgreSQL
Sourcing engineers using LinkedIn Recruiter | LinkedIn Recruiter
Working with hiring managers in Greenhouse | Greenhouse
Technical recruiting, Boolean search and Greenhouse | Greenhouse
We are hiring engineers with Python | Python
"""


@pytest.mark.parametrize("text", OTHERS.strip().splitlines())
def test_a_name_that_stands_by_is_no_skill(text: str) -> None:
    found = read(text.replace(" / ", "\n"))
    assert not [name for (kind, name), one in found.items() if kind == "skill" and not one.negated]


@pytest.mark.parametrize("line", SKILLS.strip().splitlines())
def test_a_skill_beside_such_words_stays_one(line: str) -> None:
    text, names = line.split(" | ")
    found = read(f"Requirements\n- {text}")
    assert {name for (kind, name), one in found.items() if kind == "skill" and not one.negated} >= {*names.split(", ")}
