import { Injectable } from '@nestjs/common';
import { publicPaths } from '@reihe/shared-contracts';
import type { RecapOrigins } from '@reihe/shared-editorial';
import { OriginsRepository } from './origins.repository';

/** Longer ones are no address that was ever imported. */
const LONGEST = 2000;

/** Where recaps stood before they were Reihe's. */
@Injectable()
export class Origins {
  constructor(private readonly origins: OriginsRepository) {}

  async of(recapId: string): Promise<RecapOrigins> {
    return { origins: await this.origins.of(recapId) };
  }

  /**
   * Where a reader is led who asks for an address of the old site, once its host is Reihe's; null: nothing that is published stood
   * there. What campaigns hang onto an address does not matter.
   * @param address path and query, as the browser sent them
   */
  async newAddressOf(address: string): Promise<string | null> {
    const [path = '', query = ''] = address.slice(0, LONGEST).split('?');
    const bare = path.replace(/\/+$/, '');
    const paths = [query === '' ? '' : `${bare || '/'}?${query}`, bare].filter((one) => one !== '');
    if (paths.length === 0) return null;
    const found = await this.origins.whereNow(paths);
    return found && publicPaths.recap(found.language, found.slug);
  }
}
