import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { MediaStorage } from '@reihe/api-media';
import { AuditTrail, invalidFields, outdatedVersion, sessionNotFound } from '@reihe/api-platform';
import type { MaterialRow } from '@reihe/api-persistence';
import { LANGUAGES, type FieldProblem, type Translations } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import {
  MATERIAL_FILE_TYPES,
  MATERIAL_LIMITS,
  materialTitleRules,
  type AddMaterialFile,
  type AddMaterialLink,
  type Material,
  type SaveMaterial,
} from '@reihe/shared-registration';
import { materialNotFound, materialUnsupported } from '../follow-up.errors';
import { fileNameOf } from './file-name';
import { materialTypeOf } from './file-type';
import { toMaterial } from './materials.mapper';
import { MaterialsRepository } from './materials.repository';

export interface ReceivedMaterial {
  fileName: string;
  contents: Uint8Array;
}

const folderOf = (id: string) => `materials/${id}`;
export const materialKey = (id: string) => `${folderOf(id)}/file`;

/** What a session hands out, in the organiser's order. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly materials: MaterialsRepository,
    private readonly storage: MediaStorage,
    private readonly trail: AuditTrail,
  ) {}

  async list(sessionId: string): Promise<Material[]> {
    return (await this.materials.ofSession(sessionId)).map(toMaterial);
  }

  @Transactional()
  async addLink(sessionId: string, link: AddMaterialLink, staffId: string): Promise<Material[]> {
    const { kind, audience, url } = link;
    const titles = titlesOf(link.titles);
    const file = { fileName: null, mimeType: null, byteSize: null, sha256: null };
    await this.add({ id: randomUUID(), sessionId, kind, audience, titles, url, ...file }, staffId);
    return this.list(sessionId);
  }

  /** The file is stored before its row: a row never lacks its file. */
  async addFile(
    sessionId: string,
    { kind, audience, title, language }: AddMaterialFile,
    { fileName, contents }: ReceivedMaterial,
    staffId: string,
  ): Promise<Material[]> {
    const type = materialTypeOf(contents);
    if (!type) throw materialUnsupported();
    const id = randomUUID();
    const row = {
      id,
      sessionId,
      kind,
      audience,
      titles: { [language]: title },
      url: null,
      fileName: fileNameOf(fileName, type),
      mimeType: MATERIAL_FILE_TYPES[type],
      byteSize: contents.byteLength,
      sha256: createHash('sha256').update(contents).digest('hex'),
    };
    await this.storage.put(materialKey(id), contents, row.mimeType);
    try {
      await this.keep(row, staffId);
    } catch (error) {
      await this.storage.removeFolder(folderOf(id));
      throw error;
    }
    return this.list(sessionId);
  }

  @Transactional()
  private keep(row: NewMaterial, staffId: string): Promise<void> {
    return this.add(row, staffId);
  }

  /** @throws version.outdated, material.not-found */
  @Transactional()
  async save(id: string, { version, kind, audience, titles, url }: SaveMaterial, staffId: string) {
    const before = await this.found(id);
    if ((before.url === null) !== (url === null))
      throw invalidFields({ path: 'url', code: url === null ? 'required' : 'not-allowed' });
    const after = { kind, audience, titles: titlesOf(titles), url };
    if (!(await this.materials.save(id, version, after))) throw outdatedVersion(before.version);
    await this.record('save-material', before.sessionId, staffId, {
      before: { id, ...partsOf(before) },
      after: { id, ...after },
    });
    return this.list(before.sessionId);
  }

  /** @throws request.invalid where these are not the session's materials, all of them */
  @Transactional()
  async order(sessionId: string, ids: readonly string[], staffId: string): Promise<Material[]> {
    if (!(await this.materials.lockSession(sessionId))) throw sessionNotFound();
    const before = (await this.materials.ofSession(sessionId)).map(({ id }) => id);
    if ([...ids].sort().join() !== [...before].sort().join())
      throw invalidFields({ path: 'ids', code: 'not-allowed' });
    await this.materials.order(ids);
    await this.record('order-materials', sessionId, staffId, { before: { ids: before }, after: { ids } });
    return this.list(sessionId);
  }

  async remove(id: string, staffId: string): Promise<void> {
    await this.forget(id, staffId);
    // After the commit: a file without row costs space, a row without file would lead nowhere.
    await this.storage.removeFolder(folderOf(id));
  }

  @Transactional()
  private async forget(id: string, staffId: string): Promise<void> {
    const before = await this.found(id);
    await this.materials.remove(id);
    const { fileName, sha256 } = before;
    await this.record('remove-material', before.sessionId, staffId, {
      before: { id, ...partsOf(before), fileName, sha256 },
    });
  }

  private async add(row: NewMaterial, staffId: string): Promise<void> {
    if (!(await this.materials.lockSession(row.sessionId))) throw sessionNotFound();
    if ((await this.materials.ofSession(row.sessionId)).length >= MATERIAL_LIMITS.perSession)
      throw invalidFields({ path: 'url', code: 'too-large', limit: MATERIAL_LIMITS.perSession });
    await this.materials.add(row);
    const { id, fileName, sha256 } = row;
    await this.record('add-material', row.sessionId, staffId, {
      after: { id, ...partsOf(row), fileName, sha256 },
    });
  }

  private async found(id: string): Promise<MaterialRow> {
    const row = await this.materials.find(id);
    if (!row) throw materialNotFound();
    return row;
  }

  private record(
    verb: string,
    sessionId: string,
    staffId: string,
    change: { before?: object; after?: object },
  ): Promise<void> {
    return this.trail.record({
      actor: { kind: 'staff', id: staffId },
      action: `session.${verb}`,
      subject: 'session',
      subjectId: sessionId,
      ...change,
    });
  }
}

type NewMaterial = Omit<MaterialRow, 'version' | 'position' | 'createdAt' | 'session'>;

function partsOf({ kind, audience, titles, url }: Pick<MaterialRow, 'kind' | 'audience' | 'titles' | 'url'>) {
  return { kind, audience, titles, url };
}

/** Those that are written. @throws request.invalid naming the language */
function titlesOf(titles: Translations<string>): Translations<string> {
  const written = LANGUAGES.flatMap((language) => {
    const title: unknown = titles[language];
    return typeof title === 'string' && title.trim() === '' ? [] : [[language, title] as const];
  }).filter(([, title]) => title !== undefined && title !== null);
  const problems = written.flatMap(([language, title]): FieldProblem[] => {
    const error = fieldError(typeof title === 'string' ? title.trim() : title, materialTitleRules);
    return error ? [{ path: `titles.${language}`, ...error }] : [];
  });
  if (written.length === 0) problems.push({ path: 'titles', code: 'required' });
  if (problems.length > 0) throw invalidFields(...problems);
  return Object.fromEntries(written.map(([language, title]) => [language, String(title).trim()]));
}
