import { inflateSync } from 'node:zlib';
import type { Language } from '@reihe/shared-contracts';
import { codeKey, newCode } from './certificate-code';
import { printable, printCertificate, type PrintedCertificate } from './certificate-document';

const CHECK = 'https://reihe.example/en/certificates/ABCD-EFGH-2345';

function aCertificate(change: Partial<PrintedCertificate> = {}): PrintedCertificate {
  return {
    code: 'ABCD-EFGH-2345',
    language: 'en',
    name: 'Ada Sample',
    title: 'Water for all',
    host: 'Sample host',
    startsAt: new Date('2026-10-06T12:00:00Z'),
    endsAt: new Date('2026-10-06T13:30:00Z'),
    timeZone: 'Europe/Berlin',
    issuedAt: new Date('2026-10-07T12:00:00Z'),
    ...change,
  };
}

/** The words of the pages, by the tables with which a PDF says what its glyphs mean. Good enough for what is printed here. */
export function textOf(pdf: Buffer): string {
  const bytes = pdf.toString('latin1');
  const streams = [...bytes.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const maps = streams.filter((stream) => stream.includes('beginbfrange'));
  const tables = maps.map((map) => {
    const glyphs = new Map<string, string>();
    for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
      let glyph = parseInt(from, 16);
      for (const [, text = ''] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
        const units = text.replaceAll(' ', '').match(/.{4}/g) ?? [];
        glyphs.set(
          glyph.toString(16).padStart(4, '0'),
          String.fromCharCode(...units.map((unit) => parseInt(unit, 16))),
        );
        glyph += 1;
      }
    }
    return glyphs;
  });
  // Fonts are subsets with tables of their own; which is which shows in the words that come out.
  const shown = streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, parts = '']) => parts));
  return tables
    .map((glyphs) =>
      shown
        .map((parts) =>
          [...parts.matchAll(/<([0-9a-f]+)>/gi)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((glyph) => glyphs.get(glyph.toLowerCase()) ?? '')
            .join(''),
        )
        .join(' '),
    )
    .join('\n')
    .replace(/\s+/g, ' ');
}

/** Lines break at spaces and hyphens. */
const unbroken = (text: string) => text.replace(/\s/g, '');

describe('a certificate of attendance', () => {
  const print = (change: Partial<PrintedCertificate> = {}) => printCertificate(aCertificate(change), CHECK);

  it.each<[Language, string[]]>([
    [
      'en',
      [
        'Certificate of attendance',
        'Ada Sample',
        'Water for all',
        'Tuesday, 6 October 2026',
        '14:00–15:30',
        'Central European Summer Time',
        '1.5 hours',
        'Sample host',
        'Issued on 7 October 2026',
        'ABCD-EFGH-2345',
      ],
    ],
    [
      'de',
      [
        'Teilnahmebescheinigung',
        'Dienstag, 6. Oktober 2026',
        '14:00–15:30 Uhr',
        'Mitteleuropäische Sommerzeit',
        '1,5 Stunden',
        'Ausgestellt am 7. Oktober 2026',
      ],
    ],
    [
      'es',
      [
        'Certificado de asistencia',
        'martes, 6 de octubre de 2026',
        '14:00–15:30',
        'hora de verano de Europa central',
        '1,5 horas',
        'Duración',
        'Expedido el 7 de octubre de 2026',
      ],
    ],
    [
      'fr',
      [
        'Attestation de participation',
        'a participé à l’échange virtuel suivant :',
        'mardi 6 octobre 2026',
        'heure d’été d’Europe centrale',
        '1,5 heure',
        'Délivrée le 7 octobre 2026',
      ],
    ],
  ])('says in %s what was attended, when and for how long', async (language, words) => {
    const pdf = await print({ language });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const word of words) expect(unbroken(textOf(pdf))).toContain(unbroken(word));
  });

  it('is the same file each time it is printed', async () => {
    expect((await print()).equals(await print())).toBe(true);
  });

  it.each([
    'Олена Зразкова',
    'Ελένη Δείγμα',
    'Łukasz Żółć',
    'Đặng Thị Mẫu',
    'Íñigo Núñez',
    'Zoé Lecœur',
    'O’Brien-Sample, Jr.',
  ])('has letters for %s', async (name) => {
    expect(printable(name)).toBe(name);
    expect(unbroken(textOf(await print({ name })))).toContain(unbroken(name));
  });

  it.each(['样本', 'نموذج', 'דוגמה', '👩‍🏫 Ada'])(
    'says where to find the name %s, which it cannot print',
    async (name) => {
      const text = textOf(await print({ name })).replaceAll('\u00a0', ' ');
      expect(text).toContain('is shown at the address below');
    },
  );

  it('prints long names and titles, and markup as what it is', async () => {
    const title = `<b>${'Wasserversorgungsgenossenschaft '.repeat(6)}</b>`.slice(0, 200);
    const pdf = await print({ name: 'Ada '.repeat(30).trim(), title });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it('has a code that is found however it is typed', () => {
    const code = newCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(codeKey(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000);
  });
});
