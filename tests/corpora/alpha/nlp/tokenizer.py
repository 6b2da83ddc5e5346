"""Byte-pair tokenizer for the search box's query classifier."""
import json
import re
from collections import Counter
from functools import lru_cache

PAD_TOKEN = "<pad>"
UNK_TOKEN = "<unk>"
BOS_TOKEN = "<s>"
SPECIAL_TOKENS = {PAD_TOKEN: 0, UNK_TOKEN: 1, BOS_TOKEN: 2}
# Product names are never split.
PROTECTED = {"sealmetrics", "googleanalytics", "api.sealmetrics.com"}

WORD = re.compile(r"[a-z0-9.]+|[^\sa-z0-9]")


class Tokenizer:
    def __init__(self, merges, vocab):
        self.merges = {tuple(pair): rank for rank, pair in enumerate(merges)}
        self.vocab = dict(SPECIAL_TOKENS, **vocab)
        self.token_count = Counter()

    @classmethod
    def load(cls, path):
        with open(path, encoding="utf-8") as handle:
            data = json.load(handle)
        return cls(data["merges"], data["vocab"])

    @lru_cache(maxsize=50_000)
    def split(self, word):
        if word in PROTECTED:
            return (word,)
        parts = list(word)
        while len(parts) > 1:
            pairs = [(self.merges.get(pair, 1 << 30), i) for i, pair in enumerate(zip(parts, parts[1:]))]
            rank, i = min(pairs)
            if rank == 1 << 30:
                break
            parts[i : i + 2] = [parts[i] + parts[i + 1]]
        return tuple(parts)

    def tokens(self, text):
        for word in WORD.findall(text.lower()):
            for token in self.split(word):
                self.token_count[token] += 1
                yield token

    def encode(self, text):
        return [self.vocab[BOS_TOKEN]] + [self.vocab.get(t, self.vocab[UNK_TOKEN]) for t in self.tokens(text)]


if __name__ == "__main__":
    tokenizer = Tokenizer.load("bpe.json")
    for token in tokenizer.tokens("migrate from google analytics to sealmetrics"):
        print("token:", token)
