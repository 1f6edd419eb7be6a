"""Link mentions to a roster of several thousand names, kind by kind, beside a common peer.

    pip install Faker vietnam-provinces pypinyin unidecode rapidfuzz
    python scripts/bench/linking.py [--wrong N] [--speed 100000] [--no-peer]

People are made of Faker's Vietnamese and Chinese parts, places are the wards and provinces of
vietnam-provinces, and the shipped glossary is linked by itself. The expected set of each query
is worked out from the parts the names were made of, not by termkit; a query counts as right
when the set of ids is exactly the expected one. NIL queries name nobody: one mark off, or
unknown. The peer is rapidfuzz's token_sort_ratio over unidecode, all entries with the best
score from 90 on.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STYLES = (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ"))
_TITLES = ("ông", "bà", "Bộ trưởng", "Thủ tướng", "Mr.", "Minister", "Prime Minister", "Dr.")


@dataclass(frozen=True)
class Query:
    """A mention, where it stands, and the ids it may mean."""

    kind: str
    text: str
    ids: frozenset[str]
    context: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Person:
    """The parts of a made-up Vietnamese name."""

    id: str
    family: str
    middle: tuple[str, ...]
    given: str

    @property
    def words(self) -> tuple[str, ...]:
        return (self.family, *self.middle, self.given)

    @property
    def name(self) -> str:
        return " ".join(self.words)


def bare(text: str) -> str:
    """In lower case without marks."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def fits(less: str, more: str) -> bool:
    """Whether the first word is the second with marks left out."""
    if bare(less) != bare(more):
        return False
    pairs = zip(_letters(less), _letters(more), strict=True)
    return all(one[1] <= other[1] for one, other in pairs)


def all_fit(words: Sequence[str], others: Sequence[str]) -> bool:
    """The same of every word of a name."""
    return all(fits(a, b) for a, b in zip(words, others, strict=True))


def is_marked(words: Sequence[str]) -> bool:
    """Whether any word has a mark."""
    return any(bare(word) != word.lower() for word in words)


def _letters(word: str) -> list[tuple[str, frozenset[str]]]:
    """Letters with their shapes; the tones together at the end, wherever they stand."""
    text = unicodedata.normalize("NFD", word.lower().replace("đ", "d\u0335"))
    found: list[tuple[str, set[str]]] = []
    tones = {c for c in text if c in _TONES}
    for c in text:
        if not unicodedata.combining(c):
            found.append((c, set()))
        elif c not in _TONES and found:
            found[-1][1].add(c)
    return [*((c, frozenset(s)) for c, s in found), ("", frozenset(tones))]


def people(count: int, chance: random.Random) -> list[Person]:
    """Vietnamese names of Faker's parts, and of the given names that the room lists."""
    from faker.providers.person.vi_VN import Provider

    from termkit.lang.tables import load_words

    families = [*Provider.last_names, "Đỗ", "Ngô", "Hồ", "Lý", "Đinh", "Trương", "Phan", "Võ", "Tô"]
    middles = [m for m in dict.fromkeys(Provider.middle_names) if " " not in m]
    givens = [*Provider.first_names, "Trúng", "Dũng", "Dung", "Hoài", "Hoà", "Thủy", "Thúy"]
    given = sorted({*givens, *load_words("vi", "given_names")} - {"Thị", "Văn"})
    given = [g for g in given if " " not in g]
    found: dict[str, Person] = {}
    while len(found) < count:
        size = chance.choice((0, 1, 1, 1, 1, 2))
        person = Person(
            f"v{len(found)}",
            chance.choice(families),
            tuple(chance.sample(middles + given, size)),
            chance.choice(given),
        )
        if len(set(map(bare, person.words))) == len(person.words):
            found.setdefault(unicodedata.normalize("NFC", person.name), person)
    return list(found.values())


