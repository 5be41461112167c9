"""Questions and answers as JSON: reading facts strictly, asking the rule, writing the answer."""
