import { defineConfig } from '@playwright/test';

const executablePath = process.env['REIHE_BROWSER'];

export default defineConfig({
  testDir: './src',
  testMatch: '**/*.spec.ts',
  globalSetup: './src/support/world.ts',
  outputDir: '../../tmp/e2e',
  // Journeys share one world; each uses people and sessions of its own. One waits for its mail while another clicks.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../../tmp/e2e-report.json' }]],
  use: {
    baseURL: `http://localhost:${process.env['REIHE_E2E_PORT'] ?? 4310}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    // Recording every step takes about as long as the steps.
    trace: process.env['REIHE_E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
