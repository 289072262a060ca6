import { choiceWords, listWords, quoted, sentenceCase, withinSentence } from '../../../wording/phrases.ts'
import { formatFigure } from '../../../wording/figure.ts'
import { t } from '../../../wording/translate.ts'
import type { Atom, Condition, Rule, Term } from '../../../kb/program/rule.ts'
import { TODAY } from '../../../kb/infer/today.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayValue } from '../../../kb/values/say-value.ts'
import { type Mention, type Said, sayAssigned, sayCalculation } from '../../../kb/prove/say-calculation.ts'
import { fillTemplate } from '../../../kb/program/phrases.ts'

/** A rule as one sentence without variables: "If the patient has atrial fibrillation and …, then …, unless …". */
export function sayRule(rule: Rule, vocabulary: Vocabulary): string {
  const named = nameVariables(rule, vocabulary)
  const say = (condition: Condition) => sayCondition(condition, named.mention, vocabulary)
  const mention = (variable: string) => named.mention(variable).text
  const premises = [
    ...rule.conditions.filter((condition) => !named.isSaidByName(condition)).map(say),
    ...(rule.sum
      ? [t('reasoning.rule.sum', { total: mention(rule.sum.into), parts: listWords(sayItems(rule.sum.items)) })]
      : []),
    ...rule.aggregates.map(({ kind, into, value, of }) => {
      const where = listWords(of.map(say))
      return t(`reasoning.rule.${kind}`, { into: mention(into), value: bare(mention(value)), where })
    }),
  ]
  const then = sayAtom(rule.then, false, named.mention, vocabulary)
  const said =
    premises.length === 0 ? sentenceCase(then) : t('reasoning.rule.if', { premises: listWords(premises), then })
  return rule.exceptions.length === 0
    ? t('reasoning.rule.whole', { rule: said })
    : t('reasoning.rule.unless', { rule: said, exceptions: choiceWords(rule.exceptions.map(say)) })
}

/** Without its article: "each drug" of "the drug". */
function bare(noun: string): string {
  return noun.replace(new RegExp(t('reasoning.rule.articles'), 'u'), '')
}

type SumItem = NonNullable<Rule['sum']>['items'][number]

/** Those of one name are the points of one scale: "up to 4 for kidneys". */
function sayItems(items: readonly SumItem[]): readonly string[] {
  const byName = Map.groupBy(items, ({ oneOf }) => (oneOf.length === 1 ? oneOf[0]?.say : oneOf))
  return [...byName.values()].map((same) => {
    const [only, ...others] = same.flatMap(({ oneOf }) => oneOf)
    if (same.length === 1 || !only) return choiceWords(same.flatMap(({ oneOf }) => oneOf).map(pointsFor))
    const points = others.reduce((sum, { add }) => sum.plus(add), only.add)
    return t('reasoning.rule.pointsUpTo', { points: formatFigure(points.toFixed()), part: only.say })
  })
}

function pointsFor({ add, say }: SumItem['oneOf'][number]): string {
  return t('reasoning.rule.points', { points: formatFigure(add.toFixed()), part: say })
}

type Named = {
  readonly mention: Mention
  /** Whether it does no more than give a value its name, which says it: "the weight of the patient". */
  readonly isSaidByName: (condition: Condition) => boolean
}

/**
 * An individual is called by its type ("the patient"); a value by the label of its relation ("the weight of the patient"), without one "a
 * day" and then "that day"; what is computed and used once is said where it is used.
 */
function nameVariables(rule: Rule, vocabulary: Vocabulary): Named {
  const names = createNames()
  const said = new Set<Condition>()
  const inAtom = (atom: Atom) => nameTerms(atom, names, vocabulary)
  for (const condition of conditionsOf(rule))
    if (condition.kind === 'atom') {
      const labelled = rule.conditions.includes(condition) ? labelledValue(condition, vocabulary) : null
      if (labelled === null || names.has(labelled.variable)) inAtom(condition)
      else {
        inAtom({ ...condition, terms: condition.terms.map((term, at) => (at === labelled.at ? ANYTHING : term)) })
        names.set(labelled.variable, () => {
          const whose = labelled.whose.map((one) => names.mention(one).text)
          return {
            text: whose.reduce((value, one) => t('reasoning.rule.valueOf', { value, one }), labelled.label),
            isWhole: true,
          }
        })
        said.add(condition)
      }
    } else if (condition.kind === 'assignment' && usesOf(condition.variable, rule) === 1) {
      names.set(condition.variable, () => sayAssigned(condition.text, names.mention, vocabulary))
      said.add(condition)
    } else if (condition.kind === 'assignment')
      names.put(condition.variable, 'result', () => t('reasoning.rule.result'))
  for (const into of [...(rule.sum ? [rule.sum.into] : []), ...rule.aggregates.map((one) => one.into)])
    names.put(into, 'total', () => t('reasoning.rule.sumOf'))
  inAtom(rule.then)
  return { mention: names.mention, isSaidByName: (condition) => said.has(condition) }
}

