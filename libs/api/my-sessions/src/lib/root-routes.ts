/** Addresses of this feature outside of the API's prefix. */
export const mySessionsRootRoutes: string[] = [
  '/:lang/register/link',
  '/:lang/register/confirm/:token/again',
  '/:lang/register/manage/:token/data',
  '/:lang/register/manage/:token/all',
  '/:lang/register/manage/:token/leave',
  '/:lang/register/manage/:token/download',
  '/:lang/register/manage/:token/email',
  '/:lang/register/email/:token',
  '/:lang/register/release/:token',
  '/calendar/mine/:token.ics',
];
