import { strToU8, zipSync } from 'fflate';
import { attachment, fileNameOf } from './file-name';
import { materialTypeOf } from './file-type';

const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const openDocument = (type: string, ...others: string[]) =>
  zipSync({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`),
    ...Object.fromEntries(['content.xml', ...others].map((name) => [name, strToU8('x')])),
  });
const mp4 = (brand: string) => strToU8(`\0\0\0\u0018ftyp${brand}\0\0\u0002\0`);

describe('a file to hand out', () => {
  it.each([
    ['pdf', strToU8('%PDF-1.7\n…')],
    ['pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['odt', openDocument('text')],
    ['odp', openDocument('presentation')],
    ['ods', openDocument('spreadsheet')],
    ['zip', zipOf('readme.txt')],
    ['zip', zipOf('course/Basic/lesson.txt', 'Basics/readme.txt')],
    ['mp4', mp4('isom')],
    ['mp4', mp4('mp42')],
  ])('is a %s by what is in it', (type, bytes) => {
    expect(materialTypeOf(bytes)).toBe(type);
  });

  it.each([
    ['a page', strToU8('<!doctype html><script>alert(1)</script>')],
    ['a drawing', strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page that says PDF later', strToU8('<html>%PDF-1.7')],
    ['a document with macros', zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['an open document with macros', openDocument('text', 'Basic/Standard/Module1.xml')],
    ['an open document with scripts', openDocument('presentation', 'Scripts/python/evil.py')],
    ['macros under an archive’s other name', zipOf('Basic/Standard/Module1.xml', 'content.xml', 'mimetype')],
    ['a broken archive', strToU8('PK\u0003\u0004 and nothing more')],
    ['an empty archive', zipSync({})],
    ['a QuickTime film', mp4('qt  ')],
    ['a picture in the same box', mp4('avif')],
    ['a program', strToU8('MZ\u0090\0')],
    ['nothing', new Uint8Array()],
  ])('is not %s', (_what, bytes) => {
    expect(materialTypeOf(bytes)).toBeNull();
  });

  it.each([
    ['Slides.pdf', 'Slides.pdf'],
    ['slides.html', 'slides.pdf'],
    ['C:\\Users\\me\\Ünïcode – Präsentation.PPTX', 'Ünïcode – Präsentation.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['evil\u202Efdp.exe', 'evil fdp.pdf'],
    ['a"b\r\nX-Header: 1.pdf', 'a b X-Header 1.pdf'],
    ['.pdf', 'file.pdf'],
    ['', 'file.pdf'],
    ['…'.repeat(500), `${'…'.repeat(120)}.pdf`],
  ])('called %j is kept as %j', (given, kept) => {
    expect(fileNameOf(given, 'pdf')).toBe(kept);
  });

  it('is sent to be kept, its name safe in a header', () => {
    expect(attachment('Ünï (1).pdf')).toBe(
      `attachment; filename="_n_ (1).pdf"; filename*=UTF-8''%C3%9Cn%C3%AF%20%281%29.pdf`,
    );
  });
});
