import { GroupCommit, RegistrationsRepository, unlessBusy } from '@reihe/api-seats';
import { Injectable } from '@nestjs/common';
import type { Register, RegisterAnswer } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { WriteWishes, type FormOutcome } from './write-wishes';

const GROUPS = { size: 64, waiting: 2_000 };

/** The wish for places: written down unverified, with a seat held where one is free, mailed to be confirmed. */
@Injectable()
export class RequestPlaces {
  private readonly group = new GroupCommit<Register, FormOutcome>(
    GROUPS,
    (forms) => this.wishes.write(forms),
    ({ email }) => emailKey(email),
    ({ sessionSlugs }) => sessionSlugs,
  );

  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly wishes: WriteWishes,
  ) {}

  /**
   * Known or not, registered or not: the answer and the work behind it are the same, one link and one mail.
   * @throws registration.not-open naming each session that is not open; request.invalid for unknown ones and a wrong code;
   * server.busy where too many wait already: nothing was written down then
   */
  async request(form: Register): Promise<RegisterAnswer> {
    await unlessBusy(this.group.add(form));
    return { outcome: 'check-your-mail' };
  }

  /** For forms that do not know the browser's zone: the host's clock is better than none. */
  async zoneFor(slugs: readonly string[]): Promise<string> {
    const [first] = slugs;
    return (first && (await this.registrations.hostZoneOf(first))) ?? 'UTC';
  }
}
