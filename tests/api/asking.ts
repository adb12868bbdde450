/** A questionnaire that asks the authority for a place and for workshops, which no setting and no table gives. */
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { said, whole } from './design/fixture.ts'

export function asking(slug: string, title?: string): Questionnaire {
  const questionnaire = whole(slug, title)
  const [come] = questionnaire.definition.pages[0]!.elements
  come!.title = said('Viendrais-tu à %{lieu} ?')
  questionnaire.definition.pages[0]!.elements.push({
    type: 'radiogroup',
    name: 'atelier',
    title: said('Quel atelier ?'),
    objectives: [26],
    sensitivity: 'ordinary',
    choicesFromParameter: 'ateliers',
  })
  questionnaire.parameters = [
    {
      name: 'lieu',
      title: 'Lieu du point d’entrée',
      help: 'Son nom de tous les jours.',
      kind: 'text',
      provisional: said('(lieu à définir)'),
    },
    {
      name: 'ateliers',
      title: 'Ateliers proposés',
      help: '',
      kind: 'choices',
      provisional: [{ value: 'atelier_1', text: said('Un atelier') }],
    },
  ]
  return questionnaire
}
