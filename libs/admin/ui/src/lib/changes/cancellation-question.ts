import { inject, Injectable } from '@angular/core';
import {
  cancelSessionRules,
  type Announcement,
  type CancelSession,
  type ChangePreview,
} from '@reihe/shared-contracts';
import { Ask } from '../ask';
import { TellPeople } from './tell-people';

type Cancellation = Omit<CancelSession, 'version'>;

/** The last words before a session ends: why, then the mails that say so. */
@Injectable({ providedIn: 'root' })
export class CancellationQuestion {
  private readonly ask = inject(Ask);
  private readonly people = inject(TellPeople);

  /** null: the organiser went back. */
  async put(
    title: string,
    previewOf: (cancellation: Cancellation) => Promise<ChangePreview>,
  ): Promise<Cancellation | null> {
    const reason = await this.ask.reason({
      title,
      text: $localize`:@@programme.cancel.text:Everyone registered and every speaker is told by e-mail and their calendars drop the session. You see the mails first, and can undo it for 30 seconds.`,
      action: $localize`:@@programme.cancel.action:Go on to the mails`,
      reason: {
        label: $localize`:@@programme.cancel.reason:Reason`,
        hint: $localize`:@@programme.cancel.reason-hint:It is sent exactly as you write it and stands on the public page.`,
        rules: cancelSessionRules.reason,
      },
    });
    if (reason === null) return null;
    const previewWith = (announcement: Announcement) => previewOf({ reason, announcement });
    const answer = await this.people.ask({
      title: $localize`:@@programme.tell.cancelled:This is what people are told`,
      preview: await previewWith({}),
      previewWith,
      action: $localize`:@@programme.tell.cancel-action:Cancel the session`,
      isDestructive: true,
    });
    return answer && { reason, announcement: answer.announcement };
  }
}
