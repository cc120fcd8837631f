package org.hashaven.testdata.kinds;

import java.util.Locale;
import org.hashaven.samples.pictures.Picture;

/** A kind of pictures whose members share a template and differ in their content. */
public enum Kind {
	/** Posts of one app: another author, photograph and text in the same interface. */
	POST,
	/** Chats of one app, its wallpaper and its keyboard, with other messages. */
	CHAT,
	/** The same words in the same letters over other photographs. */
	MEME,
	/** One scanned form, filled in by others. */
	FORM,
	/** Identity cards of one country. */
	ID_CARD,
	/** Receipts of one shop. */
	RECEIPT,
	/** Months of one wall calendar, with other photographs and entries. */
	CALENDAR,
	/** Pages of one edition of sheet music. */
	SHEET_MUSIC,
	/** Payment placards of one service, with other QR codes. */
	QR_CODE,
	/** Charts of one report, with other values. */
	CHART,
	/** One chess board, with other positions. */
	CHESS_BOARD,
	/** Other photographs in one ornate frame, which is 40 % of the area. */
	ORNATE_FRAME,
	/** Hands of five cards on one table. */
	PLAYING_CARDS,
	/** One city's map in one app, with other routes and places. */
	MAP,
	/** One code editor with other files. */
	CODE_EDITOR,
	/** One spreadsheet program with other tables. */
	SPREADSHEET,
	/** Front pages of one newspaper. */
	NEWSPAPER,
	/** Pages of one video site. */
	VIDEO_PLAYER,
	/** Lock screens over the same wallpaper, with other notifications. */
	LOCK_SCREEN,
	/** Other photographs beside the same stock picture. */
	STOCK_COLLAGE;

	/** A member in its natural size, with generated photographs. */
	public Picture picture(long member) {
		return picture(member, PhotoSource.GENERATED);
	}

	/**
	 * A member in its natural size. The same number and photographs give the same picture.
	 *
	 * @param member
	 *            0..2^32 - 1
	 */
	public Picture picture(long member, PhotoSource photos) {
		Member drawn = new Member(this, member, photos);
		return switch (this) {
			case POST -> PostScreen.draw(drawn);
			case CHAT -> ChatScreen.draw(drawn);
			case MEME -> CaptionedMeme.draw(drawn);
			case FORM -> PaperForm.draw(drawn);
			case ID_CARD -> IdCard.draw(drawn);
			case RECEIPT -> Receipt.draw(drawn);
			case CALENDAR -> CalendarPage.draw(drawn);
			case SHEET_MUSIC -> SheetMusic.draw(drawn);
			case QR_CODE -> QrPlacard.draw(drawn);
			case CHART -> SalesChart.draw(drawn);
			case CHESS_BOARD -> ChessBoard.draw(drawn);
			case ORNATE_FRAME -> FramedPhoto.draw(drawn);
			case PLAYING_CARDS -> CardHand.draw(drawn);
			case MAP -> CityMap.draw(drawn);
			case CODE_EDITOR -> CodeEditor.draw(drawn);
			case SPREADSHEET -> Spreadsheet.draw(drawn);
			case NEWSPAPER -> NewspaperPage.draw(drawn);
			case VIDEO_PLAYER -> VideoPage.draw(drawn);
			case LOCK_SCREEN -> LockScreen.draw(drawn);
			case STOCK_COLLAGE -> StockCollage.draw(drawn);
		};
	}

	/** Its name in tables and arguments. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The kind of this name.
	 *
	 * @throws IllegalArgumentException
	 *             if there is none
	 */
	public static Kind ofWord(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}
}
