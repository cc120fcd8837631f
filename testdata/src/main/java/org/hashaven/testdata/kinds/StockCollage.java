package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** Two pictures side by side, of which one is the same stock photograph. */
final class StockCollage {

	private static final int SIDE = 640;

	private StockCollage() {
	}

	static Picture draw(Member member) {
		return Sheet.painted(2 * SIDE + 10, SIDE, 0xffffff, sheet -> {
			sheet.picture(member.templatePhoto(SIDE, SIDE), 0, 0);
			sheet.picture(member.photo(SIDE, SIDE), SIDE + 10, 0);
		});
	}
}
