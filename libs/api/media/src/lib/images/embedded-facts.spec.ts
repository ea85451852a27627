import sharp from 'sharp';
import { plain } from '../testing/pictures';
import { embeddedFacts } from './embedded-facts';

const xmp = (properties: string, attributes = '') => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
  <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${properties}</rdf:Description>
  </rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** IPTC as JPEG files keep it: records in a Photoshop resource. */
function iptc(datasets: readonly (readonly [record: number, id: number, value: Buffer])[]): Buffer {
  const records = Buffer.concat(
    datasets.flatMap(([record, id, value]) => {
      const head = Buffer.from([0x1c, record, id, 0, 0]);
      head.writeUInt16BE(value.length, 3);
      return [head, value];
    }),
  );
  const resource = Buffer.from('8BIM\x04\x04\0\0\0\0\0\0', 'latin1');
  resource.writeUInt32BE(records.length, 8);
  const before = Buffer.from('8BIM\x03\xed\x03abc\0\0\0\x02xy', 'latin1');
  return Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), before, resource, records]);
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('what a file says about itself', () => {
  it('is read from XMP: people in their order, the default language, escaped characters', () => {
    const block = xmp(
      `<dc:creator><rdf:Seq><rdf:li>Ana &amp; Co</rdf:li><rdf:li>Second Person</rdf:li></rdf:Seq></dc:creator>
       <dc:rights><rdf:Alt><rdf:li xml:lang="de">Recht</rdf:li><rdf:li xml:lang="x-default">© 2026 Sample</rdf:li></rdf:Alt></dc:rights>
       <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A harbour,&#10;at dusk</rdf:li></rdf:Alt></dc:description>`,
      'photoshop:Credit="Sample Agency" xmpRights:WebStatement="https://licence.example/by"',
    );
    expect(embeddedFacts({ xmp: utf8(block) })).toEqual({
      photographer: 'Ana & Co, Second Person',
      agency: 'Sample Agency',
      licence: '© 2026 Sample',
      licenceUrl: 'https://licence.example/by',
      caption: 'A harbour, at dusk',
    });
  });

  it('is read from IPTC, in the letters it names and in older ones', () => {
    const said = (letters: readonly (readonly [number, number, Buffer])[], name: Buffer) =>
      embeddedFacts({
        iptc: iptc([...letters, [2, 80, name], [2, 110, utf8('Agency')], [2, 120, utf8('Docks')]]),
      });
    const facts = {
      photographer: 'Jürgen Größe',
      agency: 'Agency',
      licence: '',
      licenceUrl: '',
      caption: 'Docks',
    };
    expect(said([[1, 90, Buffer.from('\x1b%G', 'latin1')]], utf8('Jürgen Größe'))).toEqual(facts);
    expect(said([], Buffer.from('Jürgen Größe', 'latin1'))).toEqual(facts);
  });

  it('is read from EXIF of a real file where nobody else says more, but not what a camera writes by itself', async () => {
    const shot = async (description: string) => {
      const file = await plain(20, 20, '#123456')
        .jpeg()
        .withExif({
          IFD0: {
            Artist: 'Sample Photographer',
            Copyright: 'Rights of Sample',
            ImageDescription: description,
          },
        })
        .toBuffer();
      return embeddedFacts(await sharp(file).metadata());
    };
    const facts = {
      photographer: 'Sample Photographer',
      agency: '',
      licence: 'Rights of Sample',
      licenceUrl: '',
    };
    expect(await shot('Cranes')).toEqual({ ...facts, caption: 'Cranes' });
    expect(await shot('OLYMPUS DIGITAL CAMERA')).toEqual({ ...facts, caption: '' });
  });

  it('is what the agency wrote before what the camera did, once each', () => {
    const block = xmp(
      '<dc:creator><rdf:Seq><rdf:li>The Agency</rdf:li></rdf:Seq></dc:creator>',
      'photoshop:Credit="The Agency"',
    );
    const facts = embeddedFacts({ xmp: utf8(block), iptc: iptc([[2, 80, utf8('Somebody else')]]) });
    expect(facts).toMatchObject({ photographer: 'The Agency', agency: '' });
  });

  it.each<[string, Parameters<typeof embeddedFacts>[0]]>([
    ['there is nothing', {}],
    [
      'blocks are cut off',
      {
        exif: Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'),
        iptc: Buffer.from('8BIM\x04', 'latin1'),
      },
    ],
    ['lengths lead beyond the end', { iptc: Buffer.from([0x1c, 2, 80, 0x7f, 0xff, 0x41]).subarray(0, 5) }],
    ['XMP is no XML', { xmp: utf8('<dc:creator><rdf:Seq>') }],
    [
      'entries are empty',
      { xmp: utf8(xmp('<dc:creator><rdf:Seq><rdf:li> </rdf:li></rdf:Seq></dc:creator>')) },
    ],
  ])('is nothing where %s', (_what, blocks) => {
    expect(embeddedFacts(blocks)).toBeNull();
  });

  it('is no longer than what may be stored, one line, and no link but of the web', () => {
    const facts = embeddedFacts({
      xmp: utf8(
        xmp(
          `<dc:description>${'long '.repeat(400)}</dc:description>`,
          `cc:license="javascript:alert(1)" dc:creator="A&#0;&#x202E;B"`,
        ),
      ),
    });
    expect(facts?.caption.length).toBeLessThanOrEqual(400);
    expect(facts).toMatchObject({ licenceUrl: '' });
    expect(facts?.photographer).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
