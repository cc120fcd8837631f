package org.hashaven.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** Commons FileUpload, streaming, without servlets and without its files on disk. */
final class FormParser extends AbstractFileUpload<FormParser.Body, DiskFileItem, DiskFileItemFactory> {

	/** A request as the library sees it. */
	record Body(String getContentType, InputStream getInputStream) implements RequestContext {

		@Override
		public String getCharacterEncoding() {
			return "UTF-8";
		}

		@Override
		public long getContentLength() {
			return -1; // the stream has a limit of its own
		}

		@Override
		public boolean isMultipartRelated() {
			return false;
		}
	}

	FormParser(long maxBytes) {
		setSizeMax(maxBytes);
	}

	FileItemInputIterator parts(String contentType, InputStream body) throws IOException {
		return getItemIterator(new Body(contentType, body));
	}

	@Override
	public FileItemInputIterator getItemIterator(Body body) throws IOException {
		return getItemIterator((RequestContext) body);
	}

	@Override
	public Map<String, List<DiskFileItem>> parseParameterMap(Body body) {
		throw new UnsupportedOperationException("would write files");
	}

	@Override
	public List<DiskFileItem> parseRequest(Body body) {
		throw new UnsupportedOperationException("would write files");
	}
}
