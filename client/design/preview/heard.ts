/** What a screen reader says of a questionnaire, in its order: headings, texts, then each control with its place in its group. */
import type { PageModel, PanelModel, Question } from 'survey-core'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { answerRowOf } from '../../answer/types/catalogue.ts'
import { speak } from '../../words/speak.ts'

export type Heard = {
  kind: 'page' | 'question' | 'text' | 'control' | 'condition'
  /** What announces it: « titre de niveau 1 », « bouton radio, 1 sur 3 »; French, for the designer. */
  role: string
  /** What is read, in the language. */
  text: string
  /** Question or page it belongs to. */
  path: string
}

/** @returns every page and question, those with a condition too, with their condition in words */
export function heardOf(questionnaire: Questionnaire, language: Language): Heard[] {
  const filled = materialise(questionnaire, {})
  const model = modelOf(filled, language)
  if (language !== 'fr') model.locale = language
  const parents = new Map(elementsIn(filled.definition).map(({ element, parent }) => [element.name, parent]))
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
    const row = answerRowOf(question)
    const required = question.isRequired ? ' (réponse attendue)' : ''
    say(
      'question',
      ['titre de niveau 2', row?.single ?? (question.hasInput ? 'groupe' : '')].filter(Boolean).join(', '),
      `${question.locTitle.textOrHtml}${required}`,
      path,
    )
    say('text', '', question.locDescription.textOrHtml, path)
    say('text', '', row?.range?.(question, language, (key, values) => speak(language, key, values)) ?? '', path)
    controls(question, path)
  }

  function controls(question: Question, path: string) {
    for (const { role, texts, alone } of answerRowOf(question)?.heard(question) ?? [])
      texts.forEach((text, at) => {
        say('control', alone ? role : `${role}, ${at + 1} sur ${texts.length}`, text, path)
      })
    if (question.getType() === 'paneldynamic') {
      const { template } = question as unknown as { template: PanelModel }
      for (const part of template.elements) visit(part as Question, `${question.name}.`)
    }
    const carried = question.getPropertyValue('choicesFromQuestion')
    if (carried) say('control', 'choix', `ceux cochés à la question ${carried}`, path)
  }
}
