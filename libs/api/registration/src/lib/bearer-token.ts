/** A header, not the address: addresses end up in histories and logs. Empty where there is none. */
export function bearerToken(authorization = ''): string {
  return /^Bearer (\S{1,200})$/i.exec(authorization)?.[1] ?? '';
}
