/** Hooks that platforms' software has already: each speaks the contract of one program. How to set them up is in docs/hooks.md. */
@NullMarked
package org.hashaven.server.hook;

import org.jspecify.annotations.NullMarked;
