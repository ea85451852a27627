import { GroupCommit, RegistrationsRepository, SharedGroup, socketPath, unlessBusy } from '@reihe/api-seats';
import { isOvertaken } from '@reihe/api-persistence';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import type { Register, RegisterAnswer } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { WriteWishes, type FormOutcome } from './write-wishes';

const GROUPS = { size: 64, waiting: 2_000 };

/** The wish for places: written down unverified, with a seat held where one is free, mailed to be confirmed. */
@Injectable()
export class RequestPlaces implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly own = new GroupCommit<Register, FormOutcome>(
    GROUPS,
    (forms) => this.write(forms),
    ({ email }) => emailKey(email),
    ({ sessionSlugs }) => sessionSlugs,
  );

  /** Together with the other processes of this machine. */
  private readonly group: SharedGroup<Register, FormOutcome>;

  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly wishes: WriteWishes,
    config: Config,
  ) {
    this.group = new SharedGroup(this.own, socketPath('forms', config));
  }

  onApplicationBootstrap(): Promise<void> {
    return this.group.open();
  }

  onApplicationShutdown(): Promise<void> {
    return this.group.close();
  }

  /**
   * Known or not, registered or not: the answer and the work behind it are the same, one link and one mail.
   * @throws registration.not-open naming each session that is not open; request.invalid for unknown ones and a wrong code;
   * server.busy where too many wait already: nothing was written down then
   */
  async request(form: Register): Promise<RegisterAnswer> {
    await unlessBusy(this.group.add(form));
    return { outcome: 'check-your-mail' };
  }

  /**
   * Where several want the same session other processes wait for its lock, too: there everything is prepared before it, if that is
   * possible and nobody else was first. Elsewhere it would only be looked at twice.
   */
  private async write(forms: readonly Register[]): Promise<PromiseSettledResult<FormOutcome>[]> {
    const sessions = new Set(forms.flatMap(({ sessionSlugs }) => sessionSlugs));
    const written = sessions.size < forms.length ? await this.writeUnlessOvertaken(forms) : null;
    return written ?? this.wishes.write(forms);
  }

  private async writeUnlessOvertaken(
    forms: readonly Register[],
  ): Promise<PromiseSettledResult<FormOutcome>[] | null> {
    try {
      return await this.wishes.writeAsSeen(forms);
    } catch (error) {
      if (isOvertaken(error)) return null;
      throw error;
    }
  }

  /** For forms that do not know the browser's zone: the host's clock is better than none. */
  async zoneFor(slugs: readonly string[]): Promise<string> {
    const [first] = slugs;
    return (first && (await this.registrations.hostZoneOf(first))) ?? 'UTC';
  }
}
