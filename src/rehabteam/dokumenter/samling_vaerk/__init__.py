"""The program that puts a case's documents together, in a child of its own. Of ours it sees this folder and omdan/vaerk."""
