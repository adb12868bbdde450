/** From a question to what was found of it: the index a reader opens with the questionnaire in hand. */
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { findingId } from '../finding-blocks.ts'
import type { ReportSource } from '../source.ts'
import type { Block, Part } from '../tree.ts'

export function questionIndex({ questionnaires, findings }: ReportSource): Part {
  /** A result may serve several. */
  const servedBy = ({ questionnaire, indicator }: Finding): number[] =>
    findings
      .filter((found) => found.questionnaire === questionnaire && found.indicator === indicator)
      .map(({ objective }) => objective)
  const blocks = questionnaires.flatMap(({ slug, title }): Block[] => {
    const own = eachOnce(findings).filter(({ questionnaire }) => questionnaire === slug)
    const questions = [...Map.groupBy(own, ({ source }) => source.question)]
    if (questions.length === 0) return []
    return [
      { kind: 'heading', level: 3, text: title },
      {
        kind: 'grid',
        grid: {
          title: '',
          base: 'Chaque question, et les résultats qu’elle a donnés',
          columns: ['Question posée', 'Résultats'],
          rows: questions.map(([question, found]) => ({
            label: question,
            href: `#${findingId(found[0]!)}`,
            cells: [
              {
                kind: 'text',
                text: found.map((one) => `${one.title} (${levelNumbers('objective', servedBy(one))})`).join(' ; '),
              },
            ],
          })),
          notes: [],
        },
      },
    ]
  })
  return { id: 'questions', title: 'Des questions aux résultats', blocks }
}
