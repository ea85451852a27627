import type { MeetingProvider } from '@reihe/shared-contracts';

/** A provider's own name; empty where nobody knows whose meeting it is. */
export function meetingProviderWords(provider: MeetingProvider): string {
  switch (provider) {
    case 'zoom':
      return 'Zoom';
    case 'teams':
      return 'Microsoft Teams';
    case 'webex':
      return 'Webex';
    case 'bigbluebutton':
      return 'BigBlueButton';
    case 'jitsi':
      return 'Jitsi';
    case 'other':
      return '';
  }
}
