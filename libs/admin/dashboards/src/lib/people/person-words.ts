import type { RegistrationState } from '@reihe/shared-contracts';
import type { AttendeeMatch, DashboardPerson, PersonReason } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';

export function stateWords(state: RegistrationState | null): string {
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
    case null:
      return $localize`:@@dashboards.people.not-registered:Not registered`;
  }
}

export function nameWords({ name, isErased }: DashboardPerson): string {
  if (name !== '') return name;
  return isErased
    ? $localize`:@@registration.page.erased:Erased person`
    : $localize`:@@dashboards.people.nameless:Without a name`;
}

/** Why somebody counts, in sentences. */
export function whyWords(one: DashboardPerson, formats: Formats): string[] {
  const reasons = one.why.map((reason) => reasonWords(reason, one, formats)).filter((words) => words !== '');
  const match = one.minutes === null || one.matchedBy === null ? [] : [matchWords(one.matchedBy)];
  const merges = one.mergeReasons.map(
    (reason) => $localize`:@@dashboards.people.merged:Two entries are one person: ${reason}:reason:`,
  );
  return [...reasons, ...match, ...merges];
}

/** Of a place nothing is said: the state says it. */
function reasonWords(reason: PersonReason, { minutes }: DashboardPerson, formats: Formats): string {
  const time = formats.number(minutes ?? 0);
  switch (reason) {
    case 'place':
    case 'waiting':
    case 'awaiting-approval':
    case 'ended':
    case 'not-registered':
      return '';
    case 'report':
      return $localize`:@@dashboards.people.report:${time}:minutes: min by the meeting’s report`;
    case 'short':
      return $localize`:@@dashboards.people.short:${time}:minutes: min by the meeting’s report: too short to count`;
    case 'by-hand':
      return $localize`:@@dashboards.people.by-hand:Marked by hand`;
    case 'not-identified':
      return $localize`:@@dashboards.people.not-identified:Nobody has said who this is`;
  }
}

function matchWords(match: AttendeeMatch): string {
  switch (match) {
    case 'link':
      return $localize`:@@dashboards.people.by-link:Known by their own way in`;
    case 'email':
      return $localize`:@@dashboards.people.by-email:Known by their e-mail address`;
    case 'staff':
      return $localize`:@@dashboards.people.by-staff:Said by staff`;
    case 'earlier-decision':
      return $localize`:@@dashboards.people.by-decision:Said by staff at an earlier report`;
  }
}
