"""What is done to the server at its own keyboard."""
