/** How to read the report: what the bars, the shades and the words mean, and what each mark warns of. */
import { signTexts } from '../../../surveys/charts/known.ts'
import { rules } from '../../disclosure/rules.ts'
import { wholeLimit } from '../../findings/limits.ts'
import { marksOf } from '../marks.ts'
import type { ReportSource } from '../source.ts'
import type { Part } from '../tree.ts'
import { scopeText } from '../weighting-text.ts'

/** Where a finding rests on a question that short responses were not asked. */
const wholeOnlyIn = ({ findings }: ReportSource): string =>
  findings.some(({ limits }) => limits.includes(wholeLimit))
    ? 'Une question du questionnaire entier ne décrit que qui a pris le temps de tout remplir : sa base le dit. '
    : ''

export function guide(source: ReportSource): Part {
  return {
    id: 'lire',
    title: 'Comment lire ce rapport',
    blocks: [
      ...marksOf(source).map(({ short, text }) => ({ kind: 'note', tone: 'mark', text: `${short}. ${text}` }) as const),
      { kind: 'text', text: scopeText(source) },
      {
        kind: 'terms',
        rows: [
          {
            term: 'Intervalle à 95 %',
            text: 'Le trait noir sur chaque barre. Si l’enquête était refaite dans les mêmes conditions, 95 intervalles sur 100 contiendraient la vraie valeur.',
          },
          {
            term: 'Base',
            text: 'Le nombre de réponses sur lequel un chiffre repose, à cinq près. Qui n’a pas répondu, ne sait pas ou préfère ne pas répondre n’y est pas ; les réponses venues d’ailleurs que du territoire sont comptées à part, hors de l’ensemble.',
          },
          {
            term: 'Solide, indicatif, fragile',
            text: 'Solide : une part est connue à cinq points près ; il faut des réponses redressées, et quatre personnes sur cinq qui répondent ou une donnée connue qui concorde. Indicatif : un ordre de grandeur, à dix points près. Fragile : il faut d’autres réponses avant de décider.',
          },
          {
            term: 'Hachures',
            text: 'Chiffre peu précis : l’intervalle est trop large pour lire la couleur ou la longueur comme une mesure. Le même dessin dit la même chose sur les barres, les cartes et la semaine.',
          },
          {
            term: 'Comparer',
            text: 'Un écart est « établi » quand le hasard ne suffit pas à l’expliquer ; sinon, rien ne départage les réponses ou les groupes. Chaque tableau dont les groupes sont comparés a sa ligne dans le classeur, feuille « Comparaisons ».',
          },
          {
            term: 'Ce qu’un résultat ne dit pas',
            text: `Une intention n’est pas une inscription. Aux questions facultatives répondent les plus disponibles. ${wholeOnlyIn(source)}Pour les communes, l’intervalle dit ce que les silencieuses pourraient changer.`,
          },
          {
            term: 'Trop petit, en mots',
            text: `Moins de ${rules.leastDescribed} réponses : rien n’est dit du groupe. « En attente » : une publication précédente avait un chiffre, et moins de ${rules.leastNew} personnes de plus y ont répondu. De ${rules.leastDescribed} à ${rules.leastFigure - 1} : « une minorité », « la plupart » ou « trop incertain ». « Voir l’ensemble » : presque tout le monde est dans le groupe. Les comptes de personnes sont légèrement modifiés au hasard, pour que personne ne soit reconnu. ${signTexts}`,
          },
        ],
      },
    ],
  }
}
