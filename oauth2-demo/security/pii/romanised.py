"""Korean and Chinese names in Latin letters: the Revised Romanization of Korean (2000) and older spellings, and pinyin.

A given name is nearly always two syllables, written together, with a hyphen or apart; the surname stands before or
after it. Two syllables that obey the romanisation beside a Korean surname are evidence that no list of names can give.
"""

from __future__ import annotations

from functools import cache

from oauth2_demo.security.pii.lazy import LazyPattern

_SYLLABLE = (
    "(?:kk|tt|pp|ss|jj|ch|sh|gw|kw|hw|[bdghjkmnprstwy])?"
    "(?:yeo|yoo|you|yae|woo|wae|weo|yu|ya|ye|yo|wa|wo|wi|we|oo|ou|eo|eu|ee|ae|ui|oe|a|e|i|o|u)"
    "(?:ng|n|m|k|g|l|p|b|t|h|r|ck)?"
)
_GIVEN = LazyPattern(rf"{_SYLLABLE}(?P<hyphen>-)?{_SYLLABLE}")
_ONE = LazyPattern(_SYLLABLE)
# The spellings of the most frequent surnames. Those of the second table are English words or first names too.
_SURNAMES = """
Kim Lee Park Choi Choe Jung Jeong Chung Kang Cho Yoon Yun Jang Chang Lim Rhee Seo Suh Shin Kwon Hwang Ahn Jeon Jun
Hong Yoo Yu Ryu Koh Bae Paik Baek Heo Hur Nam Shim Noh Roh Kwak Seong Joo Ku Koo Eom Chae Cheon Kong Hyun Byun Yeom
Choo Seok Seol Yeon Pyo Myung Wang Geum Yook Maeng Namgung Hwangbo Jegal Sagong Seonwoo Dokgo
"""
_DOUBTFUL_SURNAMES = """
Oh Han Song Son Ko Go Moon Yang Ha Cha Woo Gu Min Na Jin Ji Um Won Bang Gong Ham Do Sun Ma Gil Ki Ban Ra Ok In Je Mo
Tak An Im Sung Sim Ban Eun Ye Bong
"""
# The readings that given names are made of, of the characters that the Supreme Court of Korea allows for them.
_NAME_SYLLABLE = (
    "(?:ah|bi|bin|bo|bom|byeol|byung|chae|chan|cheol|chul|da|dae|do|dong|eun|ga|geon|gi|gu|gun|gwang|gyeong|gyu|ha|hae|hak|"
    "han|hee|heon|ho|hui|hun|hwa|hwan|hye|hyeok|hyeon|hyo|hyuk|hyun|hyung|in|jae|ji|jin|jong|joo|joon|ju|jun|jung|"
    "jeong|ki|kwang|kyeong|kyu|kyung|mi|min|mo|mun|myung|na|nam|rae|ram|ri|rim|rin|ryeong|sang|seo|seok|seon|seong|seul|seung|"
    "shin|si|so|soo|sook|sol|su|suk|sun|sung|tae|uk|wan|won|woo|wook|ye|yeol|yeon|yeong|yong|yoo|yool|yoon|young|yu|yul|yun)"
)
_NAMING = LazyPattern(f"{_NAME_SYLLABLE}-?{_NAME_SYLLABLE}")
# Pinyin (ISO 7098): a given name is one or two syllables, written together. Two are no word of another language often.
_PINYIN = (
    "(?:[bpm]?a(?:ng|n|i|o)?|[bpmf](?:ei|en|eng|o|u)|[bpm](?:i|ian|iao|ie|in|ing)|[dtnl](?:a|ai|ao|an|ang|eng|i|ian|iao|"
    "ie|ing|ong|ou|u|uan|un|uo)|[nl](?:iang|in|iu|ve?)|[gkh](?:a|ai|ao|an|ang|e|ei|en|eng|ong|ou|u|ua|uai|uan|uang|ui|un|uo)|"
    "[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)|(?:zh|ch|sh|[rzcs])(?:a|ai|ao|an|ang|e|ei|en|eng|i|ong|ou|u|"
    "uai|uan|uang|ui|un|uo)|y(?:a|an|ang|ao|e|i|in|ing|ong|ou|u|uan|ue|un)|w(?:a|ai|an|ang|ei|en|eng|u)|fan|fang|er)"
)
_CHINESE_GIVEN = LazyPattern(f"{_PINYIN}[-']?{_PINYIN}")


# The surnames that most Chinese bear.
_CHINESE_SURNAMES = """
Bai Cai Cao Chen Cheng Cui Dai Deng Ding Dong Duan Fang Feng Gao Gong Gu Guan Guo Han Hao He Hou Hu Huang Ji Jia Jiang
Jin Kong Lai Lei Li Liang Liao Lin Liu Lu Luo Ma Mao Meng Mo Ni Ouyang Pan Peng Qi Qian Qiao Qin Qiu Ren Shao Shen Shi
Song Su Sun Tan Tang Tao Tian Wan Wang Wei Wen Wu Xia Xiang Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yu Yuan Zeng
Zhai Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zou
"""


@cache
def _chinese_surnames() -> frozenset[str]:
    return frozenset(_CHINESE_SURNAMES.split())


def is_given_beside(given: str, family: str) -> bool:
    """Say whether a word is a Korean or Chinese given name beside such a surname: `Jiwon` Yoon, `Zhihao` Xu."""
    if is_korean_surname(family) and _NAMING.fullmatch(given.lower()):
        return True
    return family in _chinese_surnames() and len(given) > 3 and _CHINESE_GIVEN.fullmatch(given.lower()) is not None


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_SURNAMES.split()), frozenset(_DOUBTFUL_SURNAMES.split())


def is_korean_surname(word: str) -> bool:
    """Say whether a capitalised word is a Korean surname in one of its spellings."""
    sure, doubtful = _surnames()
    return word in sure or word in doubtful


@cache
def asian_surnames() -> frozenset[str]:
    """Return every spelling of a Korean or Chinese surname."""
    return frozenset().union(*_surnames(), _chinese_surnames())


def bears_asian_surname(first: str, last: str) -> bool:
    """Say whether a Korean surname stands at either end, or a Chinese one at the last: without it, none is found."""
    sure, doubtful = _surnames()
    return first in sure or last in sure or first in doubtful or last in doubtful or last in _chinese_surnames()


def is_korean_given(word: str) -> bool:
    """Say whether a word reads as a given name of two syllables."""
    return len(word) > 3 and _GIVEN.fullmatch(word.lower()) is not None


def is_korean_name(words: list[str]) -> bool:
    """Say whether words can be nothing but a Korean name: `Kim Min-su`, `Min-su Kim`, `Hong Gil Dong`.

    Args:
        words: The words of a full name, each with a capital first.
    """
    sure, doubtful = _surnames()
    if not any(word in sure or word in doubtful for word in (words[0], words[-1])):
        return False
    if len(words) == 2:
        for surname, given in (words, words[::-1]):
            found = _GIVEN.fullmatch(given.lower()) if surname in sure or surname in doubtful else None
            if found and found["hyphen"]:
                return True
        return False
    ends = (words[0], words[1:]), (words[-1], words[:-1])
    return len(words) == 3 and any(
        surname in sure and all(_ONE.fullmatch(part.lower()) for part in given) for surname, given in ends
    )


def may_be_korean_name(words: list[str]) -> bool:
    """Say whether two words read as a Korean name that something else has to prove: `Minsu Kim`, `Song Hana`."""
    return len(words) == 2 and any(
        is_korean_surname(surname) and is_korean_given(given) for surname, given in (words, words[::-1])
    )
