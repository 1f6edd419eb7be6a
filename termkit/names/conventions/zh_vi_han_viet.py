"""Chinese names as a Vietnamese reads them: 习近平 is *Tập Cận Bình*."""

from __future__ import annotations

from termkit.lang.vi.han_viet import read_han_viet
from termkit.names.convention import NameConvention

CONVENTION = NameConvention(
    code="han-viet",
    source_lang="zh",
    target_lang="vi",
    render=read_han_viet,
    authority="Hán Việt readings of the dictionaries named in termkit/lang/vi/data/han_viet.tsv",
)
