import type { Candidate } from '../../program/candidate.ts'
import type { Program, Rule, Sum } from '../../program/rule.ts'
import type { Calendar, NameType, Relation } from '../../program/vocabulary.ts'
import { BUILT_IN } from '../relation-named.ts'
import type { CompiledPacks, PackHead } from '../compiled-packs.ts'

/** What packs hold that people read. */
export type Worded = Pick<CompiledPacks, 'candidates' | 'packs'> & { readonly program: Program }

/** Another text in place of one of `pack`; null: of a type or calendar, which several packs may share. */
export type Reword = (text: string, pack: string | null) => string

/**
 * The same packs with every text that people read reworded. Ids, names, conditions and numbers stay, so that facts, results and proofs
 * are the same whatever the words. Titles of examples are for authors and stay as they are.
 */
export function reword<W extends Worded>(worded: W, by: Reword): W {
  const { program, candidates, packs } = worded
  const rules = program.rules.map((rule) => rewordRule(rule, by))
  const vocabulary = {
    ...program.vocabulary,
    relations: reworded(program.vocabulary.relations, (relation) => rewordRelation(relation, by)),
    names: reworded(program.vocabulary.names, (type) => rewordNames(type, by)),
    calendars: reworded(program.vocabulary.calendars, (calendar) => rewordCalendar(calendar, by)),
  }
  const rulesFor = Map.groupBy(rules, ({ then }) => then.relation)
  return {
    ...worded,
    program: { ...program, vocabulary, rules, rulesFor },
    candidates: candidates.map((candidate) => rewordCandidate(candidate, by)),
    packs: packs.map((head): PackHead => ({ ...head, title: by(head.title, head.id) })),
  }
}

/** Every text that people read in packs, each once. */
export function textsOf(worded: Worded): ReadonlySet<string> {
  const found = new Set<string>()
  reword(worded, (text) => {
    found.add(text)
    return text
  })
  return found
}

function reworded<Value>(all: ReadonlyMap<string, Value>, by: (value: Value) => Value): ReadonlyMap<string, Value> {
  return new Map([...all].map(([key, value]) => [key, by(value)]))
}

function rewordRelation(relation: Relation, by: Reword): Relation {
  // What the kernel itself has is said in its own messages.
  if (BUILT_IN.has(relation.name)) return relation
  const say = (text: string) => by(text, relation.pack)
  const sayOr = (text: string | null) => (text === null ? null : say(text))
  return {
    ...relation,
    say: say(relation.say),
    sayNot: sayOr(relation.sayNot),
    ask: sayOr(relation.ask),
    asks: relation.asks.map(say),
    calculator: sayOr(relation.calculator),
    label: relation.label === null ? namedIn(relation, say) : say(relation.label),
    group: sayOr(relation.group),
  }
}

/** An input without a label goes by its name, which another language needs in words of its own. */
function namedIn({ name, ask }: Relation, say: (text: string) => string): string | null {
  if (ask === null) return null
  const words = name.replaceAll('_', ' ')
  const said = say(words)
  return said === words ? null : said
}

function rewordNames(type: NameType, by: Reword): NameType {
  const { the, any, no, another } = type.said
  const said = { the: by(the, null), any: by(any, null), no: by(no, null), another: by(another, null) }
  return { ...type, said, labels: reworded(type.labels, (label) => by(label, null)) }
}

function rewordCalendar(calendar: Calendar, by: Reword): Calendar {
  const holidays = [...calendar.holidays].map(([day, name]) => [day, by(name, null)] as const)
  return { ...calendar, title: by(calendar.title, null), holidays: new Map(holidays) }
}

function rewordRule(rule: Rule, by: Reword): Rule {
  const { id, pack, title, say, source, sum } = rule
  return {
    ...rule,
    // A rule without a title goes by its id, which is no text.
    title: title === id ? id : by(title, pack),
    say: say === null ? null : by(say, pack),
    source: source === null ? null : by(source, pack),
    sum: sum && rewordSum(sum, (text) => by(text, pack)),
  }
}

function rewordSum({ into, items }: Sum, by: (text: string) => string): Sum {
  return { into, items: items.map(({ oneOf }) => ({ oneOf: oneOf.map((part) => ({ ...part, say: by(part.say) })) })) }
}

function rewordCandidate(candidate: Candidate, by: Reword): Candidate {
  const { pack, name, decides, findings, weighing } = candidate
  const say = (text: string) => by(text, pack)
  return {
    ...candidate,
    name: say(name),
    decides: decides.map(say),
    findings: findings.map((finding) => ({ ...finding, say: say(finding.say), source: say(finding.source) })),
    weighing: { ...weighing, title: say(name), sum: weighing.sum && rewordSum(weighing.sum, say) },
  }
}
