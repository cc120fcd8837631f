package org.hashaven.index.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.CheckIndex.Status.SegmentInfoStatus;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.VerifyFault.Kind;
import org.hashaven.index.VerifyFault;
import org.hashaven.index.VerifyReport;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordSearcher;

/** Checks one commit: every file by Lucene's own check, checksums and all, then every record by {@link RecordCheck}. */
public final class Verifier {

	private static final int MAX_ATTEMPTS = 10;

	private Verifier() {
	}

	public static VerifyReport verify(IndexCommit commit) throws IOException {
		List<VerifyFault> faults = new ArrayList<>();
		Directory files = new CommitView(commit);
		CheckIndex.Status status = checkFiles(files, faults);
		long records = 0;
		if (faults.isEmpty()) {
			try (DirectoryReader reader = DirectoryReader.open(files)) {
				records = new RecordCheck(reader, Banks.ofCommitData(commit.getUserData()), faults).run();
			}
		}
		return new VerifyReport(status.numSegments, records, faults);
	}

	/**
	 * Checks the newest commit while another process may be replacing it: a fault counts only when the commit is still the newest.
	 *
	 * @throws IndexException
	 *             {@link Reason#BUSY} when it never is
	 */
	public static VerifyReport verifyNewest(SearcherManager searchers) throws IOException {
		for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
			searchers.maybeRefreshBlocking();
			Optional<VerifyReport> report = RecordSearcher.with(searchers, searcher -> {
				try {
					VerifyReport found = verify(searcher.reader().getIndexCommit());
					return found.clean() || searcher.reader().isCurrent() ? Optional.of(found) : Optional.empty();
				} catch (IOException | RuntimeException e) {
					// A file that is gone: with the commit, or lost?
					if (searcher.reader().isCurrent()) {
						throw e;
					}
					return Optional.empty();
				}
			});
			if (report.isPresent()) {
				return report.get();
			}
		}
		throw new IndexException(Reason.BUSY);
	}

	private static CheckIndex.Status checkFiles(Directory files, List<VerifyFault> faults) throws IOException {
		// The files of the commit are held by the caller, so that no lock is needed.
		Lock none = NoLockFactory.INSTANCE.obtainLock(files, "verify");
		try (CheckIndex check = new CheckIndex(files, none)) {
			check.setThreadCount(1);
			check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
			CheckIndex.Status status = check.checkIndex();
			for (SegmentInfoStatus segment : status.segmentInfos) {
				if (segment.error != null) {
					faults.add(new VerifyFault(part(segment), segment.name));
				}
			}
			if (!status.clean && faults.isEmpty()) {
				faults.add(new VerifyFault(Kind.LIST, ""));
			}
			return status;
		}
	}

	/** The first part of a segment that failed. */
	private static Kind part(SegmentInfoStatus segment) {
		if (!segment.openReaderPassed) {
			return Kind.UNOPENED;
		}
		if (segment.vectorValuesStatus != null && segment.vectorValuesStatus.error != null) {
			return Kind.HASHES;
		}
		if (segment.termIndexStatus != null && segment.termIndexStatus.error != null) {
			return Kind.IDS;
		}
		if (segment.docValuesStatus != null && segment.docValuesStatus.error != null) {
			return Kind.RECORDS;
		}
		return Kind.FILE;
	}

	/** The directory as if it held the files of one commit and no others. */
	private static final class CommitView extends FilterDirectory {

		private final Set<String> names;

		CommitView(IndexCommit commit) throws IOException {
			super(commit.getDirectory());
			Collection<String> files = commit.getFileNames();
			names = Set.copyOf(files);
		}

		@Override
		public String[] listAll() {
			return names.stream().sorted().toArray(String[]::new);
		}
	}
}
