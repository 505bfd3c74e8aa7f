"""Exports: whole collections as files, written once for a state of the register.

``reading`` takes such files back, row by row, and is what an import begins with.
"""
