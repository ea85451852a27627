import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CertificateRow } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import pdfmake from 'pdfmake';
import { CERTIFICATE_WORDS } from './certificate-words';

/** Roboto (Apache 2.0) comes with pdfmake, has Latin, Cyrillic and Greek, and is embedded: the paper looks the same everywhere. */
const FONTS = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
  'Roboto',
);
const INK = '#14212b';
const SOFT = '#51606b';
const HARBOUR = '#0b4f6c';

pdfmake.setFonts({
  Roboto: { normal: join(FONTS, 'Roboto-Regular.ttf'), bold: join(FONTS, 'Roboto-Medium.ttf') },
});
// Nothing that somebody typed makes the printer read a file or ask another server.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));

export type PrintedCertificate = Omit<
  CertificateRow,
  'id' | 'registrationId' | 'registration' | 'withdrawnAt' | 'withdrawalReason'
>;

/** Prints one certificate; the same row gives the same words and the same dates in the file. @param checkAddress absolute */
export function printCertificate(certificate: PrintedCertificate, checkAddress: string): Promise<Buffer> {
  const { language, title, host, code, issuedAt } = certificate;
  const words = CERTIFICATE_WORDS[language];
  const facts: [string, string][] = [
    [words.on, whenOf(certificate)],
    [words.duration, durationOf(certificate)],
    ...(host ? [[words.host, printable(host) ?? ''] as [string, string]] : []),
  ];
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [72, 84, 72, 54],
    info: { title: words.title, creationDate: issuedAt, creator: 'Reihe', producer: 'Reihe' },
    language,
    defaultStyle: { font: 'Roboto', fontSize: 12, lineHeight: 1.35, color: INK },
    background: (_page, { width, height }) => ({
      canvas: [
        { type: 'rect', x: 36, y: 36, w: width - 72, h: height - 72, lineWidth: 1, lineColor: HARBOUR },
        { type: 'rect', x: 36, y: 36, w: width - 72, h: 10, color: HARBOUR },
      ],
    }),
    content: [
      { text: words.title, fontSize: 28, bold: true, color: HARBOUR, margin: [0, 24, 0, 48] },
      nameOf(certificate),
      { text: words.took, margin: [0, 12, 0, 12], color: SOFT },
      {
        text: printable(title) ?? title,
        fontSize: title.length > 90 ? 13 : 18,
        bold: true,
        margin: [0, 0, 0, 36],
      },
      {
        layout: 'noBorders',
        table: {
          widths: [120, '*'],
          body: facts.map(([label, value]) => [{ text: label, color: SOFT }, { text: value }]),
        },
        margin: [0, 0, 0, 36],
      },
      { text: words.issued(dayOf(issuedAt, certificate)) },
      {
        columns: [
          { width: 90, qr: checkAddress, fit: 84, foreground: INK },
          {
            width: '*',
            stack: [
              { text: words.check, color: SOFT, fontSize: 10 },
              { text: checkAddress, link: checkAddress, color: HARBOUR, fontSize: 10 },
              { text: `${words.code}: ${code}`, fontSize: 10, margin: [0, 6, 0, 0] },
            ],
          },
        ],
        columnGap: 12,
        margin: [0, 48, 0, 0],
      },
    ],
  });
  return document.getBuffer();
}

function nameOf({ name, language }: PrintedCertificate) {
  const text = name === null ? '' : printable(name);
  return text === null
    ? { text: CERTIFICATE_WORDS[language].nameElsewhere, color: SOFT }
    : { text, fontSize: text.length > 45 ? 16 : 24, bold: true };
}

/** null: something of it would come out as an empty box. */
export function printable(text: string): string | null {
  const composed = text.normalize('NFC').replace(/[\u2009\u202f]/g, '\u00a0');
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{Zs}\p{Nd}\p{M}+=]*$/u.test(composed)
    ? composed
    : null;
}

function whenOf({ startsAt, endsAt, timeZone, language }: PrintedCertificate): string {
  const clock = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const zone = zoneName(startsAt, timeZone, language);
  const day = dayOf(startsAt, { timeZone, language }, 'long');
  const hour = language === 'de' ? ' Uhr' : '';
  return plain(`${day}, ${clock.format(startsAt)}–${clock.format(endsAt)}${hour} (${zone}, ${timeZone})`);
}

function zoneName(at: Date, timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function dayOf(
  at: Date,
  { timeZone, language }: Pick<PrintedCertificate, 'timeZone' | 'language'>,
  weekday?: 'long',
): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday && { weekday }),
  } as const;
  return plain(new Intl.DateTimeFormat(locale, format).format(at));
}

function durationOf({ startsAt, endsAt, language }: PrintedCertificate): string {
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  });
  return plain(format.format(hours));
}

/** Intl likes narrow spaces, which the typeface has not. */
function plain(text: string): string {
  return text.replace(/[\u2009\u202f]/g, '\u00a0');
}
