#!/bin/sh
# Installs what some tests need beyond the .NET SDK. Safe to run again; says nothing when nothing is missing.
#   postfix   its smtp-sink and smtp-source, a real mail server's view of our SMTP client. No daemon is started.
#   python3   an independent reader for the mail that we write.
#   xz        unpacks test data.
set -eu

missing=""
[ -x /usr/sbin/smtp-sink ] || command -v smtp-sink >/dev/null 2>&1 || missing="$missing postfix"
command -v python3 >/dev/null 2>&1 || missing="$missing python3"
command -v xz >/dev/null 2>&1 || missing="$missing xz-utils"
[ -n "$missing" ] || exit 0

cannot() {
    echo "setup: $1" >&2
    echo "setup: please install by hand:$missing. Without it the tests that need it are skipped (and fail under CI=true)." >&2
    exit 1
}

command -v apt-get >/dev/null 2>&1 || cannot "this machine has no apt-get."

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || cannot "installing needs root, and there is no sudo."
    as_root="sudo"
fi

# "No configuration": the package then has nothing to listen with, so no mail server starts.
log=$(mktemp)
echo "setup: installing$missing" >&2
if ! { $as_root apt-get update -qq &&
       echo "postfix postfix/main_mailer_type select No configuration" | $as_root debconf-set-selections &&
       $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    cannot "apt-get could not install it (see above)."
fi
rm -f "$log"
