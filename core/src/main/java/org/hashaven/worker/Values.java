package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.Symmetry;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.region.RegionHasher;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoOptions;

/**
 * Encodes and decodes the values of messages. A worker is as untrusted as the file it reads: every list has a limit, and decoding throws
 * {@link IOException} or {@link IllegalArgumentException} for any value that its type does not allow.
 */
final class Values {

	private static final int MAX_TEXT_CHARS = 300;
	private static final int MAX_VIEWS = 32;

	private Values() {
	}

	/** Writes one value of a list. */
	@FunctionalInterface
	private interface Writer<T> {
		void write(DataOutputStream out, T value) throws IOException;
	}

	/** Reads one value of a list. */
	@FunctionalInterface
	private interface Reader<T> {
		T read(DataInputStream in) throws IOException;
	}

	private static <T> void writeList(DataOutputStream out, List<T> list, Writer<T> writer) throws IOException {
		out.writeInt(list.size());
		for (T value : list) {
			writer.write(out, value);
		}
	}

	private static <T> List<T> readList(DataInputStream in, int max, Reader<T> reader) throws IOException {
		int count = in.readInt();
		if (count < 0 || count > max) {
			throw new ProtocolException();
		}
		List<T> list = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			list.add(reader.read(in));
		}
		return list;
	}

	/** Writes the ordinal: both ends run the same classes. */
	@SuppressWarnings("EnumOrdinal")
	static void writeEnum(DataOutputStream out, Enum<?> value) throws IOException {
		out.writeByte(value.ordinal());
	}

	static <E> E readEnum(DataInputStream in, E[] values) throws IOException {
		int ordinal = in.readUnsignedByte();
		if (ordinal >= values.length) {
			throw new ProtocolException();
		}
		return values[ordinal];
	}

	/** One short line of printable ASCII; anything else could contain escape sequences for a terminal. */
	static String readText(DataInputStream in) throws IOException {
		String text = in.readUTF();
		if (text.length() > MAX_TEXT_CHARS || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
			throw new ProtocolException();
		}
		return text;
	}

	static void write(DataOutputStream out, Hash256 hash) throws IOException {
		out.write(hash.toBytes());
	}

	static Hash256 readHash(DataInputStream in) throws IOException {
		byte[] bytes = new byte[Hash256.BYTES];
		in.readFully(bytes);
		return Hash256.ofBytes(bytes);
	}

	static void write(DataOutputStream out, MediaOptions options) throws IOException {
		out.writeBoolean(options.allForms());
		out.writeBoolean(options.regions());
		out.writeBoolean(options.damaged());
		VideoOptions video = options.video();
		out.writeDouble(video.framesPerSecond());
		out.writeBoolean(video.extraFrames());
		out.writeInt(video.dropDistance());
		out.writeBoolean(video.cutBorders());
		out.writeBoolean(video.allForms());
		out.writeBoolean(video.keyFramesOnly());
		out.writeInt(video.threads());
		VideoLimits limits = video.limits();
		out.writeLong(limits.maxPixels());
		out.writeInt(limits.maxSide());
		out.writeInt(limits.maxFrames());
		out.writeInt(limits.maxSeconds());
		out.writeInt(limits.maxSilentPackets());
		out.writeLong(limits.freeBytes());
		out.writeInt(limits.stallMs());
	}

	static MediaOptions readOptions(DataInputStream in) throws IOException {
		boolean allForms = in.readBoolean();
		boolean regions = in.readBoolean();
		boolean damaged = in.readBoolean();
		double framesPerSecond = in.readDouble();
		boolean extraFrames = in.readBoolean();
		int dropDistance = in.readInt();
		boolean cutBorders = in.readBoolean();
		boolean videoForms = in.readBoolean();
		boolean keyFramesOnly = in.readBoolean();
		int threads = in.readInt();
		VideoLimits limits = new VideoLimits(in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readLong(),
				in.readInt());
		return new MediaOptions(allForms, regions, damaged, new VideoOptions(framesPerSecond, extraFrames, dropDistance, cutBorders,
				videoForms, keyFramesOnly, threads, limits));
	}

	static void write(DataOutputStream out, PhotoView.Transform how) throws IOException {
		writeEnum(out, how.part());
		out.writeInt(how.percent());
		writeEnum(out, how.turning());
		out.writeDouble(how.degrees());
		out.writeBoolean(how.inverted());
	}

	static PhotoView.Transform readHow(DataInputStream in) throws IOException {
		PhotoView.Part part = readEnum(in, PhotoView.Part.values());
		int percent = in.readInt();
		VideoView.Turning turning = readEnum(in, VideoView.Turning.values());
		return new PhotoView.Transform(part, percent, turning, in.readDouble(), in.readBoolean());
	}

	static void write(DataOutputStream out, PhotoView.Placement placement) throws IOException {
		out.writeDouble(placement.scale());
		out.writeDouble(placement.angle());
		out.writeDouble(placement.x());
		out.writeDouble(placement.y());
	}

	static PhotoView.Placement readPlacement(DataInputStream in) throws IOException {
		return new PhotoView.Placement(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
	}

	private static void write(DataOutputStream out, RegionGeometry place) throws IOException {
		out.writeDouble(place.x());
		out.writeDouble(place.y());
		out.writeDouble(place.size());
	}

	private static RegionGeometry readPlace(DataInputStream in) throws IOException {
		return new RegionGeometry(in.readDouble(), in.readDouble(), in.readDouble());
	}

	static void writeQueries(DataOutputStream out, List<RegionQuery> queries) throws IOException {
		writeList(out, queries, (to, query) -> {
			to.writeLong(query.code());
			for (int bit = 0; bit < Region.CODE_BITS; bit++) {
				to.writeByte(query.weight(bit));
			}
			write(to, query.place());
		});
	}

	static List<RegionQuery> readQueries(DataInputStream in) throws IOException {
		return readList(in, RegionHasher.MAX_UPLOAD, from -> {
			long code = from.readLong();
			// Weights are ranks: ranking them again leaves them unchanged, and makes valid ranks of forged ones.
			float[] reliabilities = new float[Region.CODE_BITS];
			for (int bit = 0; bit < reliabilities.length; bit++) {
				reliabilities[bit] = from.readUnsignedByte();
			}
			return RegionQuery.of(code, reliabilities, readPlace(from));
		});
	}

	static void writeRegions(DataOutputStream out, List<Region> regions) throws IOException {
		writeList(out, regions, (to, region) -> {
			to.writeLong(region.code());
			write(to, region.place());
		});
	}

	static List<Region> readRegions(DataInputStream in) throws IOException {
		return readList(in, RegionHasher.MAX_UPLOAD, from -> new Region(from.readLong(), readPlace(from)));
	}

	static void write(DataOutputStream out, HashedMedia.Photo photo) throws IOException {
		write(out, photo.record());
		writeList(out, photo.seen(), Values::write);
		out.writeInt(photo.forms().size());
		for (Map.Entry<Symmetry, Hash256> form : photo.forms().entrySet()) {
			writeEnum(out, form.getKey());
			write(out, form.getValue());
		}
		out.writeBoolean(photo.damaged());
	}

	static HashedMedia.Photo readPhoto(DataInputStream in) throws IOException {
		HashRecord record = readRecord(in);
		List<HashRecord> seen = readList(in, MAX_VIEWS, Values::readRecord);
		Map<Symmetry, Hash256> forms = new EnumMap<>(Symmetry.class);
		int count = in.readInt();
		if (count < 0) {
			throw new ProtocolException();
		}
		for (int i = 0; i < count; i++) {
			if (forms.put(readEnum(in, Symmetry.values()), readHash(in)) != null) {
				throw new ProtocolException();
			}
		}
		return new HashedMedia.Photo(record, List.copyOf(seen), forms, in.readBoolean());
	}

	private static void write(DataOutputStream out, HashRecord record) throws IOException {
		write(out, record.hash());
		out.writeByte(record.quality());
		writeRegions(out, record.regions().list());
	}

	private static HashRecord readRecord(DataInputStream in) throws IOException {
		HashRecord record = HashRecord.ofPhoto(readHash(in), in.readUnsignedByte());
		return record.withRegions(new RegionSet(readRegions(in), false));
	}

	static void write(DataOutputStream out, VideoHash hash) throws IOException {
		writeFrames(out, hash.frames());
		writeList(out, hash.numbers(), DataOutputStream::writeInt);
		writeList(out, hash.views(), (to, view) -> {
			writeEnum(to, view.how().turning());
			writeEnum(to, view.how().edges());
			writeFrames(to, view.frames());
		});
		out.writeInt(hash.decodedFrames());
		writeEnum(out, hash.ending());
	}

	/**
	 * @param maxFrames
	 *            more than that cannot be in the file
	 */
	static VideoHash readVideo(DataInputStream in, int maxFrames) throws IOException {
		List<FrameHash> frames = readFrames(in, maxFrames);
		VideoRecord.requireFrames(frames);
		List<Integer> numbers = readList(in, frames.size(), DataInputStream::readInt);
		List<VideoView> views = readList(in, MAX_VIEWS, from -> {
			VideoView.Turning turning = readEnum(from, VideoView.Turning.values());
			VideoView.Edges edges = readEnum(from, VideoView.Edges.values());
			return new VideoView(new VideoView.Transform(turning, edges), readFrames(from, frames.size()));
		});
		return new VideoHash(frames, numbers, views, in.readInt(), readEnum(in, VideoHash.Ending.values()));
	}

	private static void writeFrames(DataOutputStream out, List<FrameHash> frames) throws IOException {
		writeList(out, frames, (to, frame) -> {
			to.writeInt(frame.timeMs());
			write(to, frame.hash());
			to.writeByte(frame.quality());
		});
	}

	private static List<FrameHash> readFrames(DataInputStream in, int max) throws IOException {
		return readList(in, max, from -> new FrameHash(from.readInt(), readHash(from), from.readUnsignedByte()));
	}
}
