/**
 * Figures for Prometheus. Labels are words of ours, route templates and names of banks: never a hash, an id, a file name, a key or anything
 * else that a client sent.
 */
@NullMarked
package org.hashaven.server.metrics;

import org.jspecify.annotations.NullMarked;
