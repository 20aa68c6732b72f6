"""What keeps bytes honest, bounded and whole on their way and on the disk."""

from . import Safeguard

SAFEGUARDS = {
    "unpacking is bounded": Safeguard(
        "sync/wire/frame.py",
        "unpacker.decompress(packed, limit)",
        "unpacker.decompress(packed)",
        "none",
    ),
    "a frame that was cut short is no message": Safeguard(
        "sync/wire/frame.py", "if not unpacker.eof:", "if False:", "none"
    ),
    "numbers are checked": Safeguard(
        "sync/wire/guards.py", "type(value) is not int or value not in WHOLE", "False", "none"
    ),
    "names are checked": Safeguard("sync/wire/guards.py", ' or "\\0" in value', "", "none"),
    "half a letter is no text": Safeguard(
        "sync/wire/strict_json.py", "    text.encode()", "    return", "none"
    ),
    "U+0000 is in no text": Safeguard(
        "sync/wire/strict_json.py", 'if "\\0" in text:', "if False:", "none"
    ),
    "bytes are UTF-8": Safeguard(
        "sync/wire/strict_json.py",
        'text.decode("utf-8")',
        'text.decode("utf-8", "surrogatepass")',
        "none",
    ),
    "a key stands once in an object": Safeguard(
        "sync/wire/strict_json.py", "if len(result) != len(pairs):", "if False:", "none"
    ),
    "a number is finite": Safeguard(
        "sync/wire/strict_json.py", "if not math.isfinite(number):", "if False:", "none"
    ),
    "values are counted before they are made": Safeguard(
        "sync/wire/strict_json.py", "    if _marks(text) > most", "    if False", "none"
    ),
    "a value is no deeper than anybody can write it": Safeguard(
        "sync/wire/guards.py",
        "if any(strict_json.depth",
        "if False and any(strict_json.depth",
        "none",
    ),
    "a text is no list of letters": Safeguard(
        "sync/wire/guards.py", "if not isinstance(value, list):", "if False:", "none"
    ),
    "no more values travel than are read": Safeguard(
        "sync/wire/__init__.py", " and b <= VALUES", "", "none"
    ),
    "an answer is to one request": Safeguard(
        "sync/wire/seal.py", "{json.dumps(about, separators=(',', ':'))}", "", "none"
    ),
    "a request does not pass for an answer": Safeguard(
        "sync/wire/seal.py", 'b"khuyenhoc request\\n"', "b'khuyenhoc reply \"n\"\\n'", "none"
    ),
    "the header is signed, too": Safeguard(
        "sync/wire/envelope.py",
        "data[:begin] + rest, key",
        "data[:begin][:0] + rest, key",
        "none",
    ),
    "one change travels, however large": Safeguard(
        "sync/wire/__init__.py", "count = max(1, min(", "count = max(0, min(", "none"
    ),
    "a page of the answer keeps to the budget": Safeguard(
        "sync/exchange.py", "page = page.first(", "page.first(", "none"
    ),
    "a receipt is for what has settled": Safeguard(
        "sync/exchange.py",
        "        replica.store.save_checkpoint(there)\n",
        "        there = there._replace(receipt=_receipt(replica, response))\n"
        "        replica.store.save_checkpoint(there)\n",
        "none",
    ),
    "a commit is on the disk": Safeguard(
        "sync/stores/connection.py", "synchronous = full", "synchronous = normal", "none"
    ),
    "whoever will write takes the lock first": Safeguard(
        "sync/stores/connection.py", '"begin immediate"', '"begin"', "none"
    ),
    "an inner transaction joins the outer one": Safeguard(
        "sync/stores/connection.py", "if self.conn.in_transaction:", "if False:", "none"
    ),
    "whoever only reads takes no lock": Safeguard(
        "sync/replica.py",
        "if self.name and (self.epoch or not self.is_hub):\n            return",
        "if False:\n            return",
        "none",
    ),
    "the end of a page is fixed before it is read": Safeguard(
        "sync/stores/sqlite.py", "and place <= ? and", "and 0 < ? and", "none"
    ),
    "a record that its schema cannot read stops nothing": Safeguard(
        "sync/rows.py",
        "except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):",
        "except ZeroDivisionError if record is None else ():",
        "none",
    ),
}
