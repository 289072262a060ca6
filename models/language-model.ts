import type { Purpose } from './catalogue.ts'

export type Turn = { readonly role: 'system' | 'user' | 'assistant'; readonly text: string }

/** How far a model has read a prompt. Only where there is more to read than a moment's worth. */
export type PromptReading = {
  /** What it knows already is among them. */
  readonly doneTokens: number
  /** Of the whole prompt. The last one told has done them all. */
  readonly tokens: number
  /** Null until it is known how fast this model reads on this computer. */
  readonly secondsLeft: number | null
}

/** Told at most a few times a second. */
export type OnReading = (reading: PromptReading) => void

export type GenerateRequest = {
  /** Ends with a user turn, or with the beginning of an answer, which is gone on with. What stands in front and is unchanged since the last call is not computed again. */
  readonly turns: readonly Turn[]
  readonly maxTokens: number
  /** GBNF; the answer can only be what it allows. */
  readonly grammar?: string | undefined
  readonly seed?: number | undefined
  /** For so many first tokens also give the two highest probabilities; each costs about twice a plain token. */
  readonly probabilities?: number | undefined
  readonly onReading?: OnReading | undefined
}

export type GenerateItem = {
  readonly text: string
  readonly tokens: number
  /** Highest and second highest probability, for the first tokens if asked for. */
  readonly top: readonly [number, number] | null
}

export type GenerateResult = {
  readonly promptTokens: number
  /** Of the prompt's tokens, how many were still in the context from the call before. */
  readonly reusedTokens: number
  readonly generatedTokens: number
  readonly stop: 'end' | 'length'
}

/**
 * What a model's own yes or no to "do the sources state the answer?" is worth: natural-log odds of yes over no, measured
 * for this very file. Below `denied` it says no; below `doubted` it is not sure.
 */
export type AnswerOdds = { readonly denied: number; readonly doubted: number }

/**
 * What a model's yes to "does the text say this?" is worth, measured for this very file. With natural-log odds of yes over no of
 * `atLeast` it counts as a yes; of the `of` pairs it then said yes to, on which `atLeast` was not chosen, `right` do follow.
 */
export type EntailmentMeasure = { readonly atLeast: number; readonly right: number; readonly of: number }

/**
 * What a model's yes to "does the text state the answer?" is worth together with the reranker's odds, measured for this very file: the sum of
 * its natural-log odds of yes over no and `rerankerWeight` times the reranker's. From `likely` on a place may be the answer, from
 * `sure` on it is one where the model says yes and it tells the kind of thing that is asked for. Below `denied`, by the model's word
 * alone, it is none.
 */
export type PlaceOdds = {
  readonly rerankerWeight: number
  readonly denied: number
  readonly likely: number
  readonly sure: number
  /** In which it was measured, as codes of ISO 639-1; absent: any. */
  readonly languages?: readonly string[] | undefined
}

/** What was measured of a model's own word, for this very file. */
export type LanguageMeasures = {
  /** Absent where they were not measured, or told nothing (the 0.5B: yes and no are equally likely whatever is asked). */
  readonly answerOdds?: AnswerOdds | undefined
  /** Absent where they were not measured. */
  readonly placeOdds?: PlaceOdds | undefined
  /** Absent where it was not measured. */
  readonly entailment?: EntailmentMeasure | undefined
  /** Whether its own sentences were measured to be confirmed by their sources; else answers are led by quotes. */
  readonly paraphrases?: boolean | undefined
}

export type LanguageModelInfo = LanguageMeasures & {
  readonly id: string
  readonly sha256: string
  readonly contextTokens: number
  /** What it is fit for; absent where that is not known. */
  readonly purpose?: Purpose | undefined
}

/**
 * A model that continues a conversation, greedily. Implemented by `local/` and, in tests, by `stand-ins.ts`.
 * `generate` and `score` throw `TOO_LONG` when prompt and answer do not fit the context; llama.cpp itself would
 * silently drop the beginning.
 */
export interface LanguageModel {
  readonly info: LanguageModelInfo
  generate(request: GenerateRequest, signal?: AbortSignal): AsyncGenerator<GenerateItem, GenerateResult, void>
  /** Natural-log probability of each continuation after `turns`, summed over its tokens. */
  score(
    turns: readonly Turn[],
    continuations: readonly string[],
    signal?: AbortSignal,
    onReading?: OnReading,
  ): Promise<readonly number[]>
  /** As `score`, for a short prompt (512 tokens), beside the conversation: what was computed for that stays there for a follow-up. */
  scoreApart(turns: readonly Turn[], continuations: readonly string[], signal?: AbortSignal): Promise<readonly number[]>
  /** Tokens of the turns as the model gets them, its chat template included. */
  countTokens(turns: readonly Turn[]): Promise<number>
}
