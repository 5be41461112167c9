# Each target is one call of the workshop (vaerksted/), so that a path with spaces meets no shell.
.PHONY: help run demo-reset check sbom saarbarheder test test-all sabotage holdbarhed bench mutation billeder clean
.DEFAULT_GOAL := help

help run demo-reset check sbom saarbarheder test test-all sabotage holdbarhed bench mutation billeder clean:
	@python3 -m vaerksted $@
