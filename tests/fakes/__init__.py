"""Fakes of the seams: small real implementations that tests drive. No mocks."""
