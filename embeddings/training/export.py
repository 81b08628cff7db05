"""Exports a tuned model as int8 ONNX in the folder layout that transformers.js loads."""
import argparse
import hashlib
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoTokenizer

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
OUTPUT = "last_hidden_state"


class TokenVectors(torch.nn.Module):
    """The encoder with inputs in the order of `INPUTS` and token vectors as output; the caller pools them."""

    def __init__(self, encoder: torch.nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor):
        return self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def export(tuned: Path, output: Path) -> Path:
    """Returns the path of the int8 weights."""
    encoder = AutoModel.from_pretrained(tuned, attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(tuned)
    # Training truncates to 144 word pieces and pads; the exported tokenizer must do neither.
    tokenizer.backend_tokenizer.no_truncation()
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.model_max_length = 512
    example = tokenizer(["the spy ship", "a memorandum of conversation"], padding=True, return_tensors="pt")

    weights = output / "onnx" / "model_quantized.onnx"
    weights.parent.mkdir(parents=True, exist_ok=True)
    encoder.config.save_pretrained(output)
    tokenizer.save_pretrained(output)
    for extra in ("vocab.txt", "added_tokens.json"):  # their contents are in tokenizer.json
        (output / extra).unlink(missing_ok=True)

    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "model.onnx"
        torch.onnx.export(
            TokenVectors(encoder), tuple(example[name] for name in INPUTS), str(full),
            input_names=INPUTS, output_names=[OUTPUT], opset_version=14, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "sequence"} for name in [*INPUTS, OUTPUT]},
        )
        # 7-bit weights: products of 8 bits overflow the 16-bit sums of processors without VNNI.
        quantize_dynamic(full, weights, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuned", type=Path, default=Path(".data/training/tuned"), help="default: %(default)s")
    parser.add_argument("--output", type=Path, default=Path(".data/training/model"), help="default: %(default)s")
    args = parser.parse_args()
    weights = export(args.tuned, args.output)
    data = weights.read_bytes()
    print(f"{weights}: {len(data) / 1e6:.1f} MB, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
