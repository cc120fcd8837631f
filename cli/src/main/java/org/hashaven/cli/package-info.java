/**
 * The {@code haven} command: thin, quick to start, in English and Korean.
 *
 * <pre>
 *   arguments → Haven → CommandTree (picocli) → Command ─┬ HashCommand, CompareCommand
 *                 │                                      ├ Index…Command, MatchCommand
 *                 │ every failure one line               ├ EvaluateCommand → evaluate, EvaluateText │ Csv │ Page
 *                 │                                      └ DemoCommand, HelpCommand, CompletionCommand
 *                 └ ErrorMessages → Messages
 *
 *   names → InputFinder → Input… → InputRunner ─ FileHasher, HashListReader → HashedInput → HashPrinter │ UploadMatcher → MatchPrinter
 *                                       └ unusable ones, plain ones: messages      in the order of the inputs
 *
 *   .command ─▶ .output ─▶ .input ─▶ .session ─▶ .text; .evaluate measures, and knows none of them
 *
 *   AotTraining, DocGenerator: run by the build for the application folder (src/build), not by people
 * </pre>
 */
@NullMarked
package org.hashaven.cli;

import org.jspecify.annotations.NullMarked;
