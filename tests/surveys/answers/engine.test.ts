import { expect, test } from 'vitest'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { giveSoles, soleAnswer, soleOf } from '../../../surveys/answers/single-answer.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { type Choice, choicesOf, elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { published, publishedAs } from '../questionnaires.ts'
import { seeded } from './walk.ts'

const every = publishedAs('tous-les-types')

test('survey-core knows every property of every questionnaire', () => {
  for (const questionnaire of published)
    expect(modelOf(questionnaire, 'fr').jsonErrors ?? [], questionnaire.slug).toEqual([])
})

test('own properties are carried by the model', () => {
  const model = modelOf(every, 'fr')
  expect(model.getQuestionByName('garde').objectives).toEqual([1])
  expect(model.getQuestionByName('semaine_simple').getType()).toBe('weekhours')
  expect(model.getQuestionByName('semaine_simple').coverQuestion).toBe(false)
  expect(model.getPageByName('tires').getPropertyValue('optionalPart')).toBe(true)
})

test('French is spoken without being asked, easy French falls back on it', () => {
  expect(modelOf(every, 'fr').completeText).toBe('Envoyer mes réponses')
  expect(modelOf(every, 'fr-facile').completeText).toBe('Envoyer')
  expect(modelOf(every, 'fr-facile').pagePrevText).toBe('Retour')
  const easy = modelOf(every, 'fr-facile').getQuestionByName('moyens')
  expect(easy.noneItem.text).toBe('Aucun')
  expect(modelOf(every, 'en').completeText).toBe('Send my answers')
  expect(modelOf(every, 'es').completeText).toBe('Enviar mis respuestas')
  expect(modelOf(every, 'ar').getQuestionByName('moyens').noneItem.text).toBe('لا شيء')
})

test('special answers have our codes', () => {
  const values = modelOf(every, 'fr')
    .getQuestionByName('moyens')
    .visibleChoices.map(({ value }: { value: string }) => value)
  expect(values).toEqual(expect.arrayContaining(['aucun', 'refus', 'nsp', 'other']))
})

test('the drawn order of the choices is the one shown, and the drawn values are sent', () => {
  const drawn = { niveau_prix: 'b', ordre_lieux: '3-1-2' }
  const model = modelOf(every, 'fr', drawn)
  const shown = model.getQuestionByName('lieux').visibleChoices.map(({ value }: { value: string }) => value)
  expect(shown).toEqual(['mairie', 'gare', 'ecole', 'stade'])
  expect(answersOf(model)).toMatchObject(drawn)
})

// once survey-core looked for the source outside the row: nobody was offered anything
test('about each child, what was ticked for that child is offered again', () => {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const { panels } = model.getQuestionByName('enfants')
  const offered = (index: number) =>
    panels[index].getQuestionByName('garde_principale').visibleChoices.map(({ value }: { value: string }) => value)
  panels[0].getQuestionByName('besoin_garde').value = 'chaque_semaine'
  panels[0].getQuestionByName('qui_garde').value = ['grands_parents', 'creche']
  expect(offered(0)).toEqual(['grands_parents', 'creche'])
})

// once, families who had left « utile » blank were asked about each child what the validator then refused
test('a row made while conditions are being read obeys its own', () => {
  const model = modelOf(publishedAs('loisirs-sud'), 'fr')
  model.setValue('enfants_3_17', 'oui')
  const [child] = model.getQuestionByName('enfants').panels
  expect(child.getQuestionByName('annee_naissance').isVisible).toBe(true)
  expect(child.getQuestionByName('moments').isVisible).toBe(false)
  model.setValue('utile', 'oui')
  expect(child.getQuestionByName('moments').isVisible).toBe(true)
})

test('after a single tick the only answer possible is given, and taken back once there is a choice', () => {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const group = model.getQuestionByName('enfants')
  const about = (index: number, name: string) => group.panels[index].getQuestionByName(name)
  group.addPanel()
  for (const index of [0, 1]) about(index, 'besoin_garde').value = 'chaque_semaine'
  about(0, 'qui_garde').value = ['creche']
  expect(about(0, 'garde_principale').value).toBe('creche')
  expect(about(1, 'garde_principale').value).toBe(undefined)
  about(0, 'qui_garde').value = ['creche', 'mam']
  expect(about(0, 'garde_principale').value).toBe(undefined)
  about(0, 'garde_principale').value = 'mam'
  about(0, 'qui_garde').value = ['creche', 'mam', 'seul']
  expect(about(0, 'garde_principale').value).toBe('mam')
  about(0, 'qui_garde').value = ['creche']
  expect(about(0, 'garde_principale').value).toBe('creche')
  about(0, 'qui_garde').value = ['mam']
  expect(about(0, 'garde_principale').value).toBe('mam')
  about(0, 'qui_garde').value = ['refus']
  expect(answersOf(model).enfants).toMatchObject([{ qui_garde: ['refus'] }, {}])
  expect(Object.keys((answersOf(model).enfants as object[])[0]!)).not.toContain('garde_principale')
})

