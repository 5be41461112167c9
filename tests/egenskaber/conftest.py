"""A hundred cases each in the quick suite; fifty times as many with

.venv/bin/python -m pytest tests/egenskaber --hypothesis-profile=grundigt
"""

from hypothesis import settings

settings.register_profile("grundigt", max_examples=5000)
