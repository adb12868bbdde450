import { expect, test } from 'vitest'
import { concernsIn } from '../../../api/responses/vigilance/read-first.ts'

test('whatever a child under 16 writes is read first; of the others, what may reveal a distress', () => {
  const written = 'Un terrain de foot'
  expect(concernsIn({ audience: 'young-11-15' }, written)).toEqual(['Écrit par un jeune de moins de 16 ans'])
  expect(concernsIn({ audience: 'young-11-15' }, '  ')).toEqual([])
  expect(concernsIn({ audience: 'young-16-25' }, written)).toEqual([])
  for (const audience of ['young-11-15', 'families'] as const)
    expect(concernsIn({ audience }, 'On me harcèle')).toEqual(['harcelement'])
})
