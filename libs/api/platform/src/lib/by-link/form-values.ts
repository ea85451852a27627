import { isLanguage, type Language } from '@reihe/shared-contracts';
import { DomainError } from '../problems/domain-error';

/** What a browser sends: every field once or, repeated, as a list. An interface on purpose: nothing is validated before it is typed. */
export type FormValues = Record<string, string | string[] | undefined>;

export function oneValue(value: FormValues[string]): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function manyValues(value: FormValues[string]): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** @throws request.not-found where the portal has no such language */
export function languageOfPath(lang: string): Language {
  if (!isLanguage(lang)) throw new DomainError('request.not-found', 404);
  return lang;
}

/** The token of a personal link. A header, not the address: addresses end up in histories and logs. */
export function bearerToken(authorization = ''): string {
  return /^Bearer (\S{1,200})$/i.exec(authorization)?.[1] ?? '';
}
