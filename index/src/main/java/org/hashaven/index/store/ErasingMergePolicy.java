package org.hashaven.index.store;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's usual choice of merges, and on demand the rewriting of segments with deletions, however few, that are named.
 *
 * <p>
 * One merge at a time: when many merges wait, Lucene holds up the threads that add.
 */
public final class ErasingMergePolicy extends FilterMergePolicy {

	// Read by Lucene in the thread that asks, under the writer's lock.
	private Set<String> wanted = Set.of();
	private boolean found;

	public ErasingMergePolicy(TieredMergePolicy usual) {
		super(usual.setForceMergeDeletesPctAllowed(0));
	}

	/**
	 * Rewrites some of these segments, those that Lucene has together in one merge, and returns when it is done. Asked by one thread at a
	 * time.
	 *
	 * @return false when each of them is gone or being merged already
	 */
	public boolean rewriteSome(IndexWriter writer, Set<String> segments) throws IOException {
		wanted = segments;
		found = false;
		writer.forceMergeDeletes(true);
		return found;
	}

	@Override
	public @Nullable MergeSpecification findForcedDeletesMerges(SegmentInfos infos, MergeContext context) throws IOException {
		SegmentInfos candidates = new SegmentInfos(infos.getIndexCreatedVersionMajor());
		for (SegmentCommitInfo info : infos) {
			if (wanted.contains(info.info.name)) {
				candidates.add(info);
			}
		}
		MergeSpecification all = in.findForcedDeletesMerges(candidates, context);
		if (all == null) {
			return null;
		}
		found = true;
		MergeSpecification first = new MergeSpecification();
		first.add(all.merges.getFirst());
		return first;
	}
}
