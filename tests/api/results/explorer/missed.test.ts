import { expect, test } from 'vitest'
import { missedIn } from '../../../../api/results/explorer/missed.ts'
import type { Head, PublishedQuestion } from '../../../../api/results/publications.ts'
import type { Store } from '../../../../api/store/store.ts'

const zones = ['Nord', 'Sud']
/** Shares of one answer by zone; null = too small. */
const asked = (shares: (number | null)[]) =>
  ({
    path: 'garde',
    lists: [{ path: 'zone', title: 'Zone' }],
    crossings: [
      {
        by: {
          path: 'zone',
          title: 'Zone',
          choices: zones.map((text) => ({ value: text.toLowerCase(), text })),
          left: [],
        },
        answers: [{ value: 'oui', label: 'Oui' }],
        bases: shares.map((share) => share && 100),
        shares: shares.map((share) => [share]),
        precision: { worth: 1, peoplePerAnswer: 1, noise: 0 },
      },
    ],
  }) as unknown as PublishedQuestion
const heads = ['2026-03-02', '2026-05-04'].map(
  (madeAt, at) =>
    ({
      number: at + 1,
      madeAt,
      surveyed: { slug: 'petit', trial: false },
      findings: [],
      document: { published: { tables: [] } },
    }) as unknown as Head,
)
const storeOf = (epochs: number[]) =>
  ({
    collection: () => ({
      list: async () => epochs.map((epoch, at) => ({ value: { epoch, at: heads[at]!.madeAt } })),
    }),
  }) as unknown as Store
const missed = (then: (number | null)[], now: (number | null)[], epochs = [0, 0]) =>
  missedIn(
    storeOf(epochs),
    { all: async () => heads, question: async () => asked(then) },
    heads[1]!,
    asked(now),
    'zone',
  )

// a saved exploration had lost its groups and its sentence, without a word
test('groups that the publication before showed are named, with its number', async () => {
  expect(await missed([40, 30], [42, null])).toEqual({ publication: 1, madeAt: '2026-03-02', groups: ['Sud'] })
  expect(await missed([40, 30], [null, null])).toMatchObject({ groups: zones })
})

// said to wait by the finding, « trop peu de réponses » by the explorer, once a second publication had gone by
test('a group waits as long as it takes: the publication that showed it is named', async () => {
  const all = [...heads, { ...heads[1]!, number: 3, madeAt: '2026-06-01' }]
  const shares = [
    [40, 30],
    [42, null],
  ]
  const found = await missedIn(
    storeOf([0, 0]),
    { all: async () => all, question: async (_, number) => asked(shares[number - 1]!) },
    all[2]!,
    asked([43, null]),
    'zone',
  )
  expect(found).toEqual({ publication: 1, madeAt: '2026-03-02', groups: ['Sud'] })
})

// « trop petit pour être montré » of a crossing that the first publication showed
test('two questions crossed that are shown no more wait for the publication that showed them', async () => {
  const crossed = (shares: (number | null)[]) => ({ ...asked(shares), lists: [] })
  const now = crossed([])
  Object.assign(now.crossings[0]!, { by: { path: 'zone', title: 'Zone', choices: [], left: [] } })
  const publications = { all: async () => heads, question: async () => crossed([40, 30]) }
  expect(await missedIn(storeOf([0, 0]), publications, heads[1]!, now, 'zone')).toMatchObject({
    publication: 1,
    groups: zones,
  })
})

test('nothing is missed where nothing was shown, or of zones drawn afresh', async () => {
  expect(await missed([40, null], [42, null])).toBeNull()
  expect(await missed([40, 30], [42, null], [0, 1])).toBeNull()
})
