import type { Problem } from '@reihe/shared-contracts';

/** A form that came by plain POST and goes back with what was typed and what is wrong with it. */
export interface SubmittedForm {
  values: Record<string, string | string[]>;
  problem: Problem;
}

/** Renders a portal page in this process; the API app provides it. Features use it to answer forms without JavaScript. */
export abstract class PortalRenderer {
  /** `path` with query, e.g. `/de/register?session=x`. Answers the HTML and its status. */
  abstract render(path: string, form?: SubmittedForm): Promise<{ status: number; html: string }>;
}
