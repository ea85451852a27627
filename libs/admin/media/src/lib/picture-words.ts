import { CONSENTS, type Consent, type Media } from '@reihe/shared-contracts';
import { staffProblemWords } from '@reihe/web-forms';

/** Whether the people that a picture shows agreed. */
export function consentWords(consent: Consent): string {
  switch (consent) {
    case 'open':
      return $localize`:@@pictures.consent.open:Not asked yet`;
    case 'agreed':
      return $localize`:@@pictures.consent.agreed:They have agreed`;
    case 'not-needed':
      return $localize`:@@pictures.consent.not-needed:Not needed: nobody can be recognised`;
  }
}

export const consentOptions = () => CONSENTS.map((value) => ({ value, label: consentWords(value) }));

/** Why there is nothing to see of a picture yet; empty: there is. */
export function stateWords({ state, failure }: Pick<Media, 'state' | 'failure'>): string {
  switch (state) {
    case 'ready':
      return '';
    case 'preparing':
      return $localize`:@@pictures.state.preparing:Being prepared …`;
    case 'failed':
      return staffProblemWords(failure ?? 'media.broken');
  }
}
