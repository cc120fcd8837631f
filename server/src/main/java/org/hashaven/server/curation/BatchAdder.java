package org.hashaven.server.curation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.curation.AddedRecord.Status;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;

/** Adds many records with two commits of the catalog and one of the index, in the order that {@link Curator} describes. */
final class BatchAdder {

	private final IndexGateway index;
	private final Catalog catalog;
	private final Bank bank;

	/** The records that are on their way, by their place in the batch. */
	private final Map<Integer, Pending> pending = new HashMap<>();

	private record Pending(long contentId, String recordId, MediaRecord media) {
	}

	BatchAdder(IndexGateway index, Catalog catalog, Bank bank) {
		this.index = index;
		this.catalog = catalog;
		this.bank = bank;
	}

	List<AddedRecord> add(List<NewRecord> batch, String who) throws IOException {
		int floor = index.qualityFloor(bank.indexName());
		AddedRecord[] answers = new AddedRecord[batch.size()];
		for (int i = 0; i < answers.length; i++) {
			if (!isClear(batch.get(i), floor)) {
				answers[i] = new AddedRecord(batch.get(i).id(), null, Status.LOW_QUALITY);
			}
		}
		catalog.write(connection -> {
			pending.clear(); // a job may be run again
			for (int i = 0; i < answers.length; i++) {
				if (answers[i] == null) {
					reserve(connection, i, batch.get(i));
				}
			}
			return bank;
		});
		try {
			index.add(bank.indexName(), pending.values().stream().map(Pending::media).toList());
		} catch (IOException | RuntimeException e) {
			undo(e);
			throw e;
		}
		catalog.write(connection -> {
			for (Pending each : pending.values()) {
				Contents.finishAdding(connection, bank.id(), each.contentId);
				AuditLog.append(connection, who, "content-added", bank.name(), each.contentId);
			}
			return bank;
		});
		for (int i = 0; i < answers.length; i++) {
			if (answers[i] == null) {
				Pending added = pending.get(i);
				answers[i] = added == null
						? existing(batch.get(i))
						: new AddedRecord(added.recordId, added.contentId, Status.ADDED);
			}
		}
		return List.of(answers);
	}

	private static boolean isClear(NewRecord added, int floor) {
		return added.md5() != null || switch (added.media()) {
			case HashRecord photo -> photo.quality() >= floor;
			case VideoRecord video -> video.frames().stream().anyMatch(frame -> frame.quality() >= floor);
		};
	}

	private void reserve(Connection connection, int place, NewRecord added) throws SQLException, IOException {
		String own = added.id();
		if (own != null && isTaken(connection, own)) {
			return;
		}
		long contentId = Contents.addPending(connection, bank.id(), added.note(), null, added.md5());
		String recordId = own == null ? Long.toString(contentId) : own;
		for (int i = 2; own == null && isTaken(connection, recordId); i++) {
			recordId = contentId + "-" + i;
		}
		Contents.addRecord(connection, bank.id(), recordId, contentId);
		pending.put(place, new Pending(contentId, recordId, added.media().withIdAndBank(recordId, bank.indexName())));
	}

	private boolean isTaken(Connection connection, String recordId) throws SQLException, IOException {
		return Contents.knowsRecord(connection, bank.id(), recordId) || index.holds(bank.indexName(), recordId);
	}

	/** What stands for an id already: the same again is the same record. */
	private AddedRecord existing(NewRecord added) throws IOException {
		String id = String.valueOf(added.id());
		List<MediaRecord> stored = index.stored(bank.indexName(), Set.of(id));
		if (stored.isEmpty() || !isSame(stored.getFirst(), added.media())) {
			return new AddedRecord(id, null, Status.CONFLICT);
		}
		Content content = catalog.write(connection -> Contents.adopt(connection, bank.id(), id)).orElse(null);
		return content == null
				? new AddedRecord(id, null, Status.CONFLICT) // it is being withdrawn
				: new AddedRecord(id, content.id(), Status.UNCHANGED);
	}

	private static boolean isSame(MediaRecord left, MediaRecord right) {
		if (left instanceof HashRecord photo && right instanceof HashRecord other) {
			return photo.hash().equals(other.hash());
		}
		return left instanceof VideoRecord video && right instanceof VideoRecord other && video.frames().size() == other.frames().size()
				&& hashes(video).equals(hashes(other));
	}

	private static List<Object> hashes(VideoRecord video) {
		List<Object> hashes = new ArrayList<>();
		video.frames().forEach(frame -> {
			hashes.add(frame.timeMs());
			hashes.add(frame.hash());
		});
		return hashes;
	}

	private void undo(Exception why) {
		try {
			index.withdraw(bank.indexName(), pending.values().stream().map(Pending::recordId).toList());
			catalog.write(connection -> {
				for (Pending each : pending.values()) {
					Contents.forget(connection, each.contentId);
				}
				return bank;
			});
		} catch (IOException | RuntimeException e) {
			why.addSuppressed(e); // the rows stay pending and are settled at the next start
		}
	}
}
