package org.hashaven.server.hma;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Md5;
import org.hashaven.server.match.FileMd5;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.media.HashedMedia;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Uploads to signals. The content of a file says what it is, the field that it came in only which signals are made of it: moving pictures
 * in the field of a photo, such as a GIF, give the hash of a frame, a picture in that of a video gives a video of one frame.
 */
final class UploadHasher {

	private final IndexGateway index;

	UploadHasher(IndexGateway index) {
		this.index = index;
	}

	/** Hashes an upload to be listed. */
	Signals hash(Upload upload) throws IOException {
		Md5 md5 = upload.signalTypes().contains(SignalType.VIDEO_MD5) ? FileMd5.of(upload.content()) : null;
		if (upload.signalTypes().contains(SignalType.PDQ) || upload.signalTypes().contains(SignalType.VPDQ)) {
			try (ByteSource source = ByteSource.ofBytes(upload.content())) {
				return signals(index.hash(source), upload.contentType(), md5);
			}
		}
		return new Signals(List.of(), null, md5);
	}

	private static Signals signals(HashedMedia hashed, ContentType contentType, @Nullable Md5 md5) {
		boolean asPhoto = contentType == ContentType.PHOTO;
		return switch (hashed) {
			case HashedMedia.Photo photo -> asPhoto
					? new Signals(Stream.concat(Stream.of(photo.record()), photo.seen().stream()).toList(), null, md5)
					: new Signals(List.of(), still(photo.record()), md5);
			case HashedMedia.Video video -> new Signals(asPhoto ? List.of(clearest(video.hash().frames())) : List.of(),
					VideoRecord.ofFrames(video.hash().frames()), md5);
		};
	}

	private static VideoRecord still(HashRecord photo) {
		return VideoRecord.ofFrames(List.of(new FrameHash(0, photo.hash(), photo.quality())));
	}

	/** The first frame, or the first that has enough detail to match. */
	private static HashRecord clearest(List<FrameHash> frames) {
		FrameHash frame = frames.stream().filter(each -> each.quality() >= SignalText.MIN_QUALITY).findFirst().orElse(frames.getFirst());
		return new HashRecord(null, frame.hash(), frame.quality(), MediaKind.PHOTO, null, null);
	}
}
