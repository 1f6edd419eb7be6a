"""Corpora: the same check over any number of documents, on one machine or on a cluster."""
