"""The domain tables that the sample is built from: one row a dict, text as it stands."""
import csv
from pathlib import Path

INPUTS = Path(__file__).parent / "inputs"


def read(name):
    with open(INPUTS / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def letters(text):
    return [c for c in text if c in "ABC"] or ["C"]


def letter(text):
    """The confidence letter of a note such as 'A(pop,area) C(parent)': the worst one."""
    return max(letters(text))


def first_letter(text):
    """Of 'A name / C geometry' the letter of the name."""
    return letters(text)[0]


def last_letter(text):
    """Of 'A name / C geometry' the letter of the geometry."""
    return letters(text)[-1]


class Unit:
    """A county-level unit with its census row; people include the development zones run by it."""

    def __init__(self, row):
        self.code = row["code"]
        self.name_zh, self.name_en = row["name_zh"], row["name_en"]
        self.province_zh, self.city_zh = row["province"], row["city"]
        self.seat = (float(row["lon"]), float(row["lat"]))
        self.people = int(row["pop2020_incl_zones"])
        self.area_km2 = float(row["area_km2_incl_zones"])
        self.share_65plus = float(row["share_65plus"])
        self.share_urban = float(row["share_urban"])
        self.share_employed = float(row["share_employed"])
        self.confidence = row["confidence"]


def units():
    return [Unit(row) for row in read("units")]
