"""Tables in text: the header row of a CSV, TSV, pipe or semicolon table says what its columns hold."""

from __future__ import annotations

import re
from functools import cache

from oauth2_demo.security.pii.engine import Field
from oauth2_demo.security.pii.lazy import LazyPattern

_KINDS = {
    "name": (
        "name 이름 성명 성함 고객명 회원명 담당자 담당자명 수령인 수취인 예금주 작성자 신청인 "
        "환자명 직원명 사원명 학생명 보호자 보호자명 대표자 대표자명 참석자 "
        "full_name fullname username user_name customer_name customer patient employee nm "
        "cust_nm user_nm 이름(한글) 한글이름 한글명 영문명 영문이름 "
        "contact_name contact recipient member student guest passenger owner assignee 가입자 "
        "주문자 구매자 예약자 받는분 받는사람 first_name last_name account_holder holder cardholder "
        "employee_name patient_name work_name contact_person person claimant insured beneficiary last_first "
        "attendee assigned_to reported_by author submitted_by created_by approved_by interviewer candidate supervisor "
        "manager instructor teacher trainee applicant nominee donor volunteer tenant landlord payee payer sender "
        "receiver "
        "signatory doctor physician nurse therapist driver technician approver reviewer requester requestor caller "
        "sales_rep account_manager witness buyer seller borrower guarantor spouse parent guardian player coach "
        "emergency_contact next_of_kin "
        "계약자 피보험자 강사 강사명 교사 팀원 사용자 사용자명"
    ),
    "phone": (
        "contact_number landline cell_phone "
        "phone tel mobile cell hp telephone phone_number mobile_no 전화 전화번호 연락처 휴대폰 "
        "휴대폰번호 핸드폰 휴대전화 휴대전화번호 비상연락처 팩스 fax contact_no tel_no phone_no"
    ),
    "email": "email e-mail mail 이메일 메일 email_address 이메일주소",
    "address": "address addr 주소 배송지 거주지 자택주소 집주소 도로명주소 street",
    "date_of_birth": "dob birth birthday birthdate birth_date date_of_birth 생년월일 생일 출생일",
    "bank_account": (
        "account account_no account_number account_num acc_no acct acct_no acct_num bank_account_number "
        "계좌 계좌번호 환불계좌 입금계좌 급여계좌 bank_account"
    ),
    "passport": "passport passport_no passport_number 여권 여권번호",
    "driver_license": (
        "license license_no licence licence_no driving_licence drivers_licence license_number licence_number dl dl_no "
        "driver_license drivers_license dl 면허 면허번호 운전면허 운전면허번호"
    ),
    "us_ssn": "ssn social_security_number social_security",
    "ssn": "rrn jumin 주민번호 주민등록번호 resident_no",
    "foreign_registration": "frn arc 외국인등록번호",
    "credit_card": "card card_no card_number credit_card 카드 카드번호 pan cc",
    "business_registration": "brn biz_no 사업자번호 사업자등록번호",
}
# `product_name` is nobody's name.
_THINGS = (
    "product",
    "company",
    "file",
    "host",
    "item",
    "brand",
    "store",
    "bank",
    "domain",
    "class",
    "table",
    "server",
    "project",
    "team",
    "package",
    "service",
    "event",
    "city",
    "country",
    "state",
    "org",
    "business",
    "device",
    "model",
    "app",
    "task",
    "job",
    "role",
    "group",
    "repo",
    "column",
    "field",
    "key",
    "branch",
    "image",
    "상품",
    "회사",
    "부서",
    "은행",
    "품목",
    "제품",
    "학교",
    "병원",
    "지원",
)
_HEADINGS = {heading: kind for kind, headings in _KINDS.items() for heading in headings.split()}
# A line whose first cell is short and which has no digit, address or question in it: a header row or a line of prose.
_CELL_TEXT = r"[^\n,;|\t/0-9@?!]{0,24}+"
_FIRST_CELL = rf"{_CELL_TEXT}(?:[,;|\t]|(?<= )/(?= )|/{_CELL_TEXT}[,;|\t])"


def find_fields(text: str) -> list[Field]:
    """Return the cells of every table in the text whose column the header names, in order of position."""
    fields: list[Field] = []
    if "(" in text and ("VALUES" in text or "values" in text):
        _read_inserts(text, fields)
    if "\n" not in text:
        return fields
    if "COPY " in text:
        _read_copies(text, fields)
    reached = 0
    line_start = 0
    first, later = _gates()
    if '"' in text and ('":"' in text or '": "' in text):
        _read_strings(text, fields)
    found = first.match(text) or later.search(text)
    while found:
        line_start = found.start() + (text[found.start()] == "\n")
        line_end = text.find("\n", line_start)
        if line_end < 0:
            break
        delimiter = _delimiter(text[found.end() - 1])
        reached = line_end
        # Program text is indented, a table that is not drawn with pipes or tabs is not.
        indented = delimiter in ",;" and text[line_start] in " \t"
        headings = text[line_start:line_end].split(delimiter)
        if line_end - line_start <= _LONGEST_HEADER and not indented and _is_header(headings):
            kinds = [_kind_of(heading) for heading in headings]
            reached = _read_rows(text, line_end + 1, delimiter, kinds, fields) - 1
        found = later.search(text, reached)
    fields.sort()
    return fields


def _delimiter(mark: str) -> str:
    """A slash is a delimiter only between spaces."""
    return " / " if mark == "/" else mark


