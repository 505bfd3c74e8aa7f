"""Pictures: SVG at stable addresses, for people who see and for those who do not."""
