// The rules, in the order in which they run. The order has no effect on the result.

import type { Recogniser } from "./recogniser.ts";
import { announcedSecret } from "./recognisers/announced-secret.ts";
import { bankAccount } from "./recognisers/bank-account.ts";
import { birthDate } from "./recognisers/birth-date.ts";
import { emailAddress } from "./recognisers/email-address.ts";
import { handle } from "./recognisers/handle.ts";
import { ipAddress } from "./recognisers/ip-address.ts";
import { knownKey } from "./recognisers/known-key.ts";
import { link } from "./recognisers/link.ts";
import { macAddress } from "./recognisers/mac-address.ts";
import { nationalId } from "./recognisers/national-id.ts";
import { paymentCard } from "./recognisers/payment-card.ts";
import { personName } from "./recognisers/person-name.ts";
import { phoneNumber } from "./recognisers/phone-number.ts";
import { postalAddress } from "./recognisers/postal-address.ts";

export const RULES: readonly Recogniser[] = [
  emailAddress,
  handle,
  link,
  ipAddress,
  macAddress,
  paymentCard,
  bankAccount,
  nationalId,
  phoneNumber,
  knownKey,
  announcedSecret,
  birthDate,
  postalAddress,
  personName,
];
