package org.hashaven.media;

import org.hashaven.video.VideoOptions;

/**
 * What is made of a file; immutable.
 *
 * @param allForms
 *            whether to make a photo's hashes of all eight forms
 * @param regions
 *            whether to make the regions that a photo is listed with
 * @param damaged
 *            whether what can be read of a damaged photo is taken, too: good for an upload that is looked up, bad for a list
 * @param video
 *            how videos are hashed
 */
public record MediaOptions(boolean allForms, boolean regions, boolean damaged, VideoOptions video) {

	/** For listing: a photo in one form, without regions, and nothing that is damaged. */
	public static final MediaOptions DEFAULT = new MediaOptions(false, false, false, VideoOptions.DEFAULT);

	/** For uploads: damaged ones, too, and videos more closely. */
	public static final MediaOptions UPLOAD = new MediaOptions(false, false, true, VideoOptions.UPLOAD);

	/** These options with the hashes of all eight forms, or without. */
	public MediaOptions withAllForms(boolean wanted) {
		return new MediaOptions(wanted, regions, damaged, video);
	}

	/** These options with regions, or without. */
	public MediaOptions withRegions(boolean wanted) {
		return new MediaOptions(allForms, wanted, damaged, video);
	}

	/** These options, which take what can be read of damaged photos, or refuse them. */
	public MediaOptions withDamaged(boolean taken) {
		return new MediaOptions(allForms, regions, taken, video);
	}

	/** These options with others for videos. */
	public MediaOptions withVideo(VideoOptions newVideo) {
		return new MediaOptions(allForms, regions, damaged, newVideo);
	}
}
