"""What a post says of its author's employer and of the organisations around it, held against the house's settings.

targets (who or what is meant) -> stance (for or against, negation counted) -> the house's position. It can say that
a post may conflict, and never that it doesn't: it knows what the settings say, and no more.
"""
