"""What may show who a patient is: identifiers, a name with a condition, details that add up, and small numbers.

Each module finds one of them in a text, be it a post or the description of a picture.
"""
