import { ACCOUNT_TOPICS } from "./account.ts";
import { APP_TOPICS } from "./app.ts";
import { DEVELOPER_TOPICS } from "./developer.ts";
import { DEVICE_TOPICS } from "./devices.ts";
import { FEEDBACK_TOPICS } from "./feedback.ts";
import { ORDER_CHANGE_TOPICS } from "./order-changes.ts";
import { ORDER_TOPICS } from "./orders.ts";
import { PAYMENT_TOPICS } from "./payments.ts";
import { RETURN_TOPICS } from "./returns.ts";
import { SUBSCRIPTION_TOPICS } from "./subscription.ts";
import type { Topic } from "./topic.ts";

/** Every planted topic. The order is part of the sample: changing it changes what a seed gives. */
export const TOPICS: readonly Topic[] = [
  ...ORDER_TOPICS,
  ...ORDER_CHANGE_TOPICS,
  ...RETURN_TOPICS,
  ...PAYMENT_TOPICS,
  ...SUBSCRIPTION_TOPICS,
  ...ACCOUNT_TOPICS,
  ...APP_TOPICS,
  ...DEVICE_TOPICS,
  ...FEEDBACK_TOPICS,
  ...DEVELOPER_TOPICS,
];

/** The position of a topic in `TOPICS`. Throws for an id that is not planted. */
export function topicIndex(id: string): number {
  const index = TOPICS.findIndex((topic) => topic.id === id);
  if (index < 0) throw new RangeError(`no planted topic ${id}`);
  return index;
}
