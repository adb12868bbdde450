/** What was measured on the rows of an export, in sentences for whoever takes them. */

import { leastGroup, type Measures } from '../../../analysis/microdata/protected-rows.ts'
import { counted } from '../../../cli/counted.ts'

export function measured(measures: Measures): string[] {
  const { responses, rows, drawnOut, generalised, leftOut, smallestGroup, joinable, absent } = measures
  return [
    `${number(rows)} sur ${counted(responses, 'réponse', 'réponses')}\u202f: une sur dix est laissée par tirage (${number(drawnOut)}), et ${counted(leftOut, 'n’entre', 'n’entrent')} dans aucun groupe de ${leastGroup}.`,
    ...(smallestGroup === null
      ? ['Aucune ligne ne peut sortir\u202f: il y a trop peu de réponses.']
      : [
          `Le plus petit groupe de lignes semblables (zone, âge, foyer, enfants) en compte ${number(smallestGroup)}\u202f; ${counted(generalised, 'ligne a', 'lignes ont')} une de ces précisions remplacée par «\u202f*\u202f».`,
          `Lignes qu’on retrouverait dans un second export\u202f: ${number(joinable)} sur ${number(rows)}.`,
        ]),
    'Une ligne n’est pas une personne\u202f: dans un groupe, les réponses de chaque page changent de main. Comptez par zone, âge ou foyer, et croisez des questions d’une même page\u202f; d’une page à l’autre, un croisement ne veut rien dire.',
    ...(absent.length === 0 ? [] : [`Questions qui ne sortent pas\u202f: ${absent.join(', ')}.`]),
  ]
}

const number = (value: number) => value.toLocaleString('fr-FR')
