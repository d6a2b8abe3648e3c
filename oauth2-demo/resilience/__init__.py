"""Rate limits, retries and circuit breaking, thin over well-kept libraries."""
