"""Importing this starts Django. Commands that need the database import it first; `vurder` never does."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rehabteam.opsaetning.base")
django.setup()
