"""Networks, comparisons and answers that a notebook displays."""

from explorer.notebook.answers import display_answers

display_answers()
