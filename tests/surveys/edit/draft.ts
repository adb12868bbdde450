/** A small draft with everything that reads something: conditions, answers taken up, indicators, a repeated panel. */
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const yesNo = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]

export const draft: Questionnaire = {
  ...smallQuestionnaire,
  slug: 'essai',
  definition: {
    pages: [
      {
        name: 'accueil',
        title: 'Accueil',
        elements: [
          { type: 'radiogroup', name: 'garde', title: 'Une garde ?', choices: yesNo, objectives: [1] },
          {
            type: 'checkbox',
            name: 'modes',
            title: 'Quels modes ?',
            visibleIf: "{garde} = 'oui'",
            choices: [
              { value: 'creche', text: { default: 'Crèche', en: 'Nursery' } },
              { value: 'assmat', text: 'Assistante maternelle' },
            ],
            objectives: [1],
          },
          {
            type: 'radiogroup',
            name: 'prefere',
            title: 'Lequel d’abord ?',
            choicesFromQuestion: 'modes',
            choicesFromQuestionMode: 'selected',
            visibleIf: "{garde} = 'oui' and ({modes} anyof ['creche', 'assmat'] or {modes} empty)",
            objectives: [1],
          },
        ],
      },
      {
        name: 'enfants_page',
        title: 'Enfants',
        visibleIf: "{garde} = 'oui'",
        elements: [
          {
            type: 'paneldynamic',
            name: 'enfants',
            title: 'Les enfants',
            minPanelCount: 1,
            maxPanelCount: 4,
            objectives: [1],
            templateElements: [
              { type: 'text', name: 'age', title: 'Âge', inputType: 'number', min: 0, max: 17, objectives: [1] },
              {
                type: 'boolean',
                name: 'ecole',
                title: 'À l’école ?',
                visibleIf: '{panel.age} >= 3',
                objectives: [1],
              },
            ],
          },
        ],
      },
    ],
  },
  indicators: [
    {
      id: 'garde',
      objective: 1,
      field: 'garde',
      measure: 'share',
      wanted: ['oui'],
      breakdowns: [],
      unit: 'households',
      title: 'Une garde',
      sentence: '{value}',
    },
    {
      id: 'ecole',
      objective: 1,
      field: 'enfants.ecole',
      measure: 'shares',
      breakdowns: ['garde'],
      unit: 'children',
      title: 'À l’école',
      sentence: '{value}',
    },
  ],
}

export const conditionOf = (questionnaire: Questionnaire, name: string): unknown =>
  [...walk(questionnaire.definition)].find((holder) => holder.name === name)?.visibleIf

function* walk(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item)
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>
    for (const item of Object.values(value)) yield* walk(item)
  }
}
