package org.hashaven.server.store;

/**
 * A bank as the service shows it.
 *
 * @param id
 *            its number in the catalog
 * @param name
 *            its name in HMA's form
 * @param indexName
 *            its name in the index
 * @param enabledRatio
 *            share of lookups in which it takes part, 0..1
 * @param testMode
 *            whether its matches are shown but block nothing
 */
public record Bank(long id, String name, String indexName, double enabledRatio, boolean testMode) {
}
