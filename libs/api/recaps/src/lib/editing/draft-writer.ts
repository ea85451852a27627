import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { RecapWriter } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap, SaveRecap } from '@reihe/shared-editorial';
import { OpenRecap } from './open-recap';
import { RecapAddressesRepository } from './recap-addresses.repository';
import { auditableRecap } from './recap.mapper';
import { RecapsRepository } from './recaps.repository';
import { RecapsService } from './recaps.service';

/** Recaps for whoever brings many of them. */
@Injectable()
export class DraftWriter extends RecapWriter {
  constructor(
    private readonly service: RecapsService,
    private readonly recaps: RecapsRepository,
    private readonly addresses: RecapAddressesRepository,
    private readonly open: OpenRecap,
  ) {
    super();
  }

  get(id: string): Promise<Recap> {
    return this.service.get(id);
  }

  create(body: SaveRecap, staff: Me | null): Promise<Recap> {
    return this.service.create(body, staff);
  }

  save(id: string, body: SaveRecap, staff: Me): Promise<Recap> {
    return this.service.save(id, body, staff);
  }

  @Transactional()
  async removeDraft(id: string, version: number, staff: Me): Promise<boolean> {
    const before = await this.recaps.one(id);
    if (!before || !(await this.recaps.removeDraft(id, version))) return false;
    await this.open.record('delete', id, staff, auditableRecap(before), null);
    return true;
  }

  freeSlug(wished: string): Promise<string> {
    return this.addresses.freeSlug(wished);
  }
}
