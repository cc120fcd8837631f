/** The page at {@code /}: a moderator looks up a hash or a file, and sees how the banks are. Nothing on it comes from elsewhere. */
@NullMarked
package org.hashaven.server.page;

import org.jspecify.annotations.NullMarked;
