"""Reads every .eml file of a folder with Python's own e-mail library and prints what it found as JSON."""
import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import sys


def mailbox(value):
    """By hand: the newer parser of some Python versions keeps the space between two encoded words of a name (RFC 2047 6.2)."""
    name, address = email.utils.parseaddr(value)
    return [str(email.header.make_header(email.header.decode_header(name))), address]


def read(path):
    raw = email.message_from_bytes(path.read_bytes())
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    return {
        "file": path.stem,
        "from": [mailbox(raw["from"])],
        "to": [mailbox(v) for v in raw.get_all("to")],
        "subject": mail["subject"],
        "id": mail["message-id"],
        "date": mail["date"].datetime.isoformat(),
        "language": mail["content-language"],
        "text": plain.get_content() if plain else None,
        "html": html.get_content() if html else None,
        "calendar": [[p.get_param("method"), p.get_content()] for p in mail.walk() if p.get_content_type() == "text/calendar"],
        "recipients": len(mail["to"].addresses),
        "defects": [str(d) for p in mail.walk() for d in p.defects] + [str(d) for h in mail.values() for d in h.defects],
        "headers": mail.keys(),
    }


json.dump([read(p) for p in sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))], sys.stdout)
