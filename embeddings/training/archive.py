"""Reads the training data: records, the queries that each answers, and the ids of records held out for evaluation."""
import json
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True)
class Pair:
    """A user's query and the id of the record that answers it."""

    query: str
    record: str


@dataclass(frozen=True)
class Archive:
    passages: dict[str, str]  # record id -> `title. summary`
    pairs: list[Pair]
    unseen: frozenset[str]  # ids of the records held out for evaluation

    def pairs_of(self, *, unseen: bool) -> list[Pair]:
        return [pair for pair in self.pairs if (pair.record in self.unseen) == unseen]


def read_archive(corpus: Path) -> Archive:
    """Reads a folder with the layout of `corpus/`. Raises SystemExit naming the bad file."""
    passages = {}
    for file in sorted((corpus / "catalog").glob("*.jsonl")):
        for record in _lines(file):
            passages[record["id"]] = f"{record['title']}. {record.get('summary') or ''}".strip()
    if not passages:
        raise SystemExit(f"No records: {corpus / 'catalog'} has no *.jsonl. Name the folder with --corpus.")

    questions = corpus / "expansions" / "questions.jsonl"
    pairs = [
        Pair(query, entry["id"])
        for entry in _lines(questions)
        if entry["id"] in passages
        for query in entry["questions"].values()
    ]
    unseen = json.loads((corpus / "expansions" / "unseen-in-training.json").read_text("utf-8"))
    return Archive(passages, pairs, frozenset(unseen))


def _lines(file: Path) -> list[dict]:
    rows = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            if line.strip():
                rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise SystemExit(f"{file}:{number} is not JSON: {error}") from error
    return rows
