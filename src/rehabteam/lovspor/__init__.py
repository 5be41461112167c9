"""From § to stk. to our own words, to code, examples and places in the product."""
