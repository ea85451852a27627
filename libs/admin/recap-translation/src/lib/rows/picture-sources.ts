import { inject, Injectable, signal } from '@angular/core';
import { ChosenPictures } from '@reihe/admin-media';
import { TextSources, type ShownCard, type ShownPicture } from '@reihe/admin-recap-writing';
import { imageAddress, inLanguage } from '@reihe/admin-ui';
import { LANGUAGE } from '@reihe/web-platform';

const SHOWN_WIDTH = 480;

/** What a translation shows besides words: the pictures of the original. Cards come along with it, and nothing is chosen here. */
@Injectable()
export class PictureSources extends TextSources {
  private readonly pictures = inject(ChosenPictures);
  private readonly language = inject(LANGUAGE);
  readonly sessions = signal<readonly ShownCard[]>([]);
  readonly speakers = signal<readonly ShownCard[]>([]);

  picture(id: string): ShownPicture | null | undefined {
    const media = this.pictures.find(id);
    if (!media) {
      void this.pictures.need([id]);
      return undefined;
    }
    const text = inLanguage(media.translations, this.language);
    return {
      src: media.state === 'ready' ? imageAddress(media.image, SHOWN_WIDTH) : '',
      ...{ alt: text?.alt ?? '', caption: text?.caption ?? '', credit: '', missing: '' },
    };
  }

  choosePictures(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
