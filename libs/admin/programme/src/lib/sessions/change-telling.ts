import { inject, Injectable } from '@angular/core';
import type {
  Announcement,
  CancelSession,
  ChangePreview,
  SaveSession,
  Session,
} from '@reihe/shared-contracts';
import type { RestoreSession } from '@reihe/shared-planning';
import { mayBeNews } from '@reihe/shared-policies';
import { ChangedMind } from '@reihe/admin-editing';
import { TellPeople } from '@reihe/admin-ui';
import { SessionChangesClient } from '@reihe/web-data-access';
import { isKnown } from './known-session';

/** Shows the organiser what a change tells before it is made. */
@Injectable({ providedIn: 'root' })
export class ChangeTelling {
  private readonly changes = inject(SessionChangesClient);
  private readonly people = inject(TellPeople);

  /**
   * The body to save, with what the organiser added; at once where nobody would be told.
   * @throws ChangedMind where the organiser went back
   */
  async forSave(session: Session, body: SaveSession): Promise<SaveSession> {
    if (!isKnown(session) || !mayBeNews(session, body)) return body;
    return this.told(body, (announcement) => this.changes.previewSave(session.id, { ...body, announcement }));
  }

  /** The same of restoring version `number`. */
  async forRestore(session: Session, number: number): Promise<RestoreSession> {
    const { id, version, state } = session;
    const body: RestoreSession = { version };
    if (!isKnown(session) || (state !== 'published' && state !== 'draft')) return body;
    return this.told(body, (announcement) =>
      this.changes.previewRestore(id, number, { ...body, announcement }),
    );
  }

  /** null: the organiser went back. Asked also where nobody would be told: it is the last word before the session ends. */
  async forCancellation(session: Session, body: CancelSession): Promise<CancelSession | null> {
    const previewWith = (announcement: Announcement) =>
      this.changes.previewCancellation(session.id, { ...body, announcement });
    const answer = await this.people.ask({
      title: $localize`:@@programme.tell.cancelled:This is what people are told`,
      preview: await previewWith({}),
      previewWith,
      action: $localize`:@@programme.tell.cancel-action:Cancel the session`,
      isDestructive: true,
    });
    return answer && { ...body, announcement: answer.announcement };
  }

  private async told<T extends object>(
    body: T,
    previewWith: (announcement: Announcement) => Promise<ChangePreview>,
  ): Promise<T> {
    const preview = await previewWith({});
    if (!isAnybodyTold(preview)) return body;
    const answer = await this.people.ask({
      title: preview.kinds.includes('moved')
        ? $localize`:@@programme.tell.moved:Tell people of the new time?`
        : $localize`:@@programme.tell.meeting:Tell people of the new link?`,
      preview,
      previewWith,
      action: $localize`:@@programme.tell.action:Save and tell`,
    });
    if (!answer) throw new ChangedMind();
    return { ...body, ...answer };
  }
}

function isAnybodyTold({ people, speakers }: ChangePreview): boolean {
  return people + speakers > 0;
}
