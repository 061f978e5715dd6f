// A conversation as a JSON object in Parlance's own form, which `parlance import` and `POST /v1/conversations` take as it is.
import type { SourceConversation } from "../core/source-conversation.ts";

/** Leaves out places (they say where a record stood in a source, and this one is new) and writes attributes as plain values. */
export function toCanonicalForm(conversation: SourceConversation): object {
  const { externalId, attributes = {}, messages, place: _place, ...fields } = conversation;
  return {
    id: externalId,
    ...fields,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
    messages: messages.map(({ externalId: id, participant, place: _messagePlace, ...message }) => {
      const { role, ...person } = participant;
      return { id, role, ...message, ...(person.id === undefined ? {} : { participant: person }) };
    }),
  };
}
