"""
Exports a tuned reader as int8 ONNX in the folder layout of transformers.js. usage: export.py MODEL OUT
The tokenizer class must be BertTokenizer: with the generic class transformers.js omits token_type_ids.
"""
import json
import os
import sys

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoTokenizer, BertForSequenceClassification

folder, out = sys.argv[1:3]
os.makedirs(f"{out}/onnx", exist_ok=True)
tokenizer = AutoTokenizer.from_pretrained(folder)
model = BertForSequenceClassification.from_pretrained(folder, attn_implementation="eager").eval()
names = ["input_ids", "attention_mask", "token_type_ids"]


class Logits(torch.nn.Module):
    """The model with inputs in the order of `names`."""

    def __init__(self):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits


example = tokenizer(["why", "who was he"], ["a sentence", "another, longer one"], padding=True, return_tensors="pt")
axes = {0: "batch_size", 1: "sequence_length"}
whole = f"{out}/whole.onnx"
with torch.no_grad():
    torch.onnx.export(
        Logits(),
        tuple(example[name] for name in names),
        whole,
        opset_version=14,
        input_names=names,
        output_names=["logits"],
        dynamic_axes={name: axes for name in [*names, "logits"]},
        do_constant_folding=True,
        dynamo=False,
    )
quantize_dynamic(whole, f"{out}/onnx/model_quantized.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
os.remove(whole)
tokenizer.save_pretrained(out)
model.config.save_pretrained(out)
with open(f"{out}/tokenizer_config.json", encoding="utf-8") as file:
    config = json.load(file)
config["tokenizer_class"] = "BertTokenizer"
with open(f"{out}/tokenizer_config.json", "w", encoding="utf-8") as file:
    json.dump(config, file, indent=2)
