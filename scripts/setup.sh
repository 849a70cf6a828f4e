#!/usr/bin/env bash
# Installs what is missing on a Debian 12 and builds jingwei into build/. Safe to repeat.
#   scripts/setup.sh [--install-only] [TARGET…]   targets of the build; none: everything
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

missing_packages() {
  local package
  while read -r package; do
    # "ii" is installed; a removed package whose configuration stays is not.
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || printf '%s\n' "$package"
  done < <(grep -v '^[[:space:]]*\(#\|$\)' scripts/packages.txt)
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

install_missing() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -eq 0 ] && return
  local by_hand="apt-get install ${missing[*]}"
  say "安装 installing: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    fail "缺少软件包，且没有 root 权限 packages are missing and this user cannot install them. Run as root: $by_hand"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
    fail "apt-get update 失败 failed; check the network and /etc/apt/sources.list, then run: $by_hand"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "安装失败 the installation failed; run by hand to see why: $by_hand"
}

command -v dpkg-query >/dev/null || fail "jingwei 在 Debian 12 上构建 jingwei is built on Debian 12; dpkg-query is missing"
install_missing
[ "${1:-}" = --install-only ] && exit 0

cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release --log-level=WARNING >&2
say "构建 building in $build"
cmake --build "$build" ${1:+--target "$@"} >&2
