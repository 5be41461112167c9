"""The product's way of keeping passwords, made cheap: a test that logs in twelve times proves nothing by waiting."""

from typing import Any

from django.contrib.auth.hashers import ScryptPasswordHasher


class LetScrypt(ScryptPasswordHasher):
    work_factor = 2**4

    def must_update(self, *args: Any) -> bool:
        return False  # a password the product itself has made is left as it is
