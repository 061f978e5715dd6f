// Links that carry something personal or secret: credentials, tokens, sessions, an e-mail address. Other links stay.

import { allMatches } from "../all-matches.ts";
import { isRandomLooking } from "../random-looking.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const LINK = /(?:\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.)[^\s<>"\u3000-\u303F\uFF00-\uFFFC]{1,8000}/gi;
const CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i;
const SECRET_PARAMETER =
  /[?&#;](?:[\w.-]{0,30}?[_.-])?(?:access_?token|token|auth|authorization|api_?key|key|sig|signature|secret|session(?:_?id)?|sid|passw(?:or)?d|pwd|pass|code|otp|pin|jwt|ticket|credential|email|e-mail|mail|user(?:name)?|login|phone|tel|mobile|ssn|dob|name|firstname|lastname|address)=[^&#;]/i;
const PERSONAL_PATH = /[^/?#&=]@[^/?#&=]|%40/;

export const link: Recogniser = {
  name: "link",
  applies: (profile) => profile.hasColon || profile.longestToken > 2,
  find(text) {
    const found: Candidate[] = [];
    if (!text.includes("://") && !/www\./i.test(text)) return found;
    for (const match of allMatches(text, LINK)) {
      const url = match[0].replace(/[.,;:!?'")\]}]+$/, "");
      if (!isPersonal(url)) continue;
      found.push({ start: match.index, end: match.index + url.length, type: "URL", score: 0.99 });
    }
    return found;
  },
};

function isPersonal(url: string): boolean {
  return (
    CREDENTIALS.test(url) ||
    SECRET_PARAMETER.test(url) ||
    PERSONAL_PATH.test(url) ||
    url.split(/[/?#&=]/, 200).some((part) => part.length >= 20 && isRandomLooking(part))
  );
}
