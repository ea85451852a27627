import { inject, Injectable } from '@angular/core';
import { apiPaths, type Page } from '@reihe/shared-contracts';
import type {
  DeliveryState,
  MarkBounced,
  Message,
  MessageListItem,
  MessagePreview,
  MessageRecipient,
  PreviewMessage,
  SaveMessage,
  StartMessage,
} from '@reihe/shared-registration';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface RecipientsQuery extends ListQuery {
  state?: DeliveryState | undefined;
}

/** What organisers write to participants. */
@Injectable({ providedIn: 'root' })
export class MessagesClient {
  private readonly http = inject(StaffHttp);

  /** Of a session or series, the newest first. */
  list(of: () => { sessionId: string } | { seriesId: string }, query: () => ListQuery) {
    return readFrom<Page<MessageListItem>>(() => ({
      path: apiPaths.messages,
      query: { ...of(), ...query() },
    }));
  }

  one(id: () => string | null) {
    return readAt<Message>(id, apiPaths.message);
  }

  recipients(id: () => string | null, query: () => RecipientsQuery) {
    return readFrom<Page<MessageRecipient>>(() => {
      const asked = id();
      return asked === null ? null : { path: apiPaths.messageRecipients(asked), query: query() };
    });
  }

  create(start: StartMessage): Promise<Message> {
    return this.http.post(apiPaths.messages, start);
  }

  save(id: string, draft: SaveMessage): Promise<Message> {
    return this.http.put(apiPaths.message(id), draft);
  }

  /** Drafts only. */
  discard(id: string): Promise<void> {
    return this.http.delete(apiPaths.message(id));
  }

  /** As typed: nothing is saved. */
  preview(id: string, typed: PreviewMessage): Promise<MessagePreview> {
    return this.http.post(apiPaths.previewMessage(id), typed);
  }

  /** One mail, to whoever is signed in. */
  async sendTest(id: string, typed: PreviewMessage): Promise<void> {
    await this.http.post(apiPaths.testMessage(id), typed);
  }

  send(id: string, version: number): Promise<Message> {
    return this.http.post(apiPaths.sendMessage(id), { version });
  }

  pause(id: string): Promise<Message> {
    return this.http.post(apiPaths.pauseMessage(id));
  }

  resume(id: string): Promise<Message> {
    return this.http.post(apiPaths.resumeMessage(id));
  }

  /** What failed, once more. */
  resend(id: string): Promise<Message> {
    return this.http.post(apiPaths.resendMessage(id));
  }

  async markBounced(id: string, participantId: string, isBounced: boolean): Promise<void> {
    await this.http.post(apiPaths.messageBounced(id, participantId), { isBounced } satisfies MarkBounced);
  }
}
