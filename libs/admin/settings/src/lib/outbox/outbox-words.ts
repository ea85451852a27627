import type { OutboxState } from '@reihe/shared-contracts';
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
