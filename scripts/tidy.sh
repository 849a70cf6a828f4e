#!/usr/bin/env bash
# Has clang-tidy read the sources that changed against origin/main, or in the last commit where there is no difference.
#   scripts/tidy.sh          changed files of src/ and bench/
#   scripts/tidy.sh --all    every file, tests too
#   scripts/tidy.sh FILE…    these files
# Needs a configured build/. A file that was found clean is not read again until it, a header of the project or
# .clang-tidy changes.
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

[ -f "$build/compile_commands.json" ] || fail "先运行 run scripts/setup.sh first: $build/compile_commands.json is missing"
command -v clang-tidy-14 >/dev/null || fail "clang-tidy-14 缺失 is missing: run scripts/setup.sh"

# The commit to compare with, if the clone holds one.
base_commit() {
  local base
  base=$(git merge-base origin/main HEAD 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
    base=$(git rev-parse --quiet --verify HEAD~1 || true)
  fi
  printf '%s' "$base"
}

changed_files() {
  local base
  base=$(base_commit 2>/dev/null)
  if [ -z "$base" ]; then
    say "clang-tidy: 没有可比较的提交 no earlier commit to compare with; scripts/tidy.sh --all reads every file"
    return
  fi
  {
    git -c core.quotePath=false diff --name-only --diff-filter=d "$base" -- src bench
    git -c core.quotePath=false ls-files --others --exclude-standard -- src bench
  } | grep -E '\.[ch]pp$' | sort -u || true
}

# The source that clang-tidy reads for a file: for a header that of its name, or the one that the build makes for it.
source_of() {
  local own=${1%.?pp}.cpp name=${1#src/}
  if [ -f "$own" ]; then
    printf '%s/%s\n' "$root" "$own"
  elif [[ $1 == src/*.hpp ]]; then
    printf '%s/headers/%s.cpp\n' "$build" "${name//[\/.]/_}"
  else
    fail "$1: clang-tidy 没有可读的源文件 no source to read it by"
  fi
}

# What a verdict on a source depends on, in one hash: headers are taken together, which errs on the safe side.
headers_hash=$(cat .clang-tidy $(find src tests bench -name '*.hpp' | sort) | sha256sum | cut -c1-32)
clean="$build/tidy-clean"
mkdir -p "$clean"

tidy() {
  local key
  key="$clean/$(printf '%s' "$1" | cat - "$1" | sha256sum | cut -c1-32)-$headers_hash"
  [ -e "$key" ] && return 0
  local report
  if report=$(clang-tidy-14 -p "$build" --quiet "$1" 2>/dev/null); then
    touch "$key"
  else
    printf '%s: clang-tidy\n%s\n' "$1" "$report"
    return 1
  fi
}
export -f tidy
export build clean headers_hash

case ${1:-} in
  --all) mapfile -t files < <(find src tests bench -name '*.cpp' | sort) ;;
  '') mapfile -t files < <(changed_files) ;;
  *) files=("$@") ;;
esac
[ "${#files[@]}" -eq 0 ] && exit 0

say "clang-tidy: ${#files[@]} 个文件 files"
sources=$(for file in "${files[@]}"; do source_of "$file"; done | sort -u)
printf '%s\n' "$sources" |
  xargs -r -d '\n' -P "$(nproc)" -I{} bash -c 'tidy "$1"' _ {} ||
  fail "clang-tidy 有发现 found something; the lines above say where and what"
