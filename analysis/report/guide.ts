/** How to read the report: what the bars, the shades and the words mean, and what each mark warns of. */
import { percent } from '../format.ts'
import { decisionLine } from '../strength.ts'
import { asideText, type ReportSource } from './source.ts'
import type { Part } from './tree.ts'
import { scopeText } from './weighting-text.ts'

export function guide(source: ReportSource): Part {
  const { demo, zoning, questionnaires } = source
  const warnings = [
    ...(demo
      ? [
          'Données fictives. Les réponses ont été inventées pour la démonstration : aucun chiffre ne décrit le territoire.',
        ]
      : []),
    ...(questionnaires.some(({ trial }) => trial)
      ? ['Essai. Ces réponses servent à essayer les questionnaires ; elles seront effacées à l’ouverture de l’enquête.']
      : []),
    ...[asideText(questionnaires)].filter((text) => text !== null),
    ...(zoning.provisional ? [`Zonage provisoire. ${zoning.source}.`] : []),
  ]
  return {
    id: 'lire',
    title: 'Comment lire ce rapport',
    flow: true,
    blocks: [
      ...warnings.map((text) => ({ kind: 'note', tone: 'mark', text }) as const),
      { kind: 'text', text: scopeText(source) },
      {
        kind: 'terms',
        rows: [
          {
            term: 'Intervalle à 95 %',
            text: 'Le trait noir sur chaque barre. Si l’enquête était refaite dans les mêmes conditions, 95 intervalles sur 100 contiendraient la vraie valeur. Deux barres dont les traits se recouvrent ne sont pas départagées.',
          },
          {
            term: 'Base',
            text: 'Le nombre de réponses sur lequel un chiffre repose. Qui n’a pas répondu, ne sait pas ou préfère ne pas répondre n’y est pas.',
          },
          {
            term: 'Indicatif, fragile',
            text: 'Indicatif : l’ordre de grandeur est sûr. Fragile : il faut d’autres réponses avant de décider. Aucun résultat n’est dit solide tant que les réponses ne sont pas redressées sur la population connue.',
          },
          {
            term: 'Hachures',
            text: `Le niveau est incertain : l’intervalle est trop large pour lire la couleur ou la longueur comme une mesure. Dans la semaine : l’intervalle est de part et d’autre de ${percent(decisionLine)} des enfants, la ligne à partir de laquelle une demi-heure mérite d’être discutée.`,
          },
          {
            term: 'Comparer',
            text: 'À l’écran, les comparaisons entre groupes se déplient ; toutes sont dans le classeur joint, report.xlsx.',
          },
          {
            term: 'Secret',
            text: 'Chiffre non diffusé, pour qu’on ne puisse reconnaître personne ; un autre chiffre a pu être masqué pour qu’on ne le recalcule pas.',
          },
        ],
      },
    ],
  }
}
