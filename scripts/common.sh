# Sourced by the other scripts: the folder of the project, and words to the reader.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd -- "$root"
# The same messages and the same sorting everywhere; UTF-8 for paths and data.
export LC_ALL=C.UTF-8 LANG=C.UTF-8
build="$root/build"

say() { printf '== %s\n' "$*" >&2; }
fail() {
  printf '错误 error: %s\n' "$*" >&2
  exit 1
}
