import type { Request, Response } from 'express';

/** Where somebody is led who asks for path and query of an old site; null: nothing that is published stood there. */
export type NewAddressOf = (address: string) => Promise<string | null>;

/** As long as browsers may keep it: what was imported by mistake can be undone. */
const KEPT_SECONDS = 60 * 60;

/** For good, as for any recap whose address changed. @returns whether the answer was given */
export async function leadOn(
  newAddressOf: NewAddressOf,
  request: Request,
  response: Response,
): Promise<boolean> {
  const address = await newAddressOf(request.originalUrl);
  if (address === null) return false;
  response.setHeader('Cache-Control', `public, max-age=${KEPT_SECONDS}`).redirect(301, address);
  return true;
}
