"""Which case comes up on which meeting day: a proposal with its reasons. Plain facts in, plain answers out."""
