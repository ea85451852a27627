#!/bin/sh
# serve: bring the database up to date, then serve. Anything else is a command of the built API: account create …, migrate, demo.
set -eu
if [ "$1" = serve ]; then
  node dist/apps/api/cli.js migrate
  exec node --enable-source-maps --max-semi-space-size=64 dist/apps/api/main.js
fi
exec node dist/apps/api/cli.js "$@"
