"""
Fine-tunes a cross-encoder to tell which sentences of the archive answer a question.
usage: train.py BASE ANSWERS SENTENCES CANDIDATES OUT [--fold K --folds N] [--epochs N]
With --fold the questions of that fold are held out. The loss is binary cross-entropy against grade / 2. Questions with an
answer add half a listwise cross-entropy, which ranks the best sentence first.
"""
import argparse
import random
import time

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from common import evidence, fold_of, read_lines, turns_of

parser = argparse.ArgumentParser()
for name in ("base", "answers", "sentences", "candidates", "out"):
    parser.add_argument(name)
parser.add_argument("--fold", type=int)
parser.add_argument("--folds", type=int, default=3)
parser.add_argument("--epochs", type=int, default=2)
parser.add_argument("--frozen", type=int, default=6)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--rate", type=float, default=3e-5)
options = parser.parse_args()

LABELLED, NEAR, FAR = 9, 10, 4
torch.set_num_threads(options.threads)
torch.manual_seed(0)
shuffled = random.Random(0)
records = {record["document"]: record for record in read_lines(options.sentences)}
found = {row["turn"]: [d["id"] for d in row["documents"]] for row in read_lines(options.candidates)}
tokenizer = AutoTokenizer.from_pretrained(options.base)
model = AutoModelForSequenceClassification.from_pretrained(options.base).train()

# The lower half is frozen: training takes half the time, and its general word knowledge is still needed.
for name, weight in model.named_parameters():
    if "embeddings" in name or any(f"layer.{k}." in name for k in range(options.frozen)):
        weight.requires_grad = False

groups = []
for row in read_lines(options.answers):
    if options.fold is not None and fold_of(row["id"], options.folds) == options.fold:
        continue
    for turn, question, labels in turns_of(row):
        documents = list(dict.fromkeys(found[turn] + [document for document, _ in labels]))
        pairs = [(d, i) for d in documents for i in range(len(records[d]["sentences"]))]
        groups.append((question, labels, pairs))

optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, options.rate, total_steps=options.epochs * len(groups) + 2, pct_start=0.1
)
begun = time.time()
for epoch in range(options.epochs):
    shuffled.shuffle(groups)
    total, done = 0.0, 0
    for question, labels, pairs in groups:
        labelled = [pair for pair in pairs if pair in labels]
        others = [pair for pair in pairs if pair not in labels]
        near, far = others[:30], others[30:]
        for some in (labelled, near, far):
            shuffled.shuffle(some)
        group = labelled[:LABELLED] + near[:NEAR] + far[:FAR]
        texts = [evidence(records[document], index) for document, index in group]
        grades = torch.tensor([labels.get(pair, 0) / 2 for pair in group])
        batch = tokenizer(
            [question] * len(group), texts, padding=True, truncation=True, max_length=160, return_tensors="pt"
        )
        logits = model(**batch).logits.flatten()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, grades)
        if grades.sum() > 0:
            loss = loss - 0.5 * (torch.log_softmax(logits, 0) * (grades / grades.sum())).sum()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        done += 1
        if done % 10 == 0:
            print(f"{done} of {len(groups)}: loss {total / done:.4f}, {time.time() - begun:.0f} s", flush=True)
    print(f"epoch {epoch}: loss {total / len(groups):.4f}, {time.time() - begun:.0f} s", flush=True)
model.save_pretrained(options.out)
tokenizer.save_pretrained(options.out)
