import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Me } from '@reihe/shared-contracts';
import type { ConfirmTranslation, Recap } from '@reihe/shared-editorial';
import { basisConfirmed, canEditRecap, isFinished, progressAfter } from '@reihe/shared-recap-policies';
import { OpenRecap } from './open-recap';
import { unknownReference, wrongRecapState } from './recap.errors';
import { hasUnpublishedChanges, recapOf } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';

/** The original was changed, and the translation is still right. */
@Injectable()
export class ConfirmTranslationParts {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly open: OpenRecap,
  ) {}

  /** Where readers were not told that it is outdated it changes nothing they see, so that nothing waits to be published for it. */
  @Transactional()
  async confirm(id: string, { version, language, parts }: ConfirmTranslation, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const original = before.translations[before.defaultLanguage];
    const translation = before.translations[language];
    if (!original || !translation || language === before.defaultLanguage) throw unknownReference('language');
    const basis = basisConfirmed(original, translation, before.translationBases[language] ?? {}, parts);
    const was = before.translationStates[language]?.state ?? 'missing';
    const progress = progressAfter(original, { original, translation }, translation, basis, isFinished(was));
    await this.recaps.follow(id, language, { basis, ...progress });
    const isSeen = isFinished(was) !== progress.isFinished || (was === 'outdated') !== progress.isOutdated;
    if (before.currentRevision !== null && !hasUnpublishedChanges(before) && !isSeen)
      await this.recaps.update(id, { publishedVersion: version + 1 });
    await this.open.record('confirm-translation', id, staff, null, { language, parts });
    return recapOf(await this.open.read(id));
  }
}
