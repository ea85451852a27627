import { cleanCell, emailIn, LENGTHS } from './clean-cell';
import { isBot, roleNamed, unmarked } from './roles';

describe('who somebody is', () => {
  it.each([
    'Otter.ai',
    'Ada’s OtterPilot',
    "Ada's Otter",
    'Fireflies.ai Notetaker Ben',
    'read.ai meeting notes',
    'Read Meeting Notes',
    'tl;dv',
    'TLDV Recorder',
    'Ada Sample Notetaker',
    'Note-Taker (City)',
    'Ben’s Fathom',
    'Fathom',
    'MeetGeek',
    'Recording Bot',
    'Zoom AI Companion',
    'Aufzeichnung',
    'Cloud Recording',
    'Protokollbot der Stadt',
  ])('is a bot by the name of %s', (name) => {
    expect(isBot(name, '')).toBe(true);
  });

  it.each([
    'Anna Otter',
    'Otter Sample',
    'Read Example',
    'Fred Fathom',
    'Robot Sample',
    'Ada Grain',
    'Ada Recorder',
    'Fellow of the City',
    'Abbot Sample',
    '+49 30 ***12',
    'Conference room 4',
    'Ada (recording)',
  ])('is none by the name of %s', (name) => {
    expect(isBot(name, 'ada@host.example')).toBe(false);
  });

  it('is a bot by its address', () => {
    expect(isBot('Ada Sample', 'ada@otter.ai')).toBe(true);
    expect(isBot('Ada Sample', 'fred@notes.fireflies.ai')).toBe(true);
    expect(isBot('Ada Sample', 'otter.ai@host.example')).toBe(false);
  });

  it.each([
    ['Host', 'host'],
    ['Co-Host', 'host'],
    ['Organizer', 'host'],
    ['Co-organiser', 'host'],
    ['Organisator', 'host'],
    ['Gastgeberin', 'host'],
    ['Presenter', 'speaker'],
    ['Panelist', 'speaker'],
    ['Referentin', 'speaker'],
    ['Moderator', 'speaker'],
    ['Podiumsteilnehmer', 'speaker'],
    ['Attendee', null],
    ['Teilnehmer', null],
    ['Hostess', null],
    ['', null],
  ])('is by the role of %s a %s', (cell, role) => {
    expect(roleNamed(cell)).toBe(role);
  });

  it.each([
    ['Ada Sample (Host)', 'Ada Sample', 'host'],
    ['Ada (Host, me)', 'Ada', 'host'],
    ['Ada Sample (Co-Host)', 'Ada Sample', 'host'],
    ['Ada Sample (Gastgeber)', 'Ada Sample', 'host'],
    ['Ada Sample (Panelist)', 'Ada Sample', 'speaker'],
    ['Ada Sample (External) (Unverified)', 'Ada Sample', null],
    ['Ada Sample (Gast)', 'Ada Sample', null],
    ['Ada (Ada Sample)', 'Ada (Ada Sample)', null],
    ['Ada Sample (City of Lviv)', 'Ada Sample (City of Lviv)', null],
    ['(Guest)', '(Guest)', null],
  ])('is told behind the name: %s', (cell, name, role) => {
    expect(unmarked(cell)).toEqual({ name, role });
  });
});

describe('what is kept of a cell', () => {
  it('is one line without what deceives the eye', () => {
    expect(cleanCell('  Ada\u202e\u2066 \u0007\tSam\u200bple\r\nof Lviv ', 120)).toBe('Ada Sample of Lviv');
    expect(cleanCell('\u200b\u202e', 120)).toBe('');
    expect(cleanCell('Mu\u0308ller', 120)).toBe('Müller');
  });

  it('is a formula as a text, which counts as a name and does nothing', () => {
    for (const formula of ['=HYPERLINK("https://trap.example","x")', '+cmd|x', '-2+3', '@SUM(1)'])
      expect(cleanCell(formula, 120)).toBe(formula);
  });

  it('is cut to what a registration holds, at a character', () => {
    expect(cleanCell('x'.repeat(10_000), LENGTHS.name)).toBe('x'.repeat(120));
    expect(cleanCell(`${'x'.repeat(119)}\u{1f30d}y`, LENGTHS.name)).toBe('x'.repeat(119));
    expect(cleanCell(' '.repeat(9000) + 'Ada', LENGTHS.name)).toBe('');
  });

  it('is an address as registrations store it, or none', () => {
    expect(emailIn('mailto:Ada@Bücher.example')).toBe('Ada@xn--bcher-kva.example');
    for (const cell of ['Ada', 'ada@', 'a b@c.example', '=1@2', `${'x'.repeat(400)}@host.example`])
      expect(emailIn(cell)).toBeNull();
  });
});
