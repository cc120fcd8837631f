package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A photograph with the words of a meme above and below, and the mark of the site that made it. */
final class CaptionedMeme {

	private static final int SIDE = 900;

	private CaptionedMeme() {
	}

	static Picture draw(Member member) {
		return Sheet.over(member.photo(SIDE, SIDE), sheet -> {
			sheet.shout("ONE DOES NOT SIMPLY", SIDE / 2.0, 100, 50);
			sheet.shout("POST THIS", SIDE / 2.0, 184, 50);
			sheet.shout("AND WALK AWAY", SIDE / 2.0, 850, 66);
			sheet.pane(0, 872, 190, 28, 0, 0.6);
			sheet.text("memeforge.example", 8, 893, 13, 0xffffff);
		});
	}
}
