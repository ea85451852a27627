import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  LANGUAGES,
  type Language,
  type Me,
  type Measure,
  type RichDocument,
  type RichNode,
  type Translations,
} from '@reihe/shared-contracts';
import { recapTextRules, type Recap, type RecapText } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { DRAFT_WORDS, type DraftWords } from './draft-words';
import { RecapAddressesRepository } from './recap-addresses.repository';
import { sessionNotFound, sessionNotPublic } from './recap.errors';
import { RecapsService } from './recaps.service';
import { SessionRecordsRepository, type SessionRecords } from './session-records.repository';

/** Begins a recap with what is on record, so that nobody types again what the programme knows. */
@Injectable()
export class DraftFromSession {
  constructor(
    private readonly sessions: SessionRecordsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly recaps: RecapsService,
  ) {}

  @Transactional()
  async draft(sessionId: string, staff: Me): Promise<Recap> {
    const session = await this.sessions.one(sessionId);
    if (!session) throw sessionNotFound();
    if (session.state !== 'published' && session.state !== 'held') throw sessionNotPublic();
    const translations: Partial<Record<Language, RecapText>> = {};
    for (const language of LANGUAGES.filter((language) => session.titles[language])) {
      const text = draftText(session, language);
      translations[language] = { ...text, slug: await this.freeSlug(slugFrom(text.title)) };
    }
    return this.recaps.create(
      {
        version: 0,
        seriesId: session.seriesId,
        sessionIds: [session.id],
        categoryIds: session.categoryIds,
        regionIds: session.regionIds,
        byline: '',
        leadMediaId: null,
        gallery: [],
        publishedOn: null,
        translations,
      },
      staff,
    );
  }

  private async freeSlug(slug: string): Promise<string> {
    const taken = await this.addresses.takenLike(slug);
    let free = slug;
    for (let number = 2; taken.includes(free); number += 1) free = `${slug}-${number}`;
    return free;
  }
}

/** The text of one language; what has no words in it is taken from another. */
export function draftText(session: SessionRecords, language: Language): Omit<RecapText, 'slug'> {
  const words = DRAFT_WORDS[language];
  const blocks = [
    ...participants(session, words),
    ...outline(
      words.agenda,
      session.agenda.map(({ titles }) => inLanguage(titles, language) ?? ''),
    ),
    ...outline(words.speakers, contributionLines(session, language)),
  ];
  const body: RichDocument = { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
  const title = words.title(inLanguage(session.titles, language) ?? '');
  return {
    title: title.slice(0, recapTextRules.title.maxLength),
    lead: '',
    body,
    seoTitle: '',
    seoDescription: '',
  };
}

/** The number that says most about who came. */
const TELLING: readonly Measure[] = ['attended', 'participants', 'confirmed'];

function participants({ id, measures }: SessionRecords, words: DraftWords): RichNode[] {
  const measure = TELLING.find((candidate) => measures.includes(candidate));
  if (!measure) return [];
  return [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: words.participants },
        { type: 'figureValue', attrs: { measure, sessionId: id } },
      ],
    },
  ];
}

function outline(heading: string, lines: readonly string[]): RichNode[] {
  const items = [...new Set(lines)]
    .filter((line) => line !== '')
    .map<RichNode>((text) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    }));
  if (items.length === 0) return [];
  return [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
    { type: 'bulletList', content: items },
  ];
}

/** "Dr. Somebody, head of water, City of X, Lviv, Ukraine (moderation)"; where nobody is named, the place speaks. */
function contributionLines({ contributions }: SessionRecords, language: Language): string[] {
  const { roles } = DRAFT_WORDS[language];
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return contributions.map(({ role, name, city, country, texts }) => {
    const text = inLanguage(texts, language);
    const parts = [name, text?.position, text?.organisation, city, country && countries.of(country)];
    const line = parts.filter((part) => part).join(', ');
    const told = roles[role];
    return line !== '' && told ? `${line} (${told})` : line;
  });
}

function inLanguage<T>(texts: Translations<T>, language: Language): T | undefined {
  return [language, ...LANGUAGES].map((candidate) => texts[candidate]).find((text) => text !== undefined);
}
