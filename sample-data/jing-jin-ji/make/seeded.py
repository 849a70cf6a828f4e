"""Everything random in the sample comes from here, named, so that one part never disturbs another."""
import random
from hashlib import blake2b
from math import floor

SEED = "jing-jin-ji 2020"


def stream(name):
    """A stream of random numbers of its own for each name."""
    return random.Random(f"{SEED} {name}")


def fraction(*what):
    """A fixed number in [0, 1) for this key, the same whenever it is asked."""
    text = "|".join(map(str, (SEED,) + what)).encode()
    return int.from_bytes(blake2b(text, digest_size=6).digest(), "big") / 2**48


_lattice = {}


def _corner(i, j, salt):
    key = (i, j, salt)
    if key not in _lattice:
        _lattice[key] = fraction(*key)
    return _lattice[key]


def noise(x, y, salt):
    """Smooth value noise in [0, 1) with features of about one unit of x and y."""
    i, j = floor(x), floor(y)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    low = _corner(i, j, salt) * (1 - u) + _corner(i + 1, j, salt) * u
    high = _corner(i, j + 1, salt) * (1 - u) + _corner(i + 1, j + 1, salt) * u
    return low * (1 - v) + high * v


def apportion(total, weights):
    """Whole numbers in the proportion of the weights that add up to total (largest remainders)."""
    sum_of_weights = sum(weights)
    shares = [total * w / sum_of_weights for w in weights]
    whole = [int(s) for s in shares]
    order = sorted(range(len(weights)), key=lambda i: (whole[i] - shares[i], i))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole
