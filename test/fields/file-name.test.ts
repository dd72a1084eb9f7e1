/** The names that files get, whatever their site calls them. */
import { fileName, nameInAddress, nameInHeader } from '../../src/zapier/file-name.ts';

it.each([
  ['attachment; filename="a b.pdf"', 'a b.pdf'],
  ['attachment; filename=a.pdf; size=3', 'a.pdf'],
  ['attachment; filename="a;b.pdf"', 'a;b.pdf'],
  ['attachment; filename="a\\"b.pdf"', 'a"b.pdf'],
  ['attachment; filename="x"; filename*=UTF-8\'\'pi%C3%A8ce%20jointe.pdf', 'pièce jointe.pdf'],
  ["inline; FILENAME*=utf-8'fr'%C3%A9t%C3%A9.pdf", 'été.pdf'],
  ["attachment; filename*=UTF-8''%E9.pdf", '%E9.pdf'],
  ['inline', ''],
  ['', ''],
])('the header %s names %s', (header, name) => {
  expect(nameInHeader(header)).toBe(name);
});

it.each([
  ['https://example.com/a/carte%20d.pdf?x=/y.png#z', 'carte d.pdf'],
  ['https://example.com/%E9.pdf', '%E9.pdf'],
  ['https://example.com/', ''],
])('the address %s names %s', (address, name) => {
  expect(nameInAddress(new URL(address))).toBe(name);
});

it.each<[names: string[], type: string, name: string]>([
  [['a.pdf', 'b.png'], '', 'a.pdf'],
  [['', 'b.png'], '', 'b.png'],
  [['Carte', 'b.png'], 'application/pdf', 'Carte.png'],
  [['Carte'], 'application/pdf', 'Carte.pdf'],
  [['Carte n. 12'], 'text/plain', 'Carte n. 12.txt'],
  [[''], 'image/jpeg', 'file.jpg'],
  [[], 'application/x-unknown', 'file'],
  [['../../etc/passwd'], '', 'passwd'],
  [['C:\\Users\\me\\carte.pdf'], '', 'carte.pdf'],
  [['a\r\nX-Evil: 1.pdf'], '', 'aX-Evil: 1.pdf'],
  [['"a".pdf'], '', 'a.pdf'],
  [['a\u0000\u0007\u007f\u2028.pdf'], '', 'a.pdf'],
  [['fdp.\u202Eexe.pdf'], '', 'fdp.exe.pdf'],
  [['..', '.', '. .', 'b.pdf'], '', 'b.pdf'],
  [['.htaccess'], 'text/plain', 'htaccess.txt'],
  [['folder/'], 'text/csv', 'file.csv'],
  [['pièce 🪪.pdf'], '', 'pièce 🪪.pdf'],
])('of %j and the type %s the name is %s', (names, type, name) => {
  expect(fileName(names, type)).toBe(name);
});

it('is as long as Dastra takes, with its extension and without half characters', () => {
  expect(fileName([`${'x'.repeat(400)}.pdf`], '')).toBe(`${'x'.repeat(351)}.pdf`);
  const cut = fileName([`${'x'.repeat(350)}🪪.pdf`], '');
  expect(cut).toBe(`${'x'.repeat(350)}.pdf`);
});
