"""A day and a month with a slash and no year: *on 24/8*, 于25/8举行.

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

_AFTER = r"in|to|and|with|by|when|after|before|for|from|during|following|as|while|that|the"
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
CHINESE = (
    # 低于2/3, 处在3/4: what is compared
    rf"(?<![低高等多少大小近处處中布][于於在])(?!{_HOURS})"
    rf"(?:(?<=[于於在至从從到自])(?={_BOTH}(?:{_EVENT})(?!的)|(?!{_SHARE}){_BOTH}(?:{_GOES_ON}))"
    rf"|(?:(?<=[于於])|(?<=定在))(?!{_SHARE})(?={_BOTH}(?:[，。；）)]|$)))"
    rf"(?P<day>{_DAY})(?P<separator>/)(?P<number>{_MONTH})(?!\d)"
)
