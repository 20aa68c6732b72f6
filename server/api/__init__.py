"""Machines talk here."""

from __future__ import annotations

from flask import Blueprint


def blueprints() -> tuple[Blueprint, ...]:
    from . import enrol, openapi, sync

    return (sync.bp, enrol.bp, openapi.bp)
