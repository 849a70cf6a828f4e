#!/usr/bin/env bash
# What takes too long for every change: all tests under sanitizers, clang-tidy over every file, and the sample study
# twice with different numbers of threads, which must give the same content.
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

# Tests of rooms only: the programs under Python and QGIS are run by the plain tests.
sanitized_tests() {
  local name=$1 sanitizers=$2
  local folder="$root/build-$name"
  say "$name: 构建与测试 build and tests"
  cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DJINGWEI_SANITIZE="$sanitizers" \
    --log-level=WARNING
  cmake --build "$folder" --target room_tests
  ctest --test-dir "$folder" --output-on-failure --no-tests=error -LE .
}

sample_hash() {
  rm -rf "$2"
  "$build/jingwei" run sample-data/jing-jin-ji/study.yaml --out "$2" --threads "$1" --quiet
  /usr/bin/python3 -c '
import json, sys
print(json.load(open(sys.argv[1], encoding="utf-8"))["outputs"]["content_hash"])' "$2/run.json"
}

scripts/setup.sh
scripts/tidy.sh --all

# Leaks within QGIS, Python and GDAL drivers are not ours to find.
ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 sanitized_tests asan address,undefined
TSAN_OPTIONS="suppressions=$root/scripts/tsan.suppressions" sanitized_tests tsan thread

say "样例研究：线程数不影响结果 sample study: threads do not change the content"
one=$(sample_hash 1 output/verify-1)
many=$(sample_hash 4 output/verify-4)
[ "$one" = "$many" ] || fail "1 线程与 4 线程的结果不同 content differs between 1 and 4 threads: $one, $many"
rm -rf output/verify-1 output/verify-4
say "全部通过 everything holds: $one"
