import type { Speaker } from '@reihe/shared-contracts';

/** "Dr. Ada Example" */
export function fullName({ title, name }: Pick<Speaker, 'title' | 'name'>): string {
  return [title, name].filter(Boolean).join(' ');
}
