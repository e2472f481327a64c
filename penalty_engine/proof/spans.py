"""Sets of whole numbers as intervals: sorted, apart from each other, both ends included. Everything here is exact."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]
"""Empty: no number at all."""

NOTHING: Spans = ()


def meet(first: Spans, second: Spans) -> Spans:
    """The numbers in both."""
    found: list[Span] = []
    left, right = 0, 0
    while left < len(first) and right < len(second):
        low = max(first[left][0], second[right][0])
        high = min(first[left][1], second[right][1])
        if low <= high:
            found.append((low, high))
        if first[left][1] < second[right][1]:
            left += 1
        else:
            right += 1
    return tuple(found)


def join(parts: Iterable[Span]) -> Spans:
    """The numbers in any of the intervals."""
    found: list[Span] = []
    for low, high in sorted(part for part in parts if part[0] <= part[1]):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def minus(first: Spans, second: Spans) -> Spans:
    """The numbers in the first but not in the second."""
    found: list[Span] = []
    for low, high in first:
        for from_, to in second:
            if to < low or from_ > high:
                continue
            if from_ > low:
                found.append((low, from_ - 1))
            low = to + 1
        if low <= high:
            found.append((low, high))
    return tuple(found)


def nearest_to_zero(spans: Spans) -> int:
    """The most natural number of a set that is not empty: the smallest in size, a positive one before its negative."""
    return min((min(max(low, 0), high) for low, high in spans), key=lambda number: (abs(number), number < 0))
