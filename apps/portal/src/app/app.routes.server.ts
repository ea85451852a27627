import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Pages whose words change only with the code are rendered when building; all others when somebody asks. */
export const serverRoutes: ServerRoute[] = [
  { path: 'privacy', renderMode: RenderMode.Prerender },
  { path: 'figures', renderMode: RenderMode.Prerender },
  { path: '**', renderMode: RenderMode.Server },
];
