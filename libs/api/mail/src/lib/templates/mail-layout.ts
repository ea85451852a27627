import type { Language } from '@reihe/shared-contracts';
import type { MailWords } from '@reihe/api-mail-words';
import type { MailBlock, MailContent, SessionLines } from './mail-content';
import { wrapped } from './wrapped-text';

export interface MailFrame {
  /** Where the reader registered, e.g. `reihe.example`. */
  host: string;
  language: Language;
  greeting: string;
  words: Pick<MailWords, 'footer' | 'speakerFooter' | 'unsubscribe'>;
  /** Of news: where the reader ends them. */
  unsubscribeUrl?: string | undefined;
}

/** Behind two characters: a quotation's, or the indentation of a session. */
const QUOTED_COLUMNS = 74;

export function textPart(content: MailContent, frame: MailFrame): string {
  const footer = [wrapped(footerOf(content, frame))];
  if (frame.unsubscribeUrl) footer.push(`${frame.words.unsubscribe}:\n${frame.unsubscribeUrl}`);
  const parts = [...greetingOf(content, frame), ...content.blocks.map(textOf), `-- \n${footer.join('\n')}`];
  return `${parts.join('\n\n')}\n`;
}

function greetingOf({ hasOwnGreeting }: MailContent, { greeting }: MailFrame): string[] {
  return hasOwnGreeting ? [] : [greeting];
}

function footerOf({ footer, isForSpeaker }: MailContent, { host, words }: MailFrame): string {
  if (footer) return footer(host);
  return isForSpeaker ? words.speakerFooter(host) : words.footer(host);
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'letter':
      return wrapped(block.text);
    case 'quote':
      return wrapped(block.text, QUOTED_COLUMNS)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'action':
      return `${block.label}:\n${block.href}`;
    case 'sessions':
      return [`${block.heading}:`, ...block.sessions.map(sessionText)].join('\n\n');
  }
}

function sessionText({ title, href, lines, note, join, release }: SessionLines): string {
  const told = note === null ? lines : [...lines, ...wrapped(note, QUOTED_COLUMNS).split('\n')];
  const way = (to: SessionLines['join']) => (to ? [`${to.label}:`, to.href] : []);
  return [`* ${title}`, ...[...told, ...way(join), href, ...way(release)].map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** Colours of the portal's paper and ink; mail programs read inline styles only. */
const STYLE = {
  page: 'margin:0;padding:24px 12px;background:#f3f1ea;color:#14212b;font:17px/1.55 Georgia,serif',
  sheet: 'max-width:600px;margin:0 auto;padding:28px 28px 20px;background:#fbfaf7;border-radius:6px',
  name: 'margin:0 0 24px;font:600 15px/1.4 Arial,sans-serif;letter-spacing:.04em;color:#0b4f6c',
  text: 'margin:0 0 16px',
  note: 'margin:0 0 16px;font:14px/1.5 Arial,sans-serif;color:#3d4b55',
  quote: 'margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #0b4f6c',
  heading: 'margin:24px 0 8px;font:600 15px/1.4 Arial,sans-serif',
  session: 'margin:0 0 12px;padding:14px 16px;background:#ffffff;border:1px solid #d9d5c8;border-radius:6px',
  title: 'display:block;margin:0 0 4px;font-weight:bold;color:#0b4f6c',
  line: 'display:block;font:15px/1.5 Arial,sans-serif',
  button:
    'display:inline-block;padding:12px 20px;background:#0b4f6c;color:#ffffff;border-radius:6px;font:600 16px/1.3 Arial,sans-serif;text-decoration:none',
  link: 'color:#0b4f6c',
  footer: 'max-width:600px;margin:16px auto 0;font:13px/1.5 Arial,sans-serif;color:#3d4b55',
} as const;

export function htmlPart(content: MailContent, frame: MailFrame): string {
  const { subject, blocks } = content;
  return [
    `<!doctype html><html lang="${frame.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${STYLE.page}"><div style="${STYLE.sheet}"><p style="${STYLE.name}">${escapeHtml(frame.host)}</p>`,
    ...greetingOf(content, frame).map((greeting) => paragraph(STYLE.text, greeting)),
    ...blocks.map(htmlOf),
    `</div><p style="${STYLE.footer}">${escapeHtml(footerOf(content, frame))}${unsubscribeHtml(frame)}</p></body></html>`,
  ].join('\n');
}

function unsubscribeHtml({ unsubscribeUrl, words }: MailFrame): string {
  if (!unsubscribeUrl) return '';
  return `<br><a href="${escapeHtml(unsubscribeUrl)}" style="${STYLE.link}">${escapeHtml(words.unsubscribe)}</a>`;
}

function htmlOf(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraph(STYLE.text, block.text);
    case 'note':
      return paragraph(STYLE.note, block.text);
    case 'quote':
      return `<blockquote${block.language ? ` lang="${block.language}"` : ''} style="${STYLE.quote}">${withBreaks(block.text)}</blockquote>`;
    case 'letter':
      return letterHtml(block.text, block.language);
    case 'action':
      return `<p style="${STYLE.text}"><a href="${escapeHtml(block.href)}" style="${STYLE.button}">${escapeHtml(block.label)}</a></p>`;
    case 'sessions':
      return `<h2 style="${STYLE.heading}">${escapeHtml(block.heading)}</h2>\n${block.sessions.map(sessionHtml).join('\n')}`;
  }
}

function sessionHtml({ title, href, lines, note, join, release }: SessionLines): string {
  const told = [...lines, ...(note === null ? [] : [note])].map(
    (line) => `<span style="${STYLE.line}">${escapeHtml(line)}</span>`,
  );
  const ways = [join, release].map((way) => (way ? wayHtml(way) : ''));
  return `<div style="${STYLE.session}"><a href="${escapeHtml(href)}" style="${STYLE.title}">${escapeHtml(title)}</a>${[...told, ...ways].join('')}</div>`;
}

function wayHtml({ label, href }: { label: string; href: string }): string {
  return `<span style="${STYLE.line}"><a href="${escapeHtml(href)}" style="${STYLE.link}">${escapeHtml(label)}</a></span>`;
}

function letterHtml(text: string, language?: Language): string {
  const paragraphs = text.split(/(?:\r?\n[ \t]*){2,}/).filter((part) => part.trim() !== '');
  const told = paragraphs.map((part) => `<p style="${STYLE.text}">${withLinks(part)}</p>`).join('\n');
  return `<div${language ? ` lang="${language}"` : ''}>${told}</div>`;
}

/** Addresses that were typed can be followed; a full stop behind one ends the sentence. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escapeHtml(part)}" style="${STYLE.link}">${escapeHtml(part)}</a>`
        : withBreaks(part),
    )
    .join('');
}

function paragraph(style: string, text: string): string {
  return `<p style="${style}">${withBreaks(text)}</p>`;
}

function withBreaks(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
