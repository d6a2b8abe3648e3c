"""Where clients, revocations and used assertions are kept: one implementation per kind of database."""
