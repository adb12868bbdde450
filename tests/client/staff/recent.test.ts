import { expect, test } from 'vitest'
import { recentSaid } from '../../../client/fieldwork/Recent.tsx'
import { cameOtherwise } from '../../../client/fieldwork/Steps.tsx'
import { stepsOf } from '../../../client/fieldwork/Timeline.tsx'

const recent = { today: null, yesterday: 15, week: 80, weekBefore: 60, last: '2026-03-04' }

test('what came lately is told beside the week before; nothing is added up that was rounded', () => {
  expect(recentSaid(recent, 'open', null)).toBe(
    'Hier\u202f: 15. Les sept jours jusqu’à hier\u202f: 80, après environ 60 la semaine d’avant.',
  )
  expect(recentSaid({ ...recent, week: 60, yesterday: 0 }, 'open', null)).toBe(
    'Hier\u202f: moins de 5. Les sept jours jusqu’à hier\u202f: 60, autant que la semaine d’avant.',
  )
})

// on the first day the page said « presque rien depuis deux semaines » of what had come within the minute
test('what came today is told, alone on the first day', () => {
  const first = { today: 10, yesterday: 0, week: 0, weekBefore: 0, last: '2026-03-05' }
  expect(recentSaid(first, 'open', null)).toBe('Aujourd’hui\u202f: 10.')
  expect(recentSaid({ ...first, today: 0 }, 'open', null)).toBe('Aujourd’hui\u202f: moins de 5.')
  expect(recentSaid({ ...recent, today: 20 }, 'open', null)).toMatch(/^Aujourd’hui\u202f: 20\. Hier\u202f: 15\./)
})

test('a collection that stopped says since when; a closed one, its last day', () => {
  expect(recentSaid({ ...recent, week: 0, weekBefore: 0 }, 'open', null)).toMatch(/^Presque rien depuis deux semaines/)
  expect(recentSaid(recent, 'closed', '2026-03-05T22:59:59.000Z')).toBe(
    'Clos le 5 mars 2026. Dernière réponse le 4 mars 2026.',
  )
  expect(recentSaid({ ...recent, last: null }, 'open', null)).toBe('La première réponse paraîtra ici.')
})

// « Moins de 5 personnes à chaque page » stood beside 1 200 responses that came without a page
test('answers that came by no page are told so; a page that people reached, or no answer at all, is not', () => {
  const silent = { page: 'a', title: 'A', count: 0 }
  const seen = { ...silent, count: 5 }
  expect(cameOtherwise({ steps: [silent], short: null, total: 1200 })).toBe(true)
  expect(cameOtherwise({ steps: [silent], short: { minutes: null, steps: [seen] }, total: 1200 })).toBe(false)
  expect(cameOtherwise({ steps: [seen], short: null, total: 1200 })).toBe(false)
  expect(cameOtherwise({ steps: [silent], short: null, total: 0 })).toBe(false)
})

// a closed one said « Ouverture : ouvert. Chacun peut répondre. »
test('the life of a questionnaire says when it opened, and no longer that one can answer once it is closed', () => {
  const life = {
    invitation: 'none' as const,
    opensAt: null,
    closesAt: '2026-03-05T22:59:59.000Z',
    freezesAt: null,
    isFreezePromised: false,
    frozenAt: null,
  }
  const running = { ...life, openedAt: '2026-02-01T09:00:00.000Z', purgeAt: null, purgedAt: null }
  const [open] = stepsOf({ ...running, status: 'open' })
  expect(open).toMatchObject({ at: running.openedAt, text: 'Chacun peut répondre.', isDone: true })
  const [closed] = stepsOf({ ...running, status: 'closed' })
  expect(closed).toMatchObject({ at: running.openedAt, text: 'Chacun pouvait répondre.', isDone: true })
  const [invited] = stepsOf({ ...running, status: 'open', invitation: 'required' })
  expect(invited).toMatchObject({ text: 'Qui a un code peut répondre.' })
  // a last day put back left the freeze months behind it, without a word
  const freezeOf = (more: object) => stepsOf({ ...running, status: 'open', ...more })[2]!.text
  expect(freezeOf({})).not.toContain('promis')
  expect(freezeOf({ isFreezePromised: true })).toContain('Ce jour, promis à qui a déjà répondu, n’avance pas.')
  expect(freezeOf({ isFreezePromised: true, frozenAt: running.openedAt })).not.toContain('promis')
})
