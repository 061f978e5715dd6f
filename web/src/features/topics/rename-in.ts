import type { Topic, TopicList } from "../../../../src/contract/topics.ts";

function rename(topic: Topic, name: string | null): Topic {
  return { ...topic, name: name ?? topic.foundName, named: name !== null };
}

/** An answer of the server, a list of topics or one, with a topic renamed; null is the name that was found. */
export function renameIn<Answer extends TopicList | Topic | undefined>(
  answer: Answer,
  id: number,
  name: string | null,
): Answer {
  if (answer === undefined) return answer;
  if ("topics" in answer) {
    return {
      ...answer,
      topics: answer.topics.map((topic) => (topic.id === id ? rename(topic, name) : topic)),
    };
  }
  return answer.id === id ? (rename(answer, name) as Answer) : answer;
}
