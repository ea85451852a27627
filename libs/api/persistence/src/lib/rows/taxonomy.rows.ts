import type { Language, RegionTint } from '@reihe/shared-contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

/** A tree; a region's countries are its own and those of its children. */
@Entity('regions')
@Check('ck_regions_not_own_parent', `parent_id <> id`)
@Index('uq_regions_slug', ['slug'], { unique: true })
@Index('ix_regions_parent_id', ['parentId'])
export class RegionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') slug: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @ManyToOne(() => RegionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent?: Relation<RegionRow>;
  @Column('text') tint: RegionTint;
  @Column('int', { default: 0 }) position: number;
}

@Entity('region_translations')
export class RegionTranslationRow {
  @PrimaryColumn('uuid') regionId: string;
  @ManyToOne(() => RegionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'region_id' })
  region?: Relation<RegionRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') name: string;
}

@Entity('region_countries')
@Check('ck_region_countries_country', `country ~ '^[A-Z]{2}$'`)
export class RegionCountryRow {
  @PrimaryColumn('uuid') regionId: string;
  @ManyToOne(() => RegionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'region_id' })
  region?: Relation<RegionRow>;
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text') country: string;
}

@Entity('categories')
@Index('uq_categories_slug', ['slug'], { unique: true })
export class CategoryRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') slug: string;
  @Column('int', { default: 0 }) position: number;
}

@Entity('category_translations')
export class CategoryTranslationRow {
  @PrimaryColumn('uuid') categoryId: string;
  @ManyToOne(() => CategoryRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'category_id' })
  category?: Relation<CategoryRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') name: string;
}
