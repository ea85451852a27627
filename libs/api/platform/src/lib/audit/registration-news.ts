import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AuditRepository } from './audit.repository';

/** A notifying transaction holds up every other one that notifies: a hundred registrations are one of them. */
const GATHER_MS = 200;

/**
 * Tells open views of what participants did, after it is committed. What a process that dies has not told yet is seen at the next
 * change or the next look: the news say that something changed, never what.
 */
@Injectable()
export class RegistrationNews implements OnModuleDestroy {
  private readonly logger = new Logger(RegistrationNews.name);
  private changed = new Set<string>();
  private gathering: NodeJS.Timeout | null = null;

  constructor(private readonly entries: AuditRepository) {}

  /** @param registrationIds changed by a transaction that is committed */
  tell(registrationIds: readonly string[]): void {
    for (const id of registrationIds) this.changed.add(id);
    this.gathering ??= setTimeout(() => void this.pass(), GATHER_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.gathering === null) return;
    clearTimeout(this.gathering);
    await this.pass();
  }

  private async pass(): Promise<void> {
    const ids = [...this.changed];
    [this.changed, this.gathering] = [new Set(), null];
    await this.entries.tellOfRegistrations(ids).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Open views were not told of registrations');
    });
  }
}
