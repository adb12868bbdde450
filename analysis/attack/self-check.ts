/** The same attacks on worlds that are not protected: an attack that fails there proves nothing elsewhere. */
import { randomOf } from '../scripts/simulate/random.ts'
import { type Attack, attack, mostDisclosed, type Scale } from './attack.ts'
import { cellKey, freshNoise, noNoise } from './mechanism.ts'

/**
 * `unperturbed`: true counts; `independent`: another noise at each look; `unruled`: one person between two publications; `moving`:
 * no group stands as it was on an earlier day.
 */
export type SelfCheck = Record<'unperturbed' | 'independent' | 'unruled' | 'moving', Attack> & { failed: string[] }

/** Looks at each table under noise drawn afresh. */
const times = 60

export async function selfCheck(scale: Scale, done: () => void = () => {}): Promise<SelfCheck> {
  const { stray: _, ...unperturbed } = await attack(scale, noNoise, done)
  const { stray: __, ...independent } = await attack({ ...scale, times }, freshNoise(randomOf(1)), done)
  const { stray: ___, ...unruled } = await attack({ ...scale, ruling: 'none' }, cellKey, done)
  const { stray: ____, ...moving } = await attack({ ...scale, ruling: 'moving' }, cellKey, done)
  const found = { unperturbed, independent, unruled, moving }
  return { ...found, failed: failedIn(found) }
}

/** Small counts are known on average, or too many of them for sure: what is looked at once lowers the mean. */
const isDisclosed = ({ bayes }: Attack): boolean =>
  bayes.meanTruth > mostDisclosed.mean || bayes.sure > mostDisclosed.sure * bayes.cells

/** French: attacks that should have succeeded, and did not. */
export function failedIn({ unperturbed, independent, unruled, moving }: Omit<SelfCheck, 'failed'>): string[] {
  const checks: [succeeds: boolean, what: string][] = [
    [unperturbed.exact.pinned > 0, 'le programme en nombres entiers sur des comptes vrais'],
    [isDisclosed(unperturbed), 'la chaîne de Markov sur des comptes vrais'],
    [isDisclosed(independent), 'la chaîne de Markov sur un bruit tiré à chaque tableau'],
    [unruled.differencing.sure > 0, 'les différences entre des publications sans règles'],
    [moving.differencing.sure > 0, 'les différences entre des groupes comptés de nouveau chaque jour'],
  ]
  return checks
    .filter(([succeeds]) => !succeeds)
    .map(([, what]) => `L’attaque devait réussir, et elle a échoué : ${what}.`)
}
