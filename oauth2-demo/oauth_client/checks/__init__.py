"""The checks of `validate_oauth2_setup`, each a real request or a look at a real file."""
