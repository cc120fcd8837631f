package org.hashaven.server.replica;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.RecordFormat;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.replica.ReplicaPage.BankState;
import org.hashaven.server.replica.ReplicaPage.ContentState;
import org.hashaven.server.replica.ReplicaPage.Gone;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Change;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.jspecify.annotations.Nullable;

/** Reads what a primary hands to its replicas. */
public final class PageReader {

	/** A page ends with the content that goes beyond it. */
	private static final long MAX_CHARS = 8 << 20;

	private final IndexGateway index;
	private final Catalog catalog;

	/** What is in the catalog of a content. */
	private record Row(Content content, @Nullable String md5, List<String> recordIds) {
	}

	public PageReader(IndexGateway index, Catalog catalog) {
		this.index = index;
		this.catalog = catalog;
	}

	/** Whether a checkpoint is one of this catalog, rather than of another or of a future that a restored backup does not have. */
	public boolean knows(long seq, long at) throws IOException {
		return seq == 0 || catalog.read(connection -> ChangeLog.at(connection, seq)) == at;
	}

	/**
	 * Reads a page.
	 *
	 * @param since
	 *            a checkpoint
	 * @param limit
	 *            most changes
	 */
	public ReplicaPage read(long since, long limit) throws IOException {
		List<Change> changes = catalog.read(connection -> ChangeLog.since(connection, since, limit));
		Map<Long, Row> rows = catalog.read(connection -> rows(connection, changes));
		Map<Long, Map<String, MediaRecord>> stored = stored(rows);
		List<Long> deletedBanks = new ArrayList<>();
		List<ContentState> contents = new ArrayList<>();
		List<Gone> gone = new ArrayList<>();
		Set<Long> taken = new HashSet<>();
		long chars = 0;
		Change last = null;
		for (Change change : changes) {
			if (chars > MAX_CHARS) {
				break;
			}
			Long id = change.contentId();
			if (id == null) {
				if (change.kind().equals("bank_deleted")) {
					deletedBanks.add(change.bankId());
				}
			} else if (change.kind().equals("withdrawn")) {
				gone.add(new Gone(id, change.bankId()));
			} else {
				Row row = rows.get(id);
				if (row != null && taken.add(id)) {
					ContentState content = state(row, stored.getOrDefault(change.bankId(), Map.of()));
					contents.add(content);
					chars += content.records().length();
				}
			}
			last = change;
		}
		long next = last == null ? since : last.seq();
		boolean more = changes.size() == limit || (last != null && last.seq() < changes.getLast().seq());
		long nextAt = next == 0 ? 0 : catalog.read(connection -> ChangeLog.at(connection, next));
		return new ReplicaPage(banks(), deletedBanks, contents, gone, next, nextAt, more);
	}

	private static Map<Long, Row> rows(Connection connection, List<Change> changes) throws SQLException {
		Map<Long, Row> rows = new LinkedHashMap<>();
		for (Change change : changes) {
			Long id = change.contentId();
			if (id != null && !rows.containsKey(id)) {
				Optional<Content> content = Contents.find(connection, change.bankId(), id);
				if (content.isPresent()) {
					rows.put(id, new Row(content.get(), Contents.md5(connection, id).orElse(null), Contents.records(connection, id)));
				}
			}
		}
		return rows;
	}

	/** The records of all contents by bank and id. One that is being withdrawn is missing; its tombstone comes. */
	private Map<Long, Map<String, MediaRecord>> stored(Map<Long, Row> rows) throws IOException {
		Map<Long, Set<String>> ids = new HashMap<>();
		rows.values().forEach(row -> ids.computeIfAbsent(row.content.bankId(), any -> new HashSet<>()).addAll(row.recordIds));
		Map<Long, Map<String, MediaRecord>> stored = new HashMap<>();
		for (Bank bank : catalog.read(Banks::live)) {
			Map<String, MediaRecord> byId = new HashMap<>();
			for (MediaRecord record : index.stored(bank.indexName(), ids.getOrDefault(bank.id(), Set.of()))) {
				byId.put(String.valueOf(record.id()), record);
			}
			stored.put(bank.id(), byId);
		}
		return stored;
	}

	private static ContentState state(Row row, Map<String, MediaRecord> stored) {
		StringBuilder lines = new StringBuilder();
		int videos = 0;
		for (String recordId : row.recordIds) {
			MediaRecord record = stored.get(recordId);
			if (record instanceof HashRecord photo) {
				lines.append(RecordFormat.JSONL.line(photo, false)).append('\n');
			} else if (record instanceof VideoRecord video) {
				videos++;
				for (int frame = 0; frame < video.frames().size(); frame++) {
					lines.append(RecordFormat.JSONL.line(video, frame, videos, false)).append('\n');
				}
			}
		}
		Content content = row.content;
		return new ContentState(content.id(), content.bankId(), content.disableUntilTs(), content.note(), content.metadata(), row.md5,
				lines.toString());
	}

	private List<BankState> banks() throws IOException {
		Map<String, BankRules> rules = index.rules();
		List<BankState> banks = new ArrayList<>();
		for (Bank bank : catalog.read(Banks::live)) {
			BankRules rule = rules.getOrDefault(bank.indexName(), IndexGateway.DEFAULT_RULES);
			banks.add(new BankState(bank.id(), bank.name(), bank.indexName(), bank.enabledRatio(), bank.testMode(), rule.radius(),
					rule.qualityFloor(), rule.purpose()));
		}
		return banks;
	}
}
