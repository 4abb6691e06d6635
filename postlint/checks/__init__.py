"""One file for each kind of check, each with one public function, `check`.

A check takes a post and the options of a rule file, and yields where something stands. It can't say how grave
that is or in which words: the rule file does.
"""
