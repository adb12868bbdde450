import { expect, test } from 'vitest'
import { pastedChoices, withMovedChoice, withNewChoice, withPastedLines } from '../../../surveys/edit/choices.ts'

const known = [
  { value: 'creche', text: { default: 'Crèche', en: 'Nursery' } },
  { value: 'assmat', text: 'Assistante maternelle' },
]

test('a column of texts becomes answers with codes of their own; known ones keep theirs and their translations', () => {
  expect(pastedChoices(known, 'Crèche\nGrand-parents\nAutre mode')).toEqual({
    choices: [known[0], { value: 'grand_parents', text: 'Grand-parents' }, { value: 'autre_mode', text: 'Autre mode' }],
    added: 2,
    matched: 1,
  })
})

test('codes before the texts are preserved, and headings bring the translations', () => {
  expect(pastedChoices([], 'oui\tOui\nnon\tNon')).toMatchObject({
    choices: [
      { value: 'oui', text: 'Oui' },
      { value: 'non', text: 'Non' },
    ],
  })
  expect(pastedChoices(known, 'Code\tFrançais\tAnglais\ncreche\tLa crèche\tThe nursery')).toMatchObject({
    choices: [{ value: 'creche', text: { default: 'La crèche', en: 'The nursery' } }],
    matched: 1,
  })
  expect(pastedChoices(known, 'Code\tFrançais\tEspagnol\ncreche\tCrèche\tGuardería')).toMatchObject({
    choices: [{ value: 'creche', text: { default: 'Crèche', en: 'Nursery', es: 'Guardería' } }],
  })
})

test('wrong columns are reported and change nothing', () => {
  const problem = (text: string) => (pastedChoices(known, text) as { problem: string }).problem
  expect(problem('Oui\tYes\tx')).toContain('3 colonnes sans titre')
  expect(problem('Code\tFrançais\tPrix\na\tA\t3')).toContain('«\u202fPrix\u202f» n’est pas attendue')
  expect(problem('Code\tAnglais\na\tA')).toContain('Il manque la colonne')
  expect(problem('Oui\nOui')).toContain('là deux fois')
  expect(problem('Code\tFrançais\nÀ voir\tOui')).toContain('ne convient pas')
  expect(problem('Code\tFrançais\na\t')).toContain('pas de texte français')
  expect(problem(' \n')).toContain('rien à coller')
  expect(problem(Array.from({ length: 81 }, (_, at) => `r ${at}`).join('\n'))).toContain('80 au plus')
})

// « la seconde ligne 4 » was the fifth, after an empty one
test('a line that is wrong is numbered as it is pasted, headings and empty lines counted', () => {
  const problem = (text: string) => pastedChoices([], text)
  expect(problem('Oui\nNon\n\nPeut-être\nOui')).toMatchObject({
    problem: expect.stringContaining('la seconde à la ligne 5'),
  })
  expect(problem('Code\tFrançais\n\na\t')).toMatchObject({ problem: expect.stringContaining('La ligne 3 n’a pas') })
  expect(problem('Code\tFrançais\nÀ b\tOui')).toMatchObject({ problem: expect.stringContaining('ligne 2,') })
})

test('several lines pasted on an answer become answers: over an empty one, else after it', () => {
  const empty = { value: 'reponse_1', text: '' }
  const texts = (pasted: ReturnType<typeof withPastedLines>) =>
    pasted && 'choices' in pasted ? pasted.choices.map(({ value, text }) => [value, text]) : pasted
  expect(texts(withPastedLines([known[1]!, empty, known[0]!], 1, '• Oui\n• Non\n', 'choices'))).toEqual([
    ['assmat', 'Assistante maternelle'],
    ['oui', 'Oui'],
    ['non', 'Non'],
    ['creche', known[0]!.text],
  ])
  expect(texts(withPastedLines([known[1]!, empty], 0, 'Oui\nNon', 'choices'))).toEqual([
    ['assmat', 'Assistante maternelle'],
    ['oui', 'Oui'],
    ['non', 'Non'],
    ['reponse_1', ''],
  ])
  expect(withPastedLines(known, 0, 'Une seule\n', 'choices')).toBeNull()
  expect(withPastedLines(known, 0, 'Oui\nOui', 'choices')).toMatchObject({
    problem: expect.stringContaining('deux fois'),
  })
  const many = Array.from({ length: 79 }, (_, at) => `r ${at}`).join('\n')
  expect(withPastedLines(known, 0, many, 'choices')).toMatchObject({ problem: expect.stringContaining('80 au plus') })
})

test('answers are added last and moved within the list', () => {
  expect(withNewChoice(known).at(-1)).toEqual({ value: 'reponse_1', text: '' })
  expect(withMovedChoice(known, 0, 1).map(({ value }) => value)).toEqual(['assmat', 'creche'])
  expect(withMovedChoice(known, 0, -1)).toEqual(known)
})
