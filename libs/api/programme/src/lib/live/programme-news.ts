import { Injectable, Logger, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { type Notice, Notices } from '@reihe/api-platform';
import { PROGRAMME_BEAT_MS, PROGRAMME_EVENTS, type ProgrammeChange } from '@reihe/shared-contracts';
import {
  defer,
  from,
  interval,
  map,
  merge,
  Observable,
  Subject,
  switchMap,
  takeUntil,
  takeWhile,
} from 'rxjs';
import { ProgrammeNewsRepository } from './programme-news.repository';

/** Where the trigger on the audit log tells of changes. */
const CHANNEL = 'reihe_programme';
/** A hundred sessions moved at once are one piece of news. */
const GATHER_MS = 150;

/** What the trigger says: ids only. */
interface Told {
  sessionId: string | null;
  seriesId: string | null;
  staffId: string | null;
}

/** Hands what any process changed in the programme to the views that are open at this one. */
@Injectable()
export class ProgrammeNews implements OnModuleDestroy {
  private readonly logger = new Logger(ProgrammeNews.name);
  private readonly changes = new Subject<ProgrammeChange>();
  private readonly over = new Subject<void>();
  private listening: Promise<unknown> | null = null;
  private told: Told[] = [];
  private isWhole = false;
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly notices: Notices,
    private readonly repository: ProgrammeNewsRepository,
  ) {}

  /**
   * Begins with a beat once changes are heard; ends with the process, or at the beat that finds the sign-in over.
   * @param isSignedIn whether whoever reads may still do so
   */
  events(isSignedIn: () => Promise<boolean>): Observable<MessageEvent> {
    const beats = defer(() => from(this.listen())).pipe(
      switchMap(() => merge(from([0]), interval(PROGRAMME_BEAT_MS))),
      switchMap(() => from(isSignedIn().catch(() => true))),
      takeWhile((isStanding) => isStanding),
      map(() => ({ type: PROGRAMME_EVENTS.beat, data: {} })),
    );
    return new Observable<MessageEvent>((reader) => {
      const changes = this.changes.subscribe((data) => {
        reader.next({ type: PROGRAMME_EVENTS.change, data });
      });
      changes.add(beats.pipe(takeUntil(this.over)).subscribe(reader));
      return changes;
    });
  }

  onModuleDestroy(): void {
    if (this.gathering) clearTimeout(this.gathering);
    this.over.next();
    this.changes.complete();
  }

  private listen(): Promise<unknown> {
    this.listening ??= this.notices.listen(CHANNEL, (notice) => {
      this.gather(notice);
    });
    return this.listening;
  }

  private gather(notice: Notice): void {
    if (notice.kind === 'missed') this.isWhole = true;
    else this.told.push(JSON.parse(notice.payload) as Told);
    this.gathering ??= setTimeout(() => void this.tell(), GATHER_MS);
  }

  private async tell(): Promise<void> {
    const { told, isWhole } = this;
    [this.told, this.isWhole, this.gathering] = [[], false, null];
    const staff = new Set(told.map(({ staffId }) => staffId));
    const [staffId] = staff;
    this.changes.next({
      sessionIds: ids(told.map(({ sessionId }) => sessionId)),
      seriesIds: ids(told.map(({ seriesId }) => seriesId)),
      by: staff.size === 1 && staffId ? await this.nameOf(staffId) : null,
      isWhole,
    });
  }

  /** A change is told also where nobody can say whose it was. */
  private nameOf(staffId: string): Promise<ProgrammeChange['by']> {
    return this.repository.nameOf(staffId).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Whose change of the programme it was is not known');
      return null;
    });
  }
}

function ids(found: readonly (string | null)[]): string[] {
  return [...new Set(found.filter((id) => id !== null))];
}
