/**
 * The floor of `portal-html`: Angular renders one component whose template is a page of the same size, behind `node:http`.
 * No router, no data, no head; compiled once at the start.
 */
import '@angular/compiler';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';

const template = readFileSync(process.env['BENCH_TEMPLATE'] ?? '', 'utf8');
const document =
  '<!doctype html><html lang="en"><head><title>Floor</title></head><body><bare-page></bare-page></body></html>';

class BarePage {}
const Page = Component({ selector: 'bare-page', template })(BarePage) ?? BarePage;

const bootstrap = (context: BootstrapContext) =>
  bootstrapApplication(
    Page,
    { providers: [provideServerRendering(), provideZonelessChangeDetection()] },
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
