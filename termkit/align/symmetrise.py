"""One alignment out of two directions: grow-diag-final.

Start from the links of both directions, grow by neighbouring links of either as long as they
reach a word that has none, and at last take links of either between two words without any.

Source: Koehn, Och and Marcu (2003), Statistical Phrase-Based Translation; the *final* step
asks for both words to be free (grow-diag-final-and), which the same toolkit recommends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from termkit.align.words import Links

_LIKELY = 0.5  # a link of one direction alone


def grow_diagonal(links: Links, *, likely: float = _LIKELY) -> NDArray[np.bool_]:
    """The links of a unit, shape (source words, target words).

    Args:
        links: Of both directions.
        likely: Least probability of a link in its direction.
    """
    import numpy as np

    one, other = links.forward >= likely, links.backward >= likely
    # What both think possible and together likely is a link, even below the bar of each.
    agreed: NDArray[np.bool_] = np.logical_or(
        one & other, links.forward * links.backward >= likely * likely
    )
    union = one | other | agreed
    while True:
        rows, columns = np.asarray(agreed.any(1)), np.asarray(agreed.any(0))
        free = ~rows[:, None] | ~columns[None, :]
        grown = union & ~agreed & free & _beside(agreed)
        if not grown.any():
            break
        agreed |= grown
    for row, column in np.argwhere(union & ~agreed):
        if not agreed[row].any() and not agreed[:, column].any():
            agreed[row, column] = True
    return agreed


def _beside(links: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells next to a link, diagonally too."""
    import numpy as np

    wide = np.pad(links, 1)
    rows, columns = links.shape
    near = np.zeros_like(links)
    for down in (0, 1, 2):
        for right in (0, 1, 2):
            near |= wide[down : down + rows, right : right + columns]
    return near
