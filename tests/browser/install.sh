#!/bin/sh
# Debian's browser and its driver, by name, where this may install them; else what to install is said and all goes on.
set -u
[ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver; } \
    >/dev/null 2>&1 </dev/null && exit 0
fi
echo "The browser tests need Debian's packages and are skipped: apt-get install chromium chromium-driver" >&2
