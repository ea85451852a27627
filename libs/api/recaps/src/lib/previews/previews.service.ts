import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, Config, hashOf, newToken, rehearsed } from '@reihe/api-platform';
import { RecapPages } from '@reihe/api-recap-reading';
import { LANGUAGES, type Language, type Me, type RecapPage, type RecapState } from '@reihe/shared-contracts';
import type { OpenedPreview, RecapPreview, RecapPreviewPage } from '@reihe/shared-editorial';
import { OpenRecap } from '../editing/open-recap';
import { RecapAddressesRepository } from '../editing/recap-addresses.repository';
import { recapNotFound } from '../editing/recap.errors';
import { textsOf, type RecapRecord } from '../editing/recap.mapper';
import { RecapRevisionsRepository } from '../editing/recap-revisions.repository';
import { PreviewsRepository } from './previews.repository';

const DAY_MS = 86_400_000;

/** The steps that are still to go to readers; none where they read it already. */
const STEPS: Record<RecapState, readonly RecapState[]> = {
  draft: ['in-review', 'approved', 'published'],
  'in-review': ['approved', 'published'],
  approved: ['published'],
  scheduled: ['published'],
  published: ['published'],
  archived: ['archived'],
};

/** Secret addresses at which a working copy can be read before its readers do. */
@Injectable()
export class Previews {
  constructor(
    private readonly previews: PreviewsRepository,
    private readonly revisions: RecapRevisionsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly open: OpenRecap,
    private readonly pages: RecapPages,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async list(recapId: string): Promise<RecapPreview[]> {
    await this.open.read(recapId);
    return this.previews.open(recapId, this.clock.now());
  }

  /** The token stands in the answer and nowhere else. */
  @Transactional()
  async make(recapId: string, days: number, staff: Me): Promise<OpenedPreview> {
    const recap = await this.open.read(recapId);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const token = newToken();
    const id = await this.previews.insert({
      recapId,
      tokenHash: hashOf(token),
      createdById: staff.id,
      createdAt,
      expiresAt,
    });
    await this.open.record('open-preview', recapId, staff, null, { expiresAt: expiresAt.toISOString() });
    const preview = (await this.previews.open(recapId, createdAt)).find((one) => one.id === id);
    if (!preview) throw new Error('A preview that was made is not there.');
    const language = recap.translations[staff.language] ? staff.language : recap.defaultLanguage;
    return { preview, address: `${this.config.baseUrl}/${language}/recap-preview/${token}` };
  }

  @Transactional()
  async revoke(recapId: string, id: string, staff: Me): Promise<RecapPreview[]> {
    await this.open.read(recapId);
    // Who revokes what is gone already has what they want.
    if (await this.previews.revoke(recapId, id, this.clock.now()))
      await this.open.record('revoke-preview', recapId, staff, { preview: id }, null);
    return this.previews.open(recapId, this.clock.now());
  }

  /** The working copy is published and read as its readers would, and all of it taken back. */
  async page(token: string, language: Language): Promise<RecapPreviewPage> {
    const found = await this.previews.find(hashOf(token), this.clock.now());
    if (!found) throw recapNotFound();
    const recap = await this.open.read(found.recapId);
    const page = await rehearsed(
      () => this.readAsPublished(recap, language),
      (work) => this.inTransaction(work),
    );
    if (!page) throw recapNotFound();
    return {
      // Its addresses do not work yet.
      page: { ...page, addresses: {} },
      languages: LANGUAGES.filter((written) => recap.translations[written] !== undefined),
      expiresAt: found.expiresAt,
    };
  }

  @Transactional()
  private inTransaction(work: () => Promise<never>): Promise<never> {
    return work();
  }

  private async readAsPublished(recap: RecapRecord, language: Language): Promise<RecapPage | null> {
    const revision = await this.revisions.add(recap.id, {
      ...{ staffId: null, note: {}, figures: recap.figures, now: this.clock.now() },
    });
    for (const state of STEPS[recap.state]) await this.previews.rehearseTo(recap.id, state, revision);
    await this.addresses.publish(recap.id);
    const texts = textsOf(recap.translations);
    const [, text] = texts.find(([written]) => written === language) ?? texts[0] ?? [];
    const answer = text ? await this.pages.inTransaction(text.slug, language) : null;
    if (answer?.kind === 'page') return answer.page;
    const moved = answer && (await this.pages.inTransaction(answer.slug, language));
    return moved?.kind === 'page' ? moved.page : null;
  }
}