def _read_strings(text: str, fields: list[Field]) -> None:
    """Tables that are the value of a JSON string: the first line begins behind a key, the last ends before a brace."""
    at = 0
    for opening in _opening().finditer(text):
        first = _gates()[0].match(text, opening.end()) if opening.start() >= at else None
        line_end = text.find("\n", opening.end(), opening.end() + _LONGEST_HEADER) if first else -1
        if not first or line_end < 0:
            continue
        delimiter = _delimiter(text[first.end() - 1])
        headings = text[opening.end() : line_end].split(delimiter)
        if _is_header(headings):
            closing = text.find('"}', line_end)
            table = text if closing < 0 else text[:closing]
            at = _read_rows(table, line_end + 1, delimiter, [_kind_of(heading) for heading in headings], fields)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile('": ?"')


def _read_inserts(text: str, fields: list[Field]) -> None:
    """Rows of `INSERT INTO t (name, phone) VALUES ('…', '…'), (…)`."""
    for head in re.finditer(r"\(([A-Za-z0-9_, `\"가-힣]{3,300})\)\s{0,4}(?:VALUES|values)\s{0,4}(?=\()", text):
        kinds = [_kind_of(name.strip(' `"')) for name in head[1].split(",")]
        at = head.end()
        while row := re.compile(r"\s{0,4},?\s{0,4}\(([^()\n]{0,500})\)").match(text, at):
            _add_cells(_split(row[1], ","), row.start(1), kinds, fields)
            at = row.end()


def _read_copies(text: str, fields: list[Field]) -> None:
    """Rows of `COPY t (name, phone) FROM stdin;` as PostgreSQL's pg_dump writes them."""
    reached = 0
    for head in re.finditer(r"COPY [^\s(]{1,80} ?\(([A-Za-z0-9_, \"]{3,500})\) FROM stdin;\r?\n", text):
        kinds = [_kind_of(name.strip(' "')) for name in head[1].split(",")]
        if head.start() >= reached and len(kinds) >= _FEWEST_COLUMNS:
            reached = _read_rows(text, head.end(), "\t", kinds, fields)


@cache
def _gates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_FIRST_CELL), re.compile("\n" + _FIRST_CELL)


# Forty columns of a dozen characters.
_LONGEST_HEADER = 500
# One label with a comma behind it is a line of a program.
_FEWEST_COLUMNS = 2
_LONGEST_LABEL = 24
# The column that counts the rows.
_ROW_NUMBER = frozenset(("no", "no.", "#", "번호", "순번", "연번"))
_SENTENCE_MARK = LazyPattern("[0-9@:.!?]")
# 신청자, 예금주, 담당자명: who does something.
_PERSON_HEADING = LazyPattern("(?:자|인|님|원|객|생|주)명?$")


def _is_header(headings: list[str]) -> bool:
    """A header row: several short labels without digits or sentence marks, of which the detectors know at least one."""
    if len(headings) < _FEWEST_COLUMNS:
        return False
    labels: list[str] = []
    for heading in headings:
        label = heading.strip(" \t\r\"'*")
        if len(label) > _LONGEST_LABEL:
            # Most lines are prose, and what stands behind their first comma is long.
            return False
        labels.append(label)
    if len(labels) - labels.count("") < _FEWEST_COLUMNS:
        return False
    known = False
    for label in labels[labels[0].lower() in _ROW_NUMBER :]:
        if _SENTENCE_MARK.search(label):
            if not _kind_of(label):
                return False
            known = True
        elif not known:
            known = bool(_kind_of(label))
    return known


def _kind_of(heading: str) -> str | None:
    """Return the kind a heading names, None for a column of something else, "" for an empty edge of a pipe table."""
    plain = heading.strip(" \t\r\"'*").lower().replace(" ", "_")
    if not plain:
        return ""
    known = _HEADINGS.get(plain) or _HEADINGS.get(plain.replace("_", ""))
    if known:
        return known
    # `employee_name`, `work_email` and 신청자명 say it with their last part.
    last = plain.rpartition("_")[2]
    if last in ("name", "email", "phone", "mobile", "address", "birth", "nm"):
        kind = _HEADINGS.get(last)
    elif 3 <= len(plain) <= 6 and _PERSON_HEADING.search(plain):
        kind = "name"
    else:
        return None
    return None if plain.startswith(_THINGS) else kind


def _read_rows(text: str, at: int, delimiter: str, kinds: list[str | None], fields: list[Field]) -> int:
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        cells = _split(line, delimiter)
        if len(cells) != len(kinds):
            return at
        _add_cells(cells, at, kinds, fields, len(delimiter))
        at = end + 1
    return at


def _add_cells(cells: list[str], at: int, kinds: list[str | None], fields: list[Field], width: int = 1) -> None:
    for kind, cell in zip(kinds, cells, strict=False):
        if kind:
            lead = len(cell) - len(cell.lstrip(" \t\"'"))
            trimmed = cell.strip(" \t\r\"'")
            if trimmed:
                fields.append(Field(at + lead, at + lead + len(trimmed), kind))
        at += len(cell) + width


def _split(line: str, delimiter: str) -> list[str]:
    if '"' not in line:
        return line.split(delimiter)
    cells: list[str] = []
    for part in line.split(delimiter):
        if cells and cells[-1].count('"') % 2:
            cells[-1] += delimiter + part
        else:
            cells.append(part)
    return cells
