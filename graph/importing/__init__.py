"""Read anyone's tables and network files, and make a folder of the project's own files of them."""
