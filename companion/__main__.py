"""`python -m companion` is `sincerely`."""

import sys

from companion.cli import main

sys.exit(main())
