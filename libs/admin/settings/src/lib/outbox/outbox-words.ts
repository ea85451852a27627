import type { OutboxState, OutboxSummary } from '@reihe/shared-registration';
import type { StateTone } from '@reihe/web-ui';

export function outboxStateWords(state: OutboxState): string {
  switch (state) {
    case 'queued':
      return $localize`:@@settings.outbox.state.queued:Waiting`;
    case 'sending':
      return $localize`:@@settings.outbox.state.sending:Being sent`;
    case 'sent':
      return $localize`:@@settings.outbox.state.sent:Sent`;
    case 'failed':
      return $localize`:@@settings.outbox.state.failed:Failed`;
  }
}

/** What its badge says: a message that is held back waits for a moment, not for a mail server. */
export function messageWords(message: OutboxSummary, now: Date): string {
  return isHeldBack(message, now)
    ? $localize`:@@settings.outbox.state.held:Held back`
    : outboxStateWords(message.state);
}

/** Its cause may still be undone. */
export function isHeldBack({ state, sendAfter }: OutboxSummary, now: Date): boolean {
  return state === 'queued' && sendAfter !== null && now < new Date(sendAfter);
}

export function outboxStateTone(state: OutboxState): StateTone {
  switch (state) {
    case 'queued':
    case 'sending':
      return 'wait';
    case 'sent':
      return 'go';
    case 'failed':
      return 'stop';
  }
}
