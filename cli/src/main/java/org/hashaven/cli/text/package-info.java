/**
 * What a person reads: the messages in English and Korean, how they are laid out, and the words for what went wrong.
 */
@NullMarked
package org.hashaven.cli.text;

import org.jspecify.annotations.NullMarked;
