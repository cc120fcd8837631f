/**
 * Long proofs of the index's promises, against its public API only. Each is a program with its size and seed as arguments, asserts every
 * answer, and runs in a short version in the tests.
 *
 * <pre>
 *   ContractAtScale   every population, size and state against the slow oracle, all radii
 *   KillRounds        kill -9 at random instants; each round runs a KillRoundsChild
 *   BitFlips          every kind of damage to the files; each runs in a BitFlipsChild
 *   DiskFull          a small disk that fills up or becomes read-only; in a DiskFullChild with mounts of its own
 *   Soak              a writer and readers for a quarter of an hour, memory flat
 *   ErasureSearch     withdrawn hashes are in no file after the deadline
 *   AdversarialLoad             what an attacker would add: still exact, and how slow at worst
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
