/** Requests that no honest client sends, and what every answer to them must hold to. */
@NullMarked
package org.hashaven.testdata.http;

import org.jspecify.annotations.NullMarked;
