import type * as Statements from './statements.ts';
import type { Asked, Parameter } from './plans.ts';

/**
 * Tables that grow with recaps and pictures: to read one whole takes longer than a page may. `published_recaps` is none of them: its narrow
 * rows are what choices are counted from.
 */
export const LARGE = [
  'recaps',
  'recap_addresses',
  'recap_gallery',
  'recap_revision_pictures',
  'recap_revision_translations',
  'recap_revisions',
  'recap_search_texts',
  'recap_sessions',
  'recap_text_pictures',
  'recap_translations',
  'media',
  'media_translations',
] as const;
export type LargeTable = (typeof LARGE)[number];

export interface Question extends Asked {
  /** Read from beginning to end all the same: the question is about each of its rows, and they are narrow. */
  mayReadWhole: readonly LargeTable[];
}

export interface Places {
  /** Id of a series. */
  series: string;
  /** Id of an account. */
  owner: string;
}

type BoardQuestion = Parameters<typeof Statements.boardCards>[0];

const NOTHING: BoardQuestion = {
  ...{ series: false, state: false, owner: null, lack: null, overdue: false, words: false },
};

const READERS = ['en', 'de'];
const STAFF = ['en', 'de', 'es', 'fr'];

/** What readers and staff ask, with the statements that answer it. */
export function questionsOf(statements: typeof Statements, { series, owner }: Places): Question[] {
  const { ALL_RECAPS, SEARCHED_RECAPS, FOUND_COUNT, LIKELY_WORDS, RECAP_PAGE } = statements;
  const { boardCards, SESSIONS_WITHOUT_RECAP, listMedia } = statements;
  const now = new Date();
  const public_ = (name: string, sql: string, ...parameters: Parameter[]): Question => ({
    ...{ name: `readers: ${name}`, sql, parameters, isPrepared: true, mayReadWhole: [] },
  });
  const board = (
    name: string,
    asked: Partial<BoardQuestion>,
    mayReadWhole: readonly LargeTable[] = [],
  ): Question => ({
    name: `board: ${name}`,
    sql: boardCards({ ...NOTHING, ...asked }),
    parameters: [STAFF, series, 'in-review', owner, now, '%recap 4711%', 50, 0],
    isPrepared: false,
    mayReadWhole,
  });
  const media = (
    name: string,
    filter: Parameters<typeof listMedia>[0],
    words: string | null = null,
    mayReadWhole: readonly LargeTable[] = [],
  ): Question => ({
    name: `pictures: ${name}`,
    sql: listMedia(filter, words !== null),
    parameters: [words, READERS, 25, 0],
    isPrepared: false,
    mayReadWhole,
  });
  const none = [null, null, null, null];
  return [
    public_('list', ALL_RECAPS, READERS, ...none, null, 25, 0),
    public_('list of a series', ALL_RECAPS, READERS, 'series-3', null, null, null, null, 25, 0),
    public_(
      'list of a region, topic and year',
      ALL_RECAPS,
      READERS,
      null,
      'region-3',
      'category-4',
      2020,
      null,
      25,
      0,
    ),
    public_('search', SEARCHED_RECAPS, READERS, ...none, ['rareztqq'], 25, 0),
    public_(
      'search among filters',
      SEARCHED_RECAPS,
      READERS,
      'series-3',
      'region-3',
      'category-4',
      2020,
      ['word3'],
      25,
      0,
    ),
    {
      name: 'readers: words, within recap_hits',
      sql: `SELECT t.recap_id, t.language FROM unnest($1::text[]) AS l (language)
            JOIN recap_search_texts t ON t.vector @@ recap_query(l.language, $2) AND t.language = l.language`,
      parameters: [READERS, ['word3']],
      ...{ isPrepared: true, setting: 'enable_seqscan = off', mayReadWhole: [] },
    },
    public_('how many a spelling finds', FOUND_COUNT, READERS, ['rareztqq']),
    public_('likely spellings', LIKELY_WORDS, READERS, ['rarewrod']),
    public_('a recap', RECAP_PAGE, READERS, 'recap-5000-en'),
    board('everything', {}, ['recaps']),
    board('a series', { series: true }),
    board('a state', { state: true }),
    board('mine', { owner: 'somebody' }, ['recaps']),
    board('late', { overdue: true }),
    board('by words', { words: true }),
    board('without text for a picture', { lack: 'alt' }, ['recaps']),
    board('figures that changed', { lack: 'figures' }, ['recaps']),
    {
      name: 'board: sessions without a recap',
      sql: SESSIONS_WITHOUT_RECAP,
      parameters: [STAFF, null, false, now, '', 50, 0],
      isPrepared: false,
      mayReadWhole: ['recap_sessions'],
    },
    media('list', undefined),
    media('by words', undefined, '%rareztqq%'),
    media('without rights', 'rights'),
    media('without text', 'alt', null, ['media_translations']),
    media('used nowhere', 'unused', null, [
      ...(['recaps', 'recap_gallery', 'recap_revision_pictures', 'recap_text_pictures'] as const),
    ]),
    media('look-alikes', 'look-alikes'),
    media('in preparation', 'preparing'),
    media('failed', 'failed'),
  ];
}
