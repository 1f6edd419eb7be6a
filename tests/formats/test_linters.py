"""Rule files for the linter a team has: what they find, and above all what they leave alone."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml import etree

from termkit.errors import FormatLimitError
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import write_concepts
from termkit.formats.wrong_words import WrongWord, pattern, wrong_words
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
    Review,
)
from tests.contracts.concepts import golden

FORMATS = all_formats()
DEPRECATED = AdminStatus.DEPRECATED


def concept(concept_id: str, *names: Designation, claim: bool = False) -> Concept:
    return Concept(concept_id, ConceptType.PLACE, "", names, claim=claim)


HCMC = concept(
    "ho-chi-minh-city",
    Designation("en", "Ho Chi Minh City", kind=DesignationKind.PROPER_NAME),
    Designation("en", "Saigon City", status=DEPRECATED, deprecated_by="VNS style guide"),
    Designation("vi", "Thành phố Hồ Chí Minh"),
    Designation("vi", "Đô thành Sài Gòn", status=AdminStatus.SUPERSEDED),
)
ROAD = concept(
    "reunification-railway",
    Designation("en", "North-South railway"),
    Designation("en", "reunification express", status=DEPRECATED),
)


def write(
    name: str, wanted: Sequence[Concept], lang: str = "en", dialect: str | None = None
) -> str:
    out = io.BytesIO()
    write_concepts(FORMATS[name], wanted, out, ConceptOptions((lang,), dialect))
    return out.getvalue().decode()


def found(wanted: Sequence[Concept], text: str, lang: str = "en") -> list[str]:
    """What the patterns find in a text, by Python's own regular expressions."""
    words = wrong_words(wanted, lang)
    return [hit[0] for word in words for hit in re.finditer(pattern(word, r"\w"), text)]


def test_a_vale_rule_to_the_letter() -> None:
    """As it is written, and as it begins a sentence."""
    assert write("vale", [HCMC, ROAD]) == (
        "extends: substitution\n"
        "message: \"Use '%s' instead of '%s'.\"\n"
        "level: warning\nignorecase: false\nnonword: true\naction:\n  name: replace\nswap:\n"
        r'  "(?<![\\p{L}\\p{M}\\p{N}_])Saigon\\sCity(?![\\p{L}\\p{M}\\p{N}_])": "Ho Chi Minh City"'
        "\n"
        r'  "(?<![\\p{L}\\p{M}\\p{N}_])reunification\\sexpress(?![\\p{L}\\p{M}\\p{N}_])": '
        '"North-South railway"\n'
        r'  "(?<![\\p{L}\\p{M}\\p{N}_])Reunification\\sexpress(?![\\p{L}\\p{M}\\p{N}_])": '
        '"North-South railway"\n'
    )


def test_a_vale_vocabulary_to_the_letter() -> None:
    """Names with their capitals, other terms in any."""
    accepted = write("vale", [HCMC, ROAD], dialect="accept")
    assert accepted == "Ho\\sChi\\sMinh\\sCity\n(?i)North-South\\srailway\n"
    rejected = write("vale", [HCMC], dialect="reject")
    assert rejected == (r"(?<![\p{L}\p{M}\p{N}_])Saigon\sCity(?![\p{L}\p{M}\p{N}_])" + "\n")


def test_a_textlint_file_to_the_letter() -> None:
    letters = r"\w\u00AA\u00B5\u00BA\u00C0-\u1FFF"
    expect = [[rf"(?<![{letters}])Saigon\sCity(?![{letters}])", "Ho Chi Minh City"]]
    assert json.loads(write("textlint", [HCMC])) == expect
    assert write("textlint", [concept("hue", Designation("en", "Hue"))]) == "[]\n"


def test_a_cspell_configuration_to_the_letter() -> None:
    """One word at a time: a name of two cannot be flagged."""
    hue = concept(
        "hue", Designation("en", "Hue"), Designation("en", "Thuan-hoa", status=DEPRECATED),
        Designation("en", "Hué", status=DEPRECATED),
    )  # fmt: skip
    assert json.loads(write("cspell", [HCMC, hue])) == {
        "version": "0.2",
        "words": ["Chi", "City", "Ho", "Hue", "Minh"],
        "flagWords": ["Hué->Hue"],
    }


