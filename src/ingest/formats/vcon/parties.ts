// Who takes part in a vCon: finds the participant behind a party's index, or behind a speaker's name in a transcript.
import type { Participant, Role } from "../../../core/domain.ts";
import type { Place } from "../../../core/source-conversation.ts";
import type { ItemSink } from "../../item-sink.ts";
import { memberOf, numberOf, textOf } from "../../json/members.ts";
import { ROLES_BY_WORD } from "../../mapping/value-words.ts";

export type Parties = {
  at(index: number | undefined): Participant;
  /** `speaker` is a role, a name, or a number of a channel. */
  named(speaker: unknown): Participant;
  customer(): Omit<Participant, "role"> | undefined;
};

export function createParties(list: readonly unknown[], sink: ItemSink, place: Place): Parties {
  const parties = list.map((party, index) => toParticipant(party, index));
  const hasRoles = list.some((party) => statedRole(party) !== undefined);

  function warnAssumed(): void {
    if (!hasRoles) {
      sink.warn(
        "roles-assumed",
        place,
        "The parties have no roles; the first was taken as the customer, the others as agents.",
      );
    }
  }

  const self: Parties = {
    at(index) {
      warnAssumed();
      return parties[index ?? 0] ?? { role: index === 0 || index === undefined ? "customer" : "agent" };
    },
    named(speaker) {
      const index = numberOf(speaker);
      if (index !== undefined) return self.at(index);
      const word = textOf(speaker)?.trim().toLowerCase() ?? "";
      const role = ROLES_BY_WORD.get(word);
      if (role !== undefined) return parties.find((party) => party.role === role) ?? { role };
      const byName = parties.find((party) => party.name !== undefined && party.name.toLowerCase() === word);
      if (byName !== undefined) return byName;
      const label = /^(?:speaker|spk|channel)[\s_-]*(\d+)$/.exec(word);
      return self.at(label === null ? undefined : Number(label[1]));
    },
    customer() {
      const found = parties.find((party) => party.role === "customer");
      if (found === undefined || (found.id === undefined && found.name === undefined)) return undefined;
      const { role: _, ...customer } = found;
      return customer;
    },
  };
  return self;
}

function statedRole(party: unknown): Role | undefined {
  const word = textOf(memberOf(party, "role")) ?? textOf(memberOf(party, "meta", "role"));
  return word === undefined ? undefined : ROLES_BY_WORD.get(word.trim().toLowerCase());
}

function toParticipant(party: unknown, index: number): Participant {
  const id = ["tel", "mailto", "email", "sip", "did", "uuid"]
    .map((name) => textOf(memberOf(party, name)))
    .find((found) => found !== undefined);
  const name = textOf(memberOf(party, "name"));
  return {
    role: statedRole(party) ?? (index === 0 ? "customer" : "agent"),
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
  };
}
