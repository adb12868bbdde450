/** A computation that must not be done: the French sentence says why and what to do instead. */

export type RefusalCode =
  | 'weights-missing'
  | 'weights-negative'
  | 'class-missing'
  | 'class-empty'
  | 'class-unknown'
  | 'class-too-small'
  | 'margins-differ'
  | 'margins-of-other-unit'
  | 'margins-missed'
  | 'one-class'

export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, sentence: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
  }
}