def test_a_languagetool_file_has_the_structure_of_its_schema() -> None:
    """rules > category > rulegroup > rule: regexp, message with a suggestion, example."""
    root = etree.fromstring(write("languagetool", [HCMC, ROAD]).encode())
    assert (root.tag, root.get("lang")) == ("rules", "en")
    (category,) = root
    assert dict(category.attrib) == {
        "id": "TERMKIT", "name": "Terminology", "type": "terminology",
    }  # fmt: skip
    assert [group.get("id") for group in category] == ["TERMKIT_1", "TERMKIT_2"]
    for rule in root.iter("rule"):
        assert [part.tag for part in rule] == ["regexp", "message", "example"]
    message = root.find(".//message")
    assert "".join(message.itertext()) == (
        "‘Saigon City’ is deprecated (VNS style guide). Use Ho Chi Minh City."
    )
    example = root.find(".//example")
    assert example.get("correction") == message.find("suggestion").text == "Ho Chi Minh City"
    assert example.find("marker").text == "Saigon City"


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("Saigon City is large.", ["Saigon City"]),
        ("in Saigon\nCity,", ["Saigon\nCity"]),
        ("in Saigon\u00a0City", ["Saigon\u00a0City"]),
        ("Saigon Citys and Newsaigon City", []),
        ("saigon city", []),
        ("Saigon  City", []),
    ],
)
def test_whole_words_with_their_capitals(text: str, expect: list[str]) -> None:
    assert found([HCMC], text) == expect


def test_no_word_within_a_longer_good_name() -> None:
    port = concept("saigon-port", Designation("en", "Port of Saigon City Harbour"))
    text = "the Port of Saigon City Harbour, the Port of Saigon City, Saigon City Harbour"
    assert len(found([HCMC, port], text)) == 2
    assert len(found([HCMC], text)) == 3


def test_no_wrong_word_within_a_longer_wrong_one() -> None:
    """One mistake is told once, by the longer name."""
    mankind = concept(
        "mankind",
        Designation("en", "shared future for mankind"),
        Designation("en", "common destiny for mankind", status=DEPRECATED),
    )
    future = concept(
        "future",
        Designation("en", "shared future"),
        Designation("en", "common destiny", status=DEPRECATED),
    )
    text = "a common destiny for mankind, a common destiny"
    assert found([future, mankind], text) == ["common destiny", "common destiny for mankind"]


def test_a_good_name_of_another_concept_is_no_mistake() -> None:
    """Homographs: what is deprecated for a province may be the name of a river."""
    river = concept("river", Designation("en", "saigon city"))
    assert found([HCMC, river], "Saigon City") == []
    assert found([river, HCMC], "Saigon City") == []


def test_what_was_right_in_its_time_and_what_states_a_claim_is_left_alone() -> None:
    sea = concept(
        "east-sea",
        Designation("en", "East Sea"),
        Designation("en", "South China Sea", status=DEPRECATED),
        claim=True,
    )
    for name in ("vale", "textlint", "cspell", "languagetool"):
        assert "Sài Gòn" not in write(name, [HCMC], "vi")
        assert "Sea" not in write(name, [HCMC, sea])


def test_nothing_proposed_is_found_or_suggested() -> None:
    names = (
        Designation("en", "Hanoi Town", status=DEPRECATED, review=Review.PROPOSED),
        Designation("en", "Kecho", status=DEPRECATED),
        Designation("en", "Ha Noi City", review=Review.PROPOSED),
    )
    hanoi = concept("hanoi", *names)
    for name in ("vale", "textlint", "languagetool", "cspell"):
        text = write(name, [hanoi, HCMC])
        assert "Town" not in text
        assert "Ha" not in re.findall(r"\w+", text)
    assert "Kecho" not in write("vale", [hanoi])  # nothing to write instead
    assert "Kecho" not in write("textlint", [hanoi])
    assert "Kecho" in write("vale", [hanoi], dialect="reject")
    assert "‘Kecho’ is deprecated." in write("languagetool", [hanoi])
    assert json.loads(write("cspell", [hanoi]))["flagWords"] == ["Kecho"]


