package org.hashaven.cli.input;

import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Md5;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoHash;
import org.jspecify.annotations.Nullable;

/** A photo or a video found in an input, hashed. */
public sealed interface HashedInput {

	/** The input's name, as it was given; null for a line of a list, whose name is the hash itself. */
	@Nullable
	String source();

	/** The file's name, written only where names were asked for; null where there is none. */
	@Nullable
	String name();

	/** The MD5 of its file; null where it was not asked for, and where a list does not say. */
	@Nullable
	Md5 md5();

	/** What to call it; the digits of a hash are formatted on demand, since lists are long. */
	String shown();

	/**
	 * A photo, or a hash that was written out.
	 *
	 * @param record
	 *            the hash with what is known about it; of a bare hash the quality is taken as the highest, see
	 *            {@link org.hashaven.hash.record.HashRecordReader}
	 * @param seen
	 *            of a picture that is partly transparent, the hashes of what is seen of it on white and on black, where they differ; else
	 *            empty
	 * @param forms
	 *            the hashes of all eight forms where they were asked for and there is a picture, else empty
	 * @param damaged
	 *            whether a part of its file is damaged or missing, and what could be read was taken
	 * @param views
	 *            its hash in each view where they were asked for and there is a picture, else empty
	 * @param answer
	 *            what it matches where that was asked for and there is a picture, else null
	 */
	record Photo(@Nullable String source, @Nullable String name, HashRecord record, List<HashRecord> seen, Map<Symmetry, Hash256> forms,
			boolean damaged, List<PhotoView.Hashed> views, @Nullable MatchResult<PhotoMatch> answer) implements HashedInput {

		/** A hash without its picture. */
		Photo(@Nullable String source, HashRecord record) {
			this(source, record.name(), record, List.of(), Map.of(), false, List.of(), null);
		}

		@Override
		public @Nullable Md5 md5() {
			return record.md5();
		}

		@Override
		public String shown() {
			return source == null ? record.hash().toHex() : source;
		}
	}

	/**
	 * A video.
	 *
	 * @param record
	 *            its frames
	 * @param hash
	 *            how they were made; null when they come from a list
	 * @param answer
	 *            what it matches where that was asked for and there is a file, else null
	 */
	record Video(@Nullable String source, @Nullable String name, VideoRecord record, @Nullable VideoHash hash,
			@Nullable MatchResult<VideoMatch> answer) implements HashedInput {

		/** The ways to see it when it is looked up; of a video that comes from a list there is one. */
		public List<VideoView> views() {
			return hash == null ? List.of(VideoView.asIs(record.frames())) : hash.views();
		}

		@Override
		public @Nullable Md5 md5() {
			return record.md5();
		}

		@Override
		public String shown() {
			return source == null ? record.frames().getFirst().hash().toHex() : source;
		}
	}
}
