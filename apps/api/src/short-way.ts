import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** More than any form can be; what is larger goes the usual way, where it is refused. */
const MOST_BYTES = 64 * 1024;
const PLAIN_JSON = /^application\/json(; ?charset=utf-8)?$/i;

interface Layer {
  route?: { path: string; methods: Partial<Record<string, boolean>>; stack: { handle: RequestHandler }[] };
}

/**
 * Everybody sends a form to one address in the same minute, and what stands before the routes for pages, files, staff and sheets takes
 * longer than the form itself. Such a form goes from here to its route: what decides about it (throttling, validation, refusals) is the
 * route's own, what stands `before` it is called as usual. Whatever is not a plain form, or comes with a cookie, goes the usual way.
 * @param path of a route for POST @param before in their order
 */
export function openShortWay(
  app: NestExpressApplication,
  path: string,
  before: () => RequestHandler[],
): void {
  let way: RequestHandler[] | null = null;
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPlainForm(request, path)) {
      next();
      return;
    }
    way ??= [...before(), handlerOf(app, path)];
    const steps = way;
    void readJson(request).then(
      (body) => {
        request.body = body;
        follow(steps, request, response, next);
      },
      (error: unknown) => {
        follow(steps.slice(0, -1), request, response, (failure) => next(failure ?? error));
      },
    );
  });
}

function isPlainForm({ method, url, headers }: Request, path: string): boolean {
  if (method !== 'POST' || url !== path || headers.cookie !== undefined) return false;
  const length = Number(headers['content-length'] ?? 0);
  return (
    length > 0 &&
    length <= MOST_BYTES &&
    headers['content-encoding'] === undefined &&
    PLAIN_JSON.test(headers['content-type'] ?? '')
  );
}

/** As Nest made it, with the guards, pipes and filters of the route. */
function handlerOf(app: NestExpressApplication, path: string): RequestHandler {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  const route = router.stack.find(
    (layer) => layer.route?.path === path && layer.route.methods['post'],
  )?.route;
  const last = route?.stack.at(-1);
  if (!last) throw new Error(`There is no route for POST ${path}.`);
  return last.handle;
}

function follow(
  [step, ...others]: RequestHandler[],
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (!step) {
    next();
    return;
  }
  void step(request, response, (error?: unknown) => {
    if (error) next(error);
    else follow(others, request, response, next);
  });
}

/** @throws what the usual way says of bodies that are no object or list of JSON */
async function readJson(request: Request): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (typeof body !== 'object' || body === null) throw notJson();
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function notJson(): Error {
  return Object.assign(new SyntaxError('The body is no JSON of a form.'), { status: 400 });
}
