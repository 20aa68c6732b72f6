"""The enrolled machines: enrolment, state, keys, receipts."""
