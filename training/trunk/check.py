"""Checks that the torch trunk gives the published model's vectors, and that half-float, bfloat16 states lose nothing that matters.

    python training/trunk/check.py
"""

import onnxruntime
import numpy as np
import torch

from bert import Lower, fetch, load_weights, upper_branch
from states import lower_states, tokenizer

TEXTS = [
    "Where is my order? It should have come last week.",
    "hi there, thanks for the help yesterday. I still can't log in to my account, it says the password is wrong",
    "cancel it", "ok", "I'd like to book a table for four at 7pm on Friday, somewhere cheap in the centre please.",
    "why was I charged twice??", "My card hasn't arrived.", "no thanks, that is all",
]


def main() -> None:
    torch.set_num_threads(1)
    weights = load_weights()
    lower, upper = Lower(weights).eval(), upper_branch(weights).eval()
    cutter = tokenizer()
    session = onnxruntime.InferenceSession(str(fetch()[0]))
    exact, published = [], []
    with torch.inference_mode():
        for text in TEXTS:
            ids = np.array([cutter.encode(text).ids])
            mask = torch.ones(ids.shape, dtype=torch.bool)
            exact.append(upper(lower(torch.from_numpy(ids), mask), mask)[0].numpy())
            feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            published.append(session.run(None, feeds)[0][0, 0])
        states, mask = lower_states(TEXTS, "check").batch(np.arange(len(TEXTS)))
        with torch.autocast("cpu", torch.bfloat16):
            cached = upper(states, mask).float().numpy()

    def lowest(left, right) -> float:
        left, right = np.array(left), np.array(right)
        return float(((left * right).sum(1) / np.linalg.norm(left, axis=1) / np.linalg.norm(right, axis=1)).min())

    print(f"lowest cosine to the published graph: torch {lowest(exact, published):.6f}, from cached states {lowest(cached, published):.6f}")


if __name__ == "__main__":
    main()