class Expected:
    """The exact candidates of a query, from the parts of all names."""

    def __init__(self, everybody: list[Person]) -> None:
        self.letters = [frozenset(map(bare, person.words)) for person in everybody]
        self.by_name: dict[str, set[Person]] = defaultdict(set)
        self.by_ends: dict[tuple[str, str], set[Person]] = defaultdict(set)
        self.by_given: dict[str, set[Person]] = defaultdict(set)
        self.by_initial: dict[tuple[str, str], set[Person]] = defaultdict(set)
        for person in everybody:
            self.by_name[bare(person.name)].add(person)
            self.by_ends[bare(person.family), bare(person.given)].add(person)
            self.by_given[bare(person.given)].add(person)
            self.by_initial[bare(person.family)[0], bare(person.given)].add(person)

    def whole(self, words: Sequence[str]) -> frozenset[str]:
        """Whose name these words are, in this order."""
        near = self.by_name.get(bare(" ".join(words)), set())
        return self._closest(near, words, lambda p: p.words)

    def without_middle(self, family: str, given: str) -> frozenset[str]:
        """Who is called so with the middle left out, unless somebody is called just so."""
        if found := self.whole((family, given)):
            return found
        near = self.by_ends.get((bare(family), bare(given)), set())
        marked = is_marked((family, given))
        near = {p for p in near if p.middle}
        return self._closest(near, (family, given), lambda p: (p.family, p.given), marked=marked)

    def with_initials(self, family: str, letters: tuple[str, ...], given: str) -> frozenset[str]:
        """Who has a name with these letters; ``family`` may be a letter too."""
        near = self.by_initial.get((bare(family)[0], bare(given)), set())
        near = {
            p
            for p in near
            if _in_order(letters, p.middle)
            and (_begins(p.family, family) if len(family) == 1 else fits(family, p.family))
        }
        marked = is_marked((family, *letters, given))
        words = (given,) if len(family) == 1 else (family, given)
        return self._closest(
            near, words, lambda p: (p.family, p.given)[-len(words) :], marked=marked
        )

    def might_be(self, words: tuple[str, ...]) -> bool:
        """Whether the letters of a name, in any order, are those of a name or in one."""
        letters = set(map(bare, words))
        return any(letters <= known for known in self.letters)

    def alone(self, given: str, among: set[str] | None = None) -> frozenset[str]:
        """Who is called by this given name."""
        near = self.by_given.get(bare(given), set())
        if among is not None:
            near = {p for p in near if p.id in among}
        return self._closest(near, (given,), lambda p: (p.given,))

    @staticmethod
    def _closest(
        near: Iterable[Person],
        words: Sequence[str],
        parts: Callable[[Person], Sequence[str]],
        *,
        marked: bool = False,
    ) -> frozenset[str]:
        """Who has these words; where marks are written, who has them with all their marks."""
        fitting = {p for p in near if all_fit(words, parts(p))}
        same = {p for p in fitting if all_fit(parts(p), words)}
        if (same and is_marked(words)) or marked:
            return frozenset(p.id for p in same)
        return frozenset(p.id for p in fitting)


