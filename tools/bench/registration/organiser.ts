import { randomBytes } from 'node:crypto';
import type { RegistrationWorld } from './world.ts';

const EMAIL = 'bench@example.org';

/** A member of staff who adds seats as anybody would, over HTTP. */
export class Organiser {
  private readonly origin: string;
  private readonly headers: Record<string, string>;

  private constructor(origin: string, headers: Record<string, string>) {
    this.origin = origin;
    this.headers = headers;
  }

  /** The password of the account that `signIn` takes. */
  static async create(world: RegistrationWorld): Promise<string> {
    const password = randomBytes(16).toString('base64url');
    await world.createOrganiser(EMAIL, password);
    return password;
  }

  static async signIn(port: number, password: string): Promise<Organiser> {
    const origin = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${origin}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: EMAIL, password }),
    });
    if (!answer.ok) throw new Error(`Signing in gave ${answer.status}.`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const csrf = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);
    return new Organiser(origin, {
      'Content-Type': 'application/json',
      Cookie: cookies.join('; '),
      'X-XSRF-TOKEN': decodeURIComponent(csrf ?? ''),
    });
  }

  async resize(sessionId: string, capacity: number): Promise<void> {
    const address = `${this.origin}/api/v1/sessions/${sessionId}`;
    const { version } = (await (await fetch(address, { headers: this.headers })).json()) as {
      version: number;
    };
    const answer = await fetch(address, {
      method: 'PATCH',
      headers: this.headers,
      body: JSON.stringify({ version, capacity }),
    });
    if (!answer.ok) throw new Error(`More seats were answered ${answer.status}: ${await answer.text()}`);
  }
}
