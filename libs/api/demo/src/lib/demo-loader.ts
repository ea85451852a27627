import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { MediaLibrary } from '@reihe/api-media';
import { Clock } from '@reihe/api-platform';
import { demoImages } from '@reihe/api-demo-content';
import { DemoRepository } from './demo.repository';
import { perLanguage, type Ids } from './ids';
import { loadAttendance } from './load-attendance';
import { loadProgramme } from './load-programme';
import { loadRecaps } from './load-recaps';
import { loadRegistrations } from './load-registrations';
import { loadTaxonomy } from './load-taxonomy';

export interface DemoOptions {
  onStep?: (step: DemoStep) => void;
  /** What else belongs to the demonstration; in the same transaction, only where it is loaded. */
  alongside?: () => Promise<void>;
}

export type DemoStep = 'images' | 'taxonomy' | 'programme' | 'registrations' | 'recaps';

/** Fills an empty database with the reference series of 2020 and an upcoming sample series around today. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly store: DemoRepository,
    private readonly media: MediaLibrary,
    private readonly clock: Clock,
  ) {}

  /**
   * All or nothing; loading again changes nothing.
   * @param images folder with the pictures of `content/images.ts`
   * @returns false where there is data already
   */
  @Transactional()
  async load(
    images: string,
    { onStep = () => undefined, alongside = () => Promise.resolve() }: DemoOptions = {},
  ): Promise<boolean> {
    if (!(await this.store.isEmptyAndMine())) return false;
    const now = this.clock.now();
    const today = now.toISOString().slice(0, 10);
    onStep('images');
    const media = await this.loadImages(images);
    onStep('taxonomy');
    const taxonomy = await loadTaxonomy(this.store);
    onStep('programme');
    const programme = await loadProgramme(this.store, taxonomy, media, today);
    onStep('registrations');
    await loadRegistrations(this.store, programme.sessions, now);
    await loadAttendance(this.store, programme.sessions, now);
    onStep('recaps');
    await loadRecaps(this.store, { programme, taxonomy, media });
    await alongside();
    return true;
  }

  private async loadImages(folder: string): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { key, file, alt, credit } of demoImages) {
      const { id } = await this.media.importImage(
        {
          fileName: file,
          contents: await readFile(join(folder, file)),
          credit,
          // Drawn or of places alone: nobody could be asked.
          rights: { licenceUrl: '', consent: 'not-needed', consentNote: '' },
          translations: Object.fromEntries(
            perLanguage(alt, (language) => [language, { alt: alt[language] ?? '', caption: '' }]),
          ),
        },
        { kind: 'system' },
      );
      ids.set(key, id);
    }
    return (key) => {
      const id = ids.get(key);
      if (id === undefined)
        throw new Error(`The demonstration content names the image "${key}", which it does not contain.`);
      return id;
    };
  }
}
