"""§ 17 in two other rule engines, for comparison: GoRules zen and OpenFisca, in an environment of their own."""
