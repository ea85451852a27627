import type { Routes } from '@angular/router';

export const planningRoutes: Routes = [];
