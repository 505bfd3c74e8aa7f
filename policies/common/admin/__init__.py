"""Building blocks of the admin, which know no law.

Nothing is imported here: the site's configuration is read before models are.
"""
