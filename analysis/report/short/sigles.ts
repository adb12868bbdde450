/** Abbreviations of the trade, each expanded once: those that a report uses. */
import { authority } from '../../../surveys/authority/in-force.ts'
import type { Part } from '../tree.ts'

const common: Record<string, string> = {
  ACM: 'accueil collectif de mineurs, le centre de loisirs',
  AESH: 'accompagnant des élèves en situation de handicap',
  ALAE: 'accueil de loisirs associé à l’école',
  ALSH: 'accueil de loisirs sans hébergement',
  Caf: 'caisse d’allocations familiales',
  CCAS: 'centre communal d’action sociale',
  CDJ: 'conseil départemental de jeunes',
  CMJ: 'conseil municipal de jeunes',
  COPIL: 'comité de pilotage',
  CTG: 'convention territoriale globale',
  EAJE: 'établissement d’accueil du jeune enfant',
  EFS: 'espace France services',
  LAEP: 'lieu d’accueil enfants-parents',
  MAM: 'maison d’assistantes maternelles',
  MD: 'maison du département',
  MSA: 'mutualité sociale agricole',
  PIJ: 'point information jeunesse',
  RPE: 'relais petite enfance',
}

/** Those of the plan that are certain: what is still to be confirmed is not spread by a report. */
const ofPlan = () =>
  Object.fromEntries(
    (authority().plan.acronyms ?? []).flatMap(({ short, long, toConfirm }) => (toConfirm ? [] : [[short, long]])),
  )

/** One line for all, in the order of the alphabet; null when the parts use none. */
export const siglesIn = (parts: readonly Part[]): string | null => siglesOf(JSON.stringify(parts))

/** The same of any text. */
export function siglesOf(words: string): string | null {
  const meanings: Record<string, string> = { ...common, ...ofPlan(), ...authority().names.sigles }
  const used = Object.keys(meanings)
    .toSorted((a, b) => a.localeCompare(b, 'fr'))
    .filter((sigle) => new RegExp(`(?<![\\p{L}\\d])${sigle}(?![\\p{L}\\d])`, 'u').test(words))
    // « Caf » and « CAF » of a plan are one
    .filter((sigle, at, all) => all.findIndex((one) => one.toLowerCase() === sigle.toLowerCase()) === at)
  if (used.length === 0) return null
  return `${used.map((sigle) => `${sigle} : ${meanings[sigle]}`).join(' ; ')}.`
}
