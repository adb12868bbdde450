/** What a screen reader says of a questionnaire, in its order: headings, texts, then each control with its place in its group. */
import type {
  PageModel,
  PanelModel,
  Question,
  QuestionBooleanModel,
  QuestionMatrixModel,
  QuestionRatingModel,
  QuestionSelectBase,
} from 'survey-core'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { placesOf } from '../../../surveys/questionnaire/elements.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

export type Heard = {
  kind: 'page' | 'question' | 'text' | 'control' | 'condition'
  /** What announces it: « titre de niveau 1 », « bouton radio, 1 sur 3 »; French, for the designer. */
  role: string
  /** What is read, in the language. */
  text: string
  /** Question or page it belongs to. */
  path: string
}

const singles: Record<string, string> = {
  text: 'zone de saisie',
  comment: 'grande zone de saisie',
  dropdown: 'liste à dérouler',
}

/** @returns every page and question, those with a condition too, with their condition in words */
export function heardOf(questionnaire: Questionnaire, language: Language): Heard[] {
  const filled = materialise(questionnaire, {})
  const model = modelOf(filled, language)
  if (language !== 'fr') model.locale = language
  const parents = new Map(placesOf(filled.definition).map(({ element, parent }) => [element.name, parent]))
  const heard: Heard[] = []
  const say = (kind: Heard['kind'], role: string, text: string, path: string) => {
    const plain = text.replaceAll('**', '').trim()
    if (plain !== '') heard.push({ kind, role, text: plain, path })
  }
  const condition = (expression: string | undefined, path: string, name: string) => {
    if (!expression) return
    say('condition', '', sentenceOfCondition(filled, expression, parents.get(name) ?? null) ?? expression, path)
  }
  for (const { texts, path, label } of textsOf(filled)) {
    const text = texts[language] || texts.fr
    if (path === '' && label === 'Titre' && heard.length === 0) say('page', 'titre de niveau 1', text, path)
    if (path === '' && label === 'Résumé') say('text', '', text, path)
    if (path === 'notice') say(label === 'Titre' ? 'question' : 'text', label === 'Titre' ? 'notice' : '', text, path)
  }
  for (const page of model.pages as PageModel[]) {
    condition(page.visibleIf, page.name, page.name)
    say('page', 'titre de niveau 1', page.locTitle.textOrHtml, page.name)
    say('text', '', page.locDescription.textOrHtml, page.name)
    for (const piece of page.elements) visit(piece as Question | PanelModel, '')
  }
  return heard

  function visit(piece: Question | PanelModel, parent: string) {
    const path = parent + piece.name
    condition(piece.visibleIf, path, piece.name)
    if (piece.isPanel) {
      say('page', 'région, titre de niveau 2', piece.locTitle.textOrHtml, path)
      say('text', '', piece.locDescription.textOrHtml, path)
      for (const part of (piece as PanelModel).elements) visit(part as Question, parent)
      return
    }
    const question = piece as Question
    const type = question.getType()
    const single = singles[type]
    const required = question.isRequired ? ' (réponse attendue)' : ''
    say(
      'question',
      single ? `titre de niveau 2, ${single}` : 'titre de niveau 2, groupe',
      `${question.locTitle.textOrHtml}${required}`,
      path,
    )
    say('text', '', question.locDescription.textOrHtml, path)
    controls(question, type, path)
  }

  function controls(question: Question, type: string, path: string) {
    const among = (role: string, texts: string[]) =>
      texts.forEach((text, at) => {
        say('control', `${role}, ${at + 1} sur ${texts.length}`, text, path)
      })
    const choices = () =>
      ((question as QuestionSelectBase).visibleChoices ?? []).map(({ locText }) => locText.textOrHtml)
    if (type === 'radiogroup') among('bouton radio', choices())
    else if (type === 'checkbox') among('case à cocher', choices())
    else if (type === 'dropdown') among('option', choices())
    else if (type === 'ranking') among('bouton à classer', choices())
    else if (type === 'boolean') {
      const { locLabelTrue, locLabelFalse } = question as QuestionBooleanModel
      among('bouton radio', [locLabelTrue.textOrHtml || 'Oui', locLabelFalse.textOrHtml || 'Non'])
    } else if (type === 'rating') {
      const { visibleRateValues, locMinRateDescription, locMaxRateDescription } = question as QuestionRatingModel
      const ends = (at: number) =>
        at === 0
          ? locMinRateDescription.textOrHtml
          : at === visibleRateValues.length - 1
            ? locMaxRateDescription.textOrHtml
            : ''
      among(
        'bouton radio',
        visibleRateValues.map(({ locText }, at) => `${locText.textOrHtml}${ends(at) && ` (${ends(at)})`}`),
      )
    } else if (type === 'matrix') {
      const { rows, columns } = question as QuestionMatrixModel
      for (const { locText } of rows) {
        say('control', 'groupe', locText.textOrHtml, path)
        among(
          'bouton radio',
          columns.map((column: { locText: { textOrHtml: string } }) => column.locText.textOrHtml),
        )
      }
    } else if (type === 'weekhours') say('control', 'semaine', 'Sept jours, des créneaux de demi-heure à ajouter', path)
    else if (type === 'paneldynamic') {
      const { template } = question as unknown as { template: PanelModel }
      for (const part of template.elements) visit(part as Question, `${question.name}.`)
    }
    const carried = question.getPropertyValue('choicesFromQuestion')
    if (carried) say('control', 'choix', `ceux cochés à la question ${carried}`, path)
  }
}
