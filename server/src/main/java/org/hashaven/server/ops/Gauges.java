package org.hashaven.server.ops;

import io.micrometer.core.instrument.MultiGauge;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hashaven.server.http.Admission;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexFigures;
import org.hashaven.server.match.IndexFigures.BankFigures;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.jspecify.annotations.Nullable;

/** What there is at the moment, as gauges. The index is counted at most every {@value #MAX_AGE_SECONDS} seconds. Thread-safe. */
public final class Gauges {

	private static final int MAX_AGE_SECONDS = 5;

	private final IndexGateway index;
	private final BankDirectory banks;
	private final Quarantine quarantine;
	private final ServiceMetrics metrics;
	private final MultiGauge bankRecords;
	private final MultiGauge bankRatios;
	private final MultiGauge bankQuarantined;
	private @Nullable IndexFigures figures;
	private long countedAt;

	public Gauges(IndexGateway index, Catalog catalog, BankDirectory banks, Quarantine quarantine, Admission admission,
			ServiceMetrics metrics) {
		this.quarantine = quarantine;
		this.index = index;
		this.banks = banks;
		this.metrics = metrics;
		bankRecords = metrics.perBank("haven.bank.records", "Hashes in a bank");
		bankRatios = metrics.perBank("haven.bank.enabled.ratio", "Share of lookups in which a bank takes part");
		bankQuarantined = metrics.perBank("haven.bank.quarantined", "Records of a bank in quarantine, which block nothing");
		metrics.gauge("haven.uploads.active", "Uploads that are being read or decoded", admission, Admission::inWork);
		metrics.gauge("haven.uploads.waiting", "Uploads that wait for their turn", admission, Admission::waiting);
		metrics.gauge("haven.uploads.reserved.bytes", "Memory set aside for uploads", admission, Admission::reservedBytes);
		metrics.gauge("haven.catalog.size.bytes", "Files of the catalog", catalog, Catalog::sizeBytes);
		metrics.gauge("haven.index.media", "Photos and videos in the index", this, self -> self.counted().media());
		metrics.gauge("haven.index.records", "Hashes in the index", this, self -> self.counted().records());
		metrics.gauge("haven.index.regions", "Regions of photos in the index", this, self -> self.counted().regions());
		metrics.gauge("haven.index.withdrawn.on.disk", "Withdrawn hashes whose bits are still in the files", this,
				self -> self.counted().withdrawnOnDisk());
		metrics.gauge("haven.index.segments", "Segments of the index", this, self -> self.counted().segments());
		metrics.gauge("haven.index.size.bytes", "Files of the index", this, self -> self.counted().sizeBytes());
	}

	/**
	 * All figures as Prometheus reads them.
	 *
	 * @throws IOException
	 *             when the index cannot be counted
	 */
	synchronized String text() throws IOException { // Micrometer throws where two set the gauges of the banks at a time
		Map<String, BankFigures> byIndexName = new HashMap<>();
		figures().banks().forEach(bank -> byIndexName.put(bank.indexName(), bank));
		Map<String, Long> records = new HashMap<>();
		Map<String, Double> ratios = new HashMap<>();
		Map<String, Long> quarantined = new HashMap<>();
		for (Bank bank : banks.all()) {
			BankFigures counted = byIndexName.get(bank.indexName());
			records.put(bank.name(), counted == null ? 0 : counted.records());
			ratios.put(bank.name(), bank.enabledRatio());
			quarantined.put(bank.name(), quarantine.count(bank));
		}
		ServiceMetrics.set(bankRecords, records);
		ServiceMetrics.set(bankRatios, ratios);
		ServiceMetrics.set(bankQuarantined, quarantined);
		return metrics.text();
	}

	/** What the index holds, counted a moment ago. */
	public synchronized IndexFigures figures() throws IOException {
		IndexFigures known = figures;
		if (known == null || System.nanoTime() - countedAt > TimeUnit.SECONDS.toNanos(MAX_AGE_SECONDS)) {
			known = index.figures();
			figures = known;
			countedAt = System.nanoTime();
		}
		return known;
	}

	/** Those that the scrape under way has counted. */
	private synchronized IndexFigures counted() {
		return figures == null ? new IndexFigures(0, 0, 0, 0, 0, 0, java.util.List.of()) : figures;
	}
}
