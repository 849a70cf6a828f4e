"""A spatial index that answers with positions, the same under shapely 1.8 and 2."""
import warnings

from shapely.strtree import STRtree


class Index:
    def __init__(self, geometries):
        self.geometries = list(geometries)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # shapely 1.8 announces the answers of shapely 2
            self._tree = STRtree(self.geometries)
        self._position = {id(g): i for i, g in enumerate(self.geometries)}

    def near(self, geometry):
        """Positions of all geometries whose box meets the box of this one, ascending."""
        found = self._tree.query(geometry)
        return sorted(self._position.get(id(f), f) for f in found)
