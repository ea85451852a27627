import { Injectable } from '@nestjs/common';
import { DomainError, fallbackOrder } from '@reihe/api-platform';
import type { Language, PublicContribution, RecapPageAnswer } from '@reihe/shared-contracts';
import { readingMinutes } from '@reihe/shared-recap-policies';
import { SOCIAL_IMAGE_SIZE, socialImagePath } from '../social/social-image-address';
import type { RecapPageRow } from './recap-page.sql';
import { RecapPagesRepository } from './recap-pages.repository';

/** What was never published, and what hangs on a draft series, does not exist for readers. */
@Injectable()
export class RecapPages {
  constructor(private readonly pages: RecapPagesRepository) {}

  /** The reader stays in their language when they are sent on, also where the text falls back to another. */
  async recap(slug: string, language: Language): Promise<RecapPageAnswer> {
    const row = await this.pages.recap(slug, fallbackOrder(language));
    if (!row) throw new DomainError('recap.not-found', 404);
    return answerOf(row, slug, language);
  }

  /** As it is in the transaction in progress, for features that show a page before; null where nobody could read it. */
  async inTransaction(slug: string, language: Language): Promise<RecapPageAnswer | null> {
    const row = await this.pages.uncommitted(slug, fallbackOrder(language));
    return row && answerOf(row, slug, language);
  }
}

function answerOf(row: RecapPageRow, slug: string, language: Language): RecapPageAnswer {
  if (row.slug !== slug) return { kind: 'moved', slug: row.slug, language };
  const { social, ...page } = row;
  const sessions = page.sessions.map((session) => ({ ...session, speakers: eachOnce(session.speakers) }));
  const socialImage = { address: socialImagePath(social), ...SOCIAL_IMAGE_SIZE };
  const minutes = Math.max(1, readingMinutes(page.body));
  return { kind: 'page', page: { ...page, sessions, socialImage, readingMinutes: minutes } };
}

/** Somebody with parts in several agenda items is one of the speakers once; nobody named is somebody else each time. */
function eachOnce(contributions: readonly PublicContribution[]): PublicContribution[] {
  return contributions.filter(
    ({ name }, index) =>
      name === null || contributions.findIndex((contribution) => contribution.name === name) === index,
  );
}
