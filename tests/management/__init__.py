"""The commands of the register: loading, checking, serving."""
