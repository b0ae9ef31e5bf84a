"""Writes rotate.csv: python3 rotate.py > rotate.csv (numpy, double precision).

The loss of one batch as the code of Sun et al. 2019 computes it, written anew from its train_step, RotatE and
count_frequency: https://github.com/DeepGraphLearning/KnowledgeGraphEmbedding, codes/model.py and codes/dataloader.py.
"""
import numpy as np

MARGIN, TEMPERATURE, FIRST_COUNT = 2.0, 0.5, 4
random = np.random.default_rng(2019)
entities = random.uniform(-1, 1, (6, 6)).round(2)  # 3 real parts, then 3 imaginary
phases = random.uniform(-3, 3, (2, 3)).round(2)
triples = [(0, 0, 1), (0, 0, 2), (0, 0, 5), (3, 1, 4), (5, 1, 4), (2, 0, 1)]
negatives = random.integers(0, 6, (6, 4))


def score(head, relation, tail):
    head = entities[head, :3] + 1j * entities[head, 3:]
    tail = entities[tail, :3] + 1j * entities[tail, 3:]
    return MARGIN - np.abs(head * np.exp(1j * phases[relation]) - tail).sum()


def frequency(triple, first, second):
    alike = sum((t[first], t[second]) == (triple[first], triple[second]) for t in triples)
    return FIRST_COUNT + alike - 1


def log_sigmoid(x):
    return -np.log1p(np.exp(-x))


def loss(corrupt):
    positive = np.array([log_sigmoid(score(*triple)) for triple in triples])
    scores = np.array([[score(*corrupt(t, e)) for e in row] for t, row in zip(triples, negatives)])
    shares = np.exp(TEMPERATURE * scores)
    shares /= shares.sum(axis=1, keepdims=True)
    negative = (shares * log_sigmoid(-scores)).sum(axis=1)
    return -(weights * (positive + negative)).sum() / weights.sum() / 2


weights = np.array([1 / np.sqrt(frequency(triple, 0, 1) + frequency(triple, 1, 2)) for triple in triples])
heads, relations, tails = zip(*triples)
print("margin", MARGIN, sep=",")
print("adversarialTemperature", TEMPERATURE, sep=",")
print("entities", *entities.ravel(), sep=",")
print("phases", *phases.ravel(), sep=",")
print("heads", *heads, sep=",")
print("relations", *relations, sep=",")
print("tails", *tails, sep=",")
print("negatives", *negatives.ravel(), sep=",")
print("weights", *(weights / weights.sum()).round(9), sep=",")
print("lossOfHEAD", round(loss(lambda t, e: (e, t[1], t[2])), 9), sep=",")
print("lossOfTAIL", round(loss(lambda t, e: (t[0], t[1], e)), 9), sep=",")
