"""Documents as linked data: JSON-LD, and the metadata of Akoma Ntoso."""
