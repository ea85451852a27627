import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import { PRESENCE, type EditorNews, type EditorTab, type Me } from '@reihe/shared-contracts';
import { refuseUnlessEditor } from './editor-access';
import { PresenceRepository } from './presence.repository';

/** Who is at an editor right now, over all processes. */
@Injectable()
export class Presence {
  constructor(
    private readonly presences: PresenceRepository,
    private readonly clock: Clock,
  ) {}

  beat(tab: EditorTab, staff: Me): Promise<EditorNews> {
    refuseUnlessEditor(tab.subject, staff);
    const now = this.clock.now();
    return this.presences.beat(tab, staff.id, now, goneBefore(now));
  }

  /** Only one's own tabs can be left. */
  leave(tab: EditorTab, staff: Me): Promise<void> {
    return this.presences.leave(tab, staff.id);
  }

  forgetWhoLeft(now: Date): Promise<void> {
    return this.presences.removeBefore(goneBefore(now));
  }
}

function goneBefore(now: Date): Date {
  return new Date(now.getTime() - PRESENCE.goneAfterSeconds * 1000);
}
