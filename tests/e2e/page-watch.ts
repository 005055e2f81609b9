import type { BrowserContext } from '@playwright/test';

type Expected = { status: number; path: RegExp };

/** Collects what goes wrong in pages without anyone looking: errors, warnings of the policy, refusals. */
export class PageWatch {
  private readonly found: string[] = [];
  private readonly expected: Expected[] = [];

  /** Watches every page of a browser. */
  follow(context: BrowserContext): void {
    context.on('weberror', (error) => this.found.push(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      // The browser's own line for a refused request has no address of the request: see below.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource'))
        return;
      this.found.push(`console: ${message.text()}`);
    });
    context.on('response', (response) => {
      const { pathname } = new URL(response.url());
      const status = response.status();
      if (status < 400 || this.isExpected(status, pathname)) return;
      this.found.push(`${status}: ${response.request().method()} ${pathname}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left breaks its requests off.
      if (why === 'net::ERR_ABORTED') return;
      const { pathname } = new URL(request.url());
      if (!this.isExpected(0, pathname)) this.found.push(`${why}: ${pathname}`);
    });
  }

  /** Says that the test provokes this answer; status 0 is a request that fails. */
  expectRefusal(status: number, path: RegExp): void {
    this.expected.push({ status, path });
  }

  /** What nobody expected. */
  complaints(): readonly string[] {
    return this.found;
  }

  private isExpected(status: number, path: string): boolean {
    return this.expected.some((one) => one.status === status && one.path.test(path));
  }
}
