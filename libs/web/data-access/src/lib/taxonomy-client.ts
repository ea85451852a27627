import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type Category,
  type Region,
  type SaveCategory,
  type SaveRegion,
} from '@reihe/shared-contracts';
import { readFrom } from './requests';
import { StaffHttp } from './staff-http';

/** Categories and regions: short curated lists, read whole and in their order. */
@Injectable({ providedIn: 'root' })
export class TaxonomyClient {
  private readonly http = inject(StaffHttp);

  categories() {
    return readFrom<Category[]>(() => ({ path: apiPaths.categories }));
  }

  fetchCategories(): Promise<Category[]> {
    return this.http.get(apiPaths.categories);
  }

  fetchRegions(): Promise<Region[]> {
    return this.http.get(apiPaths.regions);
  }

  fetchCategory(id: string): Promise<Category> {
    return this.http.get(apiPaths.category(id));
  }

  createCategory(category: SaveCategory): Promise<Category> {
    return this.http.post(apiPaths.categories, category);
  }

  saveCategory(id: string, category: SaveCategory): Promise<Category> {
    return this.http.put(apiPaths.category(id), category);
  }

  removeCategory(id: string): Promise<void> {
    return this.http.delete(apiPaths.category(id));
  }

  regions() {
    return readFrom<Region[]>(() => ({ path: apiPaths.regions }));
  }

  fetchRegion(id: string): Promise<Region> {
    return this.http.get(apiPaths.region(id));
  }

  createRegion(region: SaveRegion): Promise<Region> {
    return this.http.post(apiPaths.regions, region);
  }

  saveRegion(id: string, region: SaveRegion): Promise<Region> {
    return this.http.put(apiPaths.region(id), region);
  }

  removeRegion(id: string): Promise<void> {
    return this.http.delete(apiPaths.region(id));
  }
}
