/** How much of what is done to photographs the views of an upload undo, and what they cost. */
@NullMarked
package org.hashaven.benchmarks.view;

import org.jspecify.annotations.NullMarked;
