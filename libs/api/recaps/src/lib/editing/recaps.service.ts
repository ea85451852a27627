import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { fallbackOrder, pageOf } from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type { Recap, RecapListItem, SaveRecap } from '@reihe/shared-editorial';
import { canEditRecap } from '@reihe/shared-recap-policies';
import { OpenRecap } from './open-recap';
import type { RecapsQuery } from './recap.bodies';
import { unknownReference, wrongRecapState } from './recap.errors';
import { auditableRecap, hasUnpublishedChanges, recapChanges, recapOf, recapRowOf } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';
import { WorkingCopy } from './working-copy';

@Injectable()
export class RecapsService {
  constructor(
    private readonly recaps: RecapsRepository,
    private readonly open: OpenRecap,
    private readonly workingCopy: WorkingCopy,
  ) {}

  async list(query: RecapsQuery, language: Language): Promise<Page<RecapListItem>> {
    const { items, total } = await this.recaps.list(query, fallbackOrder(language));
    return pageOf(items, total, query);
  }

  async get(id: string): Promise<Recap> {
    return recapOf(await this.open.read(id));
  }

  /** @param staff null: it was made for a session that is over, by nobody */
  @Transactional()
  async create(body: SaveRecap, staff: Me | null): Promise<Recap> {
    await this.workingCopy.check(body);
    const id = randomUUID();
    await this.recaps.insert({ id, ...recapRowOf(body), lastWriterId: staff?.id ?? null });
    await this.workingCopy.write(id, body, staff?.id ?? null);
    const created = await this.open.read(id);
    await this.open.record('create', id, staff ?? 'system', null, auditableRecap(created));
    return recapOf(created);
  }

  /**
   * Readers see what is saved after the next publishing. Two things are not part of a revision: the date shown to readers is
   * changed at once (and kept where it comes in empty), and a published recap stays in its series.
   */
  @Transactional()
  async save(id: string, body: SaveRecap, staff: Me): Promise<Recap> {
    const before = await this.open.claim(id, body.version);
    if (!canEditRecap(before.state)) throw wrongRecapState(before.state);
    await this.workingCopy.check(body, before.translations);
    const isKnownToReaders = before.currentRevision !== null;
    if (isKnownToReaders && body.seriesId !== before.seriesId) throw unknownReference('seriesId');
    const row = recapRowOf(body);
    await this.recaps.update(id, {
      ...row,
      publishedOn: row.publishedOn ?? (isKnownToReaders ? before.publishedOn : null),
    });
    await this.workingCopy.write(id, body, staff.id);
    const saved = await this.open.read(id);
    const changes = recapChanges(auditableRecap(before), auditableRecap(saved));
    const isContentChanged = Object.keys(changes.after).some((key) => key !== 'publishedOn');
    if (isContentChanged) await this.recaps.update(id, { lastWriterId: staff.id });
    if (!isContentChanged && isKnownToReaders && !hasUnpublishedChanges(before))
      await this.recaps.update(id, { publishedVersion: saved.version });
    await this.open.record('save', id, staff, changes.before, changes.after);
    return this.get(id);
  }
}
