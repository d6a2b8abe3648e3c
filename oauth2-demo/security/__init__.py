"""PII detection, policies, encryption, the audit log and the security tools."""
