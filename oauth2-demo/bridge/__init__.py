"""A bridge from stdio to a protected Streamable HTTP endpoint, for clients that cannot do OAuth themselves."""
