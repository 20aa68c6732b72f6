"""Enrolling as a person does who compared the words by telephone, and heard the same."""

from client_agent.syncing import enrolment


def enrol(agent, server, code, province=""):
    return enrolment.enrol(agent, server, code, province, confirm=lambda words: True)
