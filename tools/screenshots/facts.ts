import pg from 'pg';
import type { DemonstrationWorld } from '../demonstration/world.ts';
import type { Language } from './pages.ts';

/** What addresses need that only this world's database knows. */
export interface Facts {
  /** The recap that covers two sessions, by its address in each language. */
  recap: Record<Language, string>;
  manageToken: string;
  seriesId: string;
  sessionId: string;
  fullSessionId: string;
  /** Its meeting's report names guests. */
  heldSessionId: string;
  /** Of a recap in review: there is something to check. */
  recapId: string;
}

const PARTICIPANT = 'olena.koval@example.org';

export async function gatherFacts({ baseUrl, databaseUrl }: DemonstrationWorld): Promise<Facts> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const one = async (statement: string, value: string): Promise<string> => {
    const { rows } = await client.query<{ found: string }>(statement, [value]);
    if (!rows[0]) throw new Error(`The demonstration data has no ${value}: ${statement}`);
    return rows[0].found;
  };
  const sessionId = (slug: string) => one('SELECT id AS found FROM sessions WHERE slug = $1', slug);
  try {
    await register(baseUrl);
    const mail = await one(
      'SELECT text AS found FROM outbox_messages WHERE to_address = $1 ORDER BY created_at DESC LIMIT 1',
      PARTICIPANT,
    );
    return {
      recap: {
        en: 'chains-of-infection-and-the-informal-sector',
        de: 'infektionsketten-und-informeller-sektor',
      },
      manageToken: await confirm(baseUrl, mail),
      seriesId: await one('SELECT id AS found FROM series WHERE slug = $1', 'cities-in-a-changing-climate'),
      sessionId: await sessionId('flood-early-warning'),
      fullSessionId: await sessionId('heat-action-plans'),
      heldSessionId: await sessionId('trees-and-shade'),
      recapId: await one('SELECT id AS found FROM recaps WHERE state = $1 LIMIT 1', 'in-review'),
    };
  } finally {
    await client.end();
  }
}

/** One person with a place, and one waiting for another. */
async function register(baseUrl: string): Promise<void> {
  await post(`${baseUrl}/api/v1/registrations`, {
    sessionSlugs: ['flood-early-warning', 'heat-action-plans'],
    name: 'Olena Koval',
    email: PARTICIPANT,
    organisation: 'City of Lviv',
    position: 'Civil protection officer',
    city: 'Lviv',
    country: 'UA',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    hasAcceptedPrivacyNotice: true,
  });
}

async function confirm(baseUrl: string, mail: string): Promise<string> {
  const token = /\/register\/confirm\/([\w-]+)/.exec(mail)?.[1];
  if (!token) throw new Error(`The mail to ${PARTICIPANT} has no link to confirm with.`);
  const answer = await post(`${baseUrl}/api/v1/registrations/confirm`, { token });
  return ((await answer.json()) as { manageToken: string }).manageToken;
}

async function post(url: string, body: object): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
