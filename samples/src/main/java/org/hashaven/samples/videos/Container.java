package org.hashaven.samples.videos;

import java.util.Map;

/** A kind of video file. */
public enum Container {
	/** As phones and sites have it. */
	MP4("mp4", ".mp4"),
	/** MP4 with its index before the pictures, so that it can be played while it is loaded. */
	MP4_INDEX_FIRST("mp4", ".mp4"),
	/** MP4 in pieces, each with its own index, as players on web pages load it. */
	MP4_PIECES("mp4", ".mp4"),
	/** QuickTime. */
	MOV("mov", ".mov"),
	/** Matroska. */
	MKV("matroska", ".mkv"),
	/** Matroska's smaller brother. */
	WEBM("webm", ".webm"),
	/** From the time of the first PCs that played videos; one fixed frame rate. */
	AVI("avi", ".avi"),
	/** As older phones have it. */
	THREE_GP("3gp", ".3gp"),
	/** As television sends it. */
	MPEG_TS("mpegts", ".ts"),
	/** Flash, as sites had it for long. */
	FLV("flv", ".flv"),
	/** As Windows had it for long. */
	WMV("asf", ".wmv"),
	/** As older cameras and DVDs have it. */
	MPEG_PS("vob", ".mpg"),
	/** Moving GIF. */
	GIF("gif", ".gif"),
	/** Moving WebP. */
	WEBP("webp", ".webp");

	private final String muxer;
	private final String extension;

	Container(String muxer, String extension) {
		this.muxer = muxer;
		this.extension = extension;
	}

	/** FFmpeg's name of what writes it. */
	String muxer() {
		return muxer;
	}

	/** The muxer's options, in FFmpeg's words. */
	Map<String, String> options() {
		return switch (this) {
			case MP4_INDEX_FIRST -> Map.of("movflags", "faststart");
			case MP4_PIECES -> Map.of("movflags", "frag_keyframe+empty_moov");
			default -> Map.of();
		};
	}

	/** What its files' names end with, dot included. */
	public String extension() {
		return extension;
	}

	/** Ticks a second in which its frames' times are given to the encoder. */
	int ticks(int framesASecond) {
		return switch (this) {
			case AVI -> framesASecond;
			case GIF -> 100;
			case WEBP -> 1_000;
			// A multiple of all usual frame rates, and no more than MPEG-4's 16 bits hold.
			default -> 60_000;
		};
	}
}
