// What an utterance does, guessed from its words, for the time before models have labelled it. English; precise rather than
// complete: what no rule knows has no act.

const RULES: Readonly<Record<string, RegExp>> = {
  question:
    /\?|^(?:what|which|who|where|when|why|how|can|could|do|does|did|is|are|has|have|will|would|may)\b|\b(?:how (?:do|can|to)|where (?:is|can|do)|when (?:will|is)|why (?:is|was|did|do))\b/i,
  request:
    /^(?:please|cancel|change|send|help|show|tell|give|reset|refund|update|close|delete|add|remove|book|order|find)\b|\b(?:i (?:want|need|would like|'?d like) (?:to|you|a|my|the)|can you|could you|please (?:help|send|cancel|change|check))\b/i,
  complaint:
    /\b(?:(?:does|do|did|is|are|was|has|have|wo|ca|could)(?:n[o']?t| not) (?:work|load|open|start|connect|arriv|receiv|let|show|respond|charge|turn)\w*|broken|not working|stopped working|still (?:waiting|no|not|have)|never (?:arrived|came|received|got)|keeps? (?:crash|fail|drop|disconnect|los|ask|freez)\w*|damaged|wrong|faulty|defective|unacceptable|ridiculous|terrible|worst|awful|fed up|disappoint\w*|charged (?:twice|double)|error)\b/i,
  wish: /\b(?:it would be (?:nice|great|good|cool|helpful|lovely)|would be (?:nice|great|good|cool|helpful) (?:if|to)|i wish|wish (?:you|there|it|the)|please add|can you add|could you add|feature request|i(?:'d| would) love (?:to see|if|a|an)|would love (?:to see|if|a|an)|you should (?:add|make|have)|any plans? (?:to|for)|it'?s a pity|suggestion)\b/i,
  greeting: /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear|welcome)\b[^?]{0,40}$/i,
  thanks: /^(?:thanks?|thank you|thx|cheers|many thanks|much appreciated)\b[^?]{0,60}$/i,
  goodbye: /^(?:bye|goodbye|good night|have a (?:nice|great|good|lovely)|take care|see you)\b[^?]{0,60}$/i,
};

/** Whether a text seems to be of this act; false for acts that no rule knows. */
export function looksLikeAct(act: string, text: string): boolean {
  return RULES[act]?.test(text.trim()) ?? false;
}
