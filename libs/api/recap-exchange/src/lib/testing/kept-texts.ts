import type { DynamicModule } from '@nestjs/common';
import {
  outdatedVersion,
  RecapTexts,
  type RecapToTranslate,
  type WrittenTranslation,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { recapNotFound } from '../exchange.errors';

/** Stands for the recaps in specs: keeps texts as they are written, English ones as originals. */
export class KeptTexts extends RecapTexts {
  readonly recaps = new Map<string, Recap>();
  readonly causes: unknown[] = [];

  put(id: string, translations: Recap['translations']): Recap {
    const recap = {
      ...{ id, version: 1, translations, translationBases: {}, translationStates: {} },
    } as unknown as Recap;
    this.recaps.set(id, recap);
    return recap;
  }

  read(id: string): Promise<RecapToTranslate> {
    const recap = this.recaps.get(id);
    if (!recap) return Promise.reject(recapNotFound());
    return Promise.resolve({ recap, defaultLanguage: 'en' });
  }

  async write(
    id: string,
    version: number,
    { language, text, madeOf }: WrittenTranslation,
    _staff: Me,
    cause: { action: string; details: Record<string, unknown> },
  ): Promise<Recap> {
    const { recap } = await this.read(id);
    if (recap.version !== version) throw outdatedVersion(recap.version);
    this.causes.push(cause);
    const translations = { ...recap.translations };
    if (text) translations[language] = text;
    else delete translations[language];
    const written = {
      ...recap,
      ...{ version: version + 1, translations, translationBases: { [language]: madeOf } },
    };
    this.recaps.set(id, written);
    return written;
  }
}

export function theTexts(texts: KeptTexts): DynamicModule {
  return {
    module: class Texts {},
    global: true,
    providers: [{ provide: RecapTexts, useValue: texts }],
    exports: [RecapTexts],
  };
}
