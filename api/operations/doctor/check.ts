/** One thing the doctor looked at: how it is, and what to do when it is not well. French, for the operator. */
import { Fault } from '../../../cli/fault.ts'

/** `warning` can wait, and stops no command; `wrong` cannot. */
export type State = 'well' | 'warning' | 'wrong'
export type Check = {
  name: string
  state: State
  /** How it is. */
  sentence: string
  /** What to do; null when all is well, or when the sentence says it. */
  todo: string | null
}

export const well = (name: string, sentence: string): Check => ({ name, state: 'well', sentence, todo: null })
export const warning = (name: string, sentence: string, todo: string | null): Check => ({
  name,
  state: 'warning',
  sentence,
  todo,
})
export const wrong = (name: string, sentence: string, todo: string | null): Check => ({
  name,
  state: 'wrong',
  sentence,
  todo,
})

/** What a look gives, or the Fault it ends in, whose sentence says what to do. */
export async function looked(name: string, look: () => Promise<Check[]> | Check[]): Promise<Check[]> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Fault) return [wrong(name, error.message, null)]
    throw error
  }
}
