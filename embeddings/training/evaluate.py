"""Measures how well int8 models rank the held-out records among all records; prints one row per model folder."""
import argparse
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from archive import CORPUS, Archive, read_archive

MAX_TOKENS = 256  # as in embeddings/embedding-model.ts


class Int8Model:
    """Mean-pooled, L2-normalized vectors, as the product computes them."""

    def __init__(self, folder: Path, threads: int):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(folder / "onnx" / "model_quantized.onnx"), options)

    def embed(self, texts: list[str]) -> np.ndarray:
        """One row per text. Runs texts one by one, because int8 activations are scaled over a whole batch."""
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> np.ndarray:
        ids = np.array([self.tokenizer.encode(text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self.session.run(None, feed)[0][0].mean(axis=0)
        return mean / np.linalg.norm(mean)


def ranks(model: Int8Model, archive: Archive) -> np.ndarray:
    """The rank of each query's record among all records, from 1."""
    records = list(archive.passages)
    row_by_record = {record: row for row, record in enumerate(records)}
    pairs = archive.pairs_of(unseen=True)
    similarity = model.embed([pair.query for pair in pairs]) @ model.embed(list(archive.passages.values())).T
    right = similarity[np.arange(len(pairs)), [row_by_record[pair.record] for pair in pairs]]
    return 1 + (similarity > right[:, None]).sum(axis=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", help="folders as export.py writes them")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with catalog/ and expansions/")
    parser.add_argument("--threads", type=int, default=2, help="default: %(default)s")
    args = parser.parse_args()
    archive = read_archive(args.corpus)
    queries = len(archive.pairs_of(unseen=True))
    print(f"{queries} queries for {len(archive.unseen)} unseen records among {len(archive.passages)}")
    print("| model | recall@1 | recall@10 | MRR |\n|---|---|---|---|")
    for folder in args.models:
        found = ranks(Int8Model(folder, args.threads), archive)
        figures = (found <= 1).mean(), (found <= 10).mean(), (1 / found).mean()
        print(f"| {folder} |", " | ".join(f"{figure:.3f}" for figure in figures), "|", flush=True)


if __name__ == "__main__":
    main()
