import { setImmediate } from 'node:timers/promises';
import { plainWords } from '@reihe/api-sheets';
import { isLanguage, type Language, type RichNode } from '@reihe/shared-contracts';
import { recapTextRules, saveRecapRules, type ImportNote } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { checkRichDocument, documentText } from '@reihe/shared-recap-policies';
import {
  convertHtml,
  dayOf,
  type FoundPicture,
  lineOf,
  Losses,
  parseMarkup,
  PictureFiles,
  type Piece,
  type ReadSource,
  settled,
  type SourceArticle,
  textOf,
} from '@reihe/api-recap-sources';
import { marksOf } from './article-marks';
import { suggestSessions, type KnownSession } from './suggest-sessions';

/** What an article is compared with. */
export interface SeriesFacts {
  defaultLanguage: Language;
  sessions: readonly KnownSession[];
  categories: readonly { id: string; names: string[] }[];
}

export interface PreparedPicture {
  role: 'lead' | 'picture' | 'gallery';
  afterBlock: string | null;
  gallery: number | null;
  address: string;
  file: string | null;
  alt: string;
  caption: string;
}

export interface PreparedArticle {
  title: string;
  slug: string;
  language: Language | null;
  statedLanguage: string;
  author: string;
  publishedOn: string | null;
  lead: string;
  address: string;
  blocks: RichNode[];
  words: number;
  categoryIds: string[];
  sessionIds: string[];
  groupKey: string;
  marks: string[];
  notes: ImportNote[];
  isChosen: boolean;
  pictures: PreparedPicture[];
}

/** Far beyond what a recap may hold: it is not even looked into. */
const LONGEST_HTML = 2_000_000;
const MOST_TEXT = 2000;

/** So many are prepared before others get their turn. */
const IN_ONE_GO = 10;

/** What was read, as it would become drafts; nothing of it is written. Others' requests are answered in between. */
export async function prepareArticles(source: ReadSource, series: SeriesFacts): Promise<PreparedArticle[]> {
  const files = new PictureFiles(source.files);
  const seen = new Set<string>();
  const prepared: PreparedArticle[] = [];
  for (const [position, article] of source.articles.entries()) {
    if (position % IN_ONE_GO === 0) await setImmediate();
    const one = prepareArticle(article, position, source, files, series);
    const isTwice = one.marks.some((mark) => seen.has(mark));
    one.marks.forEach((mark) => seen.add(mark));
    const twice: ImportNote = { code: 'twice', count: 1, details: [] };
    prepared.push(isTwice ? { ...one, isChosen: false, notes: [...one.notes, twice] } : one);
  }
  return grouped(prepared);
}

function prepareArticle(
  article: SourceArticle,
  position: number,
  source: ReadSource,
  files: PictureFiles,
  series: SeriesFacts,
): PreparedArticle {
  const losses = new Losses();
  const title = plain(article.title);
  const address = URL.canParse(article.address) ? new URL(article.address).href.slice(0, 2000) : '';
  const pieces = piecesOf(article, address, losses);
  const { blocks, pictures } = settled(pieces);
  const text = documentText({ type: 'doc', content: blocks });
  if (checkRichDocument({ type: 'doc', content: blocks }) !== null) losses.note('too-long');
  if (text.trim() === '' && pictures.length === 0 && !losses.has('too-long')) losses.note('no-body');
  const publishedOn = dayOf(article.published);
  if (publishedOn === null) {
    if (/[1-9]/.test(article.published)) losses.note('date-unreadable', lineOf(article.published));
    else losses.note('no-date');
  }
  if (!article.isPublic) losses.note('not-public');
  if (article.isPage) losses.note('page');
  const statedLanguage = lineOf(article.language).slice(0, 40);
  const language = statedLanguage === '' ? series.defaultLanguage : languageOf(statedLanguage);
  const lead = plain(article.excerpt);
  const isTooLong = losses.has('too-long');
  return {
    title: cut(title, recapTextRules.title.maxLength, () => losses.note('title-cut', title)),
    slug: slugOf(article.slug, address),
    language,
    statedLanguage,
    author: cut(lineOf(article.author), saveRecapRules.byline.maxLength, () => losses.note('author-cut')),
    publishedOn,
    lead: cut(lead, recapTextRules.lead.maxLength, () => losses.note('lead-cut')),
    address,
    blocks: isTooLong ? [] : blocks,
    words: text.split(/\s+/).filter((word) => word !== '').length,
    categoryIds: categoriesOf(article.categories, series, losses),
    sessionIds: suggestSessions({ title, publishedOn }, series.sessions),
    groupKey: article.group || `own:${position}`,
    marks: marksOf({ guid: article.guid, address }, `${title}\n${text}`),
    pictures: isTooLong ? [] : picturesOf(article, pictures, address, source, files, losses),
    notes: losses.notes,
    isChosen: article.isPublic && !article.isPage && !isTooLong && !losses.has('no-body'),
  };
}

