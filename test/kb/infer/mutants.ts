/** A fault put into the source of the kernel, to see that the comparison notices it. */
export type Mutant = {
  readonly name: string
  readonly file: string
  /** Each text stands in the file exactly once. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  readonly noticedBy: 'prolog' | 'completions'
}

/** The head is given the names that are asked for. With the check in place this changes nothing. */
const HEAD_TAKES_NAMES: Mutant['edits'] = [
  ["derived(derive(run, certainty === 'yes'))", "derived(takeNames(derive(run, certainty === 'yes'), names))"],
  [
    'function exceptionsAllow(',
    `function takeNames(one: Derived, names: readonly (string | undefined)[]): Derived {
  const values = one.values.map((value, place): Value => {
    const name = names[place]
    return name === undefined ? value : { kind: 'name', name }
  })
  return { ...one, values }
}

function exceptionsAllow(`,
  ],
]

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'ignores negation',
    file: 'evaluate/condition-status.ts',
    edits: [['return condition.negated ? opposite(status) : status', "return condition.negated ? 'yes' : status"]],
    noticedBy: 'prolog',
  },
  {
    name: 'stops after one round of the fixpoint',
    file: 'fixpoint.ts',
    edits: [['if (fresh.size === 0) return tables', 'return tables']],
    noticedBy: 'prolog',
  },
  {
    name: 'takes new rows for the first recursive condition only',
    file: 'fixpoint.ts',
    edits: [
      [
        'return rule.conditions.flatMap((condition) => {',
        'return rule.conditions.slice(0, 1).flatMap((condition) => {',
      ],
    ],
    noticedBy: 'prolog',
  },
  {
    name: 'does not check a repeated variable in a body',
    file: 'evaluate/rule-run.ts',
    edits: [["if (meeting === 'apart') return 'no'", "if (meeting === 'apart' && slot === CONSTANT) return 'no'"]],
    noticedBy: 'prolog',
  },
  {
    name: 'does not check a repeated variable in a head',
    file: 'evaluate/evaluate-rule.ts',
    edits: [
      [
        "else if (held.kind !== 'name' || held.name !== name) return false",
        "else if (slot === CONSTANT && (held.kind !== 'name' || held.name !== name)) return false",
      ],
      ...HEAD_TAKES_NAMES,
    ],
    noticedBy: 'prolog',
  },
  {
    name: 'does not check a name in a head',
    file: 'evaluate/evaluate-rule.ts',
    edits: [
      [
        "else if (held.kind !== 'name' || held.name !== name) return false",
        "else if (slot !== CONSTANT && (held.kind !== 'name' || held.name !== name)) return false",
      ],
      ...HEAD_TAKES_NAMES,
    ],
    noticedBy: 'prolog',
  },
  {
    name: 'ignores exceptions',
    file: 'evaluate/evaluate-rule.ts',
    edits: [["if (status === 'yes') return 'no'", '']],
    noticedBy: 'prolog',
  },
  {
    name: 'counts equal values twice',
    file: 'evaluate/evaluate-aggregate.ts',
    edits: [
      [
        'if (known === undefined) exact.set(key,',
        'if (known === undefined || run !== null) exact.set(`${key} ${exact.size}`,',
      ],
    ],
    noticedBy: 'prolog',
  },
  {
    name: 'does not take back what a condition gave a variable',
    file: 'evaluate/solve.ts',
    edits: [['restore(atom, run.slots, held)\n  }\n  return false', '}\n  return false']],
    noticedBy: 'prolog',
  },
  {
    name: 'takes a possible row for a certain one',
    file: 'evaluate/solve.ts',
    edits: [
      [
        "const sure = certain && match === 'yes' && row.certainty === 'certain'",
        "const sure = certain && match === 'yes'",
      ],
    ],
    noticedBy: 'completions',
  },
  {
    name: 'takes overlapping ranges for equal ones',
    file: 'evaluate/rule-run.ts',
    edits: [['sure = false\n', '\n']],
    noticedBy: 'completions',
  },
  {
    name: 'takes a comparison that is not known for a true one',
    file: 'evaluate/solve.ts',
    edits: [["solveRest(search, left, certain && status === 'yes')", 'solveRest(search, left, certain)']],
    noticedBy: 'completions',
  },
  {
    name: 'takes what cannot be computed for certain',
    file: 'evaluate/solve.ts',
    edits: [["certain && result.kind !== 'problem' && meeting === 'same'", "certain && meeting === 'same'"]],
    noticedBy: 'completions',
  },
  {
    name: 'takes an unknown exception for none',
    file: 'evaluate/evaluate-rule.ts',
    edits: [["if (status === 'unknown') allowed = 'unknown'", '']],
    noticedBy: 'completions',
  },
  {
    name: 'takes a possible row for none under "not"',
    file: 'evaluate/condition-status.ts',
    edits: [["status = 'unknown'\n  }\n  return status", '}\n  return status']],
    noticedBy: 'completions',
  },
  {
    name: 'takes what is not recorded for not so',
    file: 'derive-relation.ts',
    edits: [["if (around.relation.absent === 'ask') addAbsentRows(around, names, table)", '']],
    noticedBy: 'completions',
  },
  {
    name: 'forgets whoever is not recorded',
    file: 'absent-rows.ts',
    edits: [['return type.open ? [...values, OTHER] : values', 'return values']],
    noticedBy: 'completions',
  },
  {
    name: 'takes several unrecorded ones for one',
    file: 'evaluate/evaluate-aggregate.ts',
    edits: [['else others += many ? Infinity : 1', 'else others += 0']],
    noticedBy: 'completions',
  },
  {
    name: 'leaves unknown parts out of a sum',
    file: 'evaluate/evaluate-sum.ts',
    edits: [["if (status !== 'unknown') continue", 'continue']],
    noticedBy: 'completions',
  },
  {
    name: 'counts unknown parts of a sum as sure',
    file: 'evaluate/evaluate-sum.ts',
    edits: [["status = certain ? 'yes' : 'unknown'", "status = 'yes'"]],
    noticedBy: 'completions',
  },
  {
    name: 'counts what is only possible',
    file: 'evaluate/evaluate-aggregate.ts',
    edits: [
      ['const certain = solutions.filter((solution) => solution.certain).map(', 'const certain = solutions.map('],
    ],
    noticedBy: 'completions',
  },
  {
    name: 'takes the least of what is only possible for sure',
    file: 'evaluate/evaluate-aggregate.ts',
    edits: [['const sure = solutions.filter(({ certain }) => certain).map(', 'const sure = solutions.map(']],
    noticedBy: 'completions',
  },
  {
    name: 'adds what is only possible to the total',
    file: 'evaluate/evaluate-aggregate.ts',
    edits: [['const certain = sums.filter((sum) => sum.certain)', 'const certain = sums']],
    noticedBy: 'completions',
  },
  {
    name: 'picks from several derived values of one key',
    file: 'derived-table.ts',
    edits: [["for (const row of contested) {\n    row.certainty = 'possible'", 'for (const row of contested) {']],
    noticedBy: 'completions',
  },
  {
    name: 'picks from several recorded values of one key',
    file: 'recorded-relation.ts',
    edits: [['for (const row of stated) contest(row)', '']],
    noticedBy: 'completions',
  },
]
