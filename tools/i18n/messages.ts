/** Angular's simple JSON format: message id -> words. */
export interface MessageFile {
  locale: string;
  translations: Record<string, string>;
}

export interface Finding {
  id: string;
  problem: 'missing' | 'unused' | 'placeholders' | 'empty' | 'typography';
  /** The words in the source language, where there are any. */
  source?: string;
}

const PLACEHOLDER = /\{\$([^}]+)\}/g;
/** Ids of the libs that both applications use; their translations are kept once. */
const SHARED = 'web.';

export function isShared(id: string): boolean {
  return id.startsWith(SHARED);
}

/** Compares one application's extracted messages with what is translated for it. */
export function compare(
  source: Record<string, string>,
  own: Record<string, string>,
  shared: Record<string, string>,
  language = '',
): Finding[] {
  const findings: Finding[] = [];
  for (const [id, words] of Object.entries(source)) {
    const translated = isShared(id) ? shared[id] : own[id];
    if (translated === undefined) findings.push({ id, problem: 'missing', source: words });
    else if (translated.trim() === '') findings.push({ id, problem: 'empty', source: words });
    else if (placeholders(translated) !== placeholders(words))
      findings.push({ id, problem: 'placeholders', source: words });
    else if (isMisset(translated, language)) findings.push({ id, problem: 'typography', source: words });
  }
  for (const id of Object.keys(own)) {
    if (source[id] === undefined) findings.push({ id, problem: 'unused' });
  }
  return findings;
}

/** Shared translations nobody asks for: their id stands in no source of the web libs. */
export function unusedShared(shared: Record<string, string>, idsInSources: ReadonlySet<string>): Finding[] {
  return Object.keys(shared)
    .filter((id) => !idsInSources.has(id))
    .map((id) => ({ id, problem: 'unused' }));
}

/** Explicit ids written in templates (`i18n="@@x"`) and in code (`$localize\`:@@x:\``). */
export function idsIn(source: string): string[] {
  return [...source.matchAll(/@@([a-z0-9.-]+)/g)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

/** Extracted ids that are hashes: somebody forgot to name the message. */
export function unnamed(source: Record<string, string>): string[] {
  return Object.keys(source).filter((id) => !/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(id));
}

/** Signs that a language sets otherwise than they are typed; a line must not end before them. */
const MISSET: Record<string, RegExp> = {
  fr: /[^\u00a0\u202f:/][;!?»]| [:;!?»]|«[^\u00a0\u202f]|'/,
  es: /'|^[^¿]*\?|^[^¡]*!/,
};

function isMisset(words: string, language: string): boolean {
  return MISSET[language]?.test(words) ?? false;
}

function placeholders(words: string): string {
  return [...new Set([...words.matchAll(PLACEHOLDER)].map(([, name]) => name))].sort().join();
}
