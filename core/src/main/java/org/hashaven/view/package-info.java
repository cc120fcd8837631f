/**
 * The ways to look one upload up against lists that have one hash of a picture.
 */
@NullMarked
package org.hashaven.view;

import org.jspecify.annotations.NullMarked;
