import { Field, PageQuery } from '@reihe/api-platform';
import {
  changeStateRules,
  type Language,
  type RegistrationState,
  type Translations,
} from '@reihe/shared-contracts';
import {
  DELIVERY_STATES,
  markBouncedRules,
  messageSelectionRules,
  messageTextRules,
  previewMessageRules,
  saveMessageRules,
  startMessageRules,
  type DeliveryState,
  type MarkBounced,
  type MessageKind,
  type MessageSelection,
  type MessageText,
  type PreviewMessage,
  type SaveMessage,
  type StartMessage,
} from '@reihe/shared-registration';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

class MessageSelectionBody implements MessageSelection {
  @Field(messageSelectionRules.registrationIds) registrationIds: string[];
  @Field(messageSelectionRules.states) states: RegistrationState[];
  @Field(messageSelectionRules.countries) countries: string[];
  @Field(messageSelectionRules.languages) languages: Language[];
}

class MessageTextBody implements MessageText {
  @Field(messageTextRules.subject) subject = '';
  @Field(messageTextRules.body) body = '';
}

export class StartMessageBody implements StartMessage {
  @Field(startMessageRules.sessionId) sessionId: string | null;
  @Field(startMessageRules.seriesId) seriesId: string | null;
  @Field(startMessageRules.selection, () => MessageSelectionBody) selection: MessageSelectionBody;
}

export class SaveMessageBody implements SaveMessage {
  @Field(saveMessageRules.version) version: number;
  @Field(saveMessageRules.kind) kind: MessageKind;
  @Field(saveMessageRules.selection, () => MessageSelectionBody) selection: MessageSelectionBody;
  @Field(saveMessageRules.texts, () => MessageTextBody) texts: Translations<MessageTextBody>;
}

export class PreviewMessageBody implements PreviewMessage {
  @Field(previewMessageRules.kind) kind: MessageKind;
  @Field(previewMessageRules.language) language: Language;
  @Field(previewMessageRules.texts, () => MessageTextBody) texts: Translations<MessageTextBody>;
}

export class SendMessageBody {
  @Field(changeStateRules.version) version: number;
}

export class MarkBouncedBody implements MarkBounced {
  @Field(markBouncedRules.isBounced) isBounced: boolean;
}

/** Exactly one of the two. */
export class MessagesQuery extends PageQuery {
  @IsOptional() @IsUUID() sessionId?: string;
  @IsOptional() @IsUUID() seriesId?: string;
}

export class RecipientsQuery extends PageQuery {
  @IsOptional() @IsIn(DELIVERY_STATES) state?: DeliveryState;
}
