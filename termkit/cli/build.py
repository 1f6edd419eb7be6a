"""``termkit build``: candidates for a glossary from translations, and decisions into one."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from termkit.cli.base import Command
from termkit.cli.options import (
    add_common,
    add_glossary,
    add_output,
    any_tag,
    glossary_name,
    load_from,
    note,
    spare_inputs,
    write_output,
)
from termkit.cli.progress import track
from termkit.errors import (
    EmptyDocumentError,
    TermkitError,
    UnsupportedLanguageError,
    UsageError,
)

if TYPE_CHECKING:
    from termkit.align.terms import Lexicon
    from termkit.glossary.store import Glossary
    from termkit.model.bitext import TranslationUnit
    from termkit.model.document import Document
    from termkit.model.review import Candidate, Decision

T = TypeVar("T")
_SHOWN = 40


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="bitext (TMX, XLIFF, PO, TSV, ...), document or folder; with --apply: candidates",
    )
    parser.add_argument(
        "--lexicon", metavar="OUT.tsv", help="also write the table of words and phrases"
    )
    parser.add_argument(
        "--lang",
        "--source-lang",
        metavar="TAG",
        type=any_tag,
        help="source language, where no file says it; any",
    )
    parser.add_argument(
        "--target-lang", metavar="TAG", type=any_tag, help="target language, likewise"
    )
    parser.add_argument(
        "--least-score",
        type=float,
        default=None,
        metavar="X",
        help="leave out candidates below it, 0 to 1 (default: 0.12)",
    )
    add_glossary(parser)
    add_output(parser, ("auto", "text", "jsonl"))
    group = parser.add_argument_group("decisions into the glossary")
    group.add_argument(
        "--apply", action="store_true", help="write what reviewers accepted into --glossary"
    )
    group.add_argument(
        "--decisions",
        metavar="FILE",
        help="journal (default: decisions.jsonl beside the candidates)",
    )
    group.add_argument(
        "--status",
        choices=("proposed", "reviewed"),
        help="of new entries (default: reviewed once two people agree)",
    )
    group.add_argument(
        "--subject", metavar="FIELD", default="general", help="subject field of new concepts"
    )
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    if args.apply:
        return _apply(args)
    if args.least_score is not None and not 0 <= args.least_score <= 1:
        raise UsageError(f"--least-score is {args.least_score}", hint="a number from 0 to 1")
    for output in (args.output, args.lexicon):
        spare_inputs(output, args.paths)
    glossary = load_from(args)
    units, documents = _read(args)
    candidates, tables = _extract(args, units, glossary)
    candidates += _variants(documents, glossary)
    candidates.sort(key=lambda candidate: -candidate.score)
    if args.lexicon is not None:
        _write_lexicon(args.lexicon, tables)
    if args.format == "text" or (args.format == "auto" and args.output is None):
        write_output(args, "".join(_lines(candidates, args)))
    else:
        from termkit.build.candidates import render_candidates

        write_output(args, render_candidates(candidates))
    known = sum(bool(candidate.evidence.concepts) for candidate in candidates)
    note(args, f"{_count(len(candidates), 'candidate')}, {known} with a form the glossary has")
    return 0


Groups = dict[tuple[str, str], "list[TranslationUnit]"]


def _read(args: argparse.Namespace) -> tuple[Groups, dict[str, list[Document]]]:
    """Translation units by pair of languages, and documents by language."""
    from termkit.formats.base import Languages
    from termkit.formats.bitext import is_bitext, read_units
    from termkit.formats.read import find_documents, read_document

    units: Groups = defaultdict(list)
    documents: dict[str, list[Document]] = defaultdict(list)
    languages = Languages(args.lang, args.target_lang, any_language=True)
    for given in args.paths:
        for path in [given] if Path(given).is_file() else find_documents([given]):
            if is_bitext(path, languages):
                for unit in read_units(path, languages):
                    if unit.source.text.strip() and unit.target.text.strip():
                        units[_tag(unit.source.lang), _tag(unit.target.lang)].append(unit)
            else:
                document = read_document(path, lang=args.lang)
                documents[document.lang].append(document)
    if not units and not any(documents.values()):
        raise EmptyDocumentError("no translation in it", path=args.paths[0])
    for lang, several in documents.items():
        if len({document.source or document.path for document in several}) < 2:
            note(args, f"{several[0].path}: one source of {lang} alone has no variants to compare")
    return units, documents


def _tell_unknown(args: argparse.Namespace, langs: tuple[str, str]) -> None:
    """A note on each language that termkit knows nothing of."""
    from termkit.lang import ROOMS

    for lang in langs:
        if lang.split("-")[0].lower() not in ROOMS:
            note(
                args,
                f"termkit has no rules of its own for {lang!r}: words end where letters do, and "
                "no list says which of them are grammatical or everyday words",
            )


def _tag(lang: str) -> str:
    """*zh* without a script is simplified: the glossary keeps them apart."""
    return "zh-Hans" if lang.lower() == "zh" else lang


def _extract(
    args: argparse.Namespace, groups: Groups, glossary: Glossary
) -> tuple[list[Candidate], list[Lexicon]]:
    from termkit.build.extract import LEAST_SCORE, extract, learn_units

    found: list[Candidate] = []
    tables: list[Lexicon] = []
    least = LEAST_SCORE if args.least_score is None else args.least_score
    shown = not (args.quiet or args.no_progress)

    def watch(items: Iterable[T], total: int, what: str) -> Iterable[T]:
        return track(items, total, what=what, shown=shown)

    for langs, units in sorted(groups.items()):
        note(args, f"{langs[0]}-{langs[1]}: {len(units)} units")
        _tell_unknown(args, langs)
        lexicon = learn_units(units, langs, glossary, watch=watch)
        found += extract(units, lexicon, glossary, least_score=least, watch=watch)
        tables.append(lexicon)
    return found, tables


def _variants(documents: dict[str, list[Document]], glossary: Glossary) -> list[Candidate]:
    from termkit.build.variants import find_variants

    return [
        candidate
        for lang, several in sorted(documents.items())
        for candidate in find_variants(several, lang, glossary)
    ]


def _write_lexicon(path: str, tables: Sequence[Lexicon]) -> None:
    from termkit.atomic import write_text
    from termkit.build.lexicon_table import render_lexicons

    try:
        write_text(path, render_lexicons(tables))
    except OSError as error:
        raise TermkitError(f"cannot be written: {error.strerror}", path=path) from None


def _lines(candidates: Sequence[Candidate], args: argparse.Namespace) -> Iterator[str]:
    """The best candidates for a person, two lines each."""
    for candidate in candidates[:_SHOWN]:
        evidence = candidate.evidence
        yield f"{candidate.score:.2f} {candidate.source.text} = {candidate.target.text}\n"
        facts = [f"{candidate.type.value}, {evidence.count} of {evidence.source_count}"]
        others = [r for r in evidence.renderings if r.text != candidate.target.text][:3]
        if others:
            facts.append("also " + ", ".join(f"{r.text} ({r.count})" for r in others))
        if evidence.concepts:
            facts.append("glossary: " + ", ".join(evidence.concepts[:3]))
        yield f"     {'; '.join(facts)}\n"
    if len(candidates) > _SHOWN:
        yield f"... and {len(candidates) - _SHOWN} more: --output candidates.jsonl\n"


def _apply(args: argparse.Namespace) -> int:
    from termkit.build.candidates import load_candidates
    from termkit.build.decide import decide
    from termkit.build.journal import NAME, load_decisions
    from termkit.build.save import begin_glossary, save_changes
    from termkit.build.standing import (
        DecisionConflictError,
        conflicts,
        describe_conflict,
        opinions,
    )
    from termkit.glossary.find import find_glossary
    from termkit.glossary.store import load_glossary
    from termkit.model.concept import Review

    candidates = [c for path in args.paths for c in load_candidates(path)]
    journal = args.decisions or str(Path(args.paths[0]).parent / NAME)
    decisions = load_decisions(
        journal, broken=lambda line: note(args, f"{journal}:{line}: broke off, passed over")
    )
    _refuse_unknown(decisions, journal)
    name = glossary_name(args)
    if name is not None and ("/" in name or Path(name).is_dir()) and _is_empty(Path(name)):
        begin_glossary(Path(name))
        note(args, f"{name}: a new glossary")
    root = find_glossary(name)
    glossary = load_glossary(root)
    said = opinions(decisions)
    status = Review(args.status) if args.status else None
    changes = decide(glossary, said, candidates, status=status, subject=args.subject)
    save_changes(root, glossary, changes)
    if not args.quiet:
        for concept in changes.concepts:
            print(f"{'new' if concept.id in changes.new else 'changed'} {concept.id}")
    for sentence in changes.unclear:
        print(f"termkit: {sentence}", file=sys.stderr)
    print(f"{_count(len(changes.concepts), 'concept')} written to {root}")
    disputed = conflicts(said)
    if disputed:
        sides = "\n  ".join(describe_conflict(opinion) for opinion in disputed.values())
        raise DecisionConflictError(
            f"left out, for reviewers disagree on {len(disputed)}:\n  {sides}",
            hint="termkit review asks them again",
        )
    return 1 if changes.unclear else 0


def _refuse_unknown(decisions: Sequence[Decision], journal: str) -> None:
    """A glossary holds no language without a room."""
    from termkit.lang import ROOMS

    forms = (form for decision in decisions for form in (decision.source, decision.target))
    unknown = {form.lang for form in forms if form.lang.split("-")[0].lower() not in ROOMS}
    if unknown:
        raise UnsupportedLanguageError(
            f"decisions on {', '.join(sorted(unknown))}, and a glossary holds only "
            + ", ".join(sorted(ROOMS)),
            path=journal,
            hint="termkit review CANDIDATES --export SHEET.tsv for other tools",
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


COMMAND = Command(
    name="build",
    summary="candidates for a glossary from translations, and decisions into one",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit build memory.tmx --output candidates.jsonl", "terms beside their renderings"),
        ("termkit build news.tsv --lexicon words.tsv", "also every word and phrase"),
        ("termkit build xinhua/ vns/", "wordings that differ between two publishers"),
        (
            "termkit build --apply candidates.jsonl --glossary glossaries/mine",
            "what termkit review accepted, into a glossary",
        ),
    ),
)
