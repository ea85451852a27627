import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { adminLanguageOf, Config, languageOf } from '@reihe/api-platform';
import { Origins } from '@reihe/api-recap-import';
import { ADMIN_LANGUAGES, isLanguage, type Language } from '@reihe/shared-contracts';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { DOCUMENT_HEADERS } from '../security';
import { leadOn, type NewAddressOf } from './old-addresses';
import { KeptPages } from './kept-pages';

const API_PATHS = /^\/(api|health|media|calendar|feeds|data|join)\/|^\/(sitemap\.xml|robots\.txt)$/;
/** A missing script or style is told as such: a page in its place only confuses the browser. */
const FILE_NAME = /\.(js|css|map|svg|woff2|ico|png|jpe?g|webp|txt|json)$/;
/** Angular's hashes are upper case letters and digits, those of the chunks it joins are any of base64url. */
const HASHED_NAME = /-[\w-]{8}\.(js|css)(\.map)?(\.br|\.gz)?$/;
/** Scripts, styles and fonts: never a document of their own. */
const PART_OF_A_PAGE = /\.(js|css|woff2)(\.br|\.gz)?$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sends the copies that the build compressed. Hashed names never change; everything else is asked for again. */
function files(folder: string): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      redirect: false,
      setHeaders: (response, path) => {
        const isHashed = HASHED_NAME.test(path) || path.includes('/media/');
        response.setHeader(
          'Cache-Control',
          isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
        if (PART_OF_A_PAGE.test(path)) DOCUMENT_HEADERS.forEach((name) => response.removeHeader(name));
      },
    },
  });
}

/** Serves the built portal (rendered here) and admin beside the API: one origin, one process. */
export function serveFrontEnds(app: NestExpressApplication): void {
  const config = app.get(Config);
  const pages = app.get(KeptPages);
  const origins = app.get(Origins);
  const newAddressOf: NewAddressOf = (address) => origins.newAddressOf(address);
  const admin = join(config.adminDir, 'browser');

  app.use('/admin', adminFiles(admin));
  const portalFiles = files(join(config.portalDir, 'browser'));
  // Pages and API are no files: looking for one on the disk first would cost every request of theirs.
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (FILE_NAME.test(request.path)) portalFiles(request, response, next);
    else next();
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (API_PATHS.test(request.path) || (request.method !== 'GET' && request.method !== 'HEAD'))
      return next();
    if (FILE_NAME.test(request.path)) {
      response.status(404).type('text/plain').send('Not found');
      return;
    }
    void frontPage(pages, newAddressOf, request, response).catch(next);
  });
}

/** Who renders pages of the portal, or has them rendered. */
export type Pages = Pick<KeptPages, 'isBusyFor' | 'respond'>;

/** The portal's own pages go first: only what is none of them may be an address of a site that was imported. */
export async function frontPage(
  pages: Pages,
  newAddressOf: NewAddressOf,
  request: Request,
  response: Response,
): Promise<void> {
  const isHome = request.path === '/';
  const [, first = ''] = request.path.split('/');
  const mayBeOld = isHome ? queryOf(request) !== '' : !isLanguage(first);
  if (mayBeOld && (await leadOn(newAddressOf, request, response))) return;
  if (isHome) response.vary('Accept-Language').redirect(302, `/${languageOf(request)}${queryOf(request)}`);
  else await page(pages, request, response, newAddressOf);
}

function queryOf(request: Request): string {
  const at = request.originalUrl.indexOf('?');
  return at < 0 ? '' : request.originalUrl.slice(at);
}

const TRY_AGAIN_SECONDS = 5;
const BUSY: Record<Language, string> = {
  en: 'Very many people are reading at this moment. Please try again in a few seconds.',
  de: 'Gerade lesen sehr viele Menschen. Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  es: 'En este momento hay muchísimas personas leyendo. Vuelva a intentarlo dentro de unos segundos.',
  fr: 'De très nombreuses personnes consultent ce site en ce moment. Veuillez réessayer dans quelques secondes.',
};

/** Behind a secret address, not only behind one that is personal: nothing of it stays anywhere. */
function isSecret(path: string): boolean {
  return /^\/\w\w\/recap-preview\//.test(path);
}

/** Answers with one page of the portal, or says at once that there is no time for it. */
export async function page(
  pages: Pages,
  request: Request,
  response: Response,
  newAddressOf: NewAddressOf = () => Promise.resolve(null),
): Promise<void> {
  const headers = { 'accept-language': request.headers['accept-language'] ?? '' };
  const [, first = ''] = request.path.split('/');
  if (!isReadable(request.originalUrl)) {
    // A link that was cut within a letter: its page is there all the same. Without a language in front it might be another site's.
    if (isLanguage(first) && isReadable(request.path)) response.redirect(302, request.path);
    else response.status(404).type('text/plain').send('Not found');
    return;
  }
  // Without a known language in front there is no page; the not-found page answers in the reader's language.
  const path = isLanguage(first) ? request.originalUrl : `/${languageOf(request)}${request.originalUrl}`;
  if (pages.isBusyFor(path)) {
    const words = BUSY[isLanguage(first) ? first : languageOf(request)];
    response.status(503).setHeader('Retry-After', TRY_AGAIN_SECONDS).type('text/plain').send(words);
    return;
  }
  const rendered = await pages.respond(path, headers);
  if (!rendered) {
    response.status(404).type('text/plain').send('Not found');
    return;
  }
  if (rendered.status === 404 && (await leadOn(newAddressOf, request, response))) return;
  response.setHeader('Cache-Control', isSecret(request.path) ? 'no-store' : 'no-cache');
  for (const [name, value] of rendered.headers) response.setHeader(name, value);
  const { buffer, byteOffset, byteLength } = rendered.body;
  // What was sent would stay until the next large collection, and enough of it brings that about.
  if (!rendered.isShared) response.once('close', () => buffer.transfer(0));
  response.status(rendered.status).send(Buffer.from(buffer, byteOffset, byteLength));
}

/** Angular's router stops at what is no encoding of anything, and would leave the page empty. */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

/** The admin is one page per language; deep links answer it, missing files do not. */
function adminFiles(folder: string): RequestHandler {
  const router = express.Router();
  router.get('/', (request, response) => {
    response.vary('Accept-Language').redirect(302, `/admin/${adminLanguageOf(request)}/`);
  });
  router.use(files(folder));
  for (const language of ADMIN_LANGUAGES) {
    router.get(`/${language}{/*path}`, (request, response, next) => {
      if (/\.\w+$/.test(request.path)) return next();
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(join(folder, language, 'index.html'));
    });
  }
  return router;
}
