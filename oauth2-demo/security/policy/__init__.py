"""What happens to personal data once it is found."""
