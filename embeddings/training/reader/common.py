"""Shared by the scripts of this folder: labelled questions, folds, and the reader's input text."""
import json


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def turns_of(row):
    """Yields (id, standalone question, labels by (document, index)) for a question or for each turn of a conversation."""
    for number, turn in enumerate(row.get("turns", [row])):
        labels = {(s["document"], s["index"]): s["grade"] for s in turn.get("sentences", [])}
        yield f"{row['id']}#{number}", turn.get("standalone") or turn["question"], labels


def fold_of(row_id, folds):
    """The fold in which a question or a whole conversation is held out: a hash of its id."""
    import hashlib

    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % folds


def evidence(record, index):
    """The second text of a pair, the same as in embeddings/answer-reader.ts."""
    return f"{record['title']}, {record['date']}. {record['sentences'][index]}"
