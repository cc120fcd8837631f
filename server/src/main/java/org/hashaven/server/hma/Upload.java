package org.hashaven.server.hma;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Form;
import org.hashaven.server.http.Form.FormFile;

/**
 * The one file of a request.
 *
 * @param contentType
 *            what it is said to be
 * @param content
 *            what is in it
 * @param signalTypes
 *            the hashes that are asked for
 * @param form
 *            the form that it came in
 */
@SuppressWarnings("ArrayRecordComponent")
record Upload(ContentType contentType, byte[] content, Set<SignalType> signalTypes, Form form) {

	/**
	 * Reads the file of a request.
	 *
	 * @param usual
	 *            the signal types where the request does not name any
	 * @throws ApiException
	 *             400, 413
	 */
	static Upload read(Call call, Set<SignalType> usual, SignalSettings settings) {
		if (!call.isMultipart()) {
			throw ApiException.badRequest("Missing multipart/form-data file upload");
		}
		Form form = call.form();
		if (form.files().isEmpty()) {
			throw ApiException.badRequest("Missing multipart/form-data file upload");
		}
		if (form.files().size() > 1) {
			throw ApiException.badRequest("Only one file allowed per request");
		}
		FormFile file = form.files().getFirst();
		ContentType contentType = ContentType.of(file.field())
				.orElseThrow(() -> ApiException.badRequest("no such content_type; the name of the file's field is photo or video"));
		return new Upload(contentType, file.content(), signalTypes(call, contentType, usual, settings), form);
	}

	private static Set<SignalType> signalTypes(Call call, ContentType contentType, Set<SignalType> usual, SignalSettings settings) {
		Set<SignalType> types = EnumSet.noneOf(SignalType.class);
		String words = call.query("types");
		if (words == null) {
			types.addAll(usual);
			types.retainAll(contentType.signalTypes());
			types.removeIf(type -> !settings.isEnabled(type));
			if (types.isEmpty()) {
				throw new ApiException(500, "No signal types configured!");
			}
			return types;
		}
		List<String> asked = Arrays.stream(words.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty()).toList();
		for (String word : asked) {
			types.add(SignalType.of(word).filter(type -> contentType.signalTypes().contains(type) && settings.isEnabled(type))
					.orElseThrow(() -> ApiException.badRequest("a signal type doesn't exist or is disabled")));
		}
		if (types.isEmpty()) {
			throw ApiException.badRequest("empty signal type selection");
		}
		return types;
	}

	/** Its size: no content may reach a log. */
	@Override
	public String toString() {
		return "Upload[" + content.length + " bytes]";
	}
}
