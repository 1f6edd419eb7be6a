"""House styles: strict to load, and a tendency never fires."""

from __future__ import annotations

import tomllib

import pytest

from termkit.errors import ConfigError, GlossarySyntaxError
from termkit.glossary.profile import (
    SETTINGS,
    Evidence,
    Profile,
    StyleLine,
    parse_profile,
    resolve_profiles,
)
from termkit.glossary.store import load_glossary

VNS = """\
name = "vns"
lang = "en"
title = "Việt Nam News"

[settings]
diacritics = { value = "keep", evidence = "usage", sources = ["vns-2026"], note = "slips" }
party-case = { value = "upper", evidence = "tendency" }

[preferred]
ctry-vietnam = "Việt Nam"
rel-csf-strategic = [
  { value = "that carries", evidence = "rule", since = "2023-12" },
  { value = "which carries", evidence = "tendency" },
]
"""


def test_style_is_read_whole() -> None:
    assert parse_profile(tomllib.loads(VNS), path="vns.toml", text=VNS) == Profile(
        "vns",
        "en",
        "Việt Nam News",
        settings={
            "diacritics": StyleLine("keep", Evidence.USAGE, ("vns-2026",), note="slips"),
            "party-case": StyleLine("upper", Evidence.TENDENCY),
        },
        preferred={
            "ctry-vietnam": (StyleLine("Việt Nam", Evidence.USAGE),),
            "rel-csf-strategic": (
                StyleLine("that carries", Evidence.RULE, since="2023-12"),
                StyleLine("which carries", Evidence.TENDENCY),
            ),
        },
    )


def test_tendency_never_fires() -> None:
    style = parse_profile(tomllib.loads(VNS), path="vns.toml")
    assert style.setting("diacritics") == "keep"
    assert style.setting("party-case") is None
    assert style.forms("rel-csf-strategic") == ("that carries",)


def test_incomplete_style_never_fires() -> None:
    style = parse_profile(tomllib.loads("complete = false\n" + VNS), path="vns.toml")
    assert style.setting("diacritics") is None
    assert style.forms("ctry-vietnam") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "hint"),
    [
        ('"keep"', '"keeps"', 6, "diacritics 'keeps' is not known",
         "did you mean 'keep'? known: drop, keep"),
        ("diacritics", "diacritic", 6, "key 'diacritic' is not known", None),
        ('evidence = "rule"', 'evidence = "rules"', 12, "evidence 'rules' is not known", None),
        ('"2023-12"', '"last year"', 12, "since 'last year' is not a date", None),
        ("[preferred]", "[prefered]", 9, "key 'prefered' is not known", None),
        ('lang = "en"', 'lang = "fr"', 2, "language 'fr' is not known", "known: en, vi, zh"),
    ],
)  # fmt: skip
def test_error_names_line_and_nearest(
    old: str, new: str, line: int, problem: str, hint: str | None
) -> None:
    text = VNS.replace(old, new, 1)
    with pytest.raises(GlossarySyntaxError) as caught:
        parse_profile(tomllib.loads(text), path="vns.toml", text=text)
    assert (caught.value.problem, caught.value.line) == (problem, line)
    if hint is not None:
        assert caught.value.hint == hint


def style(name: str, *extends: str, lang: str = "en", **settings: str) -> Profile:
    lines = {key: StyleLine(value, Evidence.USAGE) for key, value in settings.items()}
    return Profile(name, lang, extends=extends, settings=lines)


def test_own_lines_win_over_inherited_ones() -> None:
    styles = [
        style("agency", diacritics="drop", spelling="british"),
        style("daily", "agency", diacritics="keep"),
    ]
    daily = resolve_profiles({s.name: s for s in styles})["daily"]
    assert {key: line.value for key, line in daily.settings.items()} == {
        "diacritics": "keep",
        "spelling": "british",
    }


@pytest.mark.parametrize(
    ("styles", "problem"),
    [
        ([style("a", "b")], "house style 'a' extends 'b', which is not known"),
        ([style("a", "b"), style("b", "a")], "house style 'a' extends itself: a > b > a"),
        ([style("a", "b"), style("b", lang="vi")], "house style 'a' is en, 'b' is vi"),
    ],
)
def test_broken_family(styles: list[Profile], problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        resolve_profiles({s.name: s for s in styles})
    assert caught.value.problem == problem


def test_shipped_styles() -> None:
    """Those the survey recommends; examples are marked incomplete; two are not shipped."""
    styles = load_glossary().profiles
    assert {name for name, s in styles.items() if s.complete} == {
        "ap", "ap-reuters", "cn-mfa-en", "reuters", "un", "vgp-en", "vi-vn", "vn-gov", "vna-en",
        "vns", "xinhua-en", "zh-cn", "zh-vn",
    }  # fmt: skip
    assert {name for name, s in styles.items() if not s.complete} == {
        "academic", "economist", "qdnd-en", "vi-cn", "vov-en",
    }  # fmt: skip


def test_shipped_styles_cite_more_than_the_seeds() -> None:
    seeds = {"xinhua-2026-02-03-via-en-people-cn-n3-2026-0204", "vna-vns-2025-09-11"}
    glossary = load_glossary()
    assert seeds <= glossary.sources.keys()
    for profile in glossary.profiles.values():
        lines = [*profile.settings.values(), *(x for xs in profile.preferred.values() for x in xs)]
        for line in lines:
            assert set(line.sources) - seeds, (profile.name, line)


def test_refuted_claims_do_not_fire() -> None:
    styles = load_glossary().profiles
    assert styles["xinhua-en"].setting("party-case") is None
    assert styles["vns"].setting("country-order") is None
    assert styles["vn-gov"].setting("spelling") is None
    assert styles["cn-mfa-en"].preferred["ctry-vietnam"][0].since == "2025-04"


def test_house_forms() -> None:
    styles = load_glossary().profiles
    assert styles["vns"].forms("ctry-vietnam") == ("Việt Nam",)
    assert styles["xinhua-en"].forms("ctry-vietnam") == ("Vietnam",)
    assert styles["vgp-en"].forms("place-hanoi") == ("Ha Noi",)
    assert styles["xinhua-en"].forms("rel-csf-strategic") == (
        "community with a shared future that carries strategic significance",
    )


def test_every_setting_is_worth_a_choice() -> None:
    assert all(len(values) > 1 for values in SETTINGS.values())
