/** Answers of real people, and an address over which anybody on the way reads them. */
import type { Settings } from '../../settings/settings.ts'
import { type Check, warning } from './check.ts'

/** Nothing for made-up people, before the first answer that is no trial, or at an address over https. */
export function httpsChecks({ demo, values }: Pick<Settings, 'demo' | 'values'>, real: number): Check[] {
  const { publicAddress } = values
  if (demo || real === 0 || publicAddress.startsWith('https://')) return []
  const sentence =
    publicAddress === ''
      ? 'De vraies personnes ont répondu, et aucune adresse en https n’est réglée.'
      : `De vraies personnes ont répondu, et l’adresse du site n’est pas en https : ${publicAddress}.`
  return [
    warning(
      'Https',
      `${sentence} Sans chiffrement, ce qui est tapé se lit en chemin.`,
      'Passez le site en https (docs/fr/exploiter.md), puis écrivez son adresse dans « Réglages ».',
    ),
  ]
}
