/**
 * The floor of `portal-html`: Angular alone renders a page with the markup, the components and the size of the product's, ready to
 * be hydrated, behind `node:http`. No data, no router, no head, no words or dates to choose; compiled once at the start.
 */
import './production.ts';
import '@angular/compiler';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { provideZonelessChangeDetection } from '@angular/core';
import {
  bootstrapApplication,
  type BootstrapContext,
  provideClientHydration,
  withI18nSupport,
} from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { barePageOf } from './bare-page.ts';

const Page = barePageOf(readFileSync(process.env['BENCH_TEMPLATE'] ?? '', 'utf8'), 'bare-page');
const document =
  '<!doctype html><html lang="en"><head><title>Floor</title></head><body><bare-page></bare-page></body></html>';

const bootstrap = (context: BootstrapContext) =>
  bootstrapApplication(
    Page,
    {
      providers: [
        provideServerRendering(),
        provideZonelessChangeDetection(),
        provideClientHydration(withI18nSupport()),
      ],
    },
    context,
  );

const server = createServer((request, response) => {
  renderApplication(bootstrap, { document, url: request.url ?? '/', allowedHosts: ['127.0.0.1'] }).then(
    (html) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html);
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
