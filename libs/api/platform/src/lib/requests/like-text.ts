/** What was typed, for a pattern of LIKE: it means itself, no sign of it stands for others. */
export function likeText(typed: string): string {
  return typed.replace(/[\\%_]/g, '\\$&');
}
