import { plainWords } from '@reihe/api-sheets';
import type { ReportRole } from '../meeting-report';

const ROLE_WORDS: [ReportRole, RegExp][] = [
  [
    'host',
    /^(?:(?:co|alternative|alternativer|original|mit|haupt) ?)?(?:host|hosts|organi[sz]er|organi[sz]ers|organisator|organisatorin|organisatorinnen|gastgeber|gastgeberin|veranstalter|veranstalterin|anfitrion|organizador|organizadora|hote|organisateur|organisatrice|producer|produzent)$/,
  ],
  [
    'speaker',
    /^(?:presenters?|panell?ists?|panell?isten?|speakers?|moderators?|moderator|moderatorin|referent|referentin|referenten|referierende|prasentator|prasentatorin|sprecher|sprecherin|podiumsteilnehmer|podiumsteilnehmerin|podiumsgast|diskussionsteilnehmer|diskussionsteilnehmerin|diskussionsteilnehmende|vortragender|vortragende|interpreters?|dolmetscher|dolmetscherin|ponente|panelista|moderador|moderadora|intervenant|intervenante|panelistes?|animateur|animatrice)$/,
  ],
  ['bot', /^(?:bot|recorder|recording bot|note ?taker)$/],
];

/** null: a word that says nothing, as `Attendee`. */
export function roleNamed(cell: string): ReportRole | null {
  const words = plainWords(cell);
  return ROLE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Note-takers and recorders by what they call themselves. A surname such as Otter or Fathom alone makes nobody one. */
const BOT_NAMES = [
  /\b(?:otter\.ai|otter ?pilot|fireflies(?:\.ai)?|read\.ai|read (?:ai )?meeting notes|tl;? ?dv|fathom(?:\.(?:video|ai))|meetgeek|avoma|sembly(?: ai)?|supernormal|krisp|fellow\.app|grain\.(?:com|co)|gong\.io|chorus\.ai|circleback|jamie\.ai|laxis|tactiq|spinach(?:\.io|\.ai)|zoom ai companion|tldv\.io)\b/i,
  /['’´]s (?:otter|fathom|fireflies|notes?|recorder|ai (?:assistant|notes?))\b/i,
  /^(?:otter|fathom|fireflies|tl;dv|tldv|read)$/i,
  /\b(?:ai )?note[ -]?takers?\b/i,
  /\b(?:notizbot|protokollbot|aufzeichnungsbot|aufnahmebot|ki[ -](?:protokoll|notizen|assistent)\w*)\b/i,
  /\b(?:recording|recorder|meeting|transcription|transcript|notes?) ?bot\b/i,
  /^(?:(?:zoom|teams|webex|cloud|meeting|local) )?(?:recorder|recording(?: service)?|aufzeichnung|aufzeichnungsdienst)$/i,
];
const BOT_HOSTS =
  /@(?:[\w-]+\.)*(?:otter\.ai|fireflies\.ai|read\.ai|tldv\.io|fathom\.video|meetgeek\.ai|avoma\.com|recall\.ai)$/i;

export function isBot(name: string, email: string): boolean {
  return BOT_NAMES.some((pattern) => pattern.test(name)) || BOT_HOSTS.test(email);
}

/** What tools put behind a name about whoever bears it. */
const MARKS =
  /\s*[([](?:(?<role>(?:co-?)?host|organi[sz]er|co-?organi[sz]er|gastgeber(?:in)?|moderator(?:in)?|panell?ist|presenter)|me|ich|guest|gast|external|extern|unverified|nicht überprüft|nicht verifiziert)(?:,\s*(?:me|ich))?[)\]]\s*$/i;

/** A name without the marks behind it, and the role that one of them tells. */
export function unmarked(name: string): { name: string; role: ReportRole | null } {
  let rest = name;
  let role: ReportRole | null = null;
  for (let found = MARKS.exec(rest); found; found = MARKS.exec(rest)) {
    role = role ?? roleNamed(found.groups?.['role'] ?? '');
    rest = rest.slice(0, found.index);
  }
  // Somebody may be called nothing but that.
  return rest === '' ? { name, role } : { name: rest, role };
}
