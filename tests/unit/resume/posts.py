"""The jobs of a reading as tuples, to be compared with what a test expects."""

from companion.model.profile import Profile


def work(profile: Profile) -> list[tuple[str, str, str, str]]:
    """Title, employer, start and end of each job."""
    return [(one.position, one.name, one.start_date, one.end_date) for one in profile.work]


def work_at(profile: Profile) -> list[tuple[str, str, str, str, str]]:
    """Title, employer, place, start and end of each job."""
    return [(one.position, one.name, one.location, one.start_date, one.end_date) for one in profile.work]
