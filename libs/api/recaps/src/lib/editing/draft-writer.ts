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

  create(body: SaveRecap, staff: Me): Promise<Recap> {
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

  async freeSlug(wished: string): Promise<string> {
    const taken = await this.addresses.takenLike(wished);
    let free = wished;
    for (let number = 2; taken.includes(free); number += 1) free = `${wished}-${number}`;
    return free;
  }
}
