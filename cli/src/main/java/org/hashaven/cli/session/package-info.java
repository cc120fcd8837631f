/**
 * One run of the program: its terminal and its two streams, the language, the exit status, the worker processes.
 */
@NullMarked
package org.hashaven.cli.session;

import org.jspecify.annotations.NullMarked;
