"""Faiss's exact binary indexes, asked by SideBySide through lines on standard input; one line of answer each, or one for each query.

    faiss_rival.py HASHES QUERIES        files of 32-byte rows, the most significant byte first

    build NAME                           -> seconds, bytes of memory it took
    ask NAME FROM TO RADIUS SECONDS      -> how many, then a line for each: microseconds row:distance row:distance ...
    together NAME FROM TO RADIUS         -> how many, then as above, the time of all in the first line and 0 in the others

`ask` gives the queries FROM to TO - 1 one at a time on one thread and stops when the seconds are over; what is timed is the call of
the C++ function alone. `together` gives all in one call on all cores. The radius is inclusive; Faiss's own is not.
"""
import os
import sys
import time

import faiss
import numpy

BITS = 256
BYTES = BITS // 8
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def flat():
    return faiss.IndexBinaryFlat(BITS)


def multi_hash(slots, slot_bits, flips):
    # exact at radius r when slots * (flips + 1) > r
    index = faiss.IndexBinaryMultiHash(BITS, slots, slot_bits)
    index.nflip = flips
    return index


INDEXES = {
    "flat": flat,
    "multihash-16x16-1": lambda: multi_hash(16, 16, 1),
    "multihash-11x23-2": lambda: multi_hash(11, 23, 2),
}


def own_bytes():
    """Memory of this process without what it shares with the file cache."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        _, resident, shared = statm.read().split()[:3]
        return (int(resident) - int(shared)) * PAGE_BYTES


def search(index, queries, radius):
    """The answers and the seconds of the call."""
    answers = faiss.RangeSearchResult(len(queries))
    pointer = faiss.swig_ptr(queries)
    start = time.perf_counter_ns()
    index.range_search_c(len(queries), pointer, radius + 1, answers)
    seconds = (time.perf_counter_ns() - start) / 1e9
    limits = faiss.rev_swig_ptr(answers.lims, len(queries) + 1).copy()
    found = int(limits[-1])
    rows = faiss.rev_swig_ptr(answers.labels, found).copy() if found else []
    distances = faiss.rev_swig_ptr(answers.distances, found).copy() if found else []
    pairs = ["%d:%d" % (row, distance) for row, distance in zip(rows, distances)]
    return [" ".join(pairs[limits[i]:limits[i + 1]]) for i in range(len(queries))], seconds


def rows(file):
    """All rows of a file. IndexBinaryMultiHash of Faiss 1.7.3 reads a few bytes past the last one, so that some are left over there."""
    size = os.path.getsize(file)
    padded = numpy.zeros(size + 64, dtype="uint8")
    with open(file, "rb") as source:
        source.readinto(padded)
    return padded[:size].reshape(-1, BYTES)


class Rival:
    def __init__(self, hashes, queries):
        self.hashes = rows(hashes)
        self.queries = rows(queries)
        self.indexes = {}

    def build(self, name):
        index = INDEXES[name]()
        before = own_bytes()
        start = time.perf_counter()
        index.add(self.hashes)
        seconds = time.perf_counter() - start
        self.indexes[name] = index
        return ["%.3f %d" % (seconds, own_bytes() - before)]

    def ask(self, name, first, last, radius, seconds):
        faiss.omp_set_num_threads(1)
        lines = []
        end = time.perf_counter() + float(seconds)
        for query in range(int(first), int(last)):
            answers, taken = search(self.indexes[name], self.queries[query:query + 1], int(radius))
            lines.append("%.3f %s" % (taken * 1e6, answers[0]))
            if time.perf_counter() > end:
                break
        return [str(len(lines))] + lines

    def together(self, name, first, last, radius):
        faiss.omp_set_num_threads(os.cpu_count())
        answers, taken = search(self.indexes[name], self.queries[int(first):int(last)], int(radius))
        return [str(len(answers))] + ["%.3f %s" % (0 if i else taken * 1e6, answer) for i, answer in enumerate(answers)]


def main(hashes, queries):
    rival = Rival(hashes, queries)
    print("Faiss %s, %s" % (faiss.__version__, faiss.get_compile_options().strip()), flush=True)
    for line in sys.stdin:
        verb, *words = line.split()
        answer = {"build": rival.build, "ask": rival.ask, "together": rival.together}[verb](*words)
        print("\n".join(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