test('answers taken up again know which of them nobody was asked', () => {
  const model = modelOf(publishedAs('jeunes-16-25'), 'fr')
  model.data = { lieux_dehors: ['parc'], lieu_habituel: 'parc' }
  const places = model.getQuestionByName('lieux_dehors')
  expect(soleAnswer(model.getQuestionByName('lieu_habituel'))).toBe('parc')
  places.value = ['parc', 'gare']
  expect(model.getQuestionByName('lieu_habituel').value).toBe(undefined)
  places.value = ['aucun']
  expect(model.data).toEqual({ lieux_dehors: ['aucun'] })
})

test('what was chosen among several stays when the others leave, one after the other', () => {
  const model = modelOf(publishedAs('jeunes-16-25'), 'fr')
  const [places, usual] = ['lieux_dehors', 'lieu_habituel'].map((name) => model.getQuestionByName(name))
  places!.value = ['parc', 'gare']
  usual!.value = 'parc'
  // one box is emptied, then another ticked, as a finger does
  places!.value = ['parc']
  places!.value = ['parc', 'stade']
  expect(usual!.value).toBe('parc')
  places!.value = ['stade']
  expect(usual!.value).toBe('stade')
  places!.value = ['stade', 'gare']
  expect(usual!.value).toBe(undefined)
})

test('not knowing is no choice after a single tick: nobody is asked which place they prefer', () => {
  const model = modelOf(publishedAs('loisirs-sud'), 'fr')
  for (const name of ['enfants_3_17', 'utile']) model.setValue(name, 'oui')
  const places = model.getQuestionByName('lieux_acceptes')
  places.value = [places.visibleChoices[0].value]
  const preferred = model.getQuestionByName('lieu_prefere')
  expect([preferred.isVisible, preferred.visibleChoices.length]).toEqual([true, 2])
  const first = places.visibleChoices[0].value
  expect([soleAnswer(preferred), preferred.value]).toEqual([first, first])
  places.value = [first, places.visibleChoices[1].value]
  expect([soleAnswer(preferred), preferred.value]).toEqual([null, undefined])
  const written = { ...preferred.toJSON(), type: 'radiogroup', choicesFromQuestion: 'lieux_acceptes' }
  expect(soleOf(written, ['a'])).toBe('a')
  expect(soleOf(written, ['a', 'b'])).toBe(null)
  expect(soleOf({ ...written, showOtherItem: true }, ['a'])).toBe(null)
})

test('long travel alone brings no question on who works at these hours', () => {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('foyer', 'couple')
  const asked = () => ['horaires_qui', 'horaires_rythme'].map((name) => model.getQuestionByName(name).isVisible)
  model.setValue('horaires', ['trajet_long'])
  expect(asked()).toEqual([false, false])
  model.setValue('horaires', ['trajet_long', 'nuit'])
  expect(asked()).toEqual([true, true])
  model.setValue('horaires', ['refus'])
  expect(asked()).toEqual([false, false])
})

test('whether a child would come is asked before when', () => {
  const names = elementsIn(publishedAs('loisirs-sud').definition).map(({ element }) => element.name)
  expect(names.indexOf('petites_intention')).toBeLessThan(names.lastIndexOf('petites_vacances'))
  expect(names.indexOf('ete_intention')).toBeLessThan(names.indexOf('ete_semaines'))
})

test('« autre » is the last of the real answers: not knowing, refusing and none of these come after', () => {
  const every = structuredClone(publishedAs('familles'))
  const cost = elementsIn(every.definition).find(({ element }) => element.name === 'cout')!.element
  Object.assign(cost, { showOtherItem: true, showNoneItem: true, showRefuseItem: true, showDontKnowItem: true })
  const shown = modelOf(every, 'fr')
    .getQuestionByName('cout')
    .visibleChoices.map(({ value }: Choice) => value)
  expect(shown.slice(-4)).toEqual(['other', 'aucun', 'refus', 'nsp'])
  expect(
    choicesOf(cost)
      .map(({ value }) => value)
      .slice(-4),
  ).toEqual(['other', 'aucun', 'refus', 'nsp'])
})

