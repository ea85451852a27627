import type { Language } from '@reihe/shared-contracts';

const WORDS: Record<Language, { title: string; intro: string; nothing: string; yes: string; no: string }> = {
  en: {
    title: 'Everything stored about you',
    intro: 'The file my-data.json beside this page holds the same for machines. Times are in UTC.',
    nothing: 'nothing',
    yes: 'yes',
    no: 'no',
  },
  de: {
    title: 'Alles, was über Sie gespeichert ist',
    intro: 'Die Datei my-data.json daneben enthält dasselbe für Maschinen. Zeiten stehen in UTC.',
    nothing: 'nichts',
    yes: 'ja',
    no: 'nein',
  },
  es: {
    title: 'Todo lo que está guardado sobre usted',
    intro:
      'El archivo my-data.json que acompaña a esta página contiene lo mismo para máquinas. Las horas están en UTC.',
    nothing: 'nada',
    yes: 'sí',
    no: 'no',
  },
  fr: {
    title: 'Tout ce qui est enregistré à votre sujet',
    intro:
      'Le fichier my-data.json joint à cette page contient les mêmes données pour les machines. Les heures sont en UTC.',
    nothing: 'rien',
    yes: 'oui',
    no: 'non',
  },
};

/** One page without scripts or anything from elsewhere: whatever somebody typed is text in it. */
export function readablePage(everything: Record<string, unknown>, language: Language): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{margin:0 0 0 1rem}dt{font-weight:bold;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}li{margin-block:1rem}</style>
</head><body><h1>${words.title}</h1><p>${words.intro}</p>
${part(everything, words)}
</body></html>
`;
}

function part(value: unknown, words: (typeof WORDS)[Language]): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.nothing;
    return `<ul>${value.map((item) => `<li>${part(item, words)}</li>`).join('\n')}</ul>`;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([name, of]) => `<dt>${escaped(spoken(name))}</dt><dd>${part(of, words)}</dd>`,
    );
    return `<dl>${entries.join('\n')}</dl>`;
  }
  return escaped(typeof value === 'string' ? value : JSON.stringify(value));
}

/** `addressProvenAt` as "address proven at". */
function spoken(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
