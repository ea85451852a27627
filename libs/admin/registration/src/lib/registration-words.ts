import type { RegistrationOrigin, RegistrationState } from '@reihe/shared-contracts';
import type { StateTone } from '@reihe/web-ui';

export function registrationStateWords(state: RegistrationState): string {
  switch (state) {
    case 'unverified':
      return $localize`:@@registration.state.unverified:Not verified yet`;
    case 'awaiting-approval':
      return $localize`:@@registration.state.awaiting-approval:Awaiting approval`;
    case 'confirmed':
      return $localize`:@@registration.state.confirmed:Confirmed`;
    case 'waitlisted':
      return $localize`:@@registration.state.waitlisted:Waiting list`;
    case 'declined':
      return $localize`:@@registration.state.declined:Declined`;
    case 'cancelled':
      return $localize`:@@registration.state.cancelled:Cancelled`;
    case 'expired':
      return $localize`:@@registration.state.expired:Expired`;
  }
}

export function registrationStateTone(state: RegistrationState): StateTone {
  switch (state) {
    case 'confirmed':
      return 'go';
    case 'waitlisted':
    case 'awaiting-approval':
      return 'wait';
    case 'unverified':
    case 'expired':
      return 'quiet';
    case 'declined':
    case 'cancelled':
      return 'stop';
  }
}

export function originWords(origin: RegistrationOrigin): string {
  switch (origin) {
    case 'form':
      return $localize`:@@registration.origin.form:The form`;
    case 'link':
      return $localize`:@@registration.origin.link:A personal link`;
    case 'staff':
      return $localize`:@@registration.origin.staff:Added by staff`;
    case 'import':
      return $localize`:@@registration.origin.import:An import`;
  }
}
