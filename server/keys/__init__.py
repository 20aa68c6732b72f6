"""The keys of the province: the secrets in a file of their own, what is public in the database."""
