"""Checks of the files of this installation that can be seen from here."""

from __future__ import annotations

from oauth2_demo.oauth_client.checks.walk import Outcome, Walk, failed, not_checked, passed


async def key_file_mode(walk: Walk) -> Outcome:
    """The signing key is readable by its owner only."""
    from oauth2_demo import key_files
    from oauth2_demo.oauth.key_ring_file import SIGNING_KEYS_FILE

    path = walk.installation.keys_dir / SIGNING_KEYS_FILE
    if not _is_visible(walk):
        return not_checked("keys_not_visible")
    try:
        key_files.check_mode(path)
    except key_files.KeyFileError:
        return failed("key_too_wide", "tighten_key", file=SIGNING_KEYS_FILE)
    return passed("key_mode_ok", file=SIGNING_KEYS_FILE)


def _is_visible(walk: Walk) -> bool:
    from oauth2_demo.oauth.key_ring_file import SIGNING_KEYS_FILE

    try:
        return (walk.installation.keys_dir / SIGNING_KEYS_FILE).is_file()
    except OSError:
        # A folder that this user may not enter is another process's, as it should be.
        return False
