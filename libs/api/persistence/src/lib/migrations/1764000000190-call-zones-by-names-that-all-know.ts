import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What browsers mean by names that PostgreSQL lacks or takes for another zone. */
const NAMES = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Maputo',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
  'US/PACIFIC-NEW': 'America/Los_Angeles',
  'CANADA/EAST-SASKATCHEWAN': 'America/Regina',
};

/** The same zones by names that PostgreSQL shares; they are not accepted by their old ones any more. */
export class CallZonesByNamesThatAllKnow1764000000190 implements MigrationInterface {
  name = 'CallZonesByNamesThatAllKnow1764000000190';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['series', 'sessions', 'participants', 'registrations'])
      await db.query(
        `UPDATE ${table} t SET time_zone = n.now FROM unnest($1::text[], $2::text[]) AS n (before, now)
         WHERE upper(t.time_zone) = n.before`,
        [Object.keys(NAMES), Object.values(NAMES)],
      );
  }

  async down(): Promise<void> {
    // The names of before were synonyms: nothing that could be read then reads otherwise now.
  }
}
