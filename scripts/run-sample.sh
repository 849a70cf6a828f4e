#!/usr/bin/env bash
# Builds jingwei and runs the sample study of the Beijing–Tianjin–Hebei region into output/jing-jin-ji.
# Arguments are handed on to `jingwei run`: scripts/run-sample.sh --threads 1
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

out=output/jing-jin-ji
scripts/setup.sh jingwei
"$build/jingwei" run sample-data/jing-jin-ji/study.yaml --out "$out" "$@"

cat <<END

结果在 The results are in $root/$out :
$(cd "$out" && find . -maxdepth 2 -type f -not -path './answers/*' | sort | sed 's|^\./|  |')
用 QGIS 打开 .qgz 或 .gpkg 即可，样式已包含。
Open the .qgz or the .gpkg in QGIS; styles are included.
END
