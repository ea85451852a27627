/** Opens right in spreadsheets everywhere: RFC 4180 with a byte order mark, since some take a bare file for the local code page. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
  // A spreadsheet would run what begins like a formula, also after blanks, and in full width (they are read alike in East Asia);
  // participants type these texts. A line break would begin a cell anew where the quotes are not heeded.
  const safe = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]|[\r\n]\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
