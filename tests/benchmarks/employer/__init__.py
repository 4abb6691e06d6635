"""How well posts that may conflict with an employer's view are told from others: drafts of our own, with labels."""
