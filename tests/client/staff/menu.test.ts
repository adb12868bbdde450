import { expect, test } from 'vitest'
import { entryAt, groupsOf, menu, menuFor } from '../../../client/parts/staff/menu.ts'
import { stagesFor, worksAt } from '../../../client/staff/questionnaires/stages.ts'

const here = (path: string, of = menu) => entryAt(path, of)?.path

test('the menu has five groups, each with a page to begin with', () => {
  const groups = groupsOf(menu)
  expect(groups.map(({ title }) => title)).toEqual(['Aujourd’hui', 'Plan', 'Questionnaires', 'Territoire', 'Réglages'])
  expect(groups.every((group) => group.entries.length > 0)).toBe(true)
  // somebody who only types is offered what is theirs
  expect(groupsOf(menuFor(['saisie'])).map((group) => group.entries[0]!.path)).toEqual([
    '/gerer',
    '/gerer/papier',
    '/gerer/sessions',
  ])
})

test('every page of one questionnaire belongs to the questionnaires, a page of the plan to the plan', () => {
  for (const path of [
    '/concevoir/familles/page',
    '/terrain/familles/suivi',
    '/analyse/familles/publications',
    '/analyse/familles/resultat/garde',
    '/gerer/questionnaires/familles',
    '/gerer/questionnaires/familles/precisions',
  ])
    expect([path, here(path)]).toEqual([path, '/gerer/questionnaires'])
  for (const path of ['/analyse', '/analyse/objectif/22', '/analyse/action/3', '/analyse/comite', '/analyse/releves/x'])
    expect([path, here(path)]).toEqual([path, '/analyse'])
  expect(here('/analyse/carte')).toBe('/analyse/carte')
  expect(here('/concevoir')).toBe('/concevoir')
  expect(here('/gerer/tables/zones')).toBe('/gerer/tables')
  expect(here('/gerer')).toBe('/gerer')
  expect(here('/nulle-part')).toBe(undefined)
  // whoever has no page of the questionnaires stays where the address begins
  expect(here('/terrain/familles/suivi', menuFor(['pilot']))).toBe(undefined)
})

test('each stage leads where this person works on it; another person’s stage leads nowhere', () => {
  const leads = (roles: Parameters<typeof stagesFor>[1]) =>
    stagesFor('familles', roles).map(({ href }) => href !== null)
  expect(leads(['designer'])).toEqual([true, true, true, true, false, false])
  expect(leads(['analyst'])).toEqual([false, false, false, true, true, true])
  expect(worksAt('/analyse/familles/publier', ['analyst'])).toBe(true)
  expect(worksAt('/gerer/questionnaires/familles#ouverture', ['analyst'])).toBe(false)
  expect(stagesFor('familles', ['analyst'])[3]!.href).toBe('/terrain/familles/suivi')
})
