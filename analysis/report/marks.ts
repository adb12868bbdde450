/** What a reader must know before any figure: found wrong since, synthetic answers, a trial, zones that may change. */
import { asideText, noticeTexts, type PublicationNotice, type ReportSource } from './source.ts'
import type { Report } from './tree.ts'

const noticeWords: Record<PublicationNotice['kind'], { short: string; opening: string }> = {
  withdrawal: { short: 'Publication retirée', opening: 'Ces chiffres ont été retirés : ne les citez plus.' },
  erratum: { short: 'Erratum', opening: 'Une erreur a été trouvée depuis la publication.' },
}

/** Publications found wrong, in words; nothing when none is. */
export const noticeMarks = (questionnaires: ReportSource['questionnaires']): Report['marks'] =>
  (['withdrawal', 'erratum'] as const).flatMap((kind) => {
    const { short, opening } = noticeWords[kind]
    const texts = noticeTexts(questionnaires, kind)
    return texts.length === 0 ? [] : [{ short, text: [opening, ...texts].join(' ') }]
  })

export function marksOf({ demo, questionnaires, zoning }: ReportSource): Report['marks'] {
  const marks = noticeMarks(questionnaires)
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
