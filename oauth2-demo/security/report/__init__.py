"""The security report: figures from the audit log, findings, and its three forms."""
