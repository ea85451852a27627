import { DomainError } from '@reihe/api-platform';

export const speakerLinkUnknown = () => new DomainError('invitation.link-unknown', 404);
export const speakerLinkExpired = () => new DomainError('invitation.link-expired', 410);
export const wrongInvitationState = () => new DomainError('invitation.wrong-state', 409);

/** @param contributionIds whose speakers have no address, or where nobody is named */
export const noAddress = (contributionIds: string[]) =>
  new DomainError('invitation.no-address', 409, { details: { contributionIds } });
