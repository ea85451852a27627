import { inject, Injectable } from '@angular/core';
import type {
  Announcement,
  CancelSession,
  ChangePreview,
  SaveSession,
  Session,
} from '@reihe/shared-contracts';
import { mayBeNews } from '@reihe/shared-policies';
import { ChangedMind, TellPeople } from '@reihe/admin-ui';
import { SessionChangesClient } from '@reihe/web-data-access';

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
    const isOverTheirs = body.version !== session.version;
    if (!isOverTheirs && !mayBeNews(session, body)) return body;
    const previewWith = (announcement: Announcement) =>
      this.changes.previewSave(session.id, { ...body, announcement });
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
}

function isAnybodyTold({ people, speakers }: ChangePreview): boolean {
  return people + speakers > 0;
}
