// IPv4 and IPv6 addresses, but not version numbers and times.

import { isIPv6 } from "node:net";
import { allMatches } from "../all-matches.ts";
import { textBefore } from "../context-words.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = new RegExp(`(?<![\\w.:-])${OCTET}(?:\\.${OCTET}){3}(?![\\w-]|\\.\\d)`, "g");
const COLON_TOKEN = /(?<![\w.:])[0-9a-f:]{6,45}(?:\.\d{1,3}){0,3}(?![\w:])/gi;
const VERSION_WORD =
  /\b(?:version|versions|firmware|release|build|update|upgrade[d]?|chapter|section|ver|v)\.?\s*(?:is|to|from|:)?\s*$|\b(?:ios|android|macos|os|app)\.?\s*(?:is|to|:)?\s*$/;
const ADDRESS_WORD = /\b(?:ip|address|host|server|ping|connect\w*|login|logged|vpn|dns|gateway|router)\b/;

export const ipAddress: Recogniser = {
  name: "ip-address",
  applies: (profile) => profile.digits >= 4 || profile.hasColon,
  find(text) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, IPV4)) {
      const before = textBefore(text, match.index);
      if (VERSION_WORD.test(before) && !ADDRESS_WORD.test(before)) continue;
      add(match, match[0]);
    }
    if (text.includes(":")) {
      for (const match of allMatches(text, COLON_TOKEN)) {
        const token = match[0].replace(/(?<!:):$/, "");
        if (/[0-9a-f]{2}/i.test(token) && isIPv6(token)) add(match, token);
      }
    }
    return found;

    function add(match: RegExpExecArray, value: string): void {
      found.push({ start: match.index, end: match.index + value.length, type: "IP", score: 0.9 });
    }
  },
};
