import { implement } from '@orpc/server'
import type { AppEvent } from '../../../contract/application.ts'
import type { Fact, Proposing } from '../../../contract/knowledge/fact.ts'
import { contract } from '../../../contract/index.ts'
import type { Pack, RuleRow } from '../../../contract/knowledge/rule.ts'
import { calendarDates, calendarFile } from '../../../assistant/rules/calendar-file.ts'
import { inventConclusions } from './invented-conclusions.ts'
import { CLINICAL_FORM, factOfInput } from './invented-facts.ts'
import { inventCalculation, inventCalculators, inventKnown, inventSheet } from './invented-calculators.ts'
import { inventCheck, inventRuleForm, RULE_WORDS, YAML } from './invented-rules.ts'
import { refused } from '../refused.ts'

export type RulesState = {
  facts: Fact[]
  packs: Pack[]
  rules: RuleRow[]
  /** Of every matter of the stand-in. */
  usedPacks: string[]
  readonly waitMs: number
  readonly events: { push(event: AppEvent): void }
}

const os = implement(contract)
const TODAY = '2026-06-03'

/** Facts, rules, packs and what is computed from them. */
export function rulesParts(state: RulesState) {
  return {
    fact: factPart(state),
    rule: rulePart(state),
    calculator: calculatorPart(state),
    sheet: sheetPart(state),
    pack: packPart(state),
  }
}

/** Facts of the stand-in: they are kept, and what follows from them is invented. */
function factPart(state: RulesState) {
  const { fact } = os
  const changed = (matter: string) => state.events.push({ type: 'facts-changed', matter })
  const find = (id: string) => {
    const found = state.facts.find((one) => one.id === id)
    if (!found) throw new Error(`Expected a fact ${id}.`)
    return found
  }
  return {
    form: fact.form.handler(() => ({
      packs: [...state.usedPacks],
      relations: state.usedPacks.length > 0 ? [...CLINICAL_FORM] : [],
      today: TODAY,
    })),
    list: fact.list.handler(() => [...state.facts]),
    set: fact.set.handler(({ input }) => {
      const { matter, replaces, ...said } = input
      if (said.args.includes('999 kg'))
        throw refused('WRONG_USE', 'A weight of 999 kg is not possible. It lies between 0.3 and 500 kg.')
      const made = factOfInput(said)
      state.facts = [...state.facts.filter(({ id }) => id !== replaces), made]
      changed(matter)
      return made
    }),
    setText: fact.setText.handler(() => factOfInput({ relation: 'has', args: ['patient', 'af'] })),
    unset: fact.unset.handler(({ input }) => {
      state.facts = state.facts.filter(({ id }) => id !== input.fact)
      changed(input.matter)
    }),
    confirm: fact.confirm.handler(({ input }) => {
      const made: Fact = { ...find(input.fact), ...input.edited, state: 'confirmed', decidedBy: 'J. Marsh' }
      state.facts = state.facts.map((one) => (one.id === made.id ? made : one))
      changed(input.matter)
      return made
    }),
    reject: fact.reject.handler(({ input }) => {
      const made: Fact = { ...find(input.fact), state: 'rejected' }
      state.facts = state.facts.map((one) => (one.id === made.id ? made : one))
      changed(input.matter)
      return made
    }),
    propose: fact.propose.handler(async function* () {
      for (const passagesDone of [0, 1, 2, 3]) {
        yield { type: 'proposal-progress', document: 'Letters/Echo.pdf', passagesDone, passages: 4, secondsLeft: 40 }
        await new Promise((resolve) => setTimeout(resolve, state.waitMs * 20))
      }
      yield { type: 'proposal-end', documents: 3, proposed: 0, seconds: 4 }
    }),
    ...proposingPart(state),
  }
}

