import { MESSAGE_PLACEHOLDERS } from '@reihe/shared-registration';
import fc from 'fast-check';
import {
  fillPlaceholders,
  messageGaps,
  messageTextFor,
  placeholderFaults,
  placeholdersIn,
  selectedStates,
} from './message-text';

const values = {
  name: 'Mara',
  session: 'Pipes',
  time: 'today',
  join: 'https://j',
  'my-sessions': 'https://m',
};
const written = { subject: 'Maps', body: 'Bring them' };

describe('placeholders in a message', () => {
  it.each([
    ['Dear {{name}}, see {{ JOIN }}', ['name', 'join'], []],
    ['{{name}} and {{name}}', ['name'], []],
    ['{{nmae}}', [], ['{{nmae}}']],
    ['{{}} and {{ na me }}', [], ['{{}}', '{{ na me }}']],
    ['{{name', [], ['{{name']],
    ['name}}', [], ['name}}']],
    ['{name} costs {5}', [], []],
  ])('are found in “%s”', (text, found, faults) => {
    expect(placeholdersIn(text)).toEqual(found);
    expect(placeholderFaults(text)).toEqual(faults);
  });

  it('are filled once: what stands for one is never taken for another', () => {
    expect(fillPlaceholders('Dear {{name}}', { ...values, name: '{{join}} $&' })).toBe('Dear {{join}} $&');
  });

  it('are all gone from a text without faults', () => {
    const piece = fc.oneof(
      fc.constantFrom(...MESSAGE_PLACEHOLDERS.map((name) => `{{${name}}}`)),
      fc.stringMatching(/^[^{}]*$/),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        expect(placeholderFaults(text)).toEqual([]);
        expect(fillPlaceholders(text, values)).not.toContain('{{');
      }),
    );
  });
});

describe('the text that somebody reads', () => {
  it('is in their language, else in the default one', () => {
    const texts = { en: written, de: { subject: 'Karten', body: 'Mitbringen' } };
    expect(messageTextFor(texts, 'de', 'en')).toMatchObject({ subject: 'Karten', language: 'de' });
    expect(messageTextFor({ en: written }, 'de', 'en')).toMatchObject({ subject: 'Maps', language: 'en' });
    expect(messageTextFor({ en: written, de: { subject: 'Nur', body: ' ' } }, 'de', 'en')?.language).toBe(
      'en',
    );
    expect(messageTextFor({ de: written }, 'en', 'en')).toBeNull();
  });
});

describe('a message', () => {
  it('can go where everybody can read it', () => {
    expect(messageGaps({ en: written }, ['en', 'de'], 'en')).toEqual([]);
    expect(messageGaps({ de: written }, ['de'], 'en')).toEqual([]);
  });

  it.each([
    ['nothing is written', {}, [{ language: 'en', kind: 'unread', typed: [] }]],
    [
      'a text has no subject',
      { en: { subject: '', body: 'x' } },
      [{ language: 'en', kind: 'half-written', typed: [] }],
    ],
    [
      'a placeholder is unknown',
      { en: written, de: { subject: '{{wann}}', body: '{{wann}} {{wo}}' } },
      [{ language: 'de', kind: 'placeholder', typed: ['{{wann}}', '{{wo}}'] }],
    ],
  ])('waits where %s', (_, texts, gaps) => {
    expect(messageGaps(texts, ['en'], 'en')).toEqual(gaps);
  });

  it('never reaches addresses that nobody proved', () => {
    expect(selectedStates({ states: [] })).toEqual(['confirmed', 'waitlisted', 'awaiting-approval']);
    expect(selectedStates({ states: ['unverified', 'declined', 'expired'] })).toEqual(['declined']);
    expect(selectedStates({ states: ['unverified'] })).toEqual([]);
  });
});
