import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, fallbackOrder, outdatedVersion } from '@reihe/api-platform';
import { figureKey, type Language, type Me } from '@reihe/shared-contracts';
import type { KeepFigures, RecapFigures } from '@reihe/shared-editorial';
import { recapNotFound } from '../recap-desk.errors';
import { FiguresRepository } from './figures.repository';

/** Tells editors that figures of a published recap are not what they were, until they change the text or say that it is right. */
@Injectable()
export class ChangedFigures {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly audit: AuditTrail,
  ) {}

  async of(recapId: string, language: Language): Promise<RecapFigures> {
    const figures = await this.figures.of(recapId, fallbackOrder(language));
    if (!figures) throw recapNotFound();
    return figures;
  }

  /** Only what was looked at: what changed in the meantime is told again. */
  @Transactional()
  async keep(
    recapId: string,
    { revision, seen }: KeepFigures,
    language: Language,
    staff: Me,
  ): Promise<RecapFigures> {
    await this.figures.lock(recapId);
    const known = await this.of(recapId, language);
    if (known.revision !== revision) throw outdatedVersion(known.revision ?? 0);
    const kept = Object.fromEntries(
      known.changes
        .map((change) => [figureKey(change), change.now] as const)
        .filter(([key, now]) => key in seen && seen[key] === (now?.value ?? null)),
    );
    await this.figures.keep(recapId, revision, kept);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'recap.keep-figures',
      subject: 'recap',
      subjectId: recapId,
      before: null,
      after: { revision, kept },
    });
    return this.of(recapId, language);
  }
}
