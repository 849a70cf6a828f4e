"""Time and memory of the sample study by phase, as a Markdown table: bench/sample_phases.py PROGRAM [--threads N] [--runs K]

Each figure is the median of the runs; memory is the largest resident size up to the end of the phase."""
import argparse
import json
import statistics
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_once(program, threads):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "run", ROOT / "sample-data/jing-jin-ji/study.yaml", "--out", folder, "--threads", str(threads), "--quiet"],
                       check=True, stdout=subprocess.DEVNULL)
        return json.loads((Path(folder) / "run.json").read_text())["phases"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    runs = [run_once(options.program, options.threads) for _ in range(options.runs)]
    print("| phase | seconds | peak memory (MB) |\n|---|---:|---:|")
    for phases in zip(*runs):
        seconds = statistics.median(phase["seconds"] for phase in phases)
        memory = statistics.median(phase["peak_memory_mb"] for phase in phases)
        print(f"| {phases[0]['name']} | {seconds:.2f} | {memory:.0f} |")
    print(f"| all | {statistics.median(sum(phase['seconds'] for phase in run) for run in runs):.2f} | |")


if __name__ == "__main__":
    main()
