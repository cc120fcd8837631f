package org.hashaven.server.hma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.match.Signals;
import org.jspecify.annotations.Nullable;

/** Hashes as texts, as HMA writes and reads them. */
final class SignalText {

	/** Quality of a hash that comes without one: the sender has judged it. */
	static final int ASSUMED_QUALITY = 100;

	/** Lowest quality at which HMA gives a photo's hash; below it the text is empty. */
	static final int MIN_QUALITY = 50;

	private SignalText() {
	}

	/**
	 * Reads a PDQ hash.
	 *
	 * @throws ApiException
	 *             400, without the text
	 */
	static Hash256 pdq(String text) {
		try {
			return Hash256.fromHex(text);
		} catch (HashFormatException e) {
			throw ApiException.badRequest("invalid signal: invalid PDQ hash");
		}
	}

	/**
	 * Reads an MD5; blanks around it and capital letters do not matter.
	 *
	 * @throws ApiException
	 *             400, without the text
	 */
	static Md5 md5(String text) {
		try {
			return Md5.fromHex(text.strip().toLowerCase(Locale.ROOT));
		} catch (HashFormatException e) {
			throw ApiException.badRequest("invalid signal: not a valid MD5 hash");
		}
	}

	/** The signals of texts by type. */
	static Signals parse(Map<SignalType, String> texts) {
		String pdq = texts.get(SignalType.PDQ);
		String vpdq = texts.get(SignalType.VPDQ);
		String md5 = texts.get(SignalType.VIDEO_MD5);
		return new Signals(pdq == null ? List.of() : List.of(HashRecord.ofPhoto(pdq(pdq), ASSUMED_QUALITY)),
				vpdq == null ? null : VideoRecord.ofFrames(VpdqText.parse(vpdq)), md5 == null ? null : md5(md5));
	}

	/** The texts of signals by type. */
	static Map<String, String> of(Signals signals) {
		return of(signals.photos().isEmpty() ? null : signals.photos().getFirst(), signals.video(), signals.md5());
	}

	private static Map<String, String> of(@Nullable HashRecord photo, @Nullable VideoRecord video, @Nullable Md5 md5) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (photo != null) {
			texts.put(SignalType.PDQ.word(), photo.hash().toHex());
		}
		if (md5 != null) {
			texts.put(SignalType.VIDEO_MD5.word(), md5.toHex());
		}
		if (video != null) {
			texts.put(SignalType.VPDQ.word(), VpdqText.of(video.frames()));
		}
		return texts;
	}
}
