import { Injectable } from '@nestjs/common';
import { fallbackOrder, pageOf, type RecapPageReader } from '@reihe/api-platform';
import type {
  Language,
  PublicContribution,
  RecapPage,
  RecapPageAnswer,
  RecapsPage,
} from '@reihe/shared-contracts';
import { recapNotFound } from '../editing/recap.errors';
import { RecapPagesRepository } from './recap-pages.repository';

/** What was never published, and what hangs on a draft series, does not exist for readers. */
@Injectable()
export class RecapPages implements RecapPageReader {
  constructor(private readonly pages: RecapPagesRepository) {}

  /** The reader stays in their language when they are sent on, also where the text falls back to another. */
  async recap(slug: string, language: Language): Promise<RecapPageAnswer> {
    const page = await this.pages.recap(slug, fallbackOrder(language));
    if (!page) throw recapNotFound();
    return answerOf(page, slug, language);
  }

  async inTransaction(slug: string, language: Language): Promise<RecapPageAnswer | null> {
    const page = await this.pages.uncommitted(slug, fallbackOrder(language));
    return page && answerOf(page, slug, language);
  }
}

function answerOf(page: RecapPage, slug: string, language: Language): RecapPageAnswer {
  if (page.slug !== slug) return { kind: 'moved', slug: page.slug, language };
  const sessions = page.sessions.map((session) => ({ ...session, speakers: eachOnce(session.speakers) }));
  return { kind: 'page', page: { ...page, sessions } };
}

/** Somebody with parts in several agenda items is one of the speakers once; nobody named is somebody else each time. */
function eachOnce(contributions: readonly PublicContribution[]): PublicContribution[] {
  return contributions.filter(
    ({ name }, index) =>
      name === null || contributions.findIndex((contribution) => contribution.name === name) === index,
  );
}
