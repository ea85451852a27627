/** Below the 78 columns that RFC 5322 asks for, with room for a quoting program's "> ". */
const COLUMNS = 76;

/** Prose in lines that every mail program shows whole. Breaks that were typed stay; what has no space, as an address, is not cut. */
export function wrapped(text: string, columns = COLUMNS): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => wrappedLine(line, columns))
    .join('\n');
}

function wrappedLine(line: string, columns: number): string {
  if (fits(line, columns)) return line.trimEnd();
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && !fits(longer, columns)) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}

/** Counted only where it matters: what is short in code units is short in characters. */
function fits(text: string, columns: number): boolean {
  return text.length <= columns || [...text].length <= columns;
}
