import type { RegistrationState } from '@reihe/shared-contracts';
import type {
  DeliveryState,
  LeftOutReason,
  MessageKind,
  MessagePlaceholder,
  MessageState,
} from '@reihe/shared-registration';
import type { StateTone } from '@reihe/web-ui';

export function messageStateWords(state: MessageState): string {
  switch (state) {
    case 'draft':
      return $localize`:@@correspondence.state.draft:Draft`;
    case 'sending':
      return $localize`:@@correspondence.state.sending:Being sent`;
    case 'paused':
      return $localize`:@@correspondence.state.paused:Paused`;
    case 'sent':
      return $localize`:@@correspondence.state.sent:Handed over`;
  }
}

export function messageStateTone(state: MessageState): StateTone {
  switch (state) {
    case 'draft':
      return 'quiet';
    case 'sending':
      return 'wait';
    case 'paused':
      return 'hurry';
    case 'sent':
      return 'go';
  }
}

export function deliveryWords(state: DeliveryState): string {
  switch (state) {
    case 'waiting':
      return $localize`:@@correspondence.delivery.waiting:Not yet`;
    case 'queued':
      return $localize`:@@correspondence.delivery.queued:In the outbox`;
    case 'sent':
      return $localize`:@@correspondence.delivery.sent:Sent`;
    case 'failed':
      return $localize`:@@correspondence.delivery.failed:Failed`;
    case 'bounced':
      return $localize`:@@correspondence.delivery.bounced:Came back`;
    case 'left-out':
      return $localize`:@@correspondence.delivery.left-out:Left out`;
  }
}

export function deliveryTone(state: DeliveryState): StateTone {
  switch (state) {
    case 'waiting':
    case 'left-out':
      return 'quiet';
    case 'queued':
      return 'wait';
    case 'sent':
      return 'go';
    case 'failed':
    case 'bounced':
      return 'stop';
  }
}

export function leftOutWords(reason: LeftOutReason): string {
  switch (reason) {
    case 'no-longer-registered':
      return $localize`:@@correspondence.left-out.registration:No longer registered so when it was their turn`;
    case 'unsubscribed':
      return $localize`:@@correspondence.left-out.unsubscribed:Wants no news`;
    case 'no-address':
      return $localize`:@@correspondence.left-out.erased:Erased in the meantime`;
  }
}

export function kindWords(kind: MessageKind): string {
  switch (kind) {
    case 'place':
      return $localize`:@@correspondence.kind.place:About their place`;
    case 'news':
      return $localize`:@@correspondence.kind.news:News`;
  }
}

export function placeholderWords(placeholder: MessagePlaceholder): string {
  switch (placeholder) {
    case 'name':
      return $localize`:@@correspondence.placeholder.name:Name`;
    case 'session':
      return $localize`:@@correspondence.placeholder.session:Title of the session`;
    case 'time':
      return $localize`:@@correspondence.placeholder.time:Time, by their clock`;
    case 'join':
      return $localize`:@@correspondence.placeholder.join:Address to join`;
    case 'my-sessions':
      return $localize`:@@correspondence.placeholder.my-sessions:Link to their registrations`;
  }
}

export function chosenStateWords(state: RegistrationState): string {
  switch (state) {
    case 'unverified':
      return $localize`:@@correspondence.registration.unverified:Not verified yet`;
    case 'awaiting-approval':
      return $localize`:@@correspondence.registration.awaiting-approval:Awaiting approval`;
    case 'confirmed':
      return $localize`:@@correspondence.registration.confirmed:With a place`;
    case 'waitlisted':
      return $localize`:@@correspondence.registration.waitlisted:On the waiting list`;
    case 'declined':
      return $localize`:@@correspondence.registration.declined:Declined`;
    case 'cancelled':
      return $localize`:@@correspondence.registration.cancelled:Cancelled`;
    case 'expired':
      return $localize`:@@correspondence.registration.expired:Expired`;
  }
}
