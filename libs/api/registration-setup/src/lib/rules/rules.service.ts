import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { RegistrationRulesRow } from '@reihe/api-persistence';
import { changesBetween, invalidFields } from '@reihe/api-platform';
import type { FieldProblem, Me, RegistrationOwner } from '@reihe/shared-contracts';
import {
  HOUSE_RULES,
  type OwnRegistrationRules,
  type RegistrationRulesOf,
  type SaveRegistrationRules,
} from '@reihe/shared-registration';
import { OwnersRepository } from '../owners.repository';
import { SetupAudit } from '../setup-audit';
import { RulesRepository } from './rules.repository';

const FIELDS = Object.keys(HOUSE_RULES) as (keyof OwnRegistrationRules)[];
/** Minutes: a reminder closer to the start than this would come too late, one earlier than this is none. */
const REMINDERS = { min: 5, max: 60 * 24 * 30 };

/** How one registers. A change holds for wishes from now on: what was confirmed, waits or is asked to wait stays as it is. */
@Injectable()
export class RulesService {
  constructor(
    private readonly owners: OwnersRepository,
    private readonly rules: RulesRepository,
    private readonly audit: SetupAudit,
  ) {}

  async get(owner: RegistrationOwner): Promise<RegistrationRulesOf> {
    const seriesId = await this.owners.seriesOf(owner);
    const row = await this.rules.find(owner);
    const ofSeries = owner.kind === 'series' ? null : await this.rules.find({ kind: 'series', id: seriesId });
    return {
      version: row?.version ?? 0,
      own: ownRules(row),
      inherited: inForce(ownRules(ofSeries)),
    };
  }

  /** @throws version.outdated, request.invalid */
  @Transactional()
  async save(owner: RegistrationOwner, body: SaveRegistrationRules, staff: Me): Promise<RegistrationRulesOf> {
    const { version, ...typed } = body;
    await this.owners.seriesOf(owner);
    checkReminders(typed.reminders);
    const before = ownRules(await this.rules.find(owner));
    // Only new sessions begin with it, and only a series has those.
    const own = { ...typed, defaultCapacity: owner.kind === 'series' ? typed.defaultCapacity : null };
    await this.rules.save(owner, version, { ...own, reminders: latestLast(own.reminders) });
    const saved = await this.get(owner);
    await this.audit.record(
      'registration-rules.save',
      owner,
      staff,
      changesBetween({ ...before }, { ...saved.own }),
    );
    return saved;
  }
}

function ownRules(row: RegistrationRulesRow | null): OwnRegistrationRules {
  return Object.fromEntries(
    FIELDS.map((field) => [field, row?.[field] ?? null]),
  ) as unknown as OwnRegistrationRules;
}

function inForce(rules: OwnRegistrationRules): OwnRegistrationRules {
  return Object.fromEntries(
    FIELDS.map((field) => [field, rules[field] ?? HOUSE_RULES[field]]),
  ) as unknown as OwnRegistrationRules;
}

function checkReminders(reminders: readonly unknown[] | null): void {
  const wrong = (reminders ?? []).flatMap((minutes, index): FieldProblem[] => {
    const path = `reminders.${index}`;
    if (typeof minutes !== 'number' || !Number.isInteger(minutes)) return [{ path, code: 'wrong-type' }];
    if (minutes < REMINDERS.min) return [{ path, code: 'too-small', limit: REMINDERS.min }];
    return minutes > REMINDERS.max ? [{ path, code: 'too-large', limit: REMINDERS.max }] : [];
  });
  if (wrong.length > 0) throw invalidFields(...wrong);
}

/** In the order in which they are sent, each once. */
function latestLast(reminders: readonly number[] | null): number[] | null {
  return reminders && [...new Set(reminders)].sort((one, other) => other - one);
}
