/** For those who run the service: figures and backups. */
@NullMarked
package org.hashaven.server.ops;

import org.jspecify.annotations.NullMarked;
