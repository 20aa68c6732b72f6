"""``python -m client_agent`` is ``khuyenhoc-agent``."""

import sys

from .cli import main

sys.exit(main())
