"""How well opinion is told from report, and the making of the weights that tell it."""
