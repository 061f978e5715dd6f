import { describe, expect, it } from "vitest";
import type { Role } from "../../core/domain.ts";
import { dayOf, type SummarisedMessage, summariseMessages } from "./summarise-messages.ts";

const message = (role: Role, second: number, position = second): SummarisedMessage => ({
  role,
  position,
  sent_at: `2026-03-05 10:00:0${second}.000`,
});

describe("what a conversation's row says of its messages", () => {
  it("counts by role and spans the times, in whatever order they come", () => {
    const messages = [message("agent", 3), message("customer", 1), message("bot", 2), message("system", 4)];
    expect(summariseMessages(messages)).toEqual({
      started_at: "2026-03-05 10:00:01.000",
      ended_at: "2026-03-05 10:00:04.000",
      message_count: 4,
      customer_message_count: 1,
      bot_message_count: 1,
      agent_message_count: 1,
      handed_over: true,
    });
  });

  it.each<[string, readonly SummarisedMessage[], boolean]>([
    ["an agent after a bot", [message("bot", 1), message("agent", 2)], true],
    [
      "an agent after a bot at the same time, by position",
      [message("agent", 1, 1), message("bot", 1, 0)],
      true,
    ],
    ["a bot after an agent, such as a survey", [message("agent", 1), message("bot", 2)], false],
    ["an agent before and after a bot", [message("agent", 1), message("bot", 2), message("agent", 3)], true],
    ["a bot alone", [message("bot", 1)], false],
    ["nobody", [], false],
  ])("tells of %s whether it was handed over", (_what, messages, handedOver) => {
    expect(summariseMessages(messages).handed_over).toBe(handedOver);
  });

  it("takes the day from the start in UTC", () => {
    expect(dayOf("2026-03-05 23:59:59.999")).toBe("2026-03-05");
    expect(dayOf(summariseMessages([]).started_at)).toBe("1970-01-01");
  });
});
