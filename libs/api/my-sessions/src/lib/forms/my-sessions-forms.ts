import { Injectable } from '@nestjs/common';
import { bodyValidation, languageOfPath, oneValue as one, type FormValues } from '@reihe/api-platform';
import { publicPaths, type RegisterAnswer } from '@reihe/shared-contracts';
import { mySessionsPaths, ownDataRules, type NeedsOfSession } from '@reihe/shared-registration';
import { OwnDataService } from '../data/own-data';
import { OwnDownload } from '../data/own-download';
import { OwnPlaces } from '../leaving/own-places';
import { ExpiredWishes } from '../links/expired-wishes';
import { LinkRequests } from '../links/link-requests';
import { EmailChanges } from '../email/email-changes';
import { AskForLinkBody, ChangeEmailBody, OwnTokenBody, SaveMyProfileBody } from '../my-sessions.bodies';

/** Before a registration's id: the name under which what is needed there is sent. */
const NEEDS = 'needs.';

/** What goes back into a page whose form was refused. */
export const MY_SESSIONS_FIELDS = [...Object.keys(ownDataRules), NEEDS, 'version', 'email', 'newEmail'];

interface Next {
  url: string;
}

/** The forms behind personal links as plain posts: the same use cases as the API's, answered by pages. */
@Injectable()
export class MySessionsForms {
  private readonly validation = bodyValidation();

  constructor(
    private readonly data: OwnDataService,
    private readonly places: OwnPlaces,
    private readonly links: LinkRequests,
    private readonly emails: EmailChanges,
    private readonly expired: ExpiredWishes,
    private readonly files: OwnDownload,
  ) {}

  /** As the API takes it: to a machine that fills in what nobody sees the same is said as to people. */
  async takeLinkRequest({ website, ...asked }: AskForLinkBody): Promise<RegisterAnswer> {
    return website === '' ? this.links.ask(asked) : { outcome: 'check-your-mail' };
  }

  async askForLink(lang: string, values: FormValues): Promise<Next> {
    const language = languageOfPath(lang);
    const [email, website] = [one(values['email']), one(values['website'])];
    await this.takeLinkRequest(await this.typed(AskForLinkBody, { email, language, website }));
    return { url: `${mySessionsPaths.link(language)}?done=sent` };
  }

  async askAgain(lang: string, token: string): Promise<Next> {
    const language = languageOfPath(lang);
    await this.expired.askAgain((await this.typed(OwnTokenBody, { token })).token, language);
    return { url: `${publicPaths.confirm(language, token)}?done=sent` };
  }

  async save(lang: string, token: string, values: FormValues): Promise<Next> {
    const language = languageOfPath(lang);
    const texts = Object.keys(ownDataRules).map((field) => [field, one(values[field])] as const);
    const version = Number(one(values['version']));
    const fields = { ...Object.fromEntries(texts), token, version, needs: needsIn(values) };
    await this.data.save(await this.typed(SaveMyProfileBody, fields), language);
    return { url: `${mySessionsPaths.data(language, token)}?done=saved` };
  }

  async changeEmail(lang: string, token: string, values: FormValues): Promise<Next> {
    const language = languageOfPath(lang);
    const fields = { token, newEmail: one(values['newEmail']) };
    await this.emails.ask(await this.typed(ChangeEmailBody, fields), language);
    return { url: `${mySessionsPaths.changeEmail(language, token)}?done=sent` };
  }

  async confirmEmail(lang: string, token: string): Promise<Next> {
    const language = languageOfPath(lang);
    const { manageToken } = await this.emails.confirm((await this.typed(OwnTokenBody, { token })).token);
    return { url: `${publicPaths.manage(language, manageToken)}?done=email` };
  }

  async releaseAll(lang: string, token: string): Promise<Next> {
    const language = languageOfPath(lang);
    await this.places.releaseAll((await this.typed(OwnTokenBody, { token })).token);
    return { url: `${publicPaths.manage(language, token)}?done=all` };
  }

  async leave(lang: string, token: string): Promise<Next> {
    const language = languageOfPath(lang);
    await this.places.leave((await this.typed(OwnTokenBody, { token })).token);
    return { url: mySessionsPaths.gone(language) };
  }

  async release(lang: string, token: string): Promise<Next> {
    const language = languageOfPath(lang);
    await this.places.release((await this.typed(OwnTokenBody, { token })).token, language);
    return { url: mySessionsPaths.release(language, token) };
  }

  async download(lang: string, token: string): Promise<Buffer> {
    return this.files.of((await this.typed(OwnTokenBody, { token })).token, languageOfPath(lang));
  }

  private async typed<Body extends object>(body: new () => Body, fields: object): Promise<Body> {
    return (await this.validation.transform(fields, { type: 'body', metatype: body })) as Body;
  }
}

function needsIn(values: FormValues): NeedsOfSession[] {
  return Object.entries(values)
    .filter(([name]) => name.startsWith(NEEDS))
    .map(([name, value]) => ({ registrationId: name.slice(NEEDS.length), accessibilityNeeds: one(value) }));
}
