import loadProlog from 'swipl-wasm'
import type { AggregateText, RuleText } from '../build-program.ts'
import type { RandomProgram } from './random-program.ts'

/** SWI-Prolog with tabling, as an independent judge of two-valued programs. */
export type PrologOracle = {
  /** For each goal its answers, each as `a1,2`, sorted. */
  answers(program: RandomProgram): readonly string[]
}

export async function createPrologOracle(): Promise<PrologOracle> {
  const prolog = await loadProlog({ arguments: ['-q'], print: () => undefined, printErr: () => undefined })
  let count = 0
  const ask = (query: string): string => {
    const result: unknown = prolog.prolog.query(query).once()
    if (typeof result !== 'object' || result === null || !('A' in result))
      throw new Error(`Prolog did not answer: ${JSON.stringify(result)} to ${query}`)
    return String(result.A)
  }
  return {
    answers(program) {
      count += 1
      const name = `f${count}`
      prolog.FS.writeFile('/f.pl', toProlog(program, name))
      ask(`load_files('/f.pl', [silent(true)]), A = ok`)
      const goals = program.goals.map(
        (goal) => `${name}:goal_${program.goals.indexOf(goal)}(A${program.goals.indexOf(goal)})`,
      )
      const parts = program.goals.map((_, index) => `A${index}`).join(',')
      const all = ask(`${goals.join(', ')}, atomic_list_concat([${parts}], '|', A)`)
      ask('abolish_all_tables, A = ok')
      return all.split('|')
    },
  }
}

export function toProlog({ text, facts, goals }: RandomProgram, name: string): string {
  const heads = [...new Set(text.rules.map((rule) => rule.concludes.split('(')[0] ?? ''))]
  const recorded = new Set(facts.map((fact) => fact.split('(')[0] ?? ''))
  const clauses = [...facts.map((fact) => `${fact}.`), ...text.rules.map(clauseOf)]
  const sorted = clauses.toSorted((left, right) => (left.split('(')[0] ?? '').localeCompare(right.split('(')[0] ?? ''))
  const missing = Object.keys(text.relations).filter((relation) => !heads.includes(relation) && !recorded.has(relation))
  return [
    `:- module(${name}, []).`,
    ':- style_check(-singleton).',
    ...heads.map((head) => `:- table ${head}/2.`),
    ...missing.map((relation) => `:- dynamic ${relation}/2.`),
    ...sorted,
    ...goals.map((goal, index) => goalClause(goal, index)),
  ].join('\n')
}

function goalClause(goal: string, index: number): string {
  const [, first, second] = /\((.+), (.+)\)/.exec(term(goal)) ?? []
  return `goal_${index}(A) :- findall(K, (${term(goal)}, atomic_list_concat([${first}, ${second}], ',', K)), Ks), sort(Ks, S), atomic_list_concat(S, ' ', A).`
}

/** The head is filled last: a number that the call gives must be compared with the result, not be put into the calculation. */
function clauseOf(rule: RuleText): string {
  const [, relation = '', first = '', second = ''] = /^(\w+)\((.+), (.+)\)$/.exec(term(rule.concludes)) ?? []
  return `${relation}(H0, H1) :- ${bodyOf(rule)}, H0 = ${first}, H1 = ${second}.`
}

function bodyOf(rule: RuleText): string {
  const uses = (text: string): boolean => /\?[sc]\b/.test(text)
  const hasResult = rule.sum !== undefined || (rule.aggregates ?? []).length > 0
  const before = hasResult ? rule.if.filter((text) => !uses(text)) : rule.if
  const after = hasResult ? rule.if.filter(uses) : []
  const goals = [
    ...inOrder(before).map(condition),
    ...(rule.sum === undefined ? [] : [sumOf(rule.sum)]),
    ...(rule.aggregates ?? []).map(aggregateOf),
    ...inOrder(after).map(condition),
    ...(rule.unless ?? []).map((exception) => `\\+ ${condition(exception)}`),
  ]
  return goals.join(', ')
}

/** Atoms first, then calculations, then comparisons and absences. */
function inOrder(conditions: readonly string[]): readonly string[] {
  const rank = (text: string): number => {
    if (text.includes(':=')) return 1
    return text.startsWith('not ') || !text.includes('(') || /[<>=]/.test(text) ? 2 : 0
  }
  return conditions.toSorted((left, right) => rank(left) - rank(right))
}

function condition(text: string): string {
  if (text.startsWith('not ')) return `\\+ ${term(text.slice(4))}`
  const calculation = /^(\?\w+) := (.+)$/.exec(text)
  if (calculation) return `${term(calculation[1] ?? '')} is ${term(calculation[2] ?? '')}`
  const comparison = /^(.+) (>=|<=|>|<|=|!=) (.+)$/.exec(text)
  if (!comparison) return term(text)
  const [, left = '', operator = '', right = ''] = comparison
  if (operator === '!=' && !/\d/.test(right) && !/^\?[nwsc]\d?$/.test(left)) return `${term(left)} \\== ${term(right)}`
  const symbol = { '>=': '>=', '<=': '=<', '>': '>', '<': '<', '=': '=:=', '!=': '=\\=' }[operator]
  return `${term(left)} ${symbol} ${term(right)}`
}

function term(text: string): string {
  return text.replaceAll('?_', '_').replaceAll(/\?(\w+)/g, (_, name: string) => `V${name}`)
}

function sumOf(sum: NonNullable<RuleText['sum']>): string {
  const parts = sum.items.map(([part], index) => {
    if (part === undefined) throw new Error('an item without a part')
    return `(${part.when.map(condition).join(', ')} -> P${index} = ${part.add} ; P${index} = 0)`
  })
  return `${parts.join(', ')}, V${sum.into} is ${sum.items.map((_, index) => `P${index}`).join(' + ')}`
}

function aggregateOf({ kind, into, value, of }: AggregateText): string {
  const body = of.map(condition).join(', ')
  const variables = [...new Set(of.join(' ').match(/\?\w+/g) ?? [])].filter((name) => name !== '?_').map(term)
  const found = `findall(b(${variables.join(', ')})-V${value}, (${body}), L0), sort(L0, L1), findall(W, member(_-W, L1), L)`
  switch (kind) {
    case 'count':
      return `${found}, sort(L, L2), length(L2, V${into})`
    case 'total':
      return `${found}, sum_list(L, V${into})`
    case 'minimum':
      return `${found}, L \\= [], min_list(L, V${into})`
    case 'maximum':
      return `${found}, L \\= [], max_list(L, V${into})`
  }
}
