"""Layout: a map in, a Picture of placed boxes and curves out. Pixels everywhere; drawing is for `render`."""
