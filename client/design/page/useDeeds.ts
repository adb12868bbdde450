/** What can be done with the elements of a draft from the canvas, each announced in words to who does not see it move. */
import { useCallback, useState } from 'react'
import { choicesIn, withPictures } from '../../../surveys/edit/choices.ts'
import {
  duplicateElement,
  insertCopies,
  moveElement,
  newElement,
  numbersOf,
  stepOf,
} from '../../../surveys/edit/elements.ts'
import { addPage, duplicatePage, freePageName, movePage } from '../../../surveys/edit/pages.ts'
import { withParameters } from '../../../surveys/edit/parameters.ts'
import { findElement, type Holder, pagesOf } from '../../../surveys/edit/places.ts'
import { brokenBy } from '../../../surveys/edit/readers.ts'
import { removePageWithReaders, removeWithReaders } from '../../../surveys/edit/rename.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement, Parameter, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { QuestionType } from '../../../surveys/types/catalogue.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

export type Deeds = ReturnType<typeof useDeeds>

export function useDeeds(room: DraftRoom, select: (name: string) => void) {
  const [said, setSaid] = useState('')
  const [broken, setBroken] = useState<string[]>([])
  const { questionnaire, change } = room
  // the same words twice would not be read twice
  const say = useCallback((text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)), [])

  const titleOf = (path: string, within: Questionnaire = questionnaire) =>
    frenchOf(findElement(within, path)?.element.title) || path

  /** Makes a move, says where it led and what it leaves without its question. */
  function moved(label: string, next: Questionnaire, where: string) {
    if (next === questionnaire) return
    setBroken(brokenBy(questionnaire, next))
    change(label, () => next)
    say(where)
  }
  function placeSaid(path: string, next: Questionnaire): string {
    const found = findElement(next, path)
    if (!found) return ''
    const page = pagesOf(next).findIndex(({ name }) => name === found.page) + 1
    const number = numbersOf(next).get(path)
    return `«\u202f${titleOf(path, next)}\u202f»\u202f: ${number ? `question ${number}, ` : ''}page ${page}, place ${found.index + 1} sur ${found.size}.`
  }
  const place = (path: string, holder: Holder, at: number) => {
    const next = moveElement(questionnaire, path, holder, at)
    moved(`Déplacer «\u202f${titleOf(path)}\u202f»`, next, placeSaid(path, next))
    select(path)
  }
  return {
    said,
    say,
    broken,
    forgetBroken: () => setBroken([]),
    titleOf,
    place,
    step(path: string, by: -1 | 1) {
      const to = stepOf(questionnaire, path, by)
      if (to) place(path, to.holder, to.at)
      else say(by === -1 ? 'Déjà tout en haut.' : 'Déjà tout en bas.')
    },
    stepPage(name: string, by: -1 | 1) {
      const from = pagesOf(questionnaire).findIndex((page) => page.name === name)
      const to = from + by
      if (to < 0 || to >= pagesOf(questionnaire).length)
        return say(by === -1 ? 'Déjà tout en haut.' : 'Déjà tout en bas.')
      moved(
        'Déplacer une page',
        movePage(questionnaire, name, to),
        `La page est maintenant la ${to === 0 ? '1re' : `${to + 1}e`}.`,
      )
    },
    placePage(name: string, to: number) {
      moved(
        'Déplacer une page',
        movePage(questionnaire, name, to),
        `La page est maintenant la ${to === 0 ? '1re' : `${to + 1}e`}.`,
      )
    },
    addPage(after: string | null) {
      const name = freePageName(questionnaire)
      change('Ajouter une page', (draft) => addPage(draft, name, after))
      select(name)
      say('Une page est ajoutée.')
    },
    copyPage(name: string) {
      const copy = freePageName(questionnaire)
      change('Dupliquer une page', (draft) => duplicatePage(draft, name))
      select(copy)
      say('La page est dupliquée, juste après.')
    },
    removePage(name: string) {
      const pages = pagesOf(questionnaire)
      const at = pages.findIndex((page) => page.name === name)
      change('Supprimer une page', (draft) => removePageWithReaders(draft, name))
      select(pages[at - 1]?.name ?? pages[at + 1]?.name ?? '')
      say('La page est supprimée. Ctrl+Z la fait revenir.')
    },
    add(type: QuestionType, holder: Holder, at: number, isPictured = false) {
      const plain = newElement(questionnaire, type)
      const element = isPictured ? { ...plain, choices: withPictures(choicesIn(plain.choices)) } : plain
      const { questionnaire: next, paths } = insertCopies(questionnaire, holder, at, [element])
      change('Ajouter une question', () => next)
      if (paths[0]) select(paths[0])
      say('La question est ajoutée\u202f: écrivez son titre.')
    },
    addFrom(elements: readonly DefinitionElement[], parameters: readonly Parameter[], holder: Holder, at: number) {
      const { questionnaire: next, paths } = insertCopies(questionnaire, holder, at, elements)
      change(paths.length > 1 ? `Ajouter ${paths.length} questions` : 'Ajouter une question', () =>
        withParameters(next, parameters),
      )
      if (paths[0]) select(paths[0])
      say(paths.length > 1 ? `${paths.length} questions sont ajoutées.` : 'La question est ajoutée.')
    },
    copy(path: string) {
      const { questionnaire: next, path: copy } = duplicateElement(questionnaire, path)
      change(`Dupliquer «\u202f${titleOf(path)}\u202f»`, () => next)
      select(copy)
      say('La question est dupliquée, juste après.')
    },
    remove(path: string) {
      const found = findElement(questionnaire, path)
      change(`Supprimer «\u202f${titleOf(path)}\u202f»`, (draft) => removeWithReaders(draft, path))
      if (found) select(found.page)
      say('La question est supprimée. Ctrl+Z la fait revenir.')
    },
  }
}
