"""Fine-tunes a sentence-embedding model so that a user's query is close to the record that answers it."""
import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
from datasets import Dataset
from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer, SentenceTransformerTrainingArguments
from sentence_transformers.losses import MultipleNegativesSymmetricRankingLoss
from sentence_transformers.util import semantic_search

from archive import CORPUS, Archive, Pair, read_archive
from base_weights import BASE, find_base

QUERY_TOKENS, PASSAGE_TOKENS = 48, 144
BATCH = 32
NEIGHBOURS = 64  # nearest records from which the hard negatives of a batch are taken


class NeighbourBatches:
    """Batches of distinct records. Half of a batch are near neighbours under the base model, so they are hard negatives
    for each other. A record that occurs twice in a batch would be its own false negative."""

    def __init__(self, pairs: list[Pair], neighbours: dict[str, list[str]], seed: int):
        self.pairs, self.neighbours, self.draw = pairs, neighbours, random.Random(seed)
        self.batch_size, self.drop_last = BATCH, True

    def __len__(self) -> int:
        return len(self.pairs) // BATCH

    def __iter__(self) -> Iterator[list[int]]:
        draw = self.draw  # shared by all epochs, so that each has another order
        left: dict[str, list[int]] = defaultdict(list)
        for index in draw.sample(range(len(self.pairs)), len(self.pairs)):
            left[self.pairs[index].record].append(index)
        for _ in range(len(self)):
            # Records with the most remaining queries first, so that none remain at the end.
            order = sorted(left, key=lambda record: (-len(left[record]), draw.random()))
            chosen = [order[0], *[near for near in self.neighbours[order[0]] if near in left][: BATCH // 2 - 1]]
            chosen += [record for record in order if record not in chosen][: BATCH - len(chosen)]
            if len(chosen) < BATCH:
                return
            yield [left[record].pop() for record in chosen]
            left = defaultdict(list, {record: rest for record, rest in left.items() if rest})


def nearest(model: SentenceTransformer, archive: Archive, records: list[str]) -> dict[str, list[str]]:
    """Record id -> the closest other records, nearest first."""
    vectors = model.encode([archive.passages[record] for record in records], convert_to_tensor=True)
    hits = semantic_search(vectors, vectors, top_k=NEIGHBOURS + 1)
    return {r: [records[hit["corpus_id"]] for hit in row if records[hit["corpus_id"]] != r] for r, row in zip(records, hits)}


def shorten(model: SentenceTransformer, text: str, tokens: int) -> str:
    """Truncates the text to `tokens` word pieces, including special tokens."""
    ends = model.tokenizer(text, truncation=True, max_length=tokens, return_offsets_mapping=True)["offset_mapping"]
    return text[: max(end for _, end in ends)]


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    archive = read_archive(args.corpus)
    pairs = archive.pairs_of(unseen=False)
    model = SentenceTransformer(str(find_base(args.base)), device="cpu")
    model.max_seq_length = PASSAGE_TOKENS
    records = sorted({pair.record for pair in pairs})
    batches = NeighbourBatches(pairs, nearest(model, archive, records), args.seed)
    print(f"{len(pairs)} queries for {len(records)} records; {len(archive.unseen)} records held out")

    data = Dataset.from_dict({
        "query": [shorten(model, pair.query, QUERY_TOKENS) for pair in pairs],
        "passage": [shorten(model, archive.passages[pair.record], PASSAGE_TOKENS) for pair in pairs],
    })
    settings = SentenceTransformerTrainingArguments(
        output_dir=str(args.output), num_train_epochs=args.epochs, max_steps=args.max_steps,
        per_device_train_batch_size=BATCH, batch_sampler=lambda *_, **__: batches, use_cpu=True, seed=args.seed,
        optim="adamw_torch", learning_rate=3e-5, lr_scheduler_type="cosine", warmup_ratio=0.1,  # one cycle
        logging_steps=10, save_strategy="no", report_to="none",
    )
    loss = MultipleNegativesSymmetricRankingLoss(model, scale=20.0)
    SentenceTransformerTrainer(model=model, args=settings, train_dataset=data, loss=loss).train()
    model.save(str(args.output), create_model_card=False)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default=BASE, help="folder, or name on the hub (default: %(default)s)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with catalog/ and expansions/")
    parser.add_argument("--output", type=Path, default=Path(".data/training/tuned"), help="default: %(default)s")
    parser.add_argument("--epochs", type=float, default=2, help="times every query is seen (default: %(default)s)")
    parser.add_argument("--max-steps", type=int, default=-1, help="stop the cycle at so many batches, whatever --epochs")
    parser.add_argument("--threads", type=int, default=2, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=7, help="default: %(default)s")
    return parser.parse_args()


if __name__ == "__main__":
    main()
