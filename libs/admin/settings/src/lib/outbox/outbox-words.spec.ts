import type { OutboxSummary } from '@reihe/shared-registration';
import { isHeldBack, messageWords } from './outbox-words';

const aMessage = (change: Partial<OutboxSummary>): OutboxSummary => ({
  id: 'm1',
  to: 'mara@city.example',
  subject: 'New time: Water',
  language: 'en',
  template: 'session-moved',
  state: 'queued',
  createdAt: '2026-10-01T12:00:00Z',
  sentAt: null,
  sendAfter: '2026-10-01T12:00:30Z',
  attempts: 0,
  ...change,
});
const [before, after] = [new Date('2026-10-01T12:00:29Z'), new Date('2026-10-01T12:00:30Z')];

describe('what the outbox says of a message', () => {
  it('that can still be stopped: held back; and waiting once its time has come', () => {
    expect(messageWords(aMessage({}), before)).toBe('Held back');
    expect(messageWords(aMessage({}), after)).toBe('Waiting');
  });

  it('that nothing holds back, or that is on its way: its state', () => {
    expect(isHeldBack(aMessage({ sendAfter: null }), before)).toBe(false);
    expect(messageWords(aMessage({ state: 'sending' }), before)).toBe('Being sent');
  });
});
