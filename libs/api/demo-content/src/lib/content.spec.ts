import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  FORMAT_PATTERNS,
  HEADING_LEVELS,
  RICH_MARKS,
  type RichNode,
  saveSessionRules,
  seriesTextRules,
  sessionTextRules,
} from '@reihe/shared-contracts';
import { recapTextRules } from '@reihe/shared-editorial';
import {
  categories,
  demoImages,
  formatAliases,
  referenceRecaps,
  referenceSeries,
  referenceSessions,
  referenceSpeakers,
  regions,
  upcomingRecaps,
  upcomingSeries,
  upcomingSessions,
  upcomingSpeakers,
} from '../index';
import { sampleMark } from './sample-text';

const sessions = [...referenceSessions, ...upcomingSessions];
const recaps = [...referenceRecaps, ...upcomingRecaps];
const agendaOf = sessions.flatMap(({ key, agenda }) => agenda.map((item) => ({ session: key, item })));
const contributions = agendaOf.flatMap(({ item }) => item.contributions);

const keysOf = (things: readonly { key: string }[]) => things.map(({ key }) => key);

/** Every object in the data that has a German or an English text. */
function bilingualTexts(value: unknown, path = ''): [string, { de?: unknown; en?: unknown }][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, child]) => bilingualTexts(child, `${path}.${key}`));
  return 'de' in value || 'en' in value ? [[path, value], ...inside] : inside;
}

const plainText = (node: { text?: string; content?: RichNode[] }): string =>
  (node.text ?? '') + (node.content ?? []).map(plainText).join(' ');

/** What may stand directly inside what. */
const allowedInside: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'],
  paragraph: ['text'],
  heading: ['text'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph'],
  blockquote: ['paragraph'],
};

function faultsOf(node: { type: string; content?: RichNode[] }): string[] {
  return (node.content ?? []).flatMap((child) => {
    const faults = allowedInside[node.type]?.includes(child.type) ? [] : [`${child.type} in ${node.type}`];
    if (child.type === 'text' && !child.text) faults.push('empty text');
    if (child.type === 'heading' && !HEADING_LEVELS.some((level) => level === child.attrs?.level)) {
      faults.push(`heading level ${child.attrs?.level}`);
    }
    for (const mark of child.marks ?? []) {
      if (!RICH_MARKS.includes(mark.type)) faults.push(`mark ${mark.type}`);
      if (mark.type === 'link' && !mark.attrs?.href?.startsWith('/'))
        faults.push(`link to ${mark.attrs?.href}`);
    }
    return [...faults, ...faultsOf(child)];
  });
}

