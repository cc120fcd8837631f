/**
 * How results are written: text for people, csv and JSON Lines for programs, the page of {@code haven evaluate}.
 */
@NullMarked
package org.hashaven.cli.output;

import org.jspecify.annotations.NullMarked;
