"""What speaks for and against a name being that of a person the glossary knows."""

from __future__ import annotations

import re

from termkit.check.mentions import names_of
from termkit.check.nearby import REACH, before, matches_near
from termkit.check.offices import offices
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Likeness
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.names.parse import WORD

# A role beside a name that says nothing about which person it is.
_NEUTRAL = frozenset(
    ("leader", "leaders", "counterpart", "mr", "ms", "mrs", "comrade", "host", "partner",
     "her", "other", "after", "over", "under", "former", "whether", "however", "together",
     "further", "later", "rather", "never", "either", "neither", "another", "for", "or",
     "president", "minister", "ambassador", "chairman", "chairwoman", "spokesman",
     "spokeswoman", "premier")
)  # fmt: skip
_ROLE = re.compile(
    r"(?:\w+(?:er|or|ist|ian|ant|man|woman|eur|ess)|student|resident|professor|dr|prof|general|"
    r"colonel|captain|chief|head|expert|scholar|coach|singer|artist|cadet|pupil|mayor|governor|"
    r"director|manager|owner|victim|suspect|defendant|player|author|poet|doctor|lawyer|engineer)",
    re.IGNORECASE,
)
# Offices of which a country has one at a time, each known by name to whoever reads a report.
_MINISTER = re.compile(
    r"(?<!Deputy )(?<!Vice )(?<!Assistant )(?:Minister of (?:Foreign Affairs|Public Security|"
    r"(?:National )?Defen[cs]e)|(?:Foreign|Defen[cs]e|Public Security) Minister)"
    r"(?: (?:of|for) (?:Việt Nam|Vietnam|Viet Nam|China))?,?"
    r"(?: (?:Senior|Lieutenant|Colonel|Major|General|Gen\.|Sen\.|Lt\.|Comrade))* $"
    r"|[bB]ộ trưởng (?:Bộ )?(?:Ngoại giao|Công an|Quốc phòng)(?: (?:Việt Nam|Trung Quốc))?,?"
    r"(?: (?:Đại tướng|Thượng tướng|đồng chí))* $"
    # And the head of a party, a state, a government or a parliament, with the wife or husband.
    r"|(?<!Deputy )(?<!Vice )(?<!Former )(?<!former )(?:Prime Minister|PM|State President|"
    r"(?:Party )?General Secretary(?: and (?:State )?President)?|"
    r"National Assembly (?:Chairman|Chairwoman)|NA (?:Chairman|Chairwoman)) $"
    r"|(?<!Phó )(?<!nguyên )(?:Thủ tướng(?: Chính phủ)?|Chủ tịch nước|Tổng Bí thư|"
    r"Chủ tịch Quốc hội)(?: Việt Nam)? $"
    r"|(?:spouse|and his wife|[pP]hu nhân|phu quân) $"
)
_APPOSITION = re.compile(
    r"\s*(?:\([^)]*\))?(?:,| –| —) (?:aged |\d|from |professor|expert|researcher|"
    r"founder|owner|(?:a|an|another) )",
    re.IGNORECASE,
)
_VI_ROLE = re.compile(
    r"(?<!\w)"
    r"(?:[gG]iám đốc|[bB]ác sĩ|[nN]ông dân|[cC]a sĩ|[nN]ghệ sĩ|[hH]ọc sinh|[sS]inh viên|[aA]nh|"
    r"[cC]hị|[eE]m|[tT]hầy|[cC]ô|(?:[tT]hầy|[cC]ô) giáo|[lL]uật sư|[cC]ầu thủ|"
    r"PGS\.?|TS\.?|GS\.?|[tT]iến sĩ|[gG]iáo sư|"
    r"[đĐ]ại tá|[nN]hà \w+|[kK]ỹ sư|[nN]gư dân|[cC]ụ|[cC]háu|[tT]hiếu tướng|[tT]rưởng phòng|"
    r"[hH]iệu trưởng|[nN]hạc sĩ|[dD]iễn viên|[hH]oa hậu|[bB]ài hát|[gG]iáo viên|[tT]rọng tài|"
    r"[tT]hủ môn|[tT]iền đạo|[hH]ậu vệ|[tT]iền vệ|[tT]ài xế|[lL]ái xe|[cC]ông nhân|[kK]ế toán|"
    r"[hH]ọa sĩ|[vV]õ sĩ|[kK]ỳ thủ|[hH]uấn luyện viên|[vV]ận động viên|"
    r"[cC]hủ (?!tịch|nhiệm)\w+|[tT]hợ \w+)\s$"
)
_VI_APPOSITION = re.compile(
    r"\s*(?:\([^)]*\))?(?:,| -| –) (?:[gG]iám đốc|\d|quê|trú|"
    r"ở|người|[hH]iệu trưởng|[tT]hành viên|[cC]huyên gia|[cC]án bộ|[nN]ông dân|[bB]ác sĩ|"
    r"(?:[gG]iáo|[nN]hân) viên|[tT]iểu thương|[cC]hủ (?!tịch|nhiệm)\w+|[tT]hợ \w+|[tT]ài xế|"
    r"[lL]ái xe|[cC]ông nhân|[kK]ế toán|[cC]hánh [vV]ăn phòng|[hH]ọc sinh|[sS]inh viên|[lL]uật sư)"
)

