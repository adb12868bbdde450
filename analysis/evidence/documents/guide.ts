/** An interview guide to print: what is said before, what is asked with room to write, the rules of consent. */
import { consentForms, consentScopes } from '../../../surveys/heard/encounter.ts'
import { consentRules, dangerRule, type GuideName, guideNamed } from '../../../surveys/heard/guide.ts'
import type { Block, Report } from '../../report/tree.ts'
import { planMarks } from './blocks.ts'
import type { PlanSource } from './source.ts'

export function guideOf(source: Pick<PlanSource, 'place' | 'date' | 'demo'>, name: GuideName): Report {
  const guide = guideNamed(name)
  return {
    front: 'band',
    place: source.place,
    title: guide.text,
    subtitle: `Guide d’entretien, ${guide.minutes} min. ${guide.lead}`,
    date: source.date,
    marks: planMarks(source as PlanSource),
    ribbon: null,
    facts: [],
    parts: [
      {
        id: 'avant',
        title: 'Avant la première question',
        blocks: [
          ...guide.opening.map((text): Block => ({ kind: 'note', tone: 'plain', text: `« ${text} »` })),
          { kind: 'heading', level: 3, text: 'Entourez jusqu’où va l’accord' },
          { kind: 'list', items: consentScopes.map(({ text, help }) => `${text}. ${help}`) },
          {
            kind: 'text',
            text: `Accord donné (entourez) : ${consentForms.map(({ text }) => text.toLowerCase()).join(' · ')}.`,
          },
          { kind: 'note', tone: 'mark', text: dangerRule },
        ],
      },
      {
        id: 'questions',
        title: 'Les questions',
        flow: true,
        blocks: guide.questions.flatMap(({ title, prompts }): Block[] => [
          { kind: 'heading', level: 3, text: title },
          { kind: 'list', items: [...prompts] },
          { kind: 'blank', label: 'Notes, sans nom' },
        ]),
      },
      {
        id: 'regles',
        title: 'Les règles',
        flow: true,
        blocks: [
          { kind: 'list', items: [...consentRules] },
          ...(guide.advice.length === 0
            ? []
            : [
                { kind: 'heading', level: 3, text: 'Et pour ce guide' } as const,
                { kind: 'list', items: [...guide.advice] } satisfies Block,
              ]),
        ],
      },
    ],
    colophon: [
      'Les notes se saisissent ensuite page « Écoute » : elles y sont chiffrées, et une seconde personne relit chaque citation.',
    ],
  }
}