/** The reading of facts of the stand-in: a few steps, which find nothing. */
function proposingPart({ events, waitMs }: RulesState) {
  const { fact } = os
  let now: Proposing = { isRunning: false, progress: null, end: null, failure: null }
  const put = (matter: string, state: Partial<Proposing>) => {
    now = { isRunning: false, progress: null, end: null, failure: null, ...state }
    events.push({ type: 'proposing-changed', matter })
  }
  const read = async (matter: string) => {
    for (const passagesDone of [0, 1, 2, 3]) {
      const at = { document: 'Letters/Echo.pdf', passagesDone, passages: 4, secondsLeft: 40 }
      put(matter, { isRunning: true, progress: { type: 'proposal-progress', ...at } })
      await new Promise((resolve) => setTimeout(resolve, waitMs * 20))
      if (!now.isRunning) return
    }
    const end = { documents: 3, proposed: 0, seconds: 4, model: null, stopped: false }
    put(matter, { end: { type: 'proposal-end', ...end } })
  }
  return {
    proposing: fact.proposing.handler(() => now),
    startProposing: fact.startProposing.handler(({ input }) => void read(input.matter)),
    stopProposing: fact.stopProposing.handler(({ input }) => put(input.matter, {})),
  }
}

function rulePart(state: RulesState) {
  const { rule } = os
  const rowOf = (name: string) => {
    const found = state.rules.find((one) => one.rule === name) ?? state.rules[0]
    if (!found) throw new Error(`Expected a rule ${name}.`)
    return found
  }
  const nameOf = (given: { rule: string } | { yaml: string }) => ('rule' in given ? given.rule : '')
  return {
    conclusions: rule.conclusions.handler(({ input }) =>
      state.usedPacks.length > 0
        ? inventConclusions(state.facts, input.asOf ?? TODAY)
        : { asOf: TODAY, conclusions: [], conflicts: [], ahead: [], stopped: null, rulesNotUsed: [] },
    ),
    calendar: rule.calendar.handler(({ input }) =>
      calendarFile(
        calendarDates(inventConclusions(state.facts, input.asOf ?? TODAY), { id: input.matter, name: input.matter }),
        `${TODAY}T00:00:00Z`,
      ),
    ),
    whatWouldChange: rule.whatWouldChange.handler(() => [
      {
        change: 'patient has active bleeding',
        kind: 'missing',
        then: 'no',
        sentence: 'Contraindicated by bleeding-stop',
      },
      {
        change: 'patient has a mechanical heart valve',
        kind: 'assumed-absent',
        then: 'no',
        sentence: 'Another rule applies',
      },
      { change: 'patient has no atrial fibrillation', kind: 'fact', then: 'no', sentence: 'No rule recommends it' },
    ]),
    list: rule.list.handler(() => [...state.rules]),
    words: rule.words.handler(() => [...RULE_WORDS]),
    read: rule.read.handler(({ input }) => {
      const row = rowOf(input.rule)
      return { form: inventRuleForm(row), row, yaml: YAML }
    }),
    check: rule.check.handler(({ input }) => inventCheck(rowOf(nameOf(input.rule)), checkedText(input.rule))),
    save: rule.save.handler(({ input }) => {
      const row = rowOf(nameOf(input.rule))
      row.status = 'draft'
      state.events.push({ type: 'packs-changed' })
      return row
    }),
    setStatus: rule.setStatus.handler(({ input }) => {
      if (input.status === 'approved' && !input.by) throw refused('WRONG_USE', 'Say who approves it.')
      const row = rowOf(input.rule)
      Object.assign(row, { status: input.status, approvedBy: input.by, approvedOn: TODAY })
      state.events.push({ type: 'packs-changed' })
      return row
    }),
    // For the command line only.
    checkPack: rule.checkPack.handler(() => ({ pack: 'af-demo', rules: 9, problems: [] })),
    testPack: rule.testPack.handler(() => ({ pack: 'af-demo', examples: [], problems: [] })),
    runPack: rule.runPack.handler(() => ({
      asOf: TODAY,
      conclusions: [],
      problems: [],
      refused: [],
      stopped: null,
      outOfForce: null,
    })),
  }
}

