/**
 * The commands, one class each, and the tree that picocli reads them from.
 */
@NullMarked
package org.hashaven.cli.command;

import org.jspecify.annotations.NullMarked;
