import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { DomainError, RecapWriter, sessionNotFound } from '@reihe/api-platform';
import {
  LANGUAGES,
  type Language,
  type Me,
  type Measure,
  type RichNode,
  type Translations,
} from '@reihe/shared-contracts';
import { recapTextRules, type Recap, type RecapText } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { titleFrom } from '@reihe/shared-recap-policies';
import { DRAFT_WORDS, type DraftWords } from './draft-words';
import { EndedSessionsRepository } from './ended-sessions.repository';
import { SessionRecordsRepository, type SessionRecords } from './session-records.repository';

/** Begins a recap with what is on record, so that nobody types again what the programme knows. */
@Injectable()
export class DraftFromSession {
  constructor(
    private readonly sessions: SessionRecordsRepository,
    private readonly ended: EndedSessionsRepository,
    private readonly recaps: RecapWriter,
  ) {}

  /** @param staff whose it then is; null: it is begun because the session is over */
  @Transactional()
  async draft(sessionId: string, staff: Me | null): Promise<Recap> {
    const session = await this.sessions.one(sessionId);
    if (!session) throw sessionNotFound();
    if (session.state !== 'published' && session.state !== 'held')
      // Only a session that readers know can be looked back on.
      throw new DomainError('session.wrong-state', 409);
    const translations: Partial<Record<Language, RecapText>> = {};
    for (const language of LANGUAGES.filter((language) => session.titles[language])) {
      const text = draftText(session, language);
      translations[language] = { ...text, slug: await this.recaps.freeSlug(slugFrom(text.title)) };
    }
    const recap = await this.recaps.create(
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
    await this.ended.assign(recap.id, session.id, staff?.id ?? null);
    return recap;
  }
}

/** The text of one language; what has no words in it is taken from another. */
export function draftText(session: SessionRecords, language: Language): Omit<RecapText, 'slug'> {
  const words = DRAFT_WORDS[language];
  const date = new Intl.DateTimeFormat(words.locale, {
    dateStyle: 'long',
    timeZone: session.timeZone,
  }).format(new Date(session.startsAt));
  const audience = new Intl.ListFormat(words.locale).format(
    session.regions.flatMap((names) => inLanguage(names, language) ?? []),
  );
  const blocks = [
    paragraph([{ type: 'text', text: audience === '' ? words.held(date) : words.heldFor(date, audience) }]),
    ...counts(session, words),
    ...outline(
      words.agenda,
      session.agenda.map(({ titles }) => inLanguage(titles, language) ?? ''),
    ),
    ...outline(words.speakers, contributionLines(session, language)),
  ];
  const title = titleFrom(session.titlePatterns[language]?.pattern ?? words.titlePattern, {
    session: inLanguage(session.titles, language) ?? '',
    series: inLanguage(session.seriesTitles, language) ?? '',
    date,
    audience,
  });
  return {
    title: title.slice(0, recapTextRules.title.maxLength),
    lead: '',
    body: { type: 'doc', content: blocks },
    seoTitle: '',
    seoDescription: '',
  };
}

/** The number that says most about who came. */
const TELLING: readonly Measure[] = ['attended', 'participants', 'confirmed'];

/** Each as a live value: who came, from how many cities and countries. */
function counts({ id, measures }: SessionRecords, words: DraftWords): RichNode[] {
  const people = TELLING.find((candidate) => measures.includes(candidate));
  const places = (['cities', 'countries'] as const).filter((measure) => measures.includes(measure));
  return [
    ...(people ? [{ label: words.participants, measure: people }] : []),
    ...places.map((measure) => ({ label: words[measure], measure })),
  ].map(({ label, measure }) =>
    paragraph([
      { type: 'text', text: label },
      { type: 'figureValue', attrs: { measure, sessionId: id } },
    ]),
  );
}

function paragraph(content: RichNode[]): RichNode {
  return { type: 'paragraph', content };
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
