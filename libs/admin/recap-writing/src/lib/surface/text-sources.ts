import { Injectable, type Signal } from '@angular/core';

/** A picture of the library, as it stands in a text that is being written. */
export interface ShownPicture {
  /** Address of a small version; null while it is being prepared. */
  src: string | null;
  alt: string;
  caption: string;
  credit: string;
  /** What is missing before readers may see it, in words; empty: nothing. */
  missing: string;
}

/** A session or speaker that can stand in the text as a card. */
export interface ShownCard {
  id: string;
  name: string;
  hint: string;
}

/** What a text can show besides words. Provided by the page around, which knows where it comes from. */
@Injectable()
export abstract class TextSources {
  abstract readonly sessions: Signal<readonly ShownCard[]>;
  abstract readonly speakers: Signal<readonly ShownCard[]>;
  /** A signal's read: undefined until it is known, null where there is none of this id. */
  abstract picture(id: string): ShownPicture | null | undefined;
  /** Lets the writer choose; empty when dismissed. */
  abstract choosePictures(choice: { isMany: boolean; taken: readonly string[] }): Promise<readonly string[]>;
}