function piecesOf(article: SourceArticle, base: string, losses: Losses): Piece[] {
  if (article.html.length > LONGEST_HTML) {
    losses.note('too-long');
    return [];
  }
  const { isClassic, hasShortcodes, footnotes, ownAttachments } = article;
  return convertHtml(article.html, { base, isClassic, hasShortcodes, footnotes, ownAttachments }, losses);
}

function picturesOf(
  article: SourceArticle,
  pictures: readonly (FoundPicture & { afterBlock: string | null; gallery: number | null })[],
  base: string,
  { attachments, files: names }: ReadSource,
  files: PictureFiles,
  losses: Losses,
): PreparedPicture[] {
  const lead: FoundPicture = {
    source: article.leadAddress,
    address: URL.canParse(article.leadAddress, base || undefined)
      ? new URL(article.leadAddress, base || undefined).href
      : '',
    attachment: article.leadAttachment,
    alt: article.leadAlt,
    caption: '',
  };
  const hasLead = lead.source !== '' || attachments.has(lead.attachment);
  const all = [
    ...(hasLead ? [{ ...lead, role: 'lead' as const, afterBlock: null, gallery: null }] : []),
    ...pictures.map((one) => ({
      ...one,
      role: one.gallery === null ? ('picture' as const) : ('gallery' as const),
    })),
  ];
  return all.flatMap(({ role, afterBlock, gallery, ...picture }) => {
    const kept = attachments.get(picture.attachment);
    const address = webAddress(kept?.address ?? '') || webAddress(picture.address);
    const file =
      [kept?.address ?? '', picture.source, picture.address]
        .map((one) => (one === '' ? null : files.find(one, article.folder)))
        .find((one) => one !== null) ?? null;
    if (file === null && (names.length > 0 || address === ''))
      losses.note('pictures-missing', picture.source || address || picture.attachment);
    if (file === null && address === '') return [];
    return [
      {
        ...{ role, afterBlock, gallery, address, file },
        alt: plain(picture.alt || (kept?.alt ?? '')).slice(0, 400),
        caption: plain(picture.caption || (kept?.caption ?? '')).slice(0, MOST_TEXT),
      },
    ];
  });
}

function webAddress(address: string): string {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).href.slice(0, 2000) : '';
}

function categoriesOf(names: readonly string[], { categories }: SeriesFacts, losses: Losses): string[] {
  const found = new Set<string>();
  for (const name of new Set(names.map((one) => plain(one)).filter((one) => one !== ''))) {
    const known = categories.find((category) =>
      category.names.some((other) => plainWords(other) === plainWords(name)),
    );
    if (known) found.add(known.id);
    else losses.note('categories-left-out', name);
  }
  return [...found];
}

/** Texts of one address in several languages belong together, where nothing else says so. */
function grouped(articles: readonly PreparedArticle[]): PreparedArticle[] {
  const bySlug = new Map<string, PreparedArticle[]>();
  for (const article of articles)
    if (article.slug !== '' && article.groupKey.startsWith('own:'))
      bySlug.set(article.slug, [...(bySlug.get(article.slug) ?? []), article]);
  return articles.map((article) => {
    const alike = article.groupKey.startsWith('own:') ? (bySlug.get(article.slug) ?? []) : [];
    const languages = new Set(alike.map(({ language }) => language));
    const belong = alike.length > 1 && languages.size === alike.length && !languages.has(null);
    return belong ? { ...article, groupKey: `slug:${article.slug}` } : article;
  });
}

function languageOf(stated: string): Language | null {
  const language = stated.slice(0, 2).toLowerCase();
  return /^[a-z]{2}([-_]|$)/i.test(stated) && isLanguage(language) ? language : null;
}

function slugOf(stated: string, address: string): string {
  const last = address === '' ? '' : new URL(address).pathname.replace(/\/+$/, '').replace(/^.*\//, '');
  const written = (stated || last).replace(/\.(html?|php|aspx?)$/i, '');
  const slug = slugFrom(decoded(written));
  return slug.length >= 2 && !/^(index|default|\d+)$/.test(slug) ? slug : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function plain(markup: string): string {
  return lineOf(textOf(parseMarkup(markup.slice(0, 20_000))));
}

function cut(text: string, most: number, tell: () => void): string {
  if (text.length <= most) return text;
  tell();
  return `${text
    .slice(0, most - 1)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()}…`;
}