def _in_order(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    rest = iter(words)
    return all(any(_begins(word, letter) for word in rest) for letter in letters)


def _begins(word: str, letter: str) -> bool:
    return bare(word)[0] == bare(letter) and (letter != "Đ" or word[0] == "Đ")


def vietnamese_queries(everybody: list[Person], chance: random.Random) -> Iterator[Query]:
    """Every kind of mention of Vietnamese people."""
    known = Expected(everybody)
    for person in everybody:
        words, name = person.words, person.name
        plain = tuple(bare(w).capitalize() for w in words)
        yield Query("exact", name, known.whole(words))
        yield Query("no marks", " ".join(plain), known.whole(plain))
        some = tuple(b if chance.random() < 0.5 else w for w, b in zip(words, plain, strict=True))
        yield Query("some marks", " ".join(some), known.whole(some))
        yield Query("decomposed", unicodedata.normalize("NFD", name), known.whole(words))
        yield Query("capitals", name.upper(), known.whole(words))
        yield Query("small letters", " ".join(plain).lower(), known.whole(plain))
        turned = name
        for old, new in _STYLES:
            turned = " ".join(w[:-2] + new if w.endswith(old) else w for w in turned.split())
        if turned != name:
            yield Query("tone style", turned, known.whole(words))
        title = chance.choice(_TITLES)
        yield Query("title", f"{title} {name}", known.whole(words))
        yield Query("title, no marks", f"Mr. {' '.join(plain)}", known.whole(plain))
        yield Query("comma", f"{plain[0].upper()}, {' '.join(plain[1:])}", known.whole(plain))
        yield Query("hyphens", "-".join(words), known.whole(words))
        yield Query("closed", "".join(plain), known.whole(plain))
        if len(words) == 3:
            for turn in ((2, 0, 1), (1, 2, 0), (2, 1, 0)):
                order = [words[i] for i in turn]
                if not known.by_name.get(bare(" ".join(order))):
                    yield Query("order", " ".join(order), known.whole(words))
            letter = words[1][0]
            yield Query(
                "initials", f"{words[0][0]}. {letter}. {words[2]}",
                known.with_initials(words[0][0], (letter,), words[2]),
            )  # fmt: skip
            yield Query(
                "initials", f"{words[0]} {letter}. {words[2]}",
                known.with_initials(words[0], (letter,), words[2]),
            )  # fmt: skip
        if len(words) > 2:
            for both in ((words[0], words[-1]), (plain[0], plain[-1])):
                yield Query("no middle", " ".join(both), known.without_middle(*both))
        for text in (words[-1], plain[-1]):
            yield Query("given name", text, known.alone(text))
        others = {p.id for p in chance.sample(everybody, 5)} | {person.id}
        seen = tuple(sorted(others))
        for text in (words[-1], f"ông {words[-1]}"):
            yield Query("given name in context", text, known.alone(words[-1], others), seen)
        strangers = tuple(sorted(others - known.alone(plain[-1])))
        yield Query("NIL: given name, context without", words[-1], frozenset(), strangers)
    yield from nobody(everybody, known, chance)


def nobody(everybody: list[Person], known: Expected, chance: random.Random) -> Iterator[Query]:
    """Names that are nobody's: one mark off, or made of other parts."""
    every = sorted({w for p in everybody for w in p.words})
    sisters: dict[str, list[str]] = defaultdict(list)
    for word in every:
        for tone in ("", *_TONES):
            sisters[word].append(_with_tone(word, tone))
    for person in everybody:
        words = list(person.words)
        at = chance.randrange(len(words))
        other = chance.choice(sisters[words[at]])
        changed = (*words[:at], other, *words[at + 1 :])
        # A mark fewer is a form of the name; another mark, or one more, is not.
        if not fits(other, words[at]) and not known.whole(changed) and len(words) > 2:
            yield Query("NIL: one mark off", " ".join(changed), frozenset())
            yield Query(
                "NIL: one mark off, decomposed",
                unicodedata.normalize("NFD", " ".join(changed)),
                frozenset(),
            )
        if len(words) > 2:
            stranger = (chance.choice(everybody).family, *words[1:-1], chance.choice(every))
            text = " ".join(stranger)
            if not known.might_be(stranger):
                yield Query("NIL: unknown", text, frozenset())
                yield Query("NIL: unknown, no marks", bare(text).title(), frozenset())
                yield Query("NIL: unknown, title", f"Bộ trưởng {text}", frozenset())


def _with_tone(word: str, tone: str) -> str:
    """A word with another tone on the same letter, or on its last vowel."""
    letters = unicodedata.normalize("NFD", word)
    at = next((i for i, c in enumerate(letters) if c in _TONES), None)
    if at is None:
        vowels = [i for i, c in enumerate(letters) if c.lower() in "aeiouy"]
        at = vowels[-1] + 1
        while at < len(letters) and unicodedata.combining(letters[at]):
            at += 1
        return unicodedata.normalize("NFC", letters[:at] + tone + letters[at:])
    return unicodedata.normalize("NFC", letters[:at] + tone + letters[at + 1 :])


def chinese(count: int, chance: random.Random) -> tuple[list[tuple[str, str]], list[Query]]:
    """Chinese people known by their characters, asked for in pinyin by pypinyin."""
    from faker.providers.person.zh_CN import Provider
    from pypinyin import Style, lazy_pinyin, pinyin

    from termkit.lang.tables import load_rows
    from termkit.lang.vi.han_viet import read_han_viet

    pairs = {row[0]: row[1] for row in load_rows("zh", "family_names")}
    surnames = [s for s in list(Provider.last_names)[:150] if len(s) == 1 and s in pairs]
    given = [
        g for g in Provider.first_names if all(len(pinyin(c, heteronym=True)[0]) == 1 for c in g)
    ]
    singles = [g for g in given if len(g) == 1]
    names = {
        chance.choice(surnames)
        + (chance.choice(given) if chance.random() < 0.5 else "".join(chance.sample(singles, 2)))
        for _ in range(count)
    }
    rows = [(f"z{n}", name) for n, name in enumerate(sorted(names))]
    by_pinyin: dict[str, set[str]] = defaultdict(set)
    by_toned: dict[str, set[str]] = defaultdict(set)
    by_family: dict[str, set[str]] = defaultdict(set)
    by_reading: dict[str, set[str]] = defaultdict(set)
    read = {}
    for ident, name in rows:
        family = pairs[name[0]].split("|")[0].lower()
        rest = "".join(lazy_pinyin(name[1:], v_to_u=True)).replace("ü", "u")
        toned = "".join(s[0] for s in pinyin(name[1:], style=Style.TONE))
        read[ident] = family, rest, toned
        by_pinyin[family + rest].add(ident)
        by_toned[family + toned].add(ident)
        for one in pairs[name[0]].split("|"):
            by_family[one.lower()].add(ident)
        for reading in read_han_viet(name)[:1]:
            by_reading[bare(reading.split()[0])].add(ident)
    queries = []
    for ident, name in rows:
        family, rest, toned = read[ident]
        expected = frozenset(by_pinyin[family + rest])
        queries.append(Query("Han", name, frozenset((ident,))))
        queries.append(Query("pinyin", f"{family.title()} {rest.title()}", expected))
        queries.append(Query("pinyin, capitals", f"{family.upper()} {rest.title()}", expected))
        if rest + family not in by_pinyin:
            queries.append(Query("pinyin, order", f"{rest.title()} {family.title()}", expected))
        queries.append(
            Query("Chinese family name", name[0], frozenset(i for i, n in rows if n[0] == name[0]))
        )
        # In Vietnam the family name is read in the Vietnamese way: Tang is 唐, and it is 桑.
        both = by_family[family] | by_reading[family]
        queries.append(Query("Chinese family name", family.title(), frozenset(both)))
        queries.append(
            Query(
                "Chinese family name in context",
                f"President {family.title()}",
                frozenset((ident,)),
                (ident,),
            )
        )
        last = chance.choice("俳鼐尬鹣")
        queries.append(Query("NIL: other Han", name[:-1] + last, frozenset()))
    return rows, queries


def places() -> tuple[list[tuple[str, str]], list[Query]]:
    """Wards and provinces, with and without the kind they say they are."""
    from vietnam_provinces import Province, Ward

    kinds = {
        "Phường": "Ward",
        "Xã": "Commune",
        "Thành phố": "City",
        "Tỉnh": "Province",
        "Đặc khu": "",
    }
    rows, parts = [], []
    names = [*(p.name for p in Province.iter_all()), *(w.name for w in Ward.iter_all())]
    for number, name in enumerate(names):
        kind = next((k for k in kinds if name.startswith(k + " ")), "")
        if not kind and number < 34:
            name, kind = f"Tỉnh {name}", "Tỉnh"
        core = name[len(kind) :].strip()
        rows.append((f"w{number}", name))
        parts.append((f"w{number}", kind, core))
    by_core: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for part in parts:
        by_core[_place_key(part[2])].append(part)

    def expected(text: str, kind: str | None, marked: bool = False) -> frozenset[str]:
        near = [p for p in by_core[_place_key(text)] if kind in (None, p[1])]
        words = _split(text)
        fitting = [p for p in near if all_fit(words, _split(p[2]))]
        same = [p for p in fitting if all_fit(_split(p[2]), words)]
        marked = marked or is_marked(words)
        return frozenset(p[0] for p in (same if same and marked else fitting))

    queries = []
    for _, kind, core in parts:
        if len(core) < 4 or any(c.isdigit() for c in core):
            continue
        queries.append(Query("place", f"{kind} {core}", expected(core, kind, True)))
        queries.append(Query("place, bare", core, expected(core, None)))
        plain = bare(core).title()
        queries.append(Query("place, no marks", plain, expected(plain, None)))
        if kinds[kind]:
            queries.append(
                Query("place in English", f"{plain} {kinds[kind]}", expected(plain, kind))
            )
        queries.append(
            Query("place, closed", "".join(_split(plain)).capitalize(), expected(plain, None))
        )
    return rows, queries


def _split(text: str) -> list[str]:
    return text.replace("-", " ").replace("'", "").replace("’", "").split()


def _place_key(text: str) -> str:
    return "".join(_split(bare(text)))


def glossary_queries() -> tuple[object, list[Query]]:
    """People of the shipped glossary by each of their full names."""
    from termkit import load_glossary
    from termkit.model.concept import ConceptType, Form

    glossary = load_glossary()
    queries = []
    for concept in glossary:
        if concept.type is ConceptType.PERSON:
            for designation in concept.designations:
                if designation.form is not Form.SHORT:
                    queries.append(Query("glossary", designation.text, frozenset((concept.id,))))
    return glossary, queries


def peer(rows: list[tuple[str, str]]) -> Callable[[str], set[str]]:
    """rapidfuzz over unidecode."""
    from rapidfuzz import fuzz, process
    from unidecode import unidecode

    keys = [unidecode(name).lower() for _, name in rows]

    def link(text: str) -> set[str]:
        found = process.extract(
            unidecode(text).lower(), keys, scorer=fuzz.token_sort_ratio, limit=50, score_cutoff=90
        )
        best = max((score for _, score, _ in found), default=0)
        return {rows[place][0] for _, score, place in found if score == best}

    return link


def report(
    title: str,
    queries: list[Query],
    links: Mapping[str, Callable[[Query], set[str]]],
    wrong: int,
    share: float,
) -> None:
    """Print accuracy by kind for each linker."""
    by_kind: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(query)
    print(f"\n{title}: {len(queries)} queries")
    print(f"{'':<40}" + "".join(f"{name:>12}" for name in links))
    spent = dict.fromkeys(links, 0.0)
    asked = dict.fromkeys(links, 0)
    for kind, part in sorted(by_kind.items()):
        cells = []
        for name, link in links.items():
            few = part if name == "termkit" else part[: max(1, int(len(part) * share))]
            started = time.perf_counter()
            found = [link(query) for query in few]
            spent[name] += time.perf_counter() - started
            asked[name] += len(few)
            right = [ids == query.ids for ids, query in zip(found, few, strict=True)]
            cells.append(100 * sum(right) / len(few))
            if name == "termkit":
                bad = [(q, ids) for q, ids, ok in zip(few, found, right, strict=True) if not ok]
                for query, ids in bad[:wrong]:
                    print(f"    {query.text}: {sorted(ids)[:6]} for {sorted(query.ids)[:6]}")
        print(f"{kind + f' ({len(part)})':<40}" + "".join(f"{cell:>12.2f}" for cell in cells))
    print(f"{'mentions a second':<40}" + "".join(f"{asked[n] / spent[n]:>12,.0f}" for n in links))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=4000)
    parser.add_argument("--wrong", type=int, default=0, help="show N wrong links of each kind")
    parser.add_argument("--speed", type=int, default=0, help="also index N names and time it")
    parser.add_argument("--no-peer", action="store_true")
    args = parser.parse_args()
    from termkit.names.index import NameIndex

    chance = random.Random(3)
    everybody = people(args.people, chance)
    rows = [(p.id, p.name) for p in everybody]
    han_rows, han_queries = chinese(1500, chance)
    place_rows, place_queries = places()
    glossary, known = glossary_queries()
    for title, names, queries in (
        ("Vietnamese people", rows, list(vietnamese_queries(everybody, chance))),
        ("Chinese people", han_rows, han_queries),
        ("places", place_rows, place_queries),
        ("glossary", None, known),
    ):
        started = time.perf_counter()
        index = NameIndex(glossary) if names is None else NameIndex.from_names(names)  # type: ignore[arg-type]
        built = time.perf_counter() - started
        links = {"termkit": lambda q, i=index: set(i.link(q.text, q.context).ids)}
        if not args.no_peer and names is not None:
            other = peer(names)
            links["rapidfuzz"] = lambda q, o=other: o(q.text)
        report(
            f"{title} ({len(index)} entries, built in {built:.2f} s)",
            queries,
            links,
            args.wrong,
            0.02,
        )
    if args.speed:
        speed(args.speed, chance)


def speed(count: int, chance: random.Random) -> None:
    """Index many names and link mentions of them."""
    from termkit.names.index import NameIndex

    everybody = people(count, chance)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    index = NameIndex.from_names((p.id, p.name) for p in everybody)
    built = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\n{count:,} names: built in {built:.1f} s, {(after - before) / 1024:,.0f} MB more")
    some = chance.sample(everybody, 5000)
    for kind, texts in (
        ("exact", [p.name for p in some]),
        ("no marks", [bare(p.name) for p in some]),
        ("unknown", [p.name + "x" for p in some]),
        ("no middle", [f"{p.family} {p.given}" for p in some]),
        ("initials", [f"{p.family[0]}. {p.given}" for p in some]),
    ):
        index.link(texts[0])
        started = time.perf_counter()
        for text in texts:
            index.link(text)
        print(f"{kind:<12}{len(texts) / (time.perf_counter() - started):>12,.0f} mentions a second")


if __name__ == "__main__":
    main()
