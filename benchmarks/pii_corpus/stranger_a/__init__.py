"""Texts by someone who had not seen the detector when they wrote them."""
