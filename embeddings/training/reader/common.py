"""Shared by the scripts of this folder: the labelled questions, the archive's sentences, and what the reader is given of them."""
import json


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def turns_of(row):
    """A question, or the turns of a conversation in their standalone form: (id, question, labels by (document, index))."""
    for number, turn in enumerate(row.get("turns", [row])):
        labels = {(s["document"], s["index"]): s["grade"] for s in turn.get("sentences", [])}
        yield f"{row['id']}#{number}", turn.get("standalone") or turn["question"], labels


def fold_of(row_id, folds):
    """Which fold a question or a whole conversation is held out in: a fixed hash of its id."""
    import hashlib

    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % folds


def evidence(record, index):
    """The second text of a pair, as embeddings/reader gives it."""
    return f"{record['title']}, {record['date']}. {record['sentences'][index]}"
