package org.hashaven.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/**
 * A form with files, read into memory: uploads never touch the disk. Names of files are not looked at.
 *
 * @param files
 *            the files, at most {@value #MAX_FILES}
 * @param fields
 *            the other fields
 */
public record Form(List<FormFile> files, Map<String, String> fields) {

	private static final int MAX_FILES = 2;
	private static final int MAX_FIELDS = 20;
	private static final int MAX_FIELD_BYTES = 1 << 16;

	/**
	 * A file.
	 *
	 * @param field
	 *            name of its field
	 * @param content
	 *            what is in it
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record FormFile(String field, byte[] content) {

		/** Its size: neither name nor content may reach a log. */
		@Override
		public String toString() {
			return "FormFile[" + content.length + " bytes]";
		}
	}

	/**
	 * Reads a body.
	 *
	 * @param contentType
	 *            the header
	 * @throws ApiException
	 *             400 when it is malformed, 413 when it is too large
	 */
	static Form read(String contentType, InputStream body, long maxBytes) {
		List<FormFile> files = new ArrayList<>();
		Map<String, String> fields = new HashMap<>();
		try {
			FileItemInputIterator parts = new FormParser(maxBytes).parts(contentType, body);
			while (parts.hasNext()) {
				FileItemInput part = parts.next();
				String name = part.getFieldName();
				if (name == null) {
					throw ApiException.badRequest("a part of the form has no name");
				}
				if (part.isFormField()) {
					fields.put(name, text(part));
				} else {
					files.add(new FormFile(name, part.getInputStream().readAllBytes()));
				}
				if (files.size() > MAX_FILES || fields.size() > MAX_FIELDS) {
					throw ApiException.badRequest("the form has too many parts");
				}
			}
			return new Form(List.copyOf(files), Map.copyOf(fields));
		} catch (FileUploadException e) {
			throw ApiException.badRequest("the form is malformed");
		} catch (IOException e) {
			throw ApiException.badRequest("the form is malformed or cut short");
		}
	}

	private static String text(FileItemInput field) throws IOException {
		byte[] bytes = field.getInputStream().readNBytes(MAX_FIELD_BYTES + 1);
		if (bytes.length > MAX_FIELD_BYTES) {
			throw new ApiException(413, "a field of the form is too large");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
