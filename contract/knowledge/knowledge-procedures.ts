import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { errors } from '../errors.ts'
import { Day, Fact, FactForm, FactInput, ProposalEvent, Proposing } from './fact.ts'
import {
  Calculation,
  Calculator,
  CalculatorSuggestions,
  Change,
  Conclusions,
  ExampleRun,
  KnownInputs,
  MatterJurisdiction,
  Pack,
  PackProblem,
  PackRun,
  RuleCheck,
  RuleForm,
  RuleRow,
  RuleStatus,
  RuleWord,
} from './rule.ts'

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })
const ofFact = inMatter.extend({ fact: z.string() })
const inPack = z.object({ pack: z.string() })
const asOf = Day.nullable().default(null)
const ofRule = inPack.extend({ rule: z.string() })
const RuleOrYaml = z.union([RuleForm, z.object({ yaml: z.string().max(100_000) })])
const Folder = z.string().min(1).max(4096)
/** A folder of this computer, or a pack that is here. */
const FolderOrPack = z.union([z.object({ folder: Folder }), inPack])

/** What is said of a matter. A fact that does not fit the vocabulary of the matter's packs is refused (WRONG_USE). */
export const factProcedures = {
  form: base.input(inMatter).output(FactForm),
  /** In the order in which they came; also those that wait for a yes, and those that were rejected. */
  list: base.input(inMatter).output(z.array(Fact)),
  /** Confirmed at once, for a person says it. `replaces`: the fact that it corrects, which is taken away. */
  set: base.input(inMatter.extend({ ...FactInput.shape, replaces: z.string().nullable().default(null) })).output(Fact),
  /** Written as in rules: `weight(patient, 58 kg) @2026-06-01`, `no has(patient, diabetes)`. */
  setText: base.input(inMatter.extend({ text: z.string().trim().min(1).max(4000) })).output(Fact),
  unset: base.input(ofFact).output(z.void()),
  /** `edited`: what it should say instead; its source stays. */
  confirm: base.input(ofFact.extend({ edited: FactInput.nullable().default(null) })).output(Fact),
  /** Kept, so that it is not proposed again. */
  reject: base.input(ofFact).output(Fact),
  /**
   * Looks for facts in documents (globs; none: all of them), each of which then waits for a yes. What was looked through
   * before is skipped, so that a run that was stopped goes on. `model`: as in `answer.ask`.
   */
  propose: base
    .input(inMatter.extend({ documents: z.array(z.string()).default([]), model: z.string().nullable().default(null) }))
    .output(eventIterator(ProposalEvent)),
  /** The same from all documents, going on in the engine until its end, also after a restart; does nothing while it runs. */
  startProposing: base.input(inMatter).output(z.void()),
  stopProposing: base.input(inMatter).output(z.void()),
  proposing: base.input(inMatter).output(Proposing),
}

export const ruleProcedures = {
  /** `asOf` null: today. */
  conclusions: base.input(inMatter.extend({ asOf })).output(Conclusions),
  /** The days ahead as an iCalendar file (RFC 5545). */
  calendar: base.input(inMatter.extend({ asOf })).output(z.string()),
  whatWouldChange: base
    .input(inMatter.extend({ asOf, relation: z.string(), args: z.array(z.string()) }))
    .output(z.array(Change)),
  list: base.input(z.object({ pack: z.string().nullable().default(null) })).output(z.array(RuleRow)),
  read: base.input(ofRule).output(z.object({ form: RuleForm, row: RuleRow, yaml: z.string() })),
  /** Changes nothing. A rule that is not in the pack is a new one. */
  check: base.input(inPack.extend({ rule: RuleOrYaml })).output(RuleCheck),
  /** Refused (WRONG_USE) with problems or failed examples. A changed rule is a draft again. */
  save: base.input(inPack.extend({ rule: RuleOrYaml })).output(RuleRow),
  /** `tested` needs its examples to pass, `approved` moreover the name of who approves (`by`). */
  setStatus: base
    .input(ofRule.extend({ status: RuleStatus, by: z.string().max(120).nullable().default(null) }))
    .output(RuleRow),
  /** The words for the rules of a pack, in the order of its vocabulary. */
  words: base.input(inPack).output(z.array(RuleWord)),
  checkPack: base
    .input(FolderOrPack)
    .output(z.object({ pack: z.string(), rules: z.number().int(), problems: z.array(PackProblem) })),
  testPack: base
    .input(FolderOrPack)
    .output(z.object({ pack: z.string(), examples: z.array(ExampleRun), problems: z.array(PackProblem) })),
  /** Conclusions from facts as in `fact.setText`, drafts counting too. `goal` null: all relations that are goals. */
  runPack: base
    .input(
      z.intersection(
        FolderOrPack,
        z.object({ facts: z.array(z.string()).max(100_000), goal: z.string().nullable().default(null), asOf }),
      ),
    )
    .output(PackRun),
}

/** By its name or title. `pack` null: the first of that name; a copy of a pack has calculators of the same names. */
const ofCalculator = z.object({ name: z.string(), pack: z.string().nullable().default(null) })

export const calculatorProcedures = {
  /** `matter` null: those of all packs. */
  list: base.input(z.object({ matter: z.string().nullable().default(null) })).output(z.array(Calculator)),
  /** Works on its inputs alone. */
  run: base.input(ofCalculator.extend({ inputs: z.array(FactInput).max(200), asOf })).output(Calculation),
  /** Those of its inputs that the matter knows. `about`: who is meant where facts are about several. */
  known: base
    .input(ofCalculator.extend({ matter: z.string(), about: z.array(z.string()).max(20).default([]), asOf }))
    .output(KnownInputs),
  /**
   * The calculators that a question asks for, best first; none for most questions. `matter` null: on nothing that is known.
   * `ofAllPacks`: not of those alone that the matter uses, but still under its law.
   */
  suggest: base
    .input(
      z.object({
        question: z.string().trim().min(1).max(4000),
        matter: z.string().nullable().default(null),
        ofAllPacks: z.boolean().default(false),
        asOf,
      }),
    )
    .output(CalculatorSuggestions),
}

export const packProcedures = {
  list: base.output(z.array(Pack)),
  /**
   * Takes a folder of YAML files in, in the place of one of the same name. One with problems is refused (WRONG_USE); `toDraft`
   * rules came in as drafts, whatever status their file gives them.
   */
  import: base.input(z.object({ folder: Folder })).output(Pack.extend({ toDraft: z.number().int() })),
  /** Writes its files into a new folder inside `folder`. */
  export: base
    .input(inPack.extend({ folder: Folder }))
    .output(z.object({ folder: z.string(), files: z.number().int() })),
  /** The same under another name, as a pack of one's own that can be changed. */
  copy: base.input(inPack.extend({ name: z.string().min(1).max(60) })).output(Pack),
  /** Refused (WRONG_USE) for one that comes with the program. */
  remove: base.input(inPack).output(z.void()),
  /** The packs of a matter; none until chosen. */
  used: base.input(inMatter).output(z.array(z.string())),
  use: base.input(inMatter.extend({ pack: z.string(), on: z.boolean() })).output(z.void()),
  jurisdiction: base.input(inMatter).output(MatterJurisdiction),
  /** Where it is said, rules that are law of another place are not used in the matter. Null: not said any more. */
  setJurisdiction: base
    .input(inMatter.extend({ jurisdiction: z.string().trim().min(1).max(100).nullable() }))
    .output(MatterJurisdiction),
}