def test_scripts_stay_apart_and_need_no_boundaries() -> None:
    minister = concept(
        "foreign-minister",
        Designation("zh-Hans", "外交部长"),
        Designation("zh-Hans", "外长官", status=DEPRECATED),
        Designation("zh-Hant", "外交部長"),
        Designation("zh-Hant", "外長官", status=DEPRECATED),
    )
    for name in ("vale", "textlint", "languagetool", "cspell"):
        assert "長" not in write(name, [minister], "zh-Hans")
        assert "长" not in write(name, [minister], "zh-Hant")
    assert json.loads(write("textlint", [minister], "zh-Hans")) == [["(?=)外长官", "外交部长"]]
    nom = concept(
        "nom", Designation("vi-Hani", "𡨸喃"), Designation("vi-Hani", "𡦂喃", status=DEPRECATED)
    )
    assert "𡦂喃" in write("vale", [nom], "vi-Hani")


def test_vietnamese_letters_are_letters() -> None:
    """Đ and marks bound a word: not where an ASCII boundary would stand."""
    words = [WrongWord("x", "Đô thị", "", ""), WrongWord("y", "hoà", "hòa", "")]
    text = "ở Đô thị, Đô thịnh, hoàn, cải hoà"
    assert [re.findall(pattern(word, r"\w"), text) for word in words] == [["Đô thị"], ["hoà"]]


TRAPS = ("=1+1", "00123", "NO", "#start", "a.b(c)|[d]{2}^$*+?\\", 'say "x"', "it’s", "𡨸", "a\tb")


def test_traps_are_found_as_they_are() -> None:
    wanted = [
        concept(f"t{n}", Designation("en", f"good {n}"), Designation("en", text, status=DEPRECATED))
        for n, text in enumerate(TRAPS)
    ]
    for text in TRAPS:
        assert found(wanted, f"x, {text}, y") == [text]
    swaps = write("vale", wanted).partition("swap:\n")[2]
    assert len(json.loads("{" + ",".join(swaps.splitlines()) + "}")) == len(TRAPS) + 4
    assert all(
        line.count("(") == line.count("(?") for line in swaps.splitlines()
    )  # a bare one is a group to Vale
    assert len(json.loads(write("textlint", wanted))) == len(TRAPS)
    root = etree.fromstring(write("languagetool", wanted).encode())
    assert len(root.findall(".//rulegroup")) == len(TRAPS)


@pytest.mark.parametrize(
    ("name", "better", "said"),
    [
        ("vale", "this|that", "has | or $"),
        ("vale", "US$1 billion", "has | or $"),
        ("languagetool", "C:\\1", "a backslash and a digit"),
        ("languagetool", "bell \x07", "which XML cannot hold"),
    ],
)
def test_what_would_mean_something_else_is_refused(name: str, better: str, said: str) -> None:
    bad = Designation("en", "wrong", status=DEPRECATED)
    with pytest.raises(FormatLimitError, match=re.escape(said)) as caught:
        write(name, [concept("planted", Designation("en", better), bad)])
    assert "planted" in caught.value.problem


def test_a_dollar_is_a_dollar_to_textlint_and_no_suggestion_breaks_cspell() -> None:
    bad = Designation("en", "wrong", status=DEPRECATED)
    dollars = concept("money", Designation("en", "US$1, or $&"), bad)
    assert json.loads(write("textlint", [dollars]))[0][1] == "US$$1, or $$&"
    assert json.loads(write("cspell", [dollars]))["flagWords"] == ["Wrong", "wrong"]


def test_an_empty_rule_matches_nothing() -> None:
    """Vale would match everything with a rule that has no swap."""
    hue = concept("hue", Designation("en", "Hue"))
    assert write("vale", [hue]).endswith('swap:\n  "(?!)": ""\n')
    rule = etree.fromstring(write("languagetool", [hue]).encode()).find(".//rule")
    assert rule.find("regexp").text == "(?!)"


@pytest.mark.parametrize("name", ["vale", "textlint", "cspell", "languagetool"])
def test_the_golden_glossary_goes_through(name: str) -> None:
    """What is deprecated is in the file, and no good name of it is found by its own rules."""
    wanted = [replace(c, designations=c.designations) for c in golden()]
    assert write(name, wanted)
    good = [d.text for c in wanted for d in c.designations if d.lang == "en" and d.is_approved]
    assert not [hit for text in good for hit in found(wanted, text)]
