"""How much is measured: enough for figures, or just enough to see that every part runs."""

from dataclasses import dataclass

from places import say


@dataclass(frozen=True)
class Scale:
    # How often each contender has its turn.
    rounds: int
    # Seconds of one try of a rate, and of a load whose cost counts.
    probe: float
    measured: float
    # How often the distance between a rate that holds and one that does not is halved; none: one fixed rate is tried.
    steps: int | None
    # Servers of the large playground.
    many: int
    # Notes of the vault for cold starts.
    notes: int
    # Seconds that a reader of dates reads.
    reading: float
    # Seconds that a bot may take to settle before its memory is read.
    calm: float
    # Group quizzes at once, how often each number is played, with how many questions, and the seconds within which all begin.
    games: tuple[int, ...]
    evenings: int
    questions: int
    begin: float

    @property
    def is_smoke(self):
        return self.steps is None

    def tell(self, number, name, figures):
        """Says how far it has come. A smoke run has no figures worth telling."""
        say(f"{name} ran" if self.is_smoke else f"round {number + 1}: {name}, {figures}")


def full(rounds):
    games = {"games": (10, 100, 1000), "evenings": min(rounds, 3), "questions": 5, "begin": 10}
    return Scale(rounds, probe=3, measured=10, steps=4, many=10_000, notes=5_000, reading=5, calm=20, **games)


GAMES = {"games": (2,), "evenings": 1, "questions": 1, "begin": 0.1}
SMOKE = Scale(rounds=1, probe=0.3, measured=0.3, steps=None, many=200, notes=20, reading=0.1, calm=0.6, **GAMES)
