import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@reihe/api-platform';
import type { Category, Region, SaveCategory, SaveRegion } from '@reihe/shared-contracts';
import { CategoriesRepository } from './categories.repository';
import { RegionsRepository } from './regions.repository';
import { parentNotAllowed } from './taxonomy.errors';
import { Terms } from './terms';

@Injectable()
export class CategoriesService extends Terms<Category, SaveCategory> {
  constructor(categories: CategoriesRepository, audit: AuditTrail) {
    super('category', categories, audit);
  }

  protected check(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable()
export class RegionsService extends Terms<Region, SaveRegion> {
  constructor(
    private readonly regions: RegionsRepository,
    audit: AuditTrail,
  ) {
    super('region', regions, audit);
  }

  /** A tree has no rings: no region stands below itself. */
  protected async check(id: string, { parentId }: SaveRegion): Promise<void> {
    if (parentId && (await this.regions.isWithin(parentId, id))) throw parentNotAllowed();
  }
}
