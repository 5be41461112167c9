"""The program that puts a case's documents together, in a child of its own. Of ours it imports only this folder."""
