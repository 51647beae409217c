"""Find out whether a surname stands first: Xi Jinping, Kim Jong Un, Abe Shinzo, Orbán Viktor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names.folding import find_lossy_scripts, fold
from graph.names.name_words import FIRM_GIVEN_NAMES, GIVEN_NAMES, read_words

CHINESE = read_words("""
    wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang
    song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su
    jiang cai jia ding wei xue ye yan pan dai xia zhong tian ren fan fang shi yao tan liao
    zou xiong jin kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin qiao
    lai gong wen bo xi ai chiang tsai chou chang hsu hsieh lo mo
""")
KOREAN = read_words("""
    kim lee rhee park pak choi choe jung jeong chung cho kang yoon yun jang chang lim im
    shin oh seo suh kwon hwang ahn an song ryu yoo hong jeon moon bae baek nam ban ri no roh
    noh ko hyon pyon ro kwak so
""")
VIETNAMESE = read_words("""
    nguyen tran pham huynh hoang vu vo dang bui ngo duong phan trinh truong dinh ho
""")
JAPANESE = read_words("""
    abe kishida suga sato suzuki takahashi tanaka ito watanabe yamamoto nakamura kobayashi
    kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito
    yamazaki ikeda hashimoto ishikawa ogawa okada hasegawa fujita goto kondo maeda fujii
    fukuda ota nakajima koizumi hatoyama noda aso kono ishiba mishima murakami kurosawa tojo
    nakasone takaichi hirohito oda tokugawa toyotomi kan
""")
SYLLABLE_NAMES = CHINESE | KOREAN | VIETNAMESE
_PINYIN = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao"
    "|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])"
)
PINYIN = re.compile(rf"{_PINYIN}(?:{_PINYIN})?")
# One syllable of Korean, Vietnamese or Cantonese.
_SYLLABLE = "[bcdfghjklmnpqrstvwxyz]{0,3}[aeiouy]{1,3}(?:ng|nh|ch|ck|[bgklmnprtw])?"
SYLLABLE = re.compile(_SYLLABLE)
TWO_SYLLABLES = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
JAPANESE_NAME = re.compile(
    "(?:(?:ky|sh|ch|ny|hy|my|ry|gy|by|py|ts|[kstnhmyrwgzjdbpf])?[aeiou]+|n){2,6}"
)
GIVEN_IN_TWO = re.compile(r"\w+[-\u2010\u2011](\w+)")
LONGEST_HAN_SURNAME = 2
PATRONYMIC = re.compile(
    "[a-z]+(?:ovich|evich|avich|ovych|yovych|ilyich|ovna|evna|ivna|yivna|auna|ouna|ichna|inichna)"
)


def is_surname_first(tokens: Sequence[str]) -> bool | None:
    """Return whether the surname of a person stands first; None where it may stand at either end.

    Parameters
    ----------
    tokens
        The parts of the name, at least two, without titles and suffixes.

    Examples
    --------
    >>> names = ("Xi Jinping", "Orbán Viktor", "Viktor Medvedchuk", "Путин Владимир Владимирович")
    >>> [is_surname_first(name.split()) for name in names]
    [True, True, False, True]
    >>> [is_surname_first(name.split()) for name in ("Wang Yang", "Elton John", "김 정은")]
    [None, None, True]
    """
    first, *others = ("".join(fold(token)) for token in tokens)
    if _is_two_given_names(tokens[-1]):
        return True
    if _is_east_asian_writing(tokens):
        return True
    in_capitals = _compare_capitals(tokens)
    if in_capitals is not None:
        return in_capitals
    if _is_given_in_two(tokens):
        return True
    found = _read_east_asian(first, others)
    return _read_given_name(first, others) if found is False else found


def _is_east_asian_writing(tokens: Sequence[str]) -> bool:
    """Return whether a name is in Han or Hangul only, with a surname of one or two characters."""
    scripts = find_lossy_scripts("".join(tokens))
    return len(tokens[0]) <= LONGEST_HAN_SURNAME and scripts in (
        frozenset({"Han"}),
        frozenset({"Hangul"}),
    )


def _compare_capitals(tokens: Sequence[str]) -> bool | None:
    """Return whether the first part alone, and not the last alone, is in capitals."""
    capital = [len(token) > 1 and token.isupper() and token.isalpha() for token in tokens]
    if sum(capital) != 1 or not (capital[0] or capital[-1]):
        return None
    return capital[0]


def _is_given_in_two(tokens: Sequence[str]) -> bool:
    """Return whether the last part is a given name such as Ki-moon or Kai-shek."""
    first, *others = tokens
    given = GIVEN_IN_TWO.fullmatch(others[-1])
    return len(others) == 1 and given is not None and given[1].islower() and "-" not in first


def _is_two_given_names(token: str) -> bool:
    """Return whether a part is two given names, such as Jean-Luc."""
    names = fold(token)
    return len(names) > 1 and GIVEN_NAMES.issuperset(names)


def _read_east_asian(first: str, others: Sequence[str]) -> bool | None:
    last = others[-1]
    if first in JAPANESE and JAPANESE_NAME.fullmatch(last) and len(others) == 1:
        return None if last in JAPANESE else True
    if first not in SYLLABLE_NAMES:
        return False
    in_two = len(others) > 1 and all(map(SYLLABLE.fullmatch, others))
    chinese = first in CHINESE and all(map(PINYIN.fullmatch, others))
    if in_two or chinese:
        return None if last in SYLLABLE_NAMES else True
    # Kim Yuna, or Kim Wilde
    return None if len(others) == 1 and first in KOREAN and TWO_SYLLABLES.fullmatch(last) else False


def _read_given_name(first: str, others: Sequence[str]) -> bool | None:
    """Return whether the last part is a given name, or a patronymic after one."""
    last = others[-1]
    if len(others) > 1 and PATRONYMIC.fullmatch(last) and not PATRONYMIC.fullmatch(others[-2]):
        return True
    if last not in GIVEN_NAMES:
        return False
    return True if last in FIRM_GIVEN_NAMES and first not in GIVEN_NAMES else None
