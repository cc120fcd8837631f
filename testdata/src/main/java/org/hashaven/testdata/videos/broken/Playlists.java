package org.hashaven.testdata.videos.broken;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.testdata.broken.Blob;

/**
 * Files that hold no picture but say where one is: in another file or at a host. Whoever follows them tells the host that the file was
 * opened, or hashes what was never handed over.
 */
public final class Playlists {

	private Playlists() {
	}

	/**
	 * Every kind, under its own name and named as a video.
	 *
	 * @param file
	 *            a sound MP4 beside which nothing else lies; it must not be read
	 * @param host
	 *            an address such as {@code http://127.0.0.1:8080}; nobody must connect to it
	 */
	public static List<BrokenVideo> pointingTo(Path file, String host) {
		String name = file.getFileName().toString();
		List<BrokenVideo> all = new ArrayList<>();
		for (String target : List.of(name, file.toAbsolutePath().toString(), file.toUri().toString(), host + "/video.mp4")) {
			both(all, "an M3U8 playlist", ".m3u8", hls(target));
			both(all, "an M3U8 list of lists", ".m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + target + "\n");
			both(all, "an M3U8 playlist with a key", ".m3u8",
					"#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"" + target + "\"\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + target
							+ "\n#EXT-X-ENDLIST\n");
			both(all, "a list for FFmpeg", ".ffconcat", "ffconcat version 1.0\nfile '" + target + "'\nduration 5\n");
			both(all, "a PLS playlist", ".pls", "[playlist]\nFile1=" + target + "\nNumberOfEntries=1\nVersion=2\n");
			both(all, "a DASH list", ".mpd", dash(target));
			both(all, "an address in a text", ".txt", target + "\n");
			both(all, "a list for Windows", ".asx", "<asx version=\"3.0\"><entry><ref href=\"" + target + "\"/></entry></asx>\n");
			both(all, "a QuickTime link", ".qtl",
					"<?xml version=\"1.0\"?><?quicktime type=\"application/x-quicktime-media-link\"?><embed src=\"" + target + "\"/>\n");
			both(all, "an XSPF playlist", ".xspf",
					"<?xml version=\"1.0\"?><playlist version=\"1\"><trackList><track><location>" + target
							+ "</location></track></trackList></playlist>\n");
			all.add(BrokenVideo.refused("an MOV that refers elsewhere " + all.size(), ".mov", reference(target)));
			all.add(BrokenVideo.refused("an AVI with a playlist as its subtitles " + all.size(), ".avi", subtitled(target)));
		}
		both(all, "a session description", ".sdp",
				"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
		both(all, "an index of pictured subtitles", ".idx",
				"# VobSub index file, v7 (do not modify this line!)\nsize: 720x576\nid: en, index: 0\ntimestamp: 00:00:00:000, filepos: 000000000\n");
		return all;
	}

	private static void both(List<BrokenVideo> all, String what, String extension, String text) {
		byte[] bytes = new Blob().text(text).toBytes();
		all.add(BrokenVideo.refused(what + " " + all.size(), extension, bytes));
		all.add(BrokenVideo.refused(what + " named .mp4 " + all.size(), ".mp4", bytes));
	}

	private static String hls(String target) {
		return "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-TARGETDURATION:9\n#EXTINF:9.0,\n" + target
				+ "\n#EXT-X-ENDLIST\n";
	}

	private static String dash(String target) {
		return """
				<?xml version="1.0"?>
				<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT5S" profiles="urn:mpeg:dash:profile:full:2011">
				<Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1" width="320" height="240">
				<BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>
				"""
				.formatted(target);
	}

	/** A reference movie, as QuickTime made them to choose among files by the speed of the line. */
	private static byte[] reference(String target) {
		Blob data = new Blob().u32(0).text("url ").u32(target.length() + 1L).text(target).u8(0);
		Blob description = new Blob().box("rdrf", data.toBytes());
		Blob chosen = new Blob().box("rmra", new Blob().box("rmda", description.toBytes()).toBytes());
		return new Blob().box("ftyp", new Blob().text("qt  ").u32(0).text("qt  ").toBytes()).box("moov", chosen.toBytes()).toBytes();
	}

	/** A playlist in the subtitles of an AVI that has no pictures; players once opened it to look for more subtitles. */
	private static byte[] subtitled(String target) {
		byte[] text = new Blob().text(hls(target)).toBytes();
		Blob header = new Blob().riffChunk("avih", new Blob().u32Little(40_000).zeros(52).toBytes());
		Blob stream = new Blob().riffChunk("strh", new Blob().text("txts").zeros(52).toBytes()).riffChunk("strf", new byte[0]);
		header.riffChunk("LIST", new Blob().text("strl").bytes(stream).toBytes());
		Blob subtitles = new Blob().text("GAB2").u8(0).u16Little(2).u32Little(2).u16Little(0).u16Little(4).u32Little(text.length)
				.bytes(text);
		Blob pictures = new Blob().text("movi").riffChunk("00tx", subtitles.toBytes());
		Blob file = new Blob().text("AVI ").riffChunk("LIST", new Blob().text("hdrl").bytes(header).toBytes());
		return new Blob().riffChunk("RIFF", file.riffChunk("LIST", pictures.toBytes()).toBytes()).toBytes();
	}
}