test('saved answers that lack the only one possible are given it', () => {
  const model = modelOf(publishedAs('jeunes-16-25'), 'fr')
  model.data = { lieux_dehors: ['parc'] }
  giveSoles(model)
  expect(answersOf(model)).toMatchObject({ lieux_dehors: ['parc'], lieu_habituel: 'parc' })
})

test('drawing is seeded and keeps to the values', () => {
  expect(draw(every.assigned, seeded(1))).toEqual(draw(every.assigned, seeded(1)))
  expect(draw(every.assigned, () => 0.999)).toEqual({ niveau_prix: 'c', ordre_lieux: '3-1-2' })
})

test('half a child and an answer of spaces are stopped on the screen too', () => {
  const model = modelOf(every, 'fr')
  const errorsOf = (name: string) => {
    const question = model.getQuestionByName(name)
    question.validate(true)
    return question.errors.length
  }
  model.getQuestionByName('nb_trajets').value = 2.5
  model.getQuestionByName('obligatoire').value = '   '
  expect(['nb_trajets', 'obligatoire'].map(errorsOf)).toEqual([1, 1])
  model.getQuestionByName('nb_trajets').value = 2
  model.getQuestionByName('obligatoire').value = 'mot'
  expect(['nb_trajets', 'obligatoire'].map(errorsOf)).toEqual([0, 0])
})

test('« autre » is an answer without its words too; spaces are none', () => {
  const model = modelOf(every, 'fr')
  const reason = model.getQuestionByName('raison')
  reason.value = 'other'
  for (const words of ['', '  ']) {
    reason.comment = words
    expect(reason.validate(true)).toBe(true)
    const answers = answersOf(model)
    expect(answers).toMatchObject({ raison: 'other', 'raison-Comment': null })
    const found = compileValidator(every)(answers)
    expect(found.ok ? [] : found.problems.filter(({ path }) => path.startsWith('raison'))).toEqual([])
  }
})

test('a text is sent without what nobody sees', () => {
  const model = modelOf(every, 'fr')
  model.getQuestionByName('remarque').value = '  deux\r\nlignes\u0000\u202e '
  model.getQuestionByName('precision_courte').value = 'un\ncollage'
  expect(answersOf(model)).toMatchObject({ remarque: 'deux\nlignes', precision_courte: 'un collage' })
})

test('what is hidden is not sent, what is left blank is null', () => {
  const model = modelOf(publishedAs('conditions'), 'fr')
  model.setValue('a', 'x')
  model.setValue('c1', 'oui')
  expect(answersOf(model)).toMatchObject({ a: 'x', c1: 'oui', c2: null })
  model.setValue('a', 'y')
  const answers = answersOf(model)
  expect([Object.hasOwn(answers, 'c1'), Object.hasOwn(answers, 'c2')]).toEqual([false, false])
})

const offeredIn = (question: string, response: string | null) =>
  modelOf(publishedAs('familles'), 'fr', {}, response)
    .getQuestionByName(question)
    .visibleChoices.map(({ value }: { value: string }) => value)

test('answers without an order of their own are drawn for each response, the same after a reload', () => {
  const written = offeredIn('difficultes', null)
  const [mine, again, yours] = ['a', 'a', 'b'].map((id) => offeredIn('difficultes', id))
  expect(again).toEqual(mine)
  expect(yours).not.toEqual(mine)
  for (const order of [mine, yours]) expect(order!.toSorted()).toEqual(written.toSorted())
})

test('none, other, refusals and « not concerned » stay after what they set aside', () => {
  const drawn = structuredClone(publishedAs('familles'))
  const cost = elementsIn(drawn.definition).find(({ element }) => element.name === 'cout')!.element
  Object.assign(cost, { choicesOrder: 'random', showOtherItem: true, showNoneItem: true })
  const orders = ['a', 'b', 'c'].map((id) =>
    modelOf(drawn, 'fr', {}, id)
      .getQuestionByName('cout')
      .visibleChoices.map(({ value }: { value: string }) => value),
  )
  expect(new Set(orders.map(String)).size).toBe(3)
  for (const order of orders)
    expect(order.slice(6).toSorted()).toEqual(['aucun', 'nsp', 'other', 'pas_concerne', 'refus'])
})

test('the first of a list is each of its answers for some', () => {
  const first = new Set(Array.from({ length: 60 }, (_, at) => offeredIn('difficultes', `fiche-${at}`)[0]))
  expect(first.size).toBe(7)
})
