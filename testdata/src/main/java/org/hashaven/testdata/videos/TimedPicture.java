package org.hashaven.testdata.videos;

import org.hashaven.testdata.pictures.Picture;

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
