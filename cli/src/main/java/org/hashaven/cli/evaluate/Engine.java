package org.hashaven.cli.evaluate;

import java.io.Closeable;
import java.io.IOException;
import org.hashaven.image.RgbImage;

/**
 * What is evaluated: a list of photographs, and a way to look uploads up in it. One engine is one column of the report.
 *
 * <p>
 * Used in this order: {@link #listStrangers} once; {@link #look} while only strangers are listed; {@link #list} for every photograph, then
 * {@link #finishLists}; {@link #look} again.
 */
public interface Engine extends Closeable {

	/** The word for it in CSV and, as {@code evaluate.engine.<word>}, in texts. */
	String word();

	/** Lists generated pictures, which no upload shows: a match with one is false. */
	void listStrangers(Distractors strangers) throws IOException;

	/** Makes what a list holds of a photograph; for any thread. It need not be found before {@link #finishLists}. */
	void list(int photo, RgbImage picture) throws IOException;

	/** All photographs were listed, and are found from now on. */
	void finishLists() throws IOException;

	/** Looks an upload up; thread-safe. */
	Answer look(RgbImage upload) throws IOException;
}
