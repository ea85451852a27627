import { creditOf } from './credits';

describe('what a caption says about who made the picture', () => {
  it.each([
    ['The pipe. Foto: Somebody', 'The pipe.', 'Somebody', ''],
    ['The pipe (Photo: Some Body / Sample Agency)', 'The pipe', 'Some Body', 'Sample Agency'],
    ['© City of Samples', '', 'City of Samples', ''],
    ['Am Kai – Bild: Somebody | Agentur', 'Am Kai', 'Somebody', 'Agentur'],
    ['Photo by Somebody', '', 'Somebody', ''],
    ['A photo album of the town', 'A photo album of the town', '', ''],
    ['Three people at a table', 'Three people at a table', '', ''],
    ['', '', '', ''],
  ])('of "%s"', (text, caption, photographer, agency) => {
    expect(creditOf(text)).toEqual({ caption, credit: { photographer, agency, licence: '' } });
  });
});
