/**
 * What stands before the candidates where a question asks what could explain something, or for arguments: the form of the list, the
 * same in every such packet. The candidates themselves are texts of the matter and are masked like these.
 */
export const RANKED_INSTRUCTIONS = [
  'Answer with one more property, "ranked": the candidates that could answer the question, likeliest first, eight at most. Each is an object with "name"; "for" and "against", lists of objects with "text" and "sources" as in a claim; "missing", texts that say what is not known and bears on it; "decides", texts that say what would decide it; and "cannotMiss", true where overlooking it would do great harm.',
  'One that you reject stands at the end, with the reason under "against".',
].join('\n')

/** What begins the list of candidates, as a part of their text. */
export const CONSIDER_EACH = 'Consider each: confirm or reject it, with a reason.'

/** Where there are none to give. */
export const NAME_THEM = 'Name the candidates from the sources.'

export const CHOICE_INSTRUCTIONS =
  'Answer with one more property, "choice": the letter of the option that is right, of these.'
