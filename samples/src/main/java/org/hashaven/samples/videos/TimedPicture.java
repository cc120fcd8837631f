package org.hashaven.samples.videos;

import org.hashaven.samples.pictures.Picture;

/**
 * One picture of a moving picture.
 *
 * @param picture
 *            its pixels, in colour
 * @param timeUs
 *            when it is shown, in microseconds from the start
 */
public record TimedPicture(Picture picture, long timeUs) {
}
