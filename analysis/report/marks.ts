/** What a reader must know before any figure: synthetic answers, a trial, zones that may change. */
import { asideText, type ReportSource } from './source.ts'
import type { Report } from './tree.ts'

export function marksOf({ demo, questionnaires, zoning }: ReportSource): Report['marks'] {
  const marks: Report['marks'] = []
  if (demo)
    marks.push({
      short: 'Données fictives',
      text: 'Les réponses ont été inventées pour la démonstration : aucun chiffre ne décrit le territoire.',
    })
  if (questionnaires.some(({ trial }) => trial))
    marks.push({
      short: 'Essai',
      text: 'Ces réponses servent à essayer les questionnaires ; elles seront effacées à l’ouverture de l’enquête.',
    })
  const aside = asideText(questionnaires)
  if (aside !== null) marks.push({ short: 'Avec les fiches mises de côté', text: aside })
  if (zoning.provisional)
    marks.push({
      short: 'Zonage provisoire',
      text: `${zoning.source}. Les zones pourront changer sans perdre une réponse.`,
    })
  return marks
}
