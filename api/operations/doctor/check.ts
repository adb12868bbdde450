/** One thing the doctor looked at: how it is, and what to do when it is not well. French, for the operator. */
import { Fault } from '../../../cli/fault.ts'
import { StoreUnavailable } from '../../store/store.ts'

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

/** What a look gives; one that breaks off, on a Fault or on what is damaged, is a finding, and the others go on. */
export async function looked(name: string, look: () => Promise<Check[]> | Check[]): Promise<Check[]> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Fault) return [wrong(name, error.message, null)]
    // messages of the store are its own words; of anything else only the name is certain to quote nothing
    const why = error instanceof StoreUnavailable ? error.message : error instanceof Error ? error.name : 'erreur'
    return [
      wrong(
        name,
        `L’examen s’est arrêté\u202f: la base ne se lit pas jusqu’au bout (${why}).`,
        'Arrêtez le site, vérifiez le disque, puis restaurez la dernière sauvegarde vérifiée (npm run restore).',
      ),
    ]
  }
}
