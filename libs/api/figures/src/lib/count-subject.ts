/** What a number is about. */
export interface CountSubject {
  kind: 'session' | 'series';
  id: string;
}
