"""What CLDR knows of territories, in each language: the home of babel."""

from __future__ import annotations

from functools import cache

# Forms the press joins to country names; CLDR has them only as codes or "alternates", or
# they are no territories there.
_ALSO = {
    "en": ("US", "U.S.", "USA", "UK", "U.K.", "EU", "UAE", "ASEAN", "NATO", "DPRK", "ROK", "PRC",
           "GCC", "AU", "Mercosur", "BRICS", "Hong Kong", "Macao", "Macau", "Palestine", "Burma",
           "Viet Nam", "Việt Nam", "Lao PDR", "America", "Europe"),
    "vi": ("Mỹ", "Anh", "EU", "ASEAN", "NATO", "Triều Tiên", "Hàn Quốc", "Liên Xô", "Ukraina",
           "Palestine", "UAE"),
    "zh": ("东盟", "东协", "東盟", "東協", "欧盟", "歐盟", "非盟", "海合会", "北约", "拉共体"),
}  # fmt: skip


@cache
def territory_names(lang: str) -> dict[str, str]:
    """Names of countries, territories and regions in a language, to their CLDR code.

    Groupings of states that the press joins to countries (*ASEAN*) have an empty code.

    >>> territory_names("vi")["Trung Quốc"], territory_names("en")["Vietnam"]
    ('CN', 'VN')
    """
    from babel import Locale

    locale = Locale.parse(lang.replace("-", "_"))
    names = {name: code for code, name in locale.territories.items()}
    primary = lang.split("-")[0].lower()
    return names | {name: names.get(name, "") for name in _ALSO.get(primary, ())}
