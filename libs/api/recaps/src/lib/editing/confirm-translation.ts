import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Me } from '@reihe/shared-contracts';
import type { ConfirmTranslation, Recap } from '@reihe/shared-editorial';
import { basisConfirmed, canEditRecap } from '@reihe/shared-recap-policies';
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

  /** Changes nothing that readers see, so that nothing waits to be published for it. */
  @Transactional()
  async confirm(id: string, { version, language, parts }: ConfirmTranslation, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    const original = before.translations[before.defaultLanguage];
    const translation = before.translations[language];
    if (!original || !translation || language === before.defaultLanguage) throw unknownReference('language');
    const basis = before.translationBases[language] ?? {};
    await this.recaps.saveBasis(id, language, basisConfirmed(original, translation, basis, parts));
    if (before.currentRevision !== null && !hasUnpublishedChanges(before))
      await this.recaps.update(id, { publishedVersion: version + 1 });
    await this.open.record('confirm-translation', id, staff, null, { language, parts });
    return recapOf(await this.open.read(id));
  }
}
