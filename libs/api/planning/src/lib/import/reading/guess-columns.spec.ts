import { readPastedSheet } from '@reihe/api-sheets';
import { LANGUAGES } from '@reihe/shared-contracts';
import { importTemplate } from '../template';
import { guessColumns } from './guess-columns';

describe('the meaning of columns', () => {
  it('is guessed from headings in several languages', () => {
    const columns = [
      'Titel',
      'Title (en)',
      'Beschreibung deutsch',
      'Datum',
      'Beginn',
      'Bis',
      'Zeitzone',
      'Plätze',
      'Zoom-Link',
      'Título (español)',
      'Résumé français',
      'Unfug',
    ];
    expect(guessColumns(columns)).toEqual([
      'title.de',
      'title.en',
      'abstract.de',
      'date',
      'starts',
      'ends',
      'timeZone',
      'capacity',
      'meetingUrl',
      'title.es',
      'abstract.fr',
      null,
    ]);
  });

  it('is never given twice', () => {
    expect(guessColumns(['Start', 'Start time', 'Date', 'Day'])).toEqual(['starts', null, 'date', null]);
  });

  it.each(LANGUAGES)('is known for each heading of the template in %s', (language) => {
    const columns = importTemplate(language).trim().replace('\uFEFF', '').split(/[,;]/);
    const table = readPastedSheet(`${importTemplate(language)}${'x;'.repeat(columns.length)}`);
    const guessed = guessColumns(columns.map((column) => column.replaceAll('"', '')));
    expect(guessed).not.toContain(null);
    expect(new Set(guessed).size).toBe(columns.length);
    expect(table.rows).toHaveLength(1);
  });
});
