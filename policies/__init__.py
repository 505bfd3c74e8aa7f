"""The policy framework: agencies, documents, relations, legal state, measures."""