# A verb of saying or doing, perhaps after an adverb: what people do in a report.
_VERB = re.compile(
    r",? (?:also |then |later |further |, )?(?:has |had |will |is |was |who )?"
    r"(?:\w+ed|said|says|told|met|spoke|held|made|took|gave|called|went|left|led|thought|sent|"
    r"added|began|wrote|paid|put|sought|visits|is|was|has|had|will|would|arrives)\b"
)


def is_named_elsewhere(view: DocumentView, concept: Concept) -> bool:
    """Whether a right full form of the concept stands anywhere in the document."""
    return any(
        match.concept.id == concept.id
        and not match.is_foreign
        and match.designation.is_approved
        and match.likeness is not Likeness.UNMARKED
        for text in view.texts
        for match in text.all_matches
    )


def is_called_short(view: DocumentView, short: str | None) -> bool:
    """Whether a short name stands alone somewhere in the document."""
    return short is not None and any(names_of(view).lone(lambda word: word == short))


_PARTY = re.compile(r"\b(?:Communist )?Party\b")


def has_own_title(view: DocumentView, text: TextView, span: Span, person: Concept) -> bool:
    """Whether an office of the person, of any time, stands right before or after the name."""
    own = {relation.target for relation in offices(person)}
    known = {
        designation.text.lower()
        for title in own
        if title in view.glossary.concepts
        for designation in view.glossary.concepts[title].named(view.language)
    }
    for match in matches_near(text, span, 80):
        if match.concept.type is not ConceptType.TITLE or match.nested_in is not None:
            continue
        # Half of a double office counts (Tổng Bí thư in Tổng Bí thư, Chủ tịch nước), and so
        # does the rank of a fuller one (Ambassador).
        low = match.text.lower()
        half = any((len(title) > 5 and title in low) or low in title for title in known)
        if not half and not own & {match.concept.id, *match.homographs}:
            continue
        if 0 <= span.start - match.span.end <= 1:
            return True
        between = text.text[match.span.end : span.start]
        if text.text[span.end : span.end + 1] == ",":
            between = re.sub(", $", " ", between)  # the head of the party, To Lam, spoke
        if match.span.end < span.start and re.fullmatch(r"[^,.;:]{0,70} ?", between):
            gap = Span(match.span.end, span.start)
            inside = [m for m in matches_near(text, gap) if gap.contains(m.span)]
            left = between
            for found in inside:
                left = left.replace(found.text, "")
            left = _PARTY.sub("", left)
            if re.fullmatch(r"[\s()]*(?:of|the|tại|của)?[\s()]*(?:of|the)?[\s()]*", left):
                return True
        after = text.text[span.end : match.span.start]
        if match.span.start >= span.end and re.fullmatch(r",? ?(?:the |a |an |also )?", after):
            return True
    return _shares_title_word(view, text, span, own)


def _shares_title_word(view: DocumentView, text: TextView, span: Span, own: set[str]) -> bool:
    """*President*, *Chairman*: the last word before the name is one of the person's titles."""
    words = list(WORD.finditer(before(text.text, span)))
    if not words or not before(text.text, span).endswith(words[-1][0] + " "):
        return False
    head = words[-1][0].lower()
    return len(head) > 5 and any(
        head in WORD.findall(designation.text.lower())
        for title in own
        if title in view.glossary.concepts
        for designation in view.glossary.concepts[title].named(view.language)
    )


def is_called_minister(text: TextView, span: Span) -> bool:
    """Whether a leader, or the minister of foreign affairs, defence or public security, bears
    the name.

    A rank may stand between, which alone would introduce anybody: *Minister of National
    Defence General …*.
    """
    return _MINISTER.search(before(text.text, span)) is not None


def is_introduced_as_another(text: TextView, span: Span) -> bool:
    """Whether a role beside the name introduces somebody: *farmer …*, *…, a student*."""
    after = text.text[span.end : span.end + REACH]
    apposition = _VI_APPOSITION if text.lang.startswith("vi") else _APPOSITION
    return follows_role(text, span.start) or apposition.match(after) is not None


def follows_role(text: TextView, start: int, *, plural: bool = False) -> bool:
    """Whether a role that introduces somebody stands right before a name.

    Args:
        plural: It may be that of several: *students*.
    """
    words_before = text.text[max(0, start - REACH) : start]
    if text.lang.startswith("vi"):
        return _VI_ROLE.search(words_before) is not None
    words = list(WORD.finditer(words_before))
    if not words or not words_before.endswith(words[-1][0] + " "):
        return False
    last = words[-1][0].lower()
    roles = {last, last.removesuffix("s")} if plural else {last}
    return not roles & _NEUTRAL and any(map(_ROLE.fullmatch, roles))


def has_other_title(text: TextView, span: Span) -> bool:
    """Whether any title of the glossary stands right before the name."""
    return any(
        match.span.end in (span.start - 1, span.start)
        for match in matches_near(text, span, 2)
        if match.concept.type is ConceptType.TITLE and match.nested_in is None
    )


def is_acting(text: TextView, span: Span) -> bool:
    """Whether an English word owns or does something, as people in a report do."""
    after = text.text[span.end : span.end + REACH]
    return after.startswith(("'s ", "’s ")) or _VERB.match(after) is not None
