#!/bin/sh
# Gives the state folders (keys, logs, data) to the user that the containers run as.
#
# Key files are 0600, so exactly one user may use them, and `docker exec` runs as the user that the container was
# created with, which Compose cannot take from the owner of a checkout. So this runs once before the servers, as root
# with no more than the rights to change owner and mode, and makes each folder
#
#   owner  the containers' user (10001, or MCP_UID): it alone reads the keys and writes anything
#   group  the group of the checkout, handed on to new files: its members may list the folders and read the log
#   mode   2750: nobody else enters, and the servers refuse folders that others may write to
#
# A second person's uid is never a default: key files that belong to uid 1000 would be readable for whoever that is.
#
# Usage: own_state.sh UID     gives the folders to UID
#        own_state.sh owner   gives them back to the owner of the checkout
set -eu

checkout=/workspace/checkout # any file of the checkout; its owner is the person who has it
state=/workspace/oauth2-demo
uid=$1
group=$(stat -c %g "$checkout")

if [ "$uid" = owner ]; then
  uid=$(stat -c %u "$checkout")
elif [ "$uid" = 0 ]; then
  echo "MCP_UID must not be 0: the containers do not run as root. Without MCP_UID in .env, 10001 is used." >&2
  exit 1
fi

for name in keys logs data; do
  # -h and -xdev: a link that somebody placed in a folder must not carry the change to what it points at. What is in git
  # stays its owner's, who would else see it as changed in a clone made under umask 077.
  if ! find "$state/$name" -xdev ! -name .gitkeep \( ! -uid "$uid" -o ! -gid "$group" \) -exec chown -h "$uid:$group" {} + ||
    ! chmod 2750 "$state/$name"; then
    echo "oauth2-demo/$name cannot be given to user $uid: its file system refuses changes of ownership." >&2
    echo "Put MCP_UID=<your user id> (see: id -u) into .env and start again." >&2
    exit 1
  fi
done
echo "oauth2-demo/keys, logs and data belong to user $uid; group $group may read the log"
