/**
 * Kinds of pictures whose members share a template and differ in their content: posts of one app, forms filled in differently, photographs
 * in one frame.
 *
 * <pre>
 *   Kind, number of the member, PhotoSource → Member ─┬ template()  the same draws for every member of the kind
 *                                                     ├ content()   draws of its own
 *                                                     └ photo(…)    photographs of its own
 *                                                        │
 *   screens    PostScreen, ChatScreen, CityMap, CodeEditor, VideoPage, LockScreen    ┐  PhoneScreen, Keyboard, Glyphs
 *   paper      PaperForm, Receipt, CalendarPage, SheetMusic, NewspaperPage           ├→ Sheet → Picture
 *   objects    IdCard, ChessBoard, CardHand, FramedPhoto, QrPlacard                  │  Scan, Words
 *   composed   CaptionedMeme, StockCollage, SalesChart, Spreadsheet                  ┘
 * </pre>
 *
 * They measure what must not happen: that one listed member, or a record made from what all have in common, matches the other members.
 */
@NullMarked
package org.hashaven.testdata.kinds;

import org.jspecify.annotations.NullMarked;
