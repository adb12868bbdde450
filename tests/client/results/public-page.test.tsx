// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { PublicPage } from '../../../client/results/publications/Publications.tsx'

afterEach(cleanup)

const line = (number: number, isWithdrawn = false) =>
  ({
    ...{ slug: 'familles', number },
    ...(isWithdrawn ? { notices: [{ kind: 'withdrawal', reason: 'Table fausse.', day: '2026-11-30' }] } : {}),
  }) as analyse.PublicationsPage['publications'][number]

function said(open: number | null, ...publications: ReturnType<typeof line>[]): string {
  cleanup()
  const page = { open: open === null ? null : { number: open }, publications } as Pick<
    analyse.PublicationsPage,
    'open' | 'publications'
  >
  render(<PublicPage page={page} current={publications.find(({ notices }) => !notices)!} />)
  return document.body.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
}

// « La page publique montre encore la n° 3 » was said where everybody read that n° 3 is withdrawn
test('what everybody reads is told as it is, with a link to it', () => {
  expect(said(3, line(4), line(3, true))).toBe(
    'La page publique dit que la publication n° 3 est retirée, et n’en montre plus rien : la n° 4 n’y sera qu’une fois ouverte.',
  )
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/resultats/familles')
  expect(said(2, line(3), line(2))).toBe(
    'La page publique montre encore la publication n° 2 : la n° 3 n’y sera qu’une fois ouverte.',
  )
  expect(said(3, line(3))).toBe('La page publique montre la publication n° 3.')
  expect(document.querySelector('a')).not.toBeNull()
  expect(said(null, line(1))).toMatch(/ne voient rien encore/)
})
