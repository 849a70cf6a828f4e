#!/usr/bin/env bash
# Builds everything, has clang-tidy read what changed, and runs all tests; ends with the summary of ctest.
# Arguments are handed on to ctest: scripts/test.sh -R geometry
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

scripts/setup.sh
scripts/tidy.sh
say "测试 testing"
exec ctest --test-dir "$build" --output-on-failure --no-tests=error -j2 "$@"
