import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { RecapTexts, type RecapToTranslate, type WrittenTranslation } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, RecapText } from '@reihe/shared-editorial';
import { canEditRecap, isFinished, progressAfter } from '@reihe/shared-recap-policies';
import { slugFrom } from '@reihe/shared-policies';
import { OpenRecap } from './open-recap';
import { RecapAddressesRepository } from './recap-addresses.repository';
import { unknownReference, wrongRecapState } from './recap.errors';
import { auditableRecap, recapChanges, recapOf, type RecapRecord } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';
import { WorkingCopy } from './working-copy';

/** One translation, written by what exchanges texts with others. */
@Injectable()
export class WriteTranslation extends RecapTexts {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly open: OpenRecap,
    private readonly workingCopy: WorkingCopy,
  ) {
    super();
  }

  async read(id: string): Promise<RecapToTranslate> {
    const record = await this.open.read(id);
    return { recap: recapOf(record), defaultLanguage: record.defaultLanguage };
  }

  @Transactional()
  async write(
    id: string,
    version: number,
    written: WrittenTranslation,
    staff: Me,
    cause: { action: string; details: Record<string, unknown> },
  ): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const { language, text } = written;
    if (language === before.defaultLanguage) throw unknownReference('language');
    const translations = { ...before.translations };
    if (text)
      translations[language] = {
        ...text,
        slug: text.slug || (await this.addresses.freeSlug(slugFrom(titleOf(text, before)))),
      };
    else delete translations[language];
    const body = { ...before, translations };
    await this.workingCopy.check(body);
    await this.workingCopy.write(id, body, staff.id);
    if (text) await this.follow(before, text, written);
    await this.recaps.update(id, { lastWriterId: staff.id });
    const saved = await this.open.read(id);
    const changes = recapChanges(auditableRecap(before), auditableRecap(saved));
    await this.open.record(cause.action, id, staff, changes.before, { ...changes.after, ...cause.details });
    return recapOf(saved);
  }

  private async follow(
    before: RecapRecord,
    text: RecapText,
    { language, madeOf }: WrittenTranslation,
  ): Promise<void> {
    if (Object.keys(madeOf).length === 0) return;
    const { translations, translationBases, translationStates, defaultLanguage } = await this.open.read(
      before.id,
    );
    const original = translations[defaultLanguage];
    const translation = translations[language] ?? text;
    if (!original) return;
    const basis = { ...translationBases[language], ...madeOf };
    const wasFinished = isFinished(translationStates[language]?.state ?? 'missing');
    const progress = progressAfter(original, { original, translation }, translation, basis, wasFinished);
    await this.recaps.follow(before.id, language, { basis, ...progress });
  }
}

/** What is not called anything yet is found under the name of its original. */
function titleOf({ title }: RecapText, { translations, defaultLanguage }: RecapRecord): string {
  return title.trim() || (translations[defaultLanguage]?.title ?? '');
}