describe('demonstration content', () => {
  it('has every text in German and in English', () => {
    const texts = bilingualTexts({
      referenceSeries,
      upcomingSeries,
      sessions,
      recaps,
      categories,
      regions,
      formatAliases,
      demoImages,
      upcomingSpeakers,
      referenceSpeakers,
    });
    expect(texts.length).toBeGreaterThan(200);
    const isMissing = ([path, { de, en }]: (typeof texts)[number]) =>
      typeof de !== typeof en || (!path.endsWith('.upcomingSeries.commissioner') && (!de || !en));
    expect(texts.filter(isMissing).map(([path]) => path)).toEqual([]);
  });

  it('uses each key once, and keys that are slugs', () => {
    for (const things of [
      sessions,
      recaps,
      categories,
      regions,
      demoImages,
      [...referenceSpeakers, ...upcomingSpeakers],
    ]) {
      const keys = keysOf(things);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => !FORMAT_PATTERNS.slug.test(key))).toEqual([]);
    }
    const recapSlugs = recaps.flatMap(({ translations: { de, en } }) => [de.slug, en.slug]);
    expect(new Set(recapSlugs).size).toBe(recapSlugs.length);
    expect(recapSlugs.filter((slug) => !FORMAT_PATTERNS.slug.test(slug))).toEqual([]);
  });

  it('refers only to things that exist', () => {
    const missing = (used: readonly string[], known: readonly string[]) =>
      used.filter((key) => !known.includes(key));
    const usedCategories = [referenceSeries, upcomingSeries, ...sessions].flatMap(
      (owner) => owner.categories,
    );
    expect(missing(usedCategories, keysOf(categories))).toEqual([]);
    expect(
      missing(
        sessions.flatMap((session) => session.regions),
        keysOf(regions),
      ),
    ).toEqual([]);
    expect(
      missing(
        regions.flatMap(({ parent }) => parent ?? []),
        keysOf(regions),
      ),
    ).toEqual([]);
    expect(
      missing(
        recaps.flatMap((recap) => recap.sessions),
        keysOf(sessions),
      ),
    ).toEqual([]);
    const usedSpeakers = contributions.flatMap(({ speaker }) => speaker ?? []);
    expect(missing(usedSpeakers, keysOf([...referenceSpeakers, ...upcomingSpeakers]))).toEqual([]);
    expect(missing(keysOf(upcomingSpeakers), usedSpeakers)).toEqual([]);
    const usedImages = [
      referenceSeries.cover,
      upcomingSeries.cover,
      ...recaps.flatMap(({ leadImage, gallery }) => [leadImage, ...gallery]),
    ];
    expect(missing(usedImages, keysOf(demoImages))).toEqual([]);
    expect(missing(keysOf(demoImages), usedImages)).toEqual([]);
  });

  it('keeps within the lengths the contracts allow', () => {
    for (const language of ['de', 'en'] as const) {
      for (const { title, summary } of [referenceSeries, upcomingSeries]) {
        expect(title[language].length).toBeLessThanOrEqual(seriesTextRules.title.maxLength);
        expect(summary[language].length).toBeLessThanOrEqual(seriesTextRules.summary.maxLength);
      }
      for (const { title, key } of sessions) {
        expect(title[language].length).toBeLessThanOrEqual(sessionTextRules.title.maxLength);
        expect(key.length).toBeLessThanOrEqual(saveSessionRules.slug.maxLength);
      }
      for (const { translations } of recaps) {
        expect(translations[language].title.length).toBeLessThanOrEqual(recapTextRules.title.maxLength);
        expect(translations[language].lead.length).toBeLessThanOrEqual(recapTextRules.lead.maxLength);
      }
    }
  });

  it('marks all prose as sample text where the reader sees it', () => {
    for (const language of ['de', 'en'] as const) {
      const prose = [
        ...[referenceSeries, upcomingSeries].map(({ summary }) => summary[language]),
        ...sessions.map(({ abstract }) => abstract[language]),
        ...recaps.flatMap(({ translations }) => [
          translations[language].lead,
          plainText(translations[language].body),
        ]),
      ];
      expect(prose.filter((text) => !text.includes(sampleMark[language]))).toEqual([]);
    }
  });

  it('writes its documents with allowed nodes and marks only, in the same shape in both languages', () => {
    for (const { translations } of recaps) {
      expect(faultsOf(translations.de.body)).toEqual([]);
      expect(faultsOf(translations.en.body)).toEqual([]);
      const shape = (content: readonly RichNode[]) =>
        content.map(({ type, content: inner }) => [type, type.endsWith('List') ? inner?.length : 0]);
      expect(shape(translations.en.body.content)).toEqual(shape(translations.de.body.content));
    }
  });

  it('lays every agenda without gaps over the whole session', () => {
    for (const { agenda, minutes } of sessions) {
      let end = 0;
      for (const { startsAfter, durationMinutes } of agenda) {
        expect(startsAfter).toBe(end);
        end += durationMinutes;
      }
      expect(end).toBe(minutes);
    }
  });

  it('names countries that exist, each in one region only', () => {
    const codes = [
      ...regions.flatMap(({ countries }) => countries),
      ...contributions.flatMap(({ country }) => country ?? []),
      ...upcomingSpeakers.map(({ country }) => country),
    ];
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(
      codes.filter((code) => !FORMAT_PATTERNS.country.test(code) || names.of(code) === undefined),
    ).toEqual([]);
    const placed = regions.flatMap(({ countries }) => countries);
    expect(new Set(placed).size).toBe(placed.length);
    expect(
      contributions.flatMap(({ country }) => country ?? []).filter((code) => !placed.includes(code)),
    ).toEqual([]);
  });

  it('ships an image file for every image, small enough to send', () => {
    const folder = resolve(import.meta.dirname, '../../../demo/assets');
    for (const { file } of demoImages) {
      expect(statSync(resolve(folder, file)).size).toBeLessThan(180_000);
      expect([...readFileSync(resolve(folder, file)).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });
});