/** Individuals before values, so that a value may be said to be theirs. */
function nameTerms({ relation, terms }: Atom, names: Names, vocabulary: Vocabulary): void {
  const places = vocabulary.relations.get(relation)?.places
  const named = terms.flatMap((term, at) =>
    term.kind === 'variable' ? [{ variable: term.name, place: places?.[at] }] : [],
  )
  for (const { variable, place } of named)
    if (place?.kind === 'name') {
      const one = vocabulary.names.get(place.type)?.said.the ?? place.type
      names.put(variable, place.type, () => one)
    }
  for (const { variable, place } of named) {
    const kind = place?.kind ?? 'number'
    names.put(variable, kind, (isFirst) => t(`reasoning.rule.${isFirst ? 'first' : 'later'}.${kind}`))
  }
}

type Names = ReturnType<typeof createNames>

/** `put`: what is called by a noun, where it is said first, and later; of several of a noun the second says so. */
function createNames() {
  const names = new Map<string, () => Said>()
  const nouns = new Map<string, number>()
  return {
    mention: ((variable) => names.get(variable)?.() ?? { text: variable, isWhole: true }) satisfies Mention,
    has: (variable: string) => names.has(variable),
    set: (variable: string, say: () => Said) => void names.set(variable, say),
    put(variable: string, noun: string, say: (isFirst: boolean) => string) {
      if (names.has(variable)) return
      const number = (nouns.get(noun) ?? 0) + 1
      nouns.set(noun, number)
      let times = 0
      names.set(variable, () => {
        times += 1
        const one = say(times === 1)
        return { text: number === 1 ? one : t('reasoning.rule.further', { one, number }), isWhole: true }
      })
    },
  }
}

const ANYTHING = { kind: 'anything' } as const

function conditionsOf({ conditions, exceptions, sum, aggregates }: Rule): readonly Condition[] {
  const parts = (sum?.items ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ when }) => when))
  return [...conditions, ...parts, ...aggregates.flatMap(({ of }) => of), ...exceptions]
}

/** The only value of a condition that says nothing else, of a relation that has a label: "the weight". */
function labelledValue(
  { relation: name, terms, negated }: Extract<Condition, { kind: 'atom' }>,
  vocabulary: Vocabulary,
) {
  const relation = vocabulary.relations.get(name)
  if (!relation || negated || terms.some(({ kind }) => kind !== 'variable')) return null
  const values = relation.places.flatMap(({ kind }, at) => (kind === 'name' ? [] : at))
  const [at] = values
  const term = at === undefined ? undefined : terms[at]
  if (values.length !== 1 || at === undefined || term?.kind !== 'variable') return null
  const label = labelOf(relation, relation.places[at]?.kind === 'number')
  if (label === null) return null
  const whose = terms.flatMap((one) => (one.kind === 'variable' && one !== term ? one.name : []))
  return { at, variable: term.name, whose, label: t('reasoning.rule.labelled', { label: withinSentence(label) }) }
}

/** Names of numbers are nouns; those of days often are none ("runs from"). */
function labelOf({ name, label, calculator }: Relation, isNumber: boolean): string | null {
  if (name === TODAY) return t('reasoning.rule.today')
  // Of "Cockcroft-Gault, actual weight" no word may be missing.
  return label ?? (calculator === null ? null : quoted(calculator)) ?? (isNumber ? name.replaceAll('_', ' ') : null)
}

/** How often a variable stands anywhere but where it is computed. */
function usesOf(variable: string, rule: Rule): number {
  const inTerms = (atom: Atom) => atom.terms.filter((term) => term.kind === 'variable' && term.name === variable).length
  const inText = (text: string) =>
    text.match(/\?[\p{L}_][\p{L}\p{N}_]*/gu)?.filter((one) => one.slice(1) === variable).length ?? 0
  const own = conditionsOf(rule).map((condition) => {
    if (condition.kind === 'atom') return inTerms(condition)
    return inText(condition.text) - (condition.kind === 'assignment' && condition.variable === variable ? 1 : 0)
  })
  return inTerms(rule.then) + own.reduce((sum, count) => sum + count, 0)
}

function sayCondition(condition: Condition, mention: Mention, vocabulary: Vocabulary): string {
  if (condition.kind === 'atom') return sayAtom(condition, condition.negated, mention, vocabulary)
  return sayCalculation(condition.text, mention, vocabulary)
}

function sayAtom({ relation: name, terms }: Atom, negated: boolean, mention: Mention, vocabulary: Vocabulary): string {
  const relation = vocabulary.relations.get(name)
  const say = (term: Term, place: Place | undefined) => sayTerm(term, place, mention, vocabulary)
  if (!relation) {
    const left = name.replaceAll('_', ' ')
    return t('reasoning.compared.=', { left, right: listWords(terms.map((term) => say(term, undefined))) })
  }
  const fill = (template: string) =>
    fillTemplate(
      template,
      (index) => {
        const term = terms[Number(index)]
        return term ? say(term, relation.places[Number(index)]) : null
      },
      vocabulary.phrases,
    )
  if (!negated) return fill(relation.say)
  return relation.sayNot === null ? t('reasoning.denied', { statement: fill(relation.say) }) : fill(relation.sayNot)
}

function sayTerm(term: Term, place: Place | undefined, mention: Mention, vocabulary: Vocabulary): string {
  if (term.kind === 'variable') return mention(term.name).text
  if (term.kind === 'anything')
    return place?.kind === 'name'
      ? (vocabulary.names.get(place.type)?.said.any ?? t('reasoning.any.name'))
      : t(`reasoning.any.${place?.kind ?? 'value'}`)
  return place ? sayValue(term.value, place, vocabulary) : ''
}