function checkedText(given: object): string {
  return 'yaml' in given ? String(given.yaml) : JSON.stringify(given, null, 1)
}

function calculatorPart(state: Pick<RulesState, 'facts'>) {
  const { calculator } = os
  return {
    list: calculator.list.handler(() => inventCalculators()),
    run: calculator.run.handler(({ input }) => inventCalculation(input.name, input.inputs)),
    known: calculator.known.handler(({ input }) => ({ given: inventKnown(input.name, state.facts), whose: [] })),
    suggest: calculator.suggest.handler(({ input }) => ({
      suggestions: inventCalculators()
        .filter(({ title }) => input.question.includes(title))
        .map((one) => ({
          calculator: one,
          fit: 1,
          given: [],
          whose: [],
          calculation: inventCalculation(one.name, []),
        })),
      leftOut: [],
    })),
  }
}

/** Case sheets of the stand-in: the calculators above, with what its facts say. */
function sheetPart(state: Pick<RulesState, 'facts'>) {
  const { sheet } = os
  return {
    goals: sheet.goals.handler(({ input }) =>
      inventCalculators()
        .filter(({ title }) => title.toLowerCase().includes(input.question.toLowerCase()))
        .map(({ name, title, pack, field, group, jurisdictions }) => ({
          goal: name,
          title,
          pack,
          field,
          group,
          jurisdictions,
          fit: 1,
        })),
    ),
    open: sheet.open.handler(({ input, errors }) => {
      const found = inventCalculators().find(({ name }) => name === input.goal)
      if (!found) throw errors.NOT_FOUND()
      return inventSheet(found, state.facts, input.typed)
    }),
    export: sheet.export.handler(() => ({ file: new File(['# Sheet'], 'sheet.md') })),
    kept: sheet.kept.handler(() => []),
    keep: sheet.keep.handler(() => {}),
    forget: sheet.forget.handler(() => {}),
  }
}

function packPart(state: RulesState) {
  const { pack } = os
  const changed = () => state.events.push({ type: 'packs-changed' })
  return {
    list: pack.list.handler(() => [...state.packs]),
    import: pack.import.handler(({ input }) => {
      const [first] = state.packs
      if (!first || input.folder.includes('broken'))
        throw refused(
          'WRONG_USE',
          'rules/a.yaml, line 3, column 5: there is no relation “postd”. Nothing was taken in.',
        )
      const made = { ...first, pack: 'gout', title: 'Gout', version: '0.1', shipped: false }
      state.packs.push(made)
      changed()
      return { ...made, toDraft: 0 }
    }),
    export: pack.export.handler(({ input }) => ({ folder: `${input.folder}/${input.pack}`, files: 4 })),
    copy: pack.copy.handler(({ input, errors }) => {
      const source = state.packs.find((one) => one.pack === input.pack)
      if (!source) throw errors.NOT_FOUND()
      const made = { ...source, pack: input.name, shipped: false }
      state.packs.push(made)
      changed()
      return made
    }),
    remove: pack.remove.handler(({ input }) => {
      state.packs = state.packs.filter((one) => one.pack !== input.pack)
      changed()
    }),
    jurisdiction: pack.jurisdiction.handler(() => ({
      jurisdiction: null,
      known: ['England and Wales'],
      rulesNotUsed: [],
    })),
    setJurisdiction: pack.setJurisdiction.handler(({ input }) => ({
      jurisdiction: input.jurisdiction,
      known: ['England and Wales'],
      rulesNotUsed: [],
    })),
    used: pack.used.handler(() => [...state.usedPacks]),
    use: pack.use.handler(({ input }) => {
      state.usedPacks = state.usedPacks.filter((one) => one !== input.pack)
      if (input.on) state.usedPacks.push(input.pack)
      changed()
    }),
  }
}
