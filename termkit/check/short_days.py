"""A day and a month with a sign between and no year: *on 24/8*, 于25/8举行, 将在6.24召开.

Shares (*on 1/2 of the land*, 在3/4人口), hours (24/7), scores and ratios look the same, so what
follows has to tell a day: an event, the end of the clause, or words that go on after a date.
"""

from __future__ import annotations

_DAY = r"3[01]|[12]\d|0?[1-9]"
_MONTH = r"1[0-2]|0?[1-9]"
_BOTH = r"\d{1,2}/\d{1,2}(?![\d/])"
_HOURS = r"24/[67](?!\d)"
# Half a dozen days of a year are lost; whoever reads 3/4 thinks of a share.
_SHARE = r"(?:1/[2-9]|2/[35]|3/[458]|4/5|5/[68]|7/8|[1379]/10)(?!\d)"
_ATTACKS = r"9/11(?!\d)"

_AFTER = (
    r"in|to|and|with|by|when|after|before|for|from|during|following|as|while|that|the"
    r"|\w+ed|said|met|told|held|will|would"
)
ENGLISH = (
    rf"(?<!ased on )(?!{_HOURS}|{_SHARE}|{_ATTACKS})"
    rf"(?:(?<=\bOn )(?={_BOTH} [A-Z][a-z])"
    rf"|(?<=\b[Oo]n )(?={_BOTH}(?:[,;.)](?! ?\d)|$| at\b| (?:{_AFTER})\b(?! \d))))"
    rf"(?=(?:{_DAY})/(?:{_MONTH})(?!\d)|(?:{_MONTH})/(?:{_DAY})(?!\d))"
    r"(?P<day>\d{1,2})(?P<separator>/)(?P<number>\d{1,2})"
)

_EVENT = (
    "举行|召开|举办|抵达|抵京|会见|会晤|会谈|签署|签订|开幕|闭幕|开始|启动|启程|访问|出席|前往|离开"
    "|发表|发布|公布|生效|成立|上午|下午|中午|晚|凌晨|清晨"
    "|舉行|召開|舉辦|抵達|會見|會晤|會談|簽署|簽訂|開幕|閉幕|開始|啟動|啟程|訪問|離開|發表|發布"
)
_GOES_ON = r"[在对對就同率向](?!\d)|起|[至到]\d"
CHINESE_SLASH = (
    # 低于2/3, 处在3/4: what is compared
    rf"(?<![低高等多少大小近处處中布][于於在])(?!{_HOURS})"
    rf"(?:(?<=[于於在至从從到自])(?={_BOTH}(?:{_EVENT})(?!的)|(?!{_SHARE}){_BOTH}(?:{_GOES_ON}))"
    rf"|(?:(?<=[于於])|(?<=定在))(?!{_SHARE})(?={_BOTH}(?:[，。；）)]|$)))"
    rf"(?P<day>{_DAY})(?P<separator>/)(?P<number>{_MONTH})(?!\d)"
)

_CLEAN = r"(?<![\d/.:A-Za-z第-])"
_END = r"(?![\d%％‰/:-]|\.\d)"
_DIGITS = r"\d{1,2}[/.-]\d{1,2}"
_CLOCK = "上午|下午|中午|凌晨|清晨|傍晚|当天|当日|当晚|晚(?![于年期了])|以前|之前|當天|當日|當晚"
_NEXT_DAY = r"(?:[和、至到及—]|-)\d{1,2}(?:月\d{1,2})?[日号]"  # 12.5和6日, 8/31至9月2日
_HAN = "\u4e00-\u9fff"
_ACTS = (
    "(?:又|再次|正式|共同)?(?:主持|主办|宣布|抵达|会见|会晤|会谈|出席|召开|举行|开幕|签署|致电|致信"
    "|启程|闭幕|落幕|揭幕|闭会|同(?![比期样时])|宣佈|抵達|會見|會晤|會談|舉行|開幕|閉幕|揭幕|閉會|簽署)"
)
_THERE = rf"在[{_HAN}]{{1,8}}(?:{_ACTS})"
_MEASURES = "十百千万亿萬億元度倍公米吨人点分秒小天年名岁歲亩美摄攝个個级級成"


def _surely(written: str) -> str:
    """A form of digits where the words around it leave nothing but a day to be meant."""
    return (
        rf"(?=\d){_CLEAN}(?!{_HOURS})(?:"
        rf"(?:(?<=[。！？”])|^)(?={_DIGITS}，(?!\d))"
        rf"|(?={_DIGITS}(?:{_CLOCK}|{_NEXT_DAY}))"
        rf"|(?<=星期[一二三四五六日天]（)(?={_DIGITS}）)"
        rf"|(?:(?<=日至)|(?<=日到)|(?<=当地时间))(?={_DIGITS}(?![{_MEASURES}]))"
        rf"|(?!{_SHARE})(?<![低高等多少大小近处處中布][于於在])(?<=[于於在自])"
        rf"(?={_DIGITS}(?:{_EVENT}|{_ACTS}|{_THERE}|起(?![\d步])|进行|進行))"
        # 新华社河内11/26电（, 1945年9.2
        rf"|(?<=[{_HAN}])(?={_DIGITS}(?:电[（(\s]|消息[：:]))"
        # but no 2025年5.2，均高于预期
        rf"|(?<=\d年)(?={_DIGITS}(?:{_EVENT}|{_ACTS}|{_THERE}|{_CLOCK}|[那这]一?天|（))"
        # 自去年11/8新一轮谈判开始以来: a year before it
        rf"|(?!{_SHARE})(?:(?<=去年)|(?<=今年)|(?<=明年)|(?<=前年)|(?<=同年)|(?<=当年))"
        rf"(?={_DIGITS}(?![\d{_MEASURES}的]))"
        rf"|(?:(?<=定于)|(?<=定在)|(?<=将于)|(?<=将在)|(?<=拟于)|(?<=截至))"
        rf"(?={_DIGITS}(?![\d{_MEASURES}]))"
        rf"|(?!{_SHARE})(?<=[{_HAN}，）—])(?<![占约約近超過过至达達為为是到的])"
        rf"(?={_DIGITS}(?:{_THERE}|{_ACTS}))"
        rf"){written}{_END}"
    )


CHINESE_DAY_FIRST = _surely(rf"(?P<day>{_DAY})(?P<separator>/)(?P<number>{_MONTH})")
CHINESE_MONTH_FIRST = _surely(
    rf"(?P<number>{_MONTH})(?:(?P<separator>[.-])(?P<day>{_DAY})|/(?P<sure>1[3-9]|2\d|3[01]))"
)
