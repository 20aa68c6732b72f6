"""A program of another age: ``python -m tests.versions AGE client_agent.cli ...``."""

import importlib
import sys

from .ages import grow

if __name__ == "__main__":
    _, age, module, *sys.argv[1:] = sys.argv
    grow(int(age))
    sys.exit(importlib.import_module(module).main())
