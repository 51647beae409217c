"""What a person wrote or saved: a story, a page link, a layout."""
