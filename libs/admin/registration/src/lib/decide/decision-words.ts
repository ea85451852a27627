import type { DecisionKind, DecisionRefusal, DecisionResult } from '@reihe/shared-registration';

export function decisionTitle(kind: DecisionKind): string {
  switch (kind) {
    case 'approve':
      return $localize`:@@registration.decide.title-approve:Approve registrations`;
    case 'decline':
      return $localize`:@@registration.decide.title-decline:Decline registrations`;
    case 'promote':
      return $localize`:@@registration.decide.title-promote:Seats for those who wait`;
    case 'cancel':
      return $localize`:@@registration.decide.title-cancel:Cancel registrations`;
  }
}

/** Words of the button, with how many it is about. */
export function decisionAction(kind: DecisionKind, count: number): string {
  switch (kind) {
    case 'approve':
      return $localize`:@@registration.decide.approve-now:Approve ${count}:count:`;
    case 'decline':
      return $localize`:@@registration.decide.decline-now:Decline ${count}:count:`;
    case 'promote':
      return $localize`:@@registration.decide.promote-now:Give ${count}:count: a seat`;
    case 'cancel':
      return $localize`:@@registration.decide.cancel-now:Cancel ${count}:count:`;
  }
}

export function doneWords(kind: DecisionKind, { decided, mails }: DecisionResult): string {
  const told = $localize`:@@registration.decide.mails-done:E-mails: ${mails}:mails:`;
  switch (kind) {
    case 'approve':
      return `${$localize`:@@registration.decide.done-approve:Approved: ${decided}:count:`} · ${told}`;
    case 'decline':
      return `${$localize`:@@registration.decide.done-decline:Declined: ${decided}:count:`} · ${told}`;
    case 'promote':
      return `${$localize`:@@registration.decide.done-promote:Given a seat: ${decided}:count:`} · ${told}`;
    case 'cancel':
      return `${$localize`:@@registration.decide.done-cancel:Cancelled: ${decided}:count:`} · ${told}`;
  }
}

export function refusalWords(refusal: DecisionRefusal): string {
  switch (refusal) {
    case 'wrong-state':
      return $localize`:@@registration.decide.wrong-state:There is nothing of this kind to decide any more.`;
    case 'full':
      return $localize`:@@registration.decide.full:The session is full, and nobody can wait for it.`;
    case 'over':
      return $localize`:@@registration.decide.over:The session has begun or was called off.`;
  }
}
